"""Copies: articles of an archive that tell what an earlier one of it has told, found as they pass.

Each article is known by a sample of its runs of words: those whose hash is divisible by `KEPT`
(Broder 1997, "On the resemblance and containment of documents": modulo sketches estimate the share
of the shorter text). An article is a copy of that earlier one which shares the most of them, should
that be half of the shorter one's. What was seen is kept in a table of fixed size, where later
articles take the places of earlier ones: memory stays the same however many pass, and copies far
apart are no longer recognised.
"""

from array import array
from collections import Counter
from hashlib import blake2b
from itertools import accumulate
from mmap import mmap

from quizgen.article import Article
from quizgen.practice.folding import words_of
from quizgen.stories import RUN

KEPT = 8  # one run in so many is sampled: about 60 of a text of 500 words
MOST = 256  # runs of a sample; those with the lowest hashes
SHARE = 0.5  # of the shorter one's sample: surely a copy, where `stories` tells stories by 0.3
FEWEST = 8  # runs in common that make a copy; texts of fewer than 70 words are compared whole
PLACES = 1 << 23  # of the table, 16 bytes each: 128 MB, filled by some 130,000 articles
REMEMBERED = 1 << 18  # articles whose ids are known, the latest
WHOLE = 1 << 63  # marks the hash of a whole text


class Copies:
    """What was seen of an archive so far; the same articles in the same order give the same."""

    def __init__(self, places: int = PLACES, remembered: int = REMEMBERED) -> None:
        self._hashes = _numbers(places)
        self._owners = _numbers(places)  # of articles, from 1; 0 for none
        self._ids = [""] * remembered
        self._sizes = array("I", bytes(4 * remembered))
        self._seen = 0

    def seen(self, article: Article) -> str:
        """The id of the earlier article that this one copies, "" for one that is new.

        What is new is remembered.
        """
        sample = _sample(article.text)
        original = self._original(sample)
        if not original:
            self._remember(article.id, sample)
        return original

    def _original(self, sample: tuple[int, ...]) -> str:
        """The id of the article that shares enough of a sample: the most, of those the first."""
        owners = Counter(filter(None, map(self._owner, sample)))
        whole = self._owner(sample[0])
        for owner, shared in sorted(owners.items(), key=lambda each: (-each[1], each[0])):
            fewer = min(len(sample), self._sizes[owner % len(self._ids)]) - 1
            if owner == whole or (shared >= FEWEST and shared >= SHARE * fewer):
                return self._ids[owner % len(self._ids)]
        return ""

    def _owner(self, hash_: int) -> int:
        """The number of the article that a hash was last seen in, 0 where it is not known."""
        place = hash_ % len(self._hashes)
        owner = self._owners[place] if self._hashes[place] == hash_ else 0
        return owner if owner > self._seen - len(self._ids) else 0

    def _remember(self, id_: str, sample: tuple[int, ...]) -> None:
        self._seen += 1
        at = self._seen % len(self._ids)
        self._ids[at], self._sizes[at] = id_, len(sample)
        for hash_ in sample:
            place = hash_ % len(self._hashes)
            self._hashes[place], self._owners[place] = hash_, self._seen


def _numbers(count: int) -> memoryview:
    """So many numbers, all 0; they take memory only once they are written to."""
    return memoryview(mmap(-1, 8 * count)).cast("Q")


def _sample(text: str) -> tuple[int, ...]:
    """The hash of the whole text, then those of the runs that are sampled, each once, in order."""
    words = [word.encode("utf-8", "replace") for word in words_of(text)]
    whole = b" ".join(words)
    ends = list(accumulate(len(word) + 1 for word in words))  # where the next word begins
    runs = {whole[start : end - 1] for start, end in zip([0, *ends], ends[RUN - 1 :], strict=False)}
    hashes = {hash_ for hash_ in map(_hash, runs) if hash_ % KEPT == 0}
    return (_hash(whole) | WHOLE, *sorted(hashes)[:MOST])


def _hash(text: bytes) -> int:
    """A number below 2 ** 63, the same in every process."""
    return int.from_bytes(blake2b(text, digest_size=8).digest()) >> 1
