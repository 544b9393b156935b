"""Wrong long names of an acronym: words of the right one exchanged for others of one initial."""

from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from quizgen import gazetteer
from quizgen.data import rows
from quizgen.rules.asking import Draft


def wrong(draft: Draft) -> Iterator[str]:
    """Names with the last word exchanged, an earlier one, and both, in turns."""
    parts = draft.key.split()
    open_ones = [n for n, word in enumerate(parts) if word.lower() in _others()]
    if not open_ones or not draft.key[0].isupper():
        return
    last, first = open_ones[-1], open_ones[0]
    ends = [_with(parts, last, word) for word in _others()[parts[last].lower()]]
    starts = [_with(parts, first, word) for word in _others()[parts[first].lower()]]
    both = [
        _with(start, last, word)
        for start, word in zip(starts, reversed(_others()[parts[last].lower()]), strict=False)
    ]
    turns = zip_longest(ends, *([starts, both] if first != last else []))
    for name in (" ".join(made) for turn in turns for made in turn if made):
        words = name.lower().split()
        if gazetteer.lookup(name) is None and words.count(words[last]) == 1 == words.count(
            words[first]
        ):
            yield name


def _with(parts: list[str], at: int, word: str) -> list[str]:
    return [*parts[:at], word.capitalize() if parts[at][0].isupper() else word, *parts[at + 1 :]]


@cache
def _others() -> dict[str, tuple[str, ...]]:
    return {row["word"]: tuple(row["others"].split("|")) for row in rows("acronym_words.tsv")}
