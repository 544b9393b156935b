"""The library: where articles, quizzes, classes and answers are kept.

`Library.open` brings the tables up to date. The other modules of this package are functions that
take a library; each is one unit of work, committed when it returns.
"""

import secrets
from base64 import b32encode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Lock

from sqlalchemy import URL, Engine, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from quizgen.library import database, migrating

Chance = Callable[[int], bytes]
"""Gives so many random bytes; `secrets.token_bytes` unless a test gives its own."""


@dataclass(frozen=True)
class Library:
    """An open library. Threads may share it; each unit of work has its own connection."""

    url: URL
    engine: Engine
    chance: Chance = secrets.token_bytes
    _current: ContextVar[Session | None] = field(
        default_factory=lambda: ContextVar("session", default=None), repr=False
    )
    _turn: Lock = field(default_factory=Lock, repr=False)

    @classmethod
    def open(cls, url: str = "", *, chance: Chance = secrets.token_bytes) -> "Library":
        """The library at a URL or path, by default in the user's data folder; made if missing.

        Raises InputError when it can't be reached, is no library, or was made by a newer quizgen.
        """
        place = database.url_of(url or database.default_url())
        engine = database.engine_of(place)
        try:
            migrating.upgrade(engine)
        except DatabaseError as error:
            engine.dispose()
            raise database.fault(place, error) from None
        except BaseException:
            engine.dispose()
            raise
        return cls(place, engine, chance)

    @classmethod
    def to_read(cls, url: str) -> "Library":
        """The library at a URL or path, to be read alone: nothing is made and nothing migrated.

        It may be opened where nothing can be written. That it is there is seen at the first look.
        """
        place = database.url_of(url)
        return cls(place, database.reading_engine_of(place))

    @contextmanager
    def work(self) -> Iterator[Session]:
        """A unit of work that may write: committed at the end, undone by any error.

        Within another one it joins that one, so that several steps happen together or not at all.
        """
        current = self._current.get()
        if current is not None:
            yield current
            current.flush()
            return
        with (
            self._writer(),
            self._faults(),
            Session(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            mark = self._current.set(session)
            try:
                yield session
            finally:
                self._current.reset(mark)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A unit of work that only reads, and so waits for nobody; sees a joined one's changes."""
        current = self._current.get()
        if current is not None:
            yield current
            return
        reader = self.engine.execution_options(**{database.READING: True})
        with self._faults(), Session(reader) as session:
            yield session

    def _writer(self) -> AbstractContextManager[object]:
        """The turn to write.

        SQLite has one writer at a time, and lets those who wait sleep ever longer while newcomers
        go first (100 threads answering without a pause: 95 % within 3.2 s, by turns within 1.0 s).
        """
        return self._turn if self.engine.dialect.name == "sqlite" else nullcontext()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """Faults of the database's surroundings, such as a full disk, as InputError."""
        try:
            yield
        except OperationalError as error:
            raise database.fault(self.url, error) from None

    def token(self, length: int = 20) -> str:
        """A new unguessable text of letters and digits, from so many random bytes."""
        return b32encode(self.chance(length)).decode().rstrip("=").lower()

    def vacuum(self) -> None:
        """Give the space of what was deleted back, and leave no trace of it in the file."""
        with self.engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            connection.execute(text("VACUUM"))
            if self.engine.dialect.name == "sqlite":
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def settle(self) -> None:
        """Leave an SQLite file whole in itself, so that it is read where nothing can be written.

        Nothing happens while others have it open.
        """
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as plain, suppress(OperationalError):
                connection = plain.execution_options(isolation_level="AUTOCOMMIT")
                connection.execute(text("PRAGMA busy_timeout = 0"))
                connection.execute(text("PRAGMA journal_mode = DELETE"))

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()
