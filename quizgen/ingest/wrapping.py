"""Wrapping: paragraphs that were cut into rows of a fixed width become one line again."""

import re

from quizgen.analysis.paragraphs import hard_wrapped

BLOCK = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
CUT = re.compile(r"([^\W\d_]+)-[^\S\n]*\n\s*([a-z]+)")
QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)  # as mail quotes


def unwrapped(text: str) -> tuple[str, int]:
    """The text with each hard-wrapped paragraph on one line, and how many there were."""
    known = frozenset(word.casefold() for word in WORD.findall(CUT.sub(" ", text)))
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
    """The word that a row's end has cut; its hyphen stays where the text writes it elsewhere."""
    hyphenated = f"{cut[1]}-{cut[2]}"
    together = cut[1] + cut[2]
    if together.casefold() not in known and hyphenated.casefold() in known:
        return hyphenated
    return together if cut[1].casefold() not in known else _compound(cut, known)


def _compound(cut: re.Match[str], known: frozenset[str]) -> str:
    """A word both of whose halves are words of the text is a compound, else it is one word."""
    both = cut[2].casefold() in known
    return f"{cut[1]}-{cut[2]}" if both else cut[1] + cut[2]
