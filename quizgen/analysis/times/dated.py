"""Dates by the calendar: days, months, seasons, quarters, years and more."""

from datetime import date

from quizgen.analysis.times import calendar
from quizgen.analysis.times.values import SHIFTS, Context, Grain, Parts, Reading, Value

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
FIXED_HOLIDAYS = {
    "New Year's Eve": (12, 31), "New Year's Day": (1, 1), "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25), "Christmas": (12, 25), "Boxing Day": (12, 26),
    "Valentine's Day": (2, 14), "Halloween": (10, 31), "Independence Day": (7, 4),
}  # fmt: skip
LAST_MONTH = 12


def _year(parts: Parts, context: Context) -> int | None:
    """The year told, by its figures or as "last year"."""
    if "year" in parts:
        return calendar.full_year(parts["year"], context.published)
    shift = SHIFTS.get(parts.get("turn", "").lower())
    known = context.published is not None and shift is not None
    return context.published.year + shift if known else None  # type: ignore[union-attr,operator]


def _grain(parts: Parts) -> Grain:
    """The grain of a part of a year: a year where that is told, so that it can be asked for."""
    return "year" if "year" in parts else "other"


def _day(parts: Parts, context: Context) -> Value:
    month, day = calendar.month_number(parts["month"]), int(parts["day"])
    year, published = _year(parts, context), context.published
    absolute = "turn" not in parts
    if year is None and published is not None and absolute:
        year = calendar.year_of_day(month, day, published, context.way, parts.get("weekday", ""))
    if year is None:
        return Value(f"XXXX-{month:02}-{day:02}" if absolute else "", "date", "day", absolute)
    told = calendar.day_of(year, month, day)
    if "until" in parts:
        last = calendar.day_of(year, month, int(parts["until"]))
        return Value(f"{told}/{last}", "date", "other", absolute)
    return Value(told.isoformat(), "date", "day", absolute)


def _figures(parts: Parts, context: Context) -> Value:
    """A day in figures; of "7/8/07" the month comes first, unless the other is nearer or alone."""
    year = calendar.full_year(parts["year"], context.published)
    if "month" in parts:
        pairs = [(int(parts["month"]), int(parts["day"]))]
    else:
        first, second = int(parts["first"]), int(parts["second"])
        pairs = [(first, second), (second, first)]
    days = [date(year, m, d) for m, d in pairs if 1 <= m <= LAST_MONTH and 1 <= d <= 28]  # noqa: PLR2004
    if not days:
        days = [calendar.day_of(year, m, d) for m, d in pairs if 1 <= m <= LAST_MONTH and d]
    if not days:
        return Value("")
    published = context.published
    told = min(days, key=lambda d: abs((d - published).days)) if published else days[0]
    return Value(told.isoformat(), "date", "day", absolute=True)


def _month(parts: Parts, context: Context) -> Value:
    month, year = calendar.month_number(parts["month"]), _year(parts, context)
    text = f"{year}-{month:02}" if year else ""
    return Value(text, "date", "month", "turn" not in parts)


def _bare_month(parts: Parts, context: Context) -> Value:
    """A month without a year; "last July" is gone by and not the month of publication."""
    if context.published is None:
        return Value("", "date", "month")
    shift, published, way = parts.get("shift", "").lower(), context.published, context.way
    month = calendar.month_number(parts["month"])
    if shift in {"following", "same", "that", "previous"}:
        return Value("", "date", "month")
    if SHIFTS.get(shift):
        way = SHIFTS[shift]
        if month == published.month:
            return Value(f"{published.year + way}-{month:02}", "date", "month")
    year = calendar.year_of_month(month, published, way)
    return Value(f"{year}-{month:02}", "date", "month")


def _season(parts: Parts, context: Context) -> Value:
    season, year = SEASONS[parts["season"].lower()], _year(parts, context)
    if "shift" in parts and context.published is not None:
        shift = SHIFTS.get(parts["shift"].lower())
        over = shift == -1 and context.published.month > season_end(season)
        year = None if shift is None else context.published.year + (0 if over else shift)
    return Value(f"{year}-{season}" if year else "", "date", _grain(parts), "year" in parts)


def season_end(season: str) -> int:
    """The last month of a season of the northern half of the world; winter ends the next year."""
    return {"SP": 5, "SU": 8, "FA": 11, "WI": 14}[season]


def _quarter(parts: Parts, context: Context) -> Value:
    order = {"first": 1, "1": 1, "second": 2, "2": 2, "third": 3, "3": 3}
    word = parts["ordinal"].lower()[:6]
    told = order.get(word, order.get(word[:1], 0)) or 4
    year, published = _year(parts, context), context.published
    if word == "last" and "year" not in parts and "turn" not in parts:
        return Value(calendar.quarter_from(published, -1) if published else "", "date", "other")
    if year is None and published is not None and "turn" not in parts and "shift" not in parts:
        month = 3 * told if context.way <= 0 else 3 * told - 2
        year = calendar.year_of_month(month, published, context.way or -1)
    return Value(f"{year}-Q{told}" if year else "", "date", _grain(parts), "year" in parts)


def _half_year(parts: Parts, context: Context) -> Value:
    half = 1 if parts["ordinal"].lower() in {"first", "1st"} else 2
    year = _year(parts, context)
    return Value(f"{year}-H{half}" if year else "", "date", _grain(parts), "year" in parts)


def _fiscal(parts: Parts, context: Context) -> Value:
    year = _year(parts, context)
    return Value(f"FY{year}" if year else "", "date", "other", "year" in parts)


def _years(parts: Parts, _: Context) -> Value:
    """Two years: "2014-16"; a season or school year "2019-20" likewise."""
    first, until = parts["year"], parts["until"]
    return Value(f"{first}/{first[: -len(until)]}{until}", "date", "other", absolute=True)


def _plain_year(parts: Parts, _: Context) -> Value:
    return Value(parts["year"], "date", "year", absolute=True)


def _decade(parts: Parts, _: Context) -> Value:
    told = parts.get("decade") or "19" + parts["short"]
    return Value(told[:3], "date", "decade", absolute=True)


def _century(parts: Parts, _: Context) -> Value:
    told = int(parts["century"].rstrip("sndrth"))
    return Value(f"{told - 1:02}", "date", "other", absolute=True)


def _holiday(parts: Parts, context: Context) -> Value:
    """A holiday of a fixed day has its value; it is never told otherwise than by name."""
    day = FIXED_HOLIDAYS.get(parts["holiday"])
    year, published = _year(parts, context), context.published
    if day is None or (year is None and published is None):
        return Value("", "date", "other", "year" in parts)
    if year is None and published is not None:
        year = calendar.year_of_day(*day, published, context.way)
    return Value(f"{year}-{day[0]:02}-{day[1]:02}", "date", "other", "year" in parts)


READINGS: dict[str, Reading] = {
    "day": _day,
    "figures": _figures,
    "month": _month,
    "bare_month": _bare_month,
    "season": _season,
    "quarter": _quarter,
    "half_year": _half_year,
    "fiscal": _fiscal,
    "years": _years,
    "year": _plain_year,
    "decade": _decade,
    "century": _century,
    "holiday": _holiday,
}
