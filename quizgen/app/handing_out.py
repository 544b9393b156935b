"""Handing out: the terms a teacher sets, and the link students follow."""

import io
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from urllib.parse import urlsplit

from quizgen.library.publishing import Show, Terms

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
ANSWERS: dict[Show, str] = {
    "at_once": "After each answer",
    "at_end": "At the end",
}
TRIES: dict[str, int | None] = {"1": 1, "2": 2, "3": 3, "As many as they like": None}
MORNING, EVENING = time(8), time(23, 59)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the form says: days and times on the teacher's clock, None for no limit."""

    opens: tuple[date, time] | None = None
    closes: tuple[date, time] | None = None
    tries: str = "1"
    answers: Show = "at_once"
    mix: bool = True
    versions: int = 1


def terms_of(wish: Wish, zone: tzinfo) -> Terms:
    """The terms as the library keeps them, of a wish in a time zone."""
    return Terms(
        opens_at=moment(wish.opens, zone),
        closes_at=moment(wish.closes, zone),
        attempts_allowed=TRIES[wish.tries] if wish.tries in TRIES else int(wish.tries),
        shuffle_questions=wish.mix,
        shuffle_options=wish.mix,
        show_answers=wish.answers,
        versions=wish.versions,
    )


def wish_of(terms: Terms, zone: tzinfo) -> Wish:
    """The terms as the form says them, in a time zone."""
    allowed = terms.attempts_allowed
    named = (name for name, number in TRIES.items() if number == allowed)
    return Wish(
        opens=_parts(terms.opens_at, zone),
        closes=_parts(terms.closes_at, zone),
        tries=next(named, str(allowed)),
        answers=terms.show_answers,
        mix=terms.shuffle_questions or terms.shuffle_options,
        versions=terms.versions,
    )


def _parts(moment: datetime | None, zone: tzinfo) -> tuple[date, time] | None:
    if moment is None:
        return None
    local = moment.astimezone(zone).replace(second=0, microsecond=0)
    return local.date(), local.time()


def changed(terms: Terms, wish: Wish, zone: tzinfo) -> Terms:
    """The terms with what the form says otherwise; what it does not change stays to the second."""
    before, after = wish_of(terms, zone), terms_of(wish, zone)
    return replace(
        after,
        opens_at=terms.opens_at if wish.opens == before.opens else after.opens_at,
        closes_at=terms.closes_at if wish.closes == before.closes else after.closes_at,
        shuffle_questions=terms.shuffle_questions if wish.mix == before.mix else wish.mix,
        shuffle_options=terms.shuffle_options if wish.mix == before.mix else wish.mix,
    )


def moment(given: tuple[date, time] | None, zone: tzinfo) -> datetime | None:
    """The time in UTC of a day and a time on a clock."""
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
