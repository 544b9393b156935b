"""Lengths of time and times that come again: "three days", "the next four years", "daily"."""

import re

from quizgen.analysis.amounts import number
from quizgen.analysis.times.values import Context, Parts, Reading, Value

LETTERS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W",
    "month": "M", "year": "Y", "weekend": "WE",
}  # fmt: skip
MULTIPLES = {"fortnight": ("W", 2), "decade": ("Y", 10), "century": ("Y", 100)}
OFTEN = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y",
}  # fmt: skip
RANGE = re.compile(r"\w(?:-(?=\d)|–| to | or )\w")


def singular(length: str) -> str:
    """The unit of a length: "years" is of "year"."""
    low = length.lower()
    return "century" if low == "centuries" else low.removesuffix("s")


def _duration(parts: Parts, _: Context) -> Value:
    return Value(length(parts), "duration", "other", absolute=True)


def _stretch(parts: Parts, _: Context) -> Value:
    """The value of "the next four years", which hangs on the day of publication."""
    return Value(length({"n": "one"} | parts), "duration", "other")


def length(parts: Parts) -> str:
    """The ISO duration: "P3D", "PT90M", "P2Y6M"; "PXY" for an unknown number."""
    unit = singular(parts["length"])
    letter, factor = MULTIPLES.get(unit, (LETTERS.get(unit, ""), 1))
    word = parts.get("n", "").lower()
    count = 1.0 if word in {"a", "an"} else None if RANGE.search(word) else number(word)
    count = None if count is None else count * factor + (0.5 if "half" in parts else 0)
    told = f"{count:.10g}" if count is not None else "X"
    if "m" in parts:
        letter += f"{number(parts['m']):g}{LETTERS[singular(parts['more'])]}"
    return f"P{'T' if unit in {'second', 'minute', 'hour'} else ''}{told}{letter}"


def _vague(parts: Parts, _: Context) -> Value:
    return Value(length(parts) if "length" in parts else "PXD", "duration", "other", absolute=True)


def _set(parts: Parts, _: Context) -> Value:
    if "often" in parts:
        return Value(OFTEN[parts["often"]], "set", "other", absolute=True)
    if "length" in parts:
        count = "two" if parts.get("n") == "other" else parts.get("n", "one")
        return Value(length({**parts, "n": count}), "set", "other", absolute=True)
    return Value("", "set", "other", absolute=True)


def _rate(parts: Parts, _: Context) -> Value:
    return Value(length({**parts, "n": "one"}), "set", "other", absolute=True)


READINGS: dict[str, Reading] = {
    "duration": _duration,
    "stretch": _stretch,
    "vague": _vague,
    "bare_length": _vague,
    "set": _set,
    "rate": _rate,
}
