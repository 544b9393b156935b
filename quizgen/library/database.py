"""The database behind the library: engines for SQLite and PostgreSQL, and one unit of work."""

import os
import sqlite3
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from quizgen.errors import InputError

BUSY_SECONDS = 30  # how long a write waits for others; a class of 100 is through in two
POOL = 20  # connections to PostgreSQL, which allows 100 unless told otherwise; twice at most
READING = "quizgen_reading"
SETTINGS = ("journal_mode=WAL", "foreign_keys=ON", "synchronous=FULL", "secure_delete=ON")
"""Of SQLite: a write-ahead log for many readers, keys enforced, what was acknowledged there after a
power cut, too, and deleted content overwritten."""
SYSTEMS = ("sqlite", "postgresql")


def default_url() -> str:
    """SQLite in the user's data folder."""
    from platformdirs import user_data_path

    return f"sqlite:///{user_data_path('quizgen', appauthor=False) / 'library.sqlite3'}"


def url_of(text: str) -> URL:
    """The URL of a database; a path is taken for an SQLite file.

    Raises InputError for another kind of database, and for SQLite in memory, which threads can't
    share.
    """
    spelled = text if "://" in text else f"sqlite:///{text}"
    try:
        url = make_url(spelled.replace("postgres://", "postgresql://", 1))
    except ArgumentError:
        msg = "the database's URL can't be read; write it like postgresql://user@host/name"
        raise InputError(msg) from None
    system = url.get_backend_name()
    if system not in SYSTEMS:
        msg = f"the database {system!r} is not supported; use SQLite or PostgreSQL"
        raise InputError(msg)
    if system == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if not url.database or url.database.startswith((":memory:", "file:")):
        msg = "a library in memory would be lost; name a file like sqlite:///library.sqlite3"
        raise InputError(msg)
    return url


def engine_of(url: URL) -> Engine:
    """An engine for the URL; nothing is connected yet but the folder of an SQLite file is made."""
    if url.get_backend_name() == "sqlite":
        _make_private(Path(url.database or ""))
        engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        return engine
    try:
        return create_engine(url, pool_pre_ping=True, pool_size=POOL, max_overflow=POOL)
    except ModuleNotFoundError:
        msg = "PostgreSQL needs psycopg; install it with: pip install 'quizgen-news[postgres]'"
        raise InputError(msg) from None


def reading_engine_of(url: URL) -> Engine:
    """An engine that only reads, and for SQLite a file that is there; no tables are migrated."""
    if url.get_backend_name() != "sqlite":
        return engine_of(url).execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
    place = f"file:{quote(str(Path(url.database or '').absolute()))}?mode=ro"
    connect = partial(
        sqlite3.connect, place, uri=True, timeout=BUSY_SECONDS, check_same_thread=False
    )
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "connect", _begin_by_hand)
    event.listen(engine, "begin", _begin)
    return engine


def _make_private(path: Path) -> None:
    """Make the folder and the file, readable by their owner only: they hold students' names."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        msg = f"the library {path} can't be opened ({error.strerror}); choose another place"
        raise InputError(msg) from None


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    _begin_by_hand(connection, _)
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}").close()


def _begin_by_hand(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`


def _begin(connection: Connection) -> None:
    """Begin; a writer at once, as one that read before could no longer wait for others."""
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN" if options.get(READING) else "BEGIN IMMEDIATE")


def fault(url: URL, error: SQLAlchemyError) -> InputError:
    """The error in one line, without the password that the URL may hold."""
    reason = str(getattr(error, "orig", error) or error).strip().partition("\n")[0]
    shown = url.render_as_string(hide_password=True)
    return InputError(f"the library {shown} can't be used ({reason}); is it there, and a library?")
