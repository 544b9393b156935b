"""Amounts: money, percentages and quantities of a text with value and unit."""

import re
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

AmountKind = Literal["money", "percent", "quantity"]
KINDS: dict[str, AmountKind] = {
    "MONEY": "money",
    "PERCENT": "percent",
    "QUANTITY": "quantity",
    "CARDINAL": "quantity",
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
    "dozen": 12, "dozens": 12,
}  # fmt: skip
WORDS = {
    w: n
    for n, w in enumerate(
        (
"zero one two three four five six seven eight nine ten eleven twelve thirteen "
"fourteen fifteen sixteen seventeen eighteen nineteen "
).split()
    )
} | {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "half": 0.5, "quarter": 0.25,
}  # fmt: skip
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:\s*(k|m|mn|bn|b|tn)\b)?", re.IGNORECASE)
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW"}


@dataclass(frozen=True, slots=True)
class Amount:
    """Characters `start` to `end` of the paragraph; `value` is None where no number was read."""

    start: int
    end: int
    text: str
    kind: AmountKind
    value: float | None
    unit: str


def find(doc: Doc) -> list[Amount]:
    """The amounts of a paragraph in order."""
    found = []
    for ent in map(_with_sign, doc.ents):
        if ent.label_ in KINDS:
            kind = KINDS[ent.label_]
            found.append(
                Amount(
                    ent.start_char,
                    ent.end_char,
                    ent.text,
                    kind,
                    number(ent.text),
                    _unit(ent.text, kind),
                )
            )
    return found


def _with_sign(ent: Span) -> Span:
    """A sum with the currency sign that the recogniser left outside ("$38 per barrel")."""
    before = ent.doc[ent.start - 1].text if ent.start else ""
    if ent.label_ not in KINDS or before not in CURRENCIES:
        return ent
    return Span(ent.doc, ent.start - 1, ent.end, label="MONEY")


def number(text: str) -> float | None:
    """The number told by digits or words ("3.2bn", "two million", "about 300"), or None."""
    match = _DIGITS.search(text)
    rest = text[match.end() :] if match else text
    if match:
        value = float(match[1].replace(",", "")) * SCALES.get((match[2] or "").lower(), 1)
        return value * _scale(rest)
    return _from_words(text)


def _scale(rest: str) -> float:
    factor = 1.0
    for word in re.findall(r"[a-z]+", rest.lower())[:2]:
        if word not in SCALES:
            break
        factor *= SCALES[word]
    return factor


def _from_words(text: str) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in WORDS:
            current, seen = current + WORDS[word], True
        elif word in SCALES:
            current, seen = (current or 1) * SCALES[word], True
            if SCALES[word] >= SCALES["thousand"]:  # "two hundred thousand": hundred goes on
                total, current = total + current, 0.0
    return total + current if seen else None


def _unit(text: str, kind: AmountKind) -> str:
    if kind == "percent":
        return "%"
    for sign, code in CURRENCIES.items():
        if sign in text:
            return code
    tail = re.sub(r"^.*(?:\d|\b(?:" + "|".join(SCALES) + r")\b)\s*", "", text.lower())
    return tail.strip() if tail != text.lower() else ""
