"""Options of the whole library, such as the hash of the teacher's passcode."""

from datetime import datetime

from quizgen.library.library import Library
from quizgen.library.tables import SettingRow

PRIVATE = "private."  # settings of such names leave the library only with a backup


def get(library: Library, key: str, default: str = "") -> str:
    """The value kept under a key, or the default."""
    with library.reading() as session:
        row = session.get(SettingRow, key)
        return default if row is None else row.value


def put(library: Library, key: str, value: str, *, now: datetime) -> None:
    """Keep a value under a key."""
    with library.work() as session:
        row = session.get(SettingRow, key)
        if row is None:
            session.add(SettingRow(key=key, value=value, changed_at=now))
        else:
            row.value, row.changed_at = value, now


def drop(library: Library, key: str) -> None:
    """Forget what is kept under a key."""
    with library.work() as session:
        row = session.get(SettingRow, key)
        if row is not None:
            session.delete(row)
