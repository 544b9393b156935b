"""Columns: how texts and times are kept, the same in SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator


class Words(TypeDecorator[str]):
    """Text in which NUL and lone surrogates, which databases refuse, stand as U+FFFD."""

    impl = Text
    cache_ok = True
    python_type = str

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text as it can be kept."""
        return None if value is None else storable(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:  # noqa: ARG002, ANN401 - as the base class says
        """The text as it was kept."""
        return value


class Moment(TypeDecorator[datetime]):
    """An aware UTC time; SQLite, which knows no time zones, holds it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True
    python_type = datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time in UTC. Raises ValueError for a time without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"{value} has no time zone; give an aware time"
            raise ValueError(msg)
        universal = value.astimezone(UTC)
        return universal.replace(tzinfo=None) if dialect.name == "sqlite" else universal

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time, aware, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


def storable(text: str) -> str:
    """The text without characters that no database takes."""
    whole = "".join("\ufffd" if "\ud800" <= mark <= "\udfff" else mark for mark in text)
    return whole.replace("\0", "\ufffd")
