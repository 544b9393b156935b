"""Handing out: the terms a teacher sets, and the link students follow."""

import io
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from urllib.parse import urlsplit

from quizgen.library.publishing import Show, Terms

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
ANSWERS: dict[Show, str] = {
    "at_once": "After each answer",
    "at_end": "At the end",
}
TRIES: dict[str, int | None] = {"1": 1, "2": 2, "3": 3, "As many as they like": None}
EVENING = time(23, 59)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form says: days and times on the teacher's clock, None for no limit."""

    opens: tuple[date, time] | None
    closes: tuple[date, time] | None
    tries: str
    answers: Show
    mix: bool
    versions: int


def terms_of(wish: Wish, zone: tzinfo) -> Terms:
    """The terms as the library keeps them, of a wish in a time zone."""
    return Terms(
        opens_at=_moment(wish.opens, zone),
        closes_at=_moment(wish.closes, zone),
        attempts_allowed=TRIES.get(wish.tries, 1),
        shuffle_questions=wish.mix,
        shuffle_options=wish.mix,
        show_answers=wish.answers,
        versions=wish.versions,
    )


def _moment(given: tuple[date, time] | None, zone: tzinfo) -> datetime | None:
    return datetime.combine(*given, zone).astimezone(UTC) if given else None


def link(address: str, code: str) -> str:
    """Where students go, from the address of any page of the app."""
    parts = urlsplit(address)
    return f"{parts.scheme or 'http'}://{parts.netloc or 'localhost:8501'}/?code={code}"


def picture(link_: str) -> bytes:
    """The link as a QR picture (PNG), with the quiet edge that cameras need."""
    import segno

    drawn = io.BytesIO()
    segno.make(link_, micro=False).save(drawn, kind="png", scale=8, border=3)
    return drawn.getvalue()


def only_here(address: str) -> bool:
    """Whether the address leads nowhere from another machine."""
    return (urlsplit(address).hostname or "localhost") in LOCAL


def in_a_week(now: datetime, zone: tzinfo) -> date:
    """The day a week from now, offered as the last one."""
    return (now.astimezone(zone) + timedelta(days=7)).date()


def spaced(code: str) -> str:
    """The code in two halves, as it is read aloud."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"
