"""Times counted from the day of publication: weekdays, "last month", "three days ago", clocks."""

from collections.abc import Callable
from datetime import date, timedelta

from quizgen.analysis.amounts import number
from quizgen.analysis.times import calendar
from quizgen.analysis.times.lengths import singular
from quizgen.analysis.times.values import SHIFTS, Context, Parts, Reading, Value

DAY_SHIFTS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
DAY_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
CLOCK_NAMES = {"noon": 12, "midday": 12, "midnight": 0}
NOON = 12


def _with_part(day: date, parts: Parts) -> Value:
    part = DAY_PARTS.get(parts.get("part", "").lower(), "")
    return Value(day.isoformat() + part, "date", "day")


def _weekday(parts: Parts, context: Context) -> Value:
    """The last such weekday, or the next one where the verb speaks of what is to come."""
    published, shift = context.published, SHIFTS.get(parts.get("shift", "this").lower())
    if published is None:
        return Value("", "date", "day")
    if shift is None or shift > 0:
        return Value("", "date", "other")  # "next Friday" may be this or the one after
    weekday = calendar.weekday_number(parts["weekday"])
    if "week" in parts:
        monday = published - timedelta(published.weekday())
        return _with_part(monday + timedelta(7 * SHIFTS[parts["week"]] + weekday), parts)
    this = parts.get("shift", "").lower() == "this"
    way = -1 if shift else 1 if this and context.way >= 0 else context.way
    return _with_part(calendar.weekday_near(weekday, published, way), parts)


def _named_day(parts: Parts, context: Context) -> Value:
    if context.published is None:
        return Value("", "date", "day")
    named = parts["named"].lower()
    shift = DAY_SHIFTS[named] + {"before": -1, "after": 1}.get(parts.get("step", ""), 0)
    night = {"part": "night"} if named == "tonight" else parts
    return _with_part(context.published + timedelta(shift), night)


def _unit(parts: Parts, context: Context) -> Value:
    """The value of "last week", "this morning", "the end of the year"."""
    unit, word = parts["unit"].lower(), parts.get("shift", "this").lower()
    shift = None if word in {"previous", "prior"} or "the" in parts else SHIFTS.get(word)
    if unit in {"day", "morning", "afternoon"} and word == "next":
        shift = None  # "the next day" is counted from another
    if context.published is None or shift is None:
        grain = unit if unit in {"day", "month", "year"} else "other"
        return Value("", "date", grain)  # type: ignore[arg-type]
    return UNITS[unit](context.published, shift, context.way)


def _week_unit(published: date, shift: int, _: int) -> Value:
    return Value(calendar.week_of(published + timedelta(7 * shift)))


def _weekend_unit(published: date, shift: int, way: int) -> Value:
    """The weekend: early in the week, the one gone by where the verb tells the past."""
    back = shift == -1 or (shift == 0 and way < 0)
    early = published.weekday() < 5  # noqa: PLR2004 - Monday to Friday
    return Value(calendar.week_of(published - timedelta(7 if back and early else 0)) + "-WE")


def _day_unit(part: str) -> Callable[[date, int, int], Value]:
    def value(published: date, shift: int, _: int) -> Value:
        return Value((published + timedelta(shift)).isoformat() + part, "date", "day")

    return value


UNITS: dict[str, Callable[[date, int, int], Value]] = {
    "day": _day_unit(""),
    **{name: _day_unit(part) for name, part in DAY_PARTS.items()},
    "week": _week_unit,
    "weekend": _weekend_unit,
    "month": lambda day, shift, _: Value(calendar.months_from(day, shift), "date", "month"),
    "quarter": lambda day, shift, _: Value(calendar.quarter_from(day, shift)),
    "year": lambda day, shift, _: Value(str(day.year + shift), "date", "year"),
    "decade": lambda day, shift, _: Value(str(day.year // 10 + shift), "date", "decade"),
    "century": lambda day, shift, _: Value(str(day.year // 100 + shift)),
    "fortnight": lambda *_: Value(""),
}


def _ago(parts: Parts, context: Context) -> Value:
    """The value of "three days ago", as exact as its unit."""
    count, unit = number(parts.get("n", "")), singular(parts["length"])
    count = 1 if parts.get("n", "").lower() in {"a", "an"} else count
    if context.published is None or not count or count != int(count):
        return Value("")
    step = int(count) * (-1 if parts["way"].lower() == "ago" else 1)
    if unit in {"day", "night", "week"}:
        told = context.published + timedelta(step * (7 if unit == "week" else 1))
        week = Value(calendar.week_of(told))
        return week if unit == "week" else Value(told.isoformat(), "date", "day")
    if unit == "month":
        return Value(calendar.months_from(context.published, step))
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    return Value(str(context.published.year + step * years) if years else "")


def _later(_: Parts, __: Context) -> Value:
    """No value: "two weeks later" is counted from another time of the text."""
    return Value("")


def _clock(parts: Parts, context: Context) -> Value:
    """The time of day on the day of publication, or on the weekday told with it."""
    hour = _hour(parts)
    if context.published is None or hour is None:
        return Value("", "time")
    day = context.published
    if "weekday" in parts:
        weekday = calendar.weekday_number(parts["weekday"])
        day = calendar.weekday_near(weekday, day, context.way)
    zone = "Z" if parts.get("zone") in {"UTC", "GMT"} and "offset" not in parts else ""
    if "offset" in parts:
        offset = int(parts["offset"].replace(" ", ""))
        zone = f"{offset:+03}:00"
    return Value(f"{day}T{hour:02}:{parts.get('minute', '00')}{zone}", "time")


def _hour(parts: Parts) -> int | None:
    if "named" in parts:
        return CLOCK_NAMES[parts["named"].lower()]
    hour = number(parts["hour"])
    half = parts.get("meridiem", "").lower()[:1]
    if hour is None or not half:
        return None if hour is None else int(hour)
    return int(hour) % NOON + (NOON if half == "p" else 0)


def _reference(parts: Parts, _: Context) -> Value:
    return Value("PRESENT_REF" if "present" in parts else "PAST_REF")


READINGS: dict[str, Reading] = {
    "weekday": _weekday,
    "named_day": _named_day,
    "unit": _unit,
    "ago": _ago,
    "later": _later,
    "clock": _clock,
    "reference": _reference,
}
