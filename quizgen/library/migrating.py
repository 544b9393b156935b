"""Migrating: tables brought to the version that this quizgen knows, by the shipped migrations."""

from importlib.resources import as_file, files
from pathlib import Path
from threading import Lock
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import RevisionStep
from alembic.script import ScriptDirectory
from alembic.script.revision import RevisionError
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, inspect, text

from quizgen.errors import InputError
from quizgen.library.copying import set_aside
from quizgen.library.tables import Table

ONE_AT_A_TIME = Lock()  # Alembic's context is one for the whole process
LOCK = 7_203_114  # any number: the lock under which PostgreSQL lets one process migrate


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the tables up to date (or to a step), in one transaction, one process at a time.

    An SQLite file is copied aside before it is changed. Raises InputError for tables of a newer
    quizgen, for a database that holds other things, and where the copy finds no room.
    """
    with ONE_AT_A_TIME, as_file(files("quizgen.library") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        scripts = ScriptDirectory.from_config(config)
        with engine.begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            _require_own(connection)
            try:
                _run(config, scripts, connection, to)
            except (CommandError, RevisionError):
                msg = "the library was made by a newer quizgen; update quizgen to open it"
                raise InputError(msg) from None


def _require_own(connection: Connection) -> None:
    """Raise InputError for a database that holds tables but none of alembic's."""
    found = set(inspect(connection).get_table_names())
    if found and "alembic_version" not in found:
        msg = "the database holds something else than a quizgen library; name an empty one"
        raise InputError(msg)


def _run(config: Config, scripts: ScriptDirectory, connection: Connection, to: str) -> None:
    def steps(current: Any, _: object) -> list[RevisionStep]:  # noqa: ANN401 - by Alembic's word
        found = scripts._upgrade_revs(to, current)  # noqa: SLF001 - as its own command does
        place = connection.engine.url.database
        if found and current and place and connection.dialect.name == "sqlite":
            set_aside(Path(place), "-".join(current))
        return found

    context = EnvironmentContext(config, scripts, fn=steps)
    with context:
        context.configure(connection=connection, target_metadata=Table.metadata)
        context.run_migrations()
