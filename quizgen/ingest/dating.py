"""Dating: the day of publication, from the surest of what tells it, and what told it."""

from dataclasses import dataclass
from datetime import date

from quizgen.ingest.heads import Head
from quizgen.ingest.written_days import day_of_address, day_of_name

GIVEN = "the user"


@dataclass(frozen=True, slots=True)
class Dating:
    """A day of publication, and what told it; None and "" where nothing did."""

    day: date | None = None
    told_by: str = ""


def dated(
    head: Head,
    *,
    given: date | None = None,
    read: date | None = None,
    read_from: str = "",
    url: str = "",
    name: str = "",
) -> Dating:
    """The day that was given, else what the file's own data say, its text, address or name."""
    found = (
        Dating(given, GIVEN),
        Dating(read, read_from or "the file's own data"),
        Dating(head.published, head.dated_by),
        Dating(day_of_address(url), "the address"),
        Dating(day_of_name(name), "the file's name"),
    )
    return next((each for each in found if each.day is not None), Dating())
