"""Times: dates, durations and clock times of an article with their values.

A value is an ISO 8601 text ("2019-07-11", "2019-07", "2019", "P3D"). What depends on the day of
publication ("Friday", "last month") has a value only where that day is known.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from spacy.tokens import Doc, Span

from quizgen.analysis.amounts import WORDS as NUMBER_WORDS

TimeKind = Literal["date", "duration", "set", "time"]
Grain = Literal["day", "month", "year", "decade", "other"]

MONTH_PARTS = 2  # of an ISO date that names a month
MONTHS = (
    "January February March April May June July August September October November December "
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = (
    r"(?P<month>"
    + "|".join(f"{m[:3]}(?:{m[3:]})?" if m != "May" else m for m in MONTHS)
    + r"|Sept)\.?"
)
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_MONTH} {_DAY}(?:,? {_YEAR})?\b",
        rf"\b{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?\b",
        rf"\b{_MONTH}(?:,| of)? {_YEAR}\b",
        rf"(?<![\d-]){_YEAR}(?!s|\d|-\d)\b",
    )
)
_NUMBERS = {word: int(n) for word, n in NUMBER_WORDS.items() if n == int(n)} | {"a": 1, "an": 1}
_DURATION = re.compile(
    r"\b(?P<n>\d+(?:\.\d+)?|"
    + "|".join(_NUMBERS)
    + r")[ -](?P<unit>second|minute|hour|day|week|month|year|decade)s?\b",
    re.IGNORECASE,
)
_UNITS = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "week": "P{}W",
    "month": "P{}M",
    "year": "P{}Y",
}
_SET = re.compile(r"\b(every|each|daily|weekly|monthly|annually|yearly|per)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """Characters `start` to `end` of the paragraph.

    `absolute` when it needs no day of publication to be understood.
    """

    start: int
    end: int
    text: str
    value: str
    kind: TimeKind
    grain: Grain
    absolute: bool


def find(doc: Doc, published: date | None) -> list[Time]:
    """The times of a paragraph in order."""
    return [read(ent, published) for ent in doc.ents if ent.label_ in {"DATE", "TIME"}]


def read(span: Span, published: date | None) -> Time:
    """The time that a span of text tells; a weekday is the last one, or the next in the future."""
    value, kind, grain, absolute = _value(span, published)
    if kind == "date" and grain == "day" and not absolute and _ahead(span):
        value = _next_week(value, span.text, published)
    return Time(span.start_char, span.end_char, span.text, value, kind, grain, absolute)


FUTURE = frozenset({"will", "shall", "'ll"})


def _ahead(span: Span) -> bool:
    """Whether the verb over a time speaks of what is to come ("will be buried on Tuesday")."""
    verbs = [t for t in span.root.ancestors if t.tag_[:2] == "VB"][:1]
    return any(
        c.lower_ in FUTURE or (c.tag_ == "TO" and verb.head.lemma_ in PLANNING)
        for verb in verbs
        for c in verb.children
    )


PLANNING = frozenset("be plan expect schedule set due hope intend want vow pledge agree".split())


def _next_week(value: str, text: str, published: date | None) -> str:
    """The value of a weekday after the day of publication rather than before it."""
    if published is None or not any(day in text for day in WEEKDAYS) or not value:
        return value
    told = date.fromisoformat(value)
    return (told + timedelta(7)).isoformat() if told < published else value


def _value(span: Span, published: date | None) -> tuple[str, TimeKind, Grain, bool]:
    text = span.text
    if _SET.search(text):
        return "", "set", "other", True
    for form in _FORMS:
        if match := form.search(text):
            return _calendar(match, published, doc=span.doc)
    if match := _DURATION.search(text):
        if not re.search(r"\b(ago|last|next|earlier|later|past|old)\b", text, re.IGNORECASE):
            return _duration(match), "duration", "other", True
        return "", "date", "other", False
    if span.label_ == "TIME":
        return "", "time", "other", False
    value, grain = _relative(text, published)
    return value, "date", grain, False


def _calendar(
    match: re.Match[str], published: date | None, doc: Doc
) -> tuple[str, TimeKind, Grain, bool]:
    parts = match.groupdict()
    month = next(
        (n for n, m in enumerate(MONTHS, 1) if parts.get("month") and m[:3] == parts["month"][:3]),
        0,
    )
    year = int(parts["year"]) if parts.get("year") else 0
    day = int(parts["day"]) if parts.get("day") else 0
    del doc
    if not month:
        return str(year), "date", "year", True
    if not day:
        return f"{year}-{month:02}", "date", "month", True
    if year:
        return f"{year}-{month:02}-{day:02}", "date", "day", True
    if published is None:
        return f"XXXX-{month:02}-{day:02}", "date", "day", True
    return _nearest_year(month, day, published), "date", "day", True


def _nearest_year(month: int, day: int, published: date) -> str:
    """A month and day without a year means the nearest such day to the day of publication."""
    years = (published.year - 1, published.year, published.year + 1)
    days = [date(y, month, min(day, monthrange(y, month)[1])) for y in years]
    return min(days, key=lambda d: abs((d - published).days)).isoformat()


def _duration(match: re.Match[str]) -> str:
    word = match["n"].lower()
    number = str(_NUMBERS.get(word, word))
    unit = match["unit"].lower()
    return f"P{float(number) * 10:g}Y" if unit == "decade" else _UNITS[unit].format(number)


def _relative(text: str, published: date | None) -> tuple[str, Grain]:
    if published is None:
        return "", "other"
    lower = text.lower()
    days = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    for word, shift in days.items():
        if re.search(rf"\b{word}\b", lower):
            return (published + timedelta(shift)).isoformat(), "day"
    for number, weekday in enumerate(WEEKDAYS):
        if re.fullmatch(
            rf"(?:on |last |this |early |late |the )*{weekday}"
            r"(?: (?:morning|night|evening|afternoon))?",
            text,
            re.IGNORECASE,
        ):
            back = (published.weekday() - number) % 7
            return (published - timedelta(back)).isoformat(), "day"
    if match := re.search(r"\b(last|this|next)(?: \w+)? (month|year)\b", lower):
        return _shifted(match, published)
    return "", "other"


def _shifted(match: re.Match[str], published: date) -> tuple[str, Grain]:
    shift = {"last": -1, "this": 0, "next": 1}[match[1]]
    if match[2] == "year":
        return str(published.year + shift), "year"
    months = published.year * 12 + published.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02}", "month"


def spoken(value: str) -> str:
    """An ISO date as English: "July 11, 2019", "July 2019", "2019"."""
    parts = value.split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == MONTH_PARTS:
        return f"{month} {parts[0]}"
    year = "" if parts[0] == "XXXX" else f", {parts[0]}"
    return f"{month} {int(parts[2])}{year}"
