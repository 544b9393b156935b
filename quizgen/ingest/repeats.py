"""Repeats: paragraphs that stand twice, and pull quotes that repeat a sentence of the text."""

from quizgen.article import normalised
from quizgen.ingest.removals import Removal

FEWEST = 40  # characters: shorter ones may be said twice
MOST = 400  # paragraphs among which pull quotes are looked for
QUOTES = "\"'“”‘’ "


def without_repeats(lines: list[str]) -> tuple[list[str], list[Removal]]:
    """The lines with each paragraph's later copies "", and pull quotes that stand in others."""
    whole = [normalised(line).strip(QUOTES) for line in lines]
    long = [number for number, line in enumerate(whole) if len(line) >= FEWEST]
    kept, removals = list(lines), []
    first: dict[str, int] = {}
    for number in long:
        what = "repeated paragraph" if first.setdefault(whole[number], number) < number else ""
        what = what or ("pull quote" if _pulled(number, long, whole) else "")
        if what:
            removals.append(Removal(what, lines[number]))
            kept[number] = ""
    return kept, removals


def _pulled(number: int, long: list[int], whole: list[str]) -> bool:
    """Whether a longer paragraph holds all that this one says; a title is no pull quote."""
    words = whole[number]
    within = number > 0 and len(long) <= MOST
    return within and any(len(whole[n]) > len(words) and words in whole[n] for n in long)
