"""Repeats: paragraphs that stand twice, and pull quotes that repeat a sentence of the text."""

import re

from quizgen.article import normalised
from quizgen.ingest.removals import Removal

FEWEST = 40  # characters: shorter ones may be said twice
FEWEST_QUOTED = 20  # of a paragraph that is a quotation and no more
MOST = 400  # paragraphs among which pull quotes are looked for
QUOTES = "\"'“”‘’ "


def without_repeats(lines: list[str]) -> tuple[list[str], list[Removal]]:
    """The lines with each paragraph's later copies "", and pull quotes that stand in others."""
    whole = [normalised(line).strip(QUOTES) for line in lines]
    long = [n for n, line in enumerate(whole) if len(line) >= FEWEST or _quotation(lines[n])]
    kept, removals = list(lines), []
    first: dict[str, int] = {}
    for number in long:
        what = "repeated paragraph" if first.setdefault(whole[number], number) < number else ""
        what = what or ("pull quote" if _pulled(number, long, whole) else "")
        if what:
            removals.append(Removal(what, lines[number]))
            kept[number] = ""
    return kept, removals


def _quotation(line: str) -> bool:
    """Whether a line is a quotation and no more."""
    bare = line.strip()
    whole = bare[:1] in '"“' and bare[-1:] in '"”' and not re.search(r"[\"“”]", bare[1:-1])
    return whole and len(bare) >= FEWEST_QUOTED


def _pulled(number: int, long: list[int], whole: list[str]) -> bool:
    """Whether a longer paragraph holds all that this one says; a title is no pull quote."""
    words = whole[number]
    within = number > 0 and len(long) <= MOST
    return within and any(len(whole[n]) > len(words) and words in whole[n] for n in long)
