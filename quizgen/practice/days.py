"""Days: typed dates in the forms that people write ("July 1", "1st July 2019", "2019-07-01")."""

import re
from dataclasses import dataclass
from functools import cache

from quizgen.practice.folding import plain_letters

MONTHS = (
    "january february march april may june july august september october november december"
).split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SHORTEST = 3  # letters of "Jan"
YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b")
ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
DAY = re.compile(r"\b([12]?\d|3[01])(?:st|nd|rd|th)?\b")
WORD = re.compile(r"[a-z]+|\d+(?:st|nd|rd|th)?")
FILLERS = frozenset({"on", "in", "the", "of", "since", "by", "until", "year", "month"})
MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is told: 0 for the year, month or day left out, "" for the weekday."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: str = ""


def read(text: str) -> tuple[Day, ...]:
    """The dates that the text can be: none, one, or two for "1/7/2019", read either way round."""
    plain = plain_letters(text).strip()
    iso = ISO.fullmatch(plain)
    if iso:
        return (Day(int(iso[1]), int(iso[2]), int(iso[3])),)
    slashed = SLASHED.fullmatch(plain)
    if slashed:
        one, other, year = (int(part) for part in slashed.groups())
        either = {(one, other), (other, one)}
        return tuple(Day(year, m, d) for m, d in sorted(either) if 1 <= m <= MONTHS_OF_YEAR)
    return _in_words(plain)


def _in_words(plain: str) -> tuple[Day, ...]:
    year, month, day, weekday = 0, 0, 0, ""
    for word in WORD.findall(plain):
        if word in _months():
            month = _months()[word]
        elif word in _weekdays():
            weekday = _weekdays()[word]
        elif YEAR.fullmatch(word):
            year = int(word)
        elif DAY.fullmatch(word) and not day:
            day = int(word.rstrip("stndrh"))
        elif word not in FILLERS:
            return ()
    told = month or weekday or (year and not day)
    return (Day(year, month, day, weekday),) if told else ()


def same_day(key: Day, given: Day) -> bool:
    """Whether the date given is the key's.

    A year or a weekday left out, or added to a key without one, is no fault; a month or a day is.
    """
    if (key.month, key.day) != (given.month, given.day):
        return False
    told_alone = key.year and not key.month
    if told_alone or (key.year and given.year):
        return key.year == given.year
    if not key.month:
        return key.weekday == given.weekday
    return not (key.weekday and given.weekday) or key.weekday == given.weekday


@cache
def _months() -> dict[str, int]:
    found = {name: number for number, name in enumerate(MONTHS, 1)}
    return found | {name[:SHORTEST]: number for name, number in found.items()} | {"sept": 9}


@cache
def _weekdays() -> dict[str, str]:
    short = {name[:SHORTEST]: name for name in WEEKDAYS}
    return {name: name for name in WEEKDAYS} | short | {"tues": "tuesday", "thurs": "thursday"}
