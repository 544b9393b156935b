"""Numbers: the value that digits and number words come to, and the unit beside them."""

import re

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
FRACTIONS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_FRACTION = re.compile(
    rf"\b(an?|{'|'.join(WORDS)})[- ]({'|'.join(FRACTIONS)})s?\b(?: of an? (\w+))?", re.IGNORECASE
)
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:\s*(k|m|mn|bn|b|tn)\b)?", re.IGNORECASE)
CURRENCIES = {
    "US$": "USD",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "R$": "BRL",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW",
}  # fmt: skip


def number(text: str) -> float | None:
    """The number told by digits or words ("3.2bn", "two million", "about 300"), or None."""
    match = _DIGITS.search(text)
    rest = text[match.end() :] if match else text
    if match:
        value = float(match[1].replace(",", "")) * SCALES.get((match[2] or "").lower(), 1)
        return round(value * _scale(rest), 6)  # 4.1 times a billion is not quite 4.1 billion
    return _fraction(text) or _from_words(text)


def _fraction(text: str) -> float | None:
    """The value of "a third" or "two-thirds", also "of a million"."""
    match = _FRACTION.search(text)
    if match is None:
        return None
    count = WORDS.get(match[1].lower(), 1)
    return count / FRACTIONS[match[2].lower()] * _scale(match[3] or "")


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


def unit(text: str, kind: str) -> str:
    """The unit of an amount: "%", a currency's code by its sign, or the words after the number."""
    if kind == "percent":
        return "%"
    for sign, code in CURRENCIES.items():
        if sign in text:
            return code
    tail = re.sub(r"^.*(?:\d|\b(?:" + "|".join(SCALES) + r")\b)\s*", "", text.lower())
    return tail.strip() if tail != text.lower() else ""
