"""Wrapping: paragraphs that were cut into rows of a fixed width become one line again."""

import re

from quizgen.analysis.paragraphs import hard_wrapped
from quizgen.data import words

BLOCK = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CUT = re.compile(
    r"(?<![\w-])([^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,4})-[^\S\n]*\n[^\S\n]*([a-z]{1,40})"
)
FEWEST_LETTERS = 3  # of a compound's first word; "re-" and "un-" are none
QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)  # as mail quotes


def unwrapped(text: str) -> tuple[str, int]:
    """The text with each hard-wrapped paragraph on one line, and how many there were."""
    known = frozenset(WORD.findall(CUT.sub(" ", text)))
    count = 0

    def joined(match: re.Match[str]) -> str:
        nonlocal count
        block = _without_quoting(match[0])
        if not hard_wrapped(block.split("\n")):
            return match[0]
        count += 1
        return re.sub(r"[^\S\n]*\n\s*", " ", CUT.sub(lambda cut: _whole(cut, known), block))

    return BLOCK.sub(joined, text), count


def _without_quoting(block: str) -> str:
    """The rows without the mark with which mail quotes, where all of them have it."""
    rows = block.split("\n")
    return QUOTED.sub("", block) if all(QUOTED.match(row) for row in rows) else block


def _whole(cut: re.Match[str], known: frozenset[str]) -> str:
    """The word that a row's end has cut, with its hyphen if it is a compound."""
    return cut[1] + hyphen(f"{cut[1]}-", cut[2], known) + cut[2]


def hyphen(before: str, behind: str, known: frozenset[str]) -> str:
    """The hyphen of a compound that the line's end happens to cut, "" of a word cut there."""
    if before.endswith("\xad"):
        return ""
    first = re.split(r"[^\w-]", before[:-1])[-1]
    second = re.split(r"[^\w-]", behind)[0]
    if first + second in known:
        return ""
    written = f"{first}-{second}" in known or not second[:1].islower()
    compound = written or "-" in first or bool(re.search(r"\d", first))
    tail = second in words("compound_tails.txt") and len(first) >= FEWEST_LETTERS
    return "-" if compound or tail else ""
