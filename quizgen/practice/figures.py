"""Figures: typed amounts, in digits or words, with what they count ("$3.2bn", "ten per cent")."""

import re
from dataclasses import dataclass
from functools import cache

from quizgen.data import rows, words
from quizgen.practice.folding import plain_letters

SIGNS = {"%": "%", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW"}
CENTS = re.compile(r"\bper[ -]cent\b")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
WORD = re.compile(r"[a-z]+")
TOLERANCE = 1e-9  # of the value: 3.2 billion may be counted in another order
SHORTEST_PLURAL = 4  # letters: "cars" is one, "gas" and "bus" are none


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount: its value, the words of its unit (empty: none given), and the sides left open."""

    value: float
    units: frozenset[str]
    bounds: frozenset[str]


def figure(text: str) -> Figure | None:
    """The amount that the text is, or None when it tells none, several, or more than an amount."""
    from quizgen.analysis.amounts.numbers import number

    plain = CENTS.sub("percent", plain_letters(text))
    if len(FIGURE.findall(plain)) > 1 or not _begins_with_number(plain):
        return None
    value = number(plain)
    if value is None:
        return None
    rest = [word for word in WORD.findall(plain) if word not in _number_words()]
    units = {sign for mark, sign in SIGNS.items() if mark in plain}
    units |= {unit for word in rest if (unit := _unit(word))}
    bounds = {side for word in rest if (side := _table("bound").get(word))}
    return Figure(value, frozenset(units), frozenset(bounds))


def same_figure(key: Figure, given: Figure, stem: str = "") -> bool:
    """Whether the amount given is the key's: one value, no other unit, no bound of its own.

    A unit left out is no fault: the question has asked for it. A unit added to a key without one
    must be a word of the stem ("How many people ...?").
    """
    near = abs(key.value - given.value) <= TOLERANCE * max(abs(key.value), abs(given.value))
    units = key.units or {_unit(word) for word in WORD.findall(plain_letters(stem))}
    return near and given.units <= units and given.bounds <= key.bounds


def _begins_with_number(plain: str) -> bool:
    """Whether nothing but bounds, fillers and a currency stands before the number."""
    figures = FIGURE.search(plain)
    before = plain[: figures.start()] if figures else plain
    for word in WORD.findall(before):
        if word in _number_words() and word not in words("amount_fillers.txt"):
            return True
        known = word in words("amount_fillers.txt") or word in _table("bound")
        if not known and word not in CODES:
            return False
    return figures is not None or _counts(plain)


CODES = frozenset({"us", "usd", "eur", "gbp", "hk", "nz", "c", "s", "r", "rs", "au"})


def _counts(plain: str) -> bool:
    """Whether a number word stands somewhere in it ("a dozen", "a third")."""
    return any(word in _number_words() and word != "a" for word in WORD.findall(plain))


def _unit(word: str) -> str:
    if word in words("amount_fillers.txt") or word in _table("bound") or word in CODES - {"usd"}:
        return _table("unit").get(word, "")
    plural = word.endswith("s") and not word.endswith("ss") and len(word) >= SHORTEST_PLURAL
    return _table("unit").get(word) or (word[:-1] if plural else word)


@cache
def _number_words() -> frozenset[str]:
    from quizgen.analysis.amounts.numbers import FRACTIONS, SCALES, WORDS

    plurals = {f"{word}s" for word in (*FRACTIONS, "million", "billion", "trillion")}
    return frozenset(WORDS) | frozenset(SCALES) | frozenset(FRACTIONS) | plurals


@cache
def _table(relation: str) -> dict[str, str]:
    found = rows("amount_words.tsv")
    return {row["word"]: row["value"] for row in found if row["relation"] == relation}
