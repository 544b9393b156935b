"""Figures: other numbers of the same form, for wrong answers and for statements made false."""

import re
from collections.abc import Iterator

from quizgen.analysis.amounts import number

FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
FACTORS = (0.5, 0.75, 1.5, 2.0, 0.6, 1.25, 3.0, 0.4)
WRITTEN = "one two three four five six seven eight nine ten eleven twelve".split()
MOST_PERCENT = 99.0  # "120 percent of voters" would give itself away
GROUPED = 10_000  # from here on a figure is written with commas


def others(
    text: str, *, said: set[str], shift: int = 0, ceiling: float | None = None
) -> Iterator[str]:
    """The text with its first figure changed believably; none of `said`, none above the ceiling."""
    match = FIGURE.search(text)
    if match is None:
        yield from _written(text, said)
        return
    turn = shift % len(FACTORS)
    for factor in FACTORS[turn:] + FACTORS[:turn]:
        other = scaled(match.group(), factor)
        low = ceiling is None or float(other.replace(",", "")) <= ceiling
        if other != match.group() and other not in said and low:
            yield text[: match.start()] + other + text[match.end() :]


def said(text: str) -> set[str]:
    """The figures and number words of a text, which no other figure may be."""
    return {*FIGURE.findall(text), *re.findall(r"[a-z]+", text.lower())}


def scaled(figure: str, factor: float) -> str:
    """A figure times a factor, with as many decimals and significant digits as it had."""
    decimals = len(figure.partition(".")[2])
    plain = figure.replace(",", "")
    value = float(plain) * factor
    if decimals:
        value = round(value, decimals) or float(plain)  # no "0.0 percent"
    else:
        significant = len(plain.rstrip("0")) or 1
        value = max(2.0, round(value, min(0, significant - len(str(int(value))))))
    grown = value >= 1000 > float(plain)  # noqa: PLR2004 - the first figure with a comma
    grouped = "," in figure or grown or value >= GROUPED
    return f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"


def _written(text: str, said: set[str]) -> Iterator[str]:
    """The text with a number word changed to one near it."""
    if number(text) is None:
        return
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in WRITTEN:
            at = WRITTEN.index(word)
            for step in (1, -1, 2, 3, -2, 4):
                if 1 <= at + step < len(WRITTEN) and WRITTEN[at + step] not in said:
                    yield re.sub(rf"\b{word}\b", WRITTEN[at + step], text, flags=re.IGNORECASE)
            return
