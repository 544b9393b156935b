"""Guessing: codes entered that do not exist are counted, and too many of them stop."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from quizgen.library.class_tables import GuessRow
from quizgen.library.library import Library
from quizgen.library.refusals import RefusedError

WINDOW = timedelta(minutes=10)
FROM_ONE = 10  # wrong codes from one source within the window: more than anyone mistypes
FROM_ALL = 600  # of 47 million codes: to hit one of ten open ones takes weeks on average


def require_few(library: Library, source: str, *, now: datetime) -> None:
    """Raise RefusedError when too many wrong codes came from this source, or from all together.

    `source` is what tells those who enter codes apart: an address, or a browser's session.
    """
    recent = select(func.count()).where(GuessRow.at > now - WINDOW)
    with library.reading() as session:
        own = session.scalar(recent.where(GuessRow.source == source)) or 0
        every = session.scalar(recent) or 0
    if own >= FROM_ONE or every >= FROM_ALL:
        minutes = int(WINDOW.total_seconds() // 60)
        msg = f"too many wrong codes; wait {minutes} minutes and ask your teacher for the code"
        raise RefusedError("too_many_guesses", msg)


def count(library: Library, source: str, *, now: datetime) -> None:
    """Count a wrong code, and forget those older than the window."""
    with library.work() as session:
        session.add(GuessRow(source=source, at=now))
        session.execute(delete(GuessRow).where(GuessRow.at <= now - WINDOW))


def forget(library: Library) -> None:
    """Forget all wrong codes, when the teacher lets a class try again."""
    with library.work() as session:
        session.execute(delete(GuessRow))
