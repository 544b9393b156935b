"""Values: what a time means, and what its reading depends on.

A value is ISO 8601 where that has a form, else TIMEX3: "2019-07-11", "2019-07", "2019", "199" (a
decade), "2019-W28", "2019-Q3", "2019-SU", "P3D", "2019-07-11T18:00", "2019-07-11TMO" (a morning),
"2014/2016" (a range); "" for what can't be told.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

TimeKind = Literal["date", "duration", "set", "time"]
Grain = Literal["day", "month", "year", "decade", "other"]
Parts = dict[str, str]
SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "this past": -1,
    "this": 0, "current": 0, "the": 0, "the current": 0,
    "next": 1, "coming": 1, "upcoming": 1, "this coming": 1, "the previous": -1,
}  # fmt: skip
"""How many units of time before or after that of publication a word leads."""


@dataclass(frozen=True, slots=True)
class Context:
    """The day of publication, and whether the verb tells of what was (-1), is to come (1) or 0."""

    published: date | None
    way: int = 0


@dataclass(frozen=True, slots=True)
class Value:
    """What a time means; `absolute` when it needs no day of publication to be understood."""

    text: str
    kind: TimeKind = "date"
    grain: Grain = "other"
    absolute: bool = False


Reading = Callable[[Parts, Context], Value]
"""A function from the parts of a time's form to its value."""
