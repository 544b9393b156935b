"""Wrapping: paragraphs that were cut into rows of a fixed width become one line again."""

import re

from quizgen.analysis.paragraphs import hard_wrapped
from quizgen.data import words
from quizgen.ingest.vocabulary import is_word

BLOCK = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CUT = re.compile(
    r"(?<![\w-])([^\W\d_]{1,40}(?:-[^\W\d_]{1,40}){0,4})-[^\S\n]*\n[^\S\n]*([a-z]{1,40})"
)
FEWEST_LETTERS = 3  # of a compound's words; "re-" and "un-" are none
PREFIXES = frozenset("all anti co ex half mid non post pre pro self semi ultra vice well".split())
DIGIT = re.compile(r"\d")
ACRONYM = re.compile(r"[A-Z]{2,}")
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
    """The hyphen of a compound that the line's end happens to cut, "" of a word cut there.

    What is written elsewhere in the text, whose words are `known`, decides first; then whether
    both parts together are an English word. Of what is left, compounds are those with a capital,
    a figure or another hyphen, a known prefix or tail, and two English words.
    """
    if before.endswith("\xad"):
        return ""
    first = re.split(r"[^\w-]", before[:-1])[-1]
    second = re.split(r"[^\w-]", behind)[0]
    if first + second in known:
        return ""
    head, tail = first.rpartition("-")[2], second.partition("-")[0]
    written = f"{first}-{second}" in known or not second[:1].islower() or DIGIT.search(head)
    written = written or is_word(f"{first}-{second}".casefold()) or ACRONYM.fullmatch(head)
    if not written and is_word((head + tail).casefold()):
        return ""
    phrase = "-" in first or ("-" in second and is_word(head.casefold()))
    return "-" if written or phrase or _compound(head, tail) else ""


def _compound(head: str, tail: str) -> bool:
    """Whether two parts that are no word together are likely a compound, and not a rare word.

    Two halves of a name may be words each ("New" and "ton"), those of other words seldom are.
    """
    if tail in words("compound_tails.txt") and len(head) >= FEWEST_LETTERS:
        return True
    if head.casefold() in PREFIXES:
        return is_word(tail)
    shortest = min(len(head), len(tail))
    both = is_word(head) and is_word(tail)
    return shortest >= FEWEST_LETTERS and head.islower() and both
