"""Figures: other numbers of the same form, for wrong answers and for statements made false."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from quizgen.analysis.amounts import number
from quizgen.data import rows

T = TypeVar("T")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
RANGE = re.compile(rf"({FIGURE.pattern})(\s?[-\u2013]\s?| to | and )({FIGURE.pattern})")
LESS = (0.5, 0.75, 0.6, 0.8)
MORE = (1.5, 2.0, 1.25, 1.75)
"""About half to double: a figure further away would be struck out by its size."""
APART = 0.25  # of its start; a range moved less far would be the same to most readers
FAR_LESS, FAR_MORE = 0.6, 1.5  # beyond these nobody takes one rough figure for another
SMALL = 12  # up to here the figures next to it are the believable ones
WRITTEN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
MOST_PERCENT = 99.0  # "120 percent of voters" would give itself away
GROUPED = 10_000  # from here on a figure is written with commas


def others(
    text: str, *, said: set[str], shift: int = 0, ceiling: float | None = None, bound: str = ""
) -> Iterator[str]:
    """The text with its figure, or both of a range, changed believably.

    None of `said` comes up and none above the ceiling; `shift` turns the order, so that the key is
    not always in the same place. With a `bound` (see `bound_of`) only figures that it excludes.
    """
    match = FIGURE.search(text)
    if match is None:
        yield from _written(text, said, shift, bound)
        return
    ranged = RANGE.search(text)
    if ranged is not None:
        yield from _moved(text, ranged, shift, ceiling)
        return
    for other in _changed(match.group(), shift):
        factor = _value(other) / max(_value(match.group()), 1.0)
        low = ceiling is None or _value(other) <= ceiling
        if other != match.group() and other not in said and low and excludes(bound, factor):
            yield text[: match.start()] + other + text[match.end() :]


def near(
    text: str, *, steps: tuple[int, ...], most: int, said: set[str], shift: int = 0
) -> Iterator[str]:
    """The text with its whole figure moved by steps, turned as in `others`, from one to `most`."""
    match = FIGURE.search(text)
    if match is None or not match.group().isdigit():
        return
    value = int(match.group())
    less, more = [value - step for step in steps], [value + step for step in steps]
    for other in _mixed(less, more, shift):
        if 0 < other <= most and str(other) not in said:
            yield f"{text[: match.start()]}{other}{text[match.end() :]}"


def _value(figure: str) -> float:
    return float(figure.replace(",", ""))


def _moved(text: str, ranged: re.Match[str], shift: int, ceiling: float | None) -> Iterator[str]:
    """The text with its range moved as a whole, so far that it does not overlap with the key's."""
    low, high = _value(ranged[1]), _value(ranged[3])
    decimals = len(ranged[1].partition(".")[2])
    step = max(high - low, round(low * APART, decimals))
    for times in _mixed([-1, -2, -3], [1, 2, 3], shift):
        first, last = low + times * step, high + times * step
        if first > 0 and (ceiling is None or last <= ceiling):
            moved = ranged[2].join(_written_out(v, decimals) for v in (first, last))
            yield text[: ranged.start()] + moved + text[ranged.end() :]


def _written_out(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}" if value >= GROUPED else f"{value:.{decimals}f}"


def _changed(figure: str, shift: int) -> list[str]:
    """Other figures of its form: those next to a small one, else half of it to double."""
    value = _value(figure)
    if value <= SMALL and value == int(value) and "." not in figure:
        less = [str(int(value) - n) for n in (1, 2, 3) if value - n > 1]
        more = [str(int(value) + n) for n in (1, 2, 3, 4)]
    else:
        less = [scaled(figure, factor) for factor in LESS]
        more = [scaled(figure, factor) for factor in MORE]
    return list(dict.fromkeys(_mixed(less, more, shift)))


def _mixed(less: list[T], more: list[T], shift: int) -> list[T]:
    """Smaller and larger ones in turns that change, so that the key is not always in the midst."""
    smaller = shift % 4
    return less[:smaller] + more[: 3 - smaller] + less[smaller:] + more[3 - smaller :]


@cache
def _bounding() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    """The bounding words, the longest first, since "no more than" holds another."""
    found = sorted(rows("bounding_words.tsv"), key=lambda row: -len(row["phrase"]))
    phrases = ((re.escape(row["phrase"]), row["bound"]) for row in found)
    return tuple(
        (re.compile(rf"\b{phrase}\b"), re.compile(rf"\b{phrase}(?: an?)?$"), bound)
        for phrase, bound in phrases
    )


def bound_of(text: str, before: str = "") -> str:
    """What the words about a figure make of it: lower, upper, about, only, or "" for nothing.

    `before` is what stands before the text in its sentence.
    """
    said, ahead = text.lower(), before.lower().rstrip()
    for within, behind, bound in _bounding():
        if within.search(said) or behind.search(ahead):
            return bound
    return ""


def excludes(bound: str, factor: float) -> bool:
    """Whether a bound or a rough figure excludes one so many times as large."""
    if bound == "lower":  # "more than 400" is true of a thousand, too
        return factor >= FAR_MORE
    if bound == "upper":
        return factor <= FAR_LESS
    return bound != "about" or factor >= FAR_MORE or factor <= FAR_LESS


def said(text: str) -> set[str]:
    """The figures and number words of a text, which no other figure may be."""
    return {*FIGURE.findall(text), *re.findall(r"[a-z]+", text.lower())}


def scaled(figure: str, factor: float) -> str:
    """A figure times a factor, as exact as it was: to its last decimal or digit that is no zero."""
    decimals = len(figure.partition(".")[2])
    plain = figure.replace(",", "")
    value = float(plain) * factor
    if decimals:
        value = round(value, decimals) or float(plain)  # no "0.0 percent"
    else:
        value = max(2.0, round(value, len(plain.rstrip("0")) - len(plain)))
    grown = value >= 1000 > float(plain)  # noqa: PLR2004 - the first figure with a comma
    grouped = "," in figure or grown or value >= GROUPED
    return f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"


def _written(text: str, said: set[str], shift: int, bound: str) -> Iterator[str]:
    """The text with a number word changed to one near it."""
    if number(text) is None:
        return
    word = next((w for w in re.findall(r"[a-z]+", text.lower()) if w in WRITTEN), None)
    if word is None:
        return
    at = WRITTEN.index(word)
    less = [WRITTEN[at - n] for n in (1, 2, 3) if at - n >= 1]
    more = WRITTEN[at + 1 : at + 4]
    for other in _mixed(less, more, shift):
        factor = (WRITTEN.index(other) + 1) / (at + 1)
        if other not in said and excludes(bound, factor):
            yield re.sub(rf"\b{word}\b", other, text, flags=re.IGNORECASE)
