"""The calendar: months and weekdays, days counted from another day, and dates told in English."""

from calendar import monthrange
from datetime import date, timedelta

MONTHS = (
    "January February March April May June July August September October November December "
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTH_PARTS = 2  # of an ISO date that names a month
CLOSE = 45  # days
TWENTIETH = 1900  # the century of a year in two digits that is not near this one


def month_number(name: str) -> int:
    """The number of a month by its name or abbreviation, 1 to 12."""
    return next(n for n, month in enumerate(MONTHS, 1) if month[:3] == name[:3])


def weekday_number(name: str) -> int:
    """The number of a weekday by its name or abbreviation, 0 (Monday) to 6."""
    return next(n for n, day in enumerate(WEEKDAYS) if day[:3] == name[:3])


def day_of(year: int, month: int, day: int) -> date:
    """The day, or the last one of the month where the month is too short for it."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def months_from(day: date, shift: int) -> str:
    """The month so many months after the day's own: "2019-06"."""
    months = day.year * 12 + day.month - 1 + shift
    return f"{months // 12}-{months % 12 + 1:02}"


def week_of(day: date) -> str:
    """The ISO week of a day: "2019-W28"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def quarter_from(day: date, shift: int) -> str:
    """The quarter so many quarters after the day's own: "2019-Q2"."""
    quarters = day.year * 4 + (day.month - 1) // 3 + shift
    return f"{quarters // 4}-Q{quarters % 4 + 1}"


def weekday_near(weekday: int, published: date, way: int) -> date:
    """The last such weekday up to the day of publication, or the next one when `way` is 1."""
    if way > 0:
        return published + timedelta((weekday - published.weekday()) % 7)
    return published - timedelta((published.weekday() - weekday) % 7)


def year_of_month(month: int, published: date, way: int) -> int:
    """The year of a month told without one: last gone by, next to come, or nearest when 0."""
    years = (published.year - 1, published.year, published.year + 1)
    gaps = {year: (year - published.year) * 12 + month - published.month for year in years}
    fitting = [year for year in years if gaps[year] * way >= 0]
    return min(fitting, key=lambda year: (abs(gaps[year]), gaps[year]))


def year_of_day(month: int, day: int, published: date, way: int, weekday: str = "") -> int:
    """The year of a day told without one: the nearest, when `way` is not 0 also on that side.

    The year in which the day falls on the weekday goes first. A past verb may still tell of a day
    close ahead: "was adjourned until April 5".
    """
    years = [published.year - 1, published.year, published.year + 1]
    same = [
        y for y in years if weekday and WEEKDAYS[day_of(y, month, day).weekday()][:3] == weekday[:3]
    ]
    years = same or years
    gaps = {year: (day_of(year, month, day) - published).days for year in years}
    fitting = [year for year in years if gaps[year] * way >= 0 or 0 < gaps[year] <= CLOSE]
    return min(fitting or years, key=lambda year: abs(gaps[year]))


def full_year(text: str, published: date | None) -> int:
    """A year of two digits in full, the nearest to the day of publication."""
    if len(text) > 2:  # noqa: PLR2004 - digits
        return int(text)
    now = published.year if published else TWENTIETH + 100
    century = now - now % 100
    return min((century - 100 + int(text), century + int(text)), key=lambda y: abs(y - now))


def spoken(value: str) -> str:
    """An ISO date as English: "July 11, 2019", "July 2019", "2019"."""
    parts = value.partition("T")[0].split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    if len(parts) == MONTH_PARTS:
        return f"{month} {parts[0]}"
    year = "" if parts[0] == "XXXX" else f", {parts[0]}"
    return f"{month} {int(parts[2])}{year}"
