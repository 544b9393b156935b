"""Exchange: everything that is kept as one JSON document, "quizgen/library/1", and back.

The document holds a list of rows for each table. Importing merges by id: what the library has
stays as it is, what it lacks is added.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Table, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizgen.documents import CreatedWith, QuestionDocument
from quizgen.errors import InputError
from quizgen.library import class_tables, news_tables, revisions, tables
from quizgen.library.bodies import Entry
from quizgen.library.columns import storable
from quizgen.library.library import Library
from quizgen.library.options import PRIVATE
from quizgen.library.tables import HeadRow, QuizRow, RevisionRow, VersionRow

SCHEMA = "quizgen/library/1"
DERIVED = {
    news_tables.BankRow.__tablename__,
    news_tables.NewsRow.__tablename__,
    news_tables.NewsNameRow.__tablename__,
    tables.QuestionRow.__tablename__,
    class_tables.GuessRow.__tablename__,
}
"""Tables left out: names and the question bank are found anew, guesses are of the moment."""
SHAPES: Mapping[tuple[str, str], TypeAdapter[Any]] = {
    ("quizzes", "made_with"): TypeAdapter(CreatedWith),
    ("question_versions", "body"): TypeAdapter(QuestionDocument),
    ("revisions", "entries"): TypeAdapter(list[Entry]),
}

Rows = list[dict[str, Any]]


def kept_tables() -> tuple[Table, ...]:
    """The tables of the document, each behind those that it refers to."""
    ordered = tables.Table.metadata.sorted_tables
    return tuple(table for table in ordered if table.name not in DERIVED)


def exported(library: Library, *, private: bool = False) -> str:
    """The library as JSON; with `private` settings only where it stays with its owner."""
    document: dict[str, Any] = {"schema": SCHEMA}
    with library.reading() as session:
        for table in kept_tables():
            document[table.name] = list(_rows(session, table, private=private))
    return storable(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _rows(session: Session, table: Table, *, private: bool) -> Iterable[dict[str, Any]]:
    for row in session.execute(select(table).order_by(*table.primary_key.columns)).mappings():
        if private or table.name != "settings" or not row["key"].startswith(PRIVATE):
            yield {name: _written(value) for name, value in row.items()}


def _written(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    return value.isoformat() if isinstance(value, date | datetime) else value


def imported(library: Library, text: str) -> int:
    """How many rows were added from a document.

    Raises InputError, and changes nothing, for another kind of file, a broken one, a newer one,
    and one that contradicts what the library holds.
    """
    document = _parsed(text)
    with library.work() as session:
        return merge(session, document)


def _parsed(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        msg = "the file is not JSON; give a backup that quizgen wrote"
        raise InputError(msg) from None
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != SCHEMA:
        shown = str(schema)[:60]
        msg = f'the file is no library of this quizgen: "schema" is {shown!r}, not "{SCHEMA}"'
        raise InputError(msg)
    return dict(document)


def merge(session: Session, document: Mapping[str, Any]) -> int:
    """Add the rows that are missing, within a unit of work."""
    added = {table.name: _add(session, table, document.get(table.name)) for table in kept_tables()}
    _require_whole(session)
    for quiz in {row["quiz"] for row in added[HeadRow.__tablename__]}:
        revisions.index(session, revisions.head(session, quiz))
    return sum(map(len, added.values()))


def _add(session: Session, table: Table, given: object) -> Rows:
    key = [column.name for column in table.primary_key.columns]
    read = {tuple(row[name] for name in key): row for row in _read(table, given)}
    there = set(map(tuple, session.execute(select(*table.primary_key.columns))))
    new = [row for identity, row in read.items() if identity not in there]
    try:
        if new:
            session.execute(insert(table), new)
    except IntegrityError:
        msg = f"the file does not fit: {table.name} refer to what is missing or clash with others"
        raise InputError(msg) from None
    return new


def _read(table: Table, given: object) -> Iterable[dict[str, Any]]:
    """The rows of a table as the database takes them. Raises InputError for others."""
    if given is not None and not isinstance(given, list):
        msg = f"the file is wrong at {table.name}: no list"
        raise InputError(msg)
    for number, row in enumerate(given or []):
        try:
            yield {column.name: _value(table, column, row) for column in table.columns}
        except (KeyError, TypeError, ValueError, AttributeError):
            msg = f"the file is wrong at {table.name}[{number}]; give a backup that quizgen wrote"
            raise InputError(msg) from None


def _value(table: Table, column: Column[Any], row: Mapping[str, Any]) -> Any:  # noqa: ANN401
    """The value of a column. Raises KeyError, TypeError or ValueError for what is no such."""
    value = row[column.name]
    if value is None and column.nullable:
        return None
    if isinstance(column.type, JSON):
        SHAPES[table.name, column.name].validate_python(value)
        return value
    wanted = column.type.python_type
    if issubclass(wanted, datetime):
        return datetime.fromisoformat(value).astimezone(UTC)
    if issubclass(wanted, date):
        return date.fromisoformat(value)
    fits = type(value) is wanted or (wanted is float and type(value) is int)
    if not fits:
        msg = f"{value!r} is no {wanted.__name__}"
        raise TypeError(msg)
    return storable(value) if isinstance(value, str) else wanted(value)


def _require_whole(session: Session) -> None:
    """Raise InputError where a quiz stands nowhere or a revision lacks one of its questions."""
    heads = set(session.scalars(select(HeadRow.quiz)))
    whole = heads >= set(session.scalars(select(QuizRow.id)))
    versions = select(VersionRow.quiz, VersionRow.digest)
    known = set(map(tuple, session.execute(versions)))
    for quiz, entries in session.execute(select(RevisionRow.quiz, RevisionRow.entries)):
        whole = whole and {(quiz, entry[1]) for entry in entries} <= known
    if not whole:
        msg = "the file is not whole: a quiz lacks its questions; give another backup"
        raise InputError(msg)


def clear(session: Session) -> None:
    """Delete everything, within a unit of work."""
    for table in reversed(tables.Table.metadata.sorted_tables):
        session.execute(table.delete())


def is_empty(session: Session) -> bool:
    """Whether the library holds nothing of a teacher's or a class's."""
    held: Sequence[Table] = [
        t for t in kept_tables() if t.name in {"articles", "quizzes", "classes"}
    ]
    return not any(session.execute(select(table).limit(1)).first() for table in held)
