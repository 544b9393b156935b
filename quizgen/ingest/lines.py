"""Lines: many articles as JSON Lines, one article or one failure for each line, in order."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.ingest.sources import require_usable

OPTIONAL = ("title", "url", "source", "byline")


@dataclass(frozen=True, slots=True)
class Failure:
    """A line that gave no article: its id, or its number as "line 3", and what is wrong."""

    id: str
    error: str


def read_lines(rows: Iterable[bytes]) -> Iterator[Article | Failure]:
    """An article or a failure for each line that is not blank; texts are taken exactly as given."""
    for number, row in enumerate(rows, 1):
        if row.strip():
            yield read_line(row, f"line {number}")


def read_line(row: bytes, name: str) -> Article | Failure:
    """The article of one line `{"id", "text", "title"?, "published"?, "url"?, "source"?}`."""
    try:
        record = _record(row)
    except InputError as error:
        return Failure(name, str(error))
    return read_record(record, name)


def read_record(record: Mapping[str, Any], name: str) -> Article | Failure:
    """The article of what such a line holds; `name` names it where it has no id."""
    given = record.get("id")
    known = str(given) if isinstance(given, str | int) else name
    try:
        return _article(record, known)
    except InputError as error:
        return Failure(known, str(error))


def _record(row: bytes) -> dict[str, Any]:
    try:
        record = json.loads(row.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        msg = 'not a line of JSON; write {"id": ..., "text": ...} in UTF-8'
        raise InputError(msg) from None
    if not isinstance(record, dict):
        msg = 'not an object; write {"id": ..., "text": ...}'
        raise InputError(msg)
    return record


def _article(record: Mapping[str, Any], name: str) -> Article:
    text = _string(record, "text")
    require_usable(text, "the text")
    optional = {key: _string(record, key) for key in OPTIONAL if record.get(key) is not None}
    given_id = "" if record.get("id") is None else name
    return Article(text=text, published=_published(record), given_id=given_id, **optional)


def _string(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    if not isinstance(value, str):
        msg = f'"{key}" is missing or not a string'
        raise InputError(msg)
    try:
        value.encode()
    except UnicodeEncodeError:
        msg = f'"{key}" holds half a character (a lone surrogate); encode it as UTF-8'
        raise InputError(msg) from None
    return value


def _published(record: Mapping[str, Any]) -> date | None:
    value = record.get("published")
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        msg = f'"published" is {value!r}; write the day as YYYY-MM-DD'
        raise InputError(msg) from None
