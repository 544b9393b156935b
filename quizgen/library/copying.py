"""Copying: the file of an SQLite library as it stands at one moment, while others use it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from quizgen.errors import InputError


def copy(source: Path, target: Path) -> None:
    """Copy a library into a new file or an empty one, by SQLite's online backup."""
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)
        written.execute("PRAGMA journal_mode=DELETE").close()  # all of it in the one file


def set_aside(place: Path, step: str) -> Path:
    """The copy of a library that is about to be changed: beside it, named by its tables' step.

    A copy that is there already is left alone. Raises InputError where there is no room.
    """
    target = _free(place, step)
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
        copy(place, target)
    except (OSError, sqlite3.Error) as error:
        target.unlink(missing_ok=True)
        msg = (
            f"the library can't be copied to {target} before it is brought up to date ({error}); "
            "nothing was changed: make room there, then try again"
        )
        raise InputError(msg) from None
    return target


def _free(place: Path, step: str) -> Path:
    """A name like "library.step-0001.sqlite3", or "library.step-0001-2.sqlite3" behind it."""
    number, end = 1, ""
    while (found := place.with_name(f"{place.stem}.step-{step}{end}{place.suffix}")).exists():
        number += 1
        end = f"-{number}"
    return found
