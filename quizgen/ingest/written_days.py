"""Written days: the days that English words, file names and addresses name."""

import re
from datetime import date

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
DAY = (
    rf"{WEEKDAY}(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
)
"""A regular expression of a day, in whatever case, with its month's name or by ISO 8601."""
EARLIEST = 1900
WRITTEN = re.compile(
    rf"(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?"
    rf"(?P<month2>{MONTH}))(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
    re.IGNORECASE,
)
FIGURES = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<dash>[-_/.]?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)(?!\d)"
)
PATH = re.compile(
    r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2}|[a-z]{3,9})/(?P<day>\d{1,2})(?=[/-]|$)",
    re.IGNORECASE,
)


def day_in(text: str) -> date | None:
    """The first day that a text names in words ("12 July 2019") or by ISO 8601, None for none."""
    match = WRITTEN.search(text)
    if match is None:
        return _day(FIGURES.search(text))
    month = MONTHS.index((match["month"] or match["month2"])[:3].casefold()) + 1
    return _valid(int(match["year"]), month, int(match["day"] or match["day2"]))


def day_of_name(name: str) -> date | None:
    """The day in a file's name ("2019-07-12 curbs.txt"), None for none."""
    return day_in(re.sub(r"_", " ", name)) or _day(FIGURES.search(name))


def day_of_address(url: str) -> date | None:
    """The day in the path of an address ("/2019/jul/12/"), None for none."""
    return _day(PATH.search(url)) or _day(FIGURES.search(url.partition("?")[0]))


def _day(match: re.Match[str] | None) -> date | None:
    if match is None:
        return None
    written = match["month"].casefold()
    known = written[:3] in MONTHS
    month = MONTHS.index(written[:3]) + 1 if known else int(written) if written.isdigit() else 0
    return _valid(int(match["year"]), month, int(match["day"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= EARLIEST else None
    except ValueError:
        return None
