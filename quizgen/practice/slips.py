"""Slips: one wrong, missing, doubled or swapped letter in a longer word, and nothing else."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from quizgen.practice.folding import folded
from quizgen.practice.names import known

LONG_ENOUGH = 5  # letters; in shorter words one letter makes another word (research, section 1.4)


def one_slip(key: str, given: str, others: Iterable[str]) -> bool:
    """Whether what is given is the key but for one slip in one longer word.

    Never when it thereby becomes one of `others` (folded texts: options, names and words of the
    article) or a name that the gazetteer knows, nor in a word with a digit.
    """
    wanted, typed = folded(key).split(), folded(given).split()
    pairs = _unequal(wanted, typed)
    if len(pairs) != 1 or not _is_slip(*pairs[0]):
        return False
    word = pairs[0][1]
    is_other = word in set(others) - set(wanted) or " ".join(typed) in others
    return not is_other and known(given) is None and known(word) is None


def _unequal(wanted: list[str], typed: list[str]) -> list[tuple[str, str]]:
    """The words that differ; two words run together or torn apart count as one that does."""
    if len(wanted) == len(typed):
        return [(one, other) for one, other in zip(wanted, typed, strict=True) if one != other]
    return [("".join(wanted), "".join(typed))] if abs(len(wanted) - len(typed)) == 1 else []


def _is_slip(word: str, typed: str) -> bool:
    if len(word) < LONG_ENOUGH or not (word + typed).isalpha():
        return False
    return OSA.distance(word, typed, score_cutoff=1) == 1
