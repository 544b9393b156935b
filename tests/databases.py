"""Databases for tests: an SQLite file always, a PostgreSQL started from Debian's packages."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

NOBODY = "postgres"  # PostgreSQL refuses to run as root; Debian's package makes this user
NUMBERS = count(1)


def programs() -> Path | None:
    """The folder of the newest PostgreSQL on this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=_version)
    return found[-1].parent if found else None


def _version(path: Path) -> int:
    name = path.parents[1].name
    return int(name) if name.isdigit() else 0


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """The URL, up to the database's name, of a PostgreSQL that runs while the block does."""
    binaries = programs()
    assert binaries is not None
    user = NOBODY if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    if os.geteuid() == 0:
        shutil.chown(folder, NOBODY)
    data = folder / "data"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    run(user, binaries / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "-N")
    settings = f"-p {port} -h 127.0.0.1 -k '' -c fsync=off -c max_connections=60"
    start = ("start", "-D", data, "-w", "-t", 60, "-l", folder / "log", "-o", settings)
    run(user, binaries / "pg_ctl", *start)
    try:
        yield f"postgresql://tests@127.0.0.1:{port}"
    finally:
        run(user, binaries / "pg_ctl", "stop", "-D", data, "-m", "immediate")


def run(user: str, *command: object) -> None:
    """Run a program of PostgreSQL as a user that is not root."""
    runner = ["runuser", "-u", user, "--"] if os.geteuid() == 0 else []
    words = [*runner, *map(str, command)]
    subprocess.run(words, check=True, capture_output=True, cwd="/")


def new_database(url: str) -> str:
    """The URL of a new, empty database of the server."""
    from sqlalchemy import create_engine, text

    name = f"library{next(NUMBERS)}"
    base = url.replace("postgresql://", "postgresql+psycopg://") + "/postgres"
    engine = create_engine(base, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return f"{url}/{name}"
