"""Lines: many articles as JSON Lines, one article or one failure for each line, in order."""

import json
from collections.abc import Iterable, Iterator
from typing import IO, Any

from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.ingest.cleaning import require_usable
from quizgen.ingest.limits import MAX_LINE
from quizgen.ingest.reading import Failure, Reading
from quizgen.ingest.records import reading_of

WRITE = 'write {"id": ..., "text": ...}'


def rows_of(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file, of which none is held longer than an article can be.

    An overlong line comes cut, and its rest is passed over.
    """
    while row := file.readline(MAX_LINE + 1):
        yield row
        while len(row) >= MAX_LINE and not row.endswith(b"\n"):
            row = file.readline(MAX_LINE)


def read_lines(rows: Iterable[bytes]) -> Iterator[Article | Failure]:
    """An article or a failure for each line that is not blank; texts are taken exactly as given."""
    for found in read_rows(rows):
        yield found if isinstance(found, Failure) else _exact(found)


def read_rows(rows: Iterable[bytes]) -> Iterator[Reading | Failure]:
    """A reading or a failure for each line that is not blank."""
    for number, row in enumerate(rows, 1):
        if row.strip():
            yield _row(row, f"line {number}")


def read_records(records: Iterable[object], kind: str) -> Iterator[Reading | Failure]:
    """A reading or a failure for each record; `kind` names its places, as in "row 3"."""
    for number, record in enumerate(records, 1):
        yield _record(record, f"{kind} {number}")


def _exact(reading: Reading) -> Article | Failure:
    """The article of a line, its text untouched."""
    try:
        require_usable(reading.text, "the text")
    except InputError as error:
        return Failure(reading.given_id or reading.place, str(error))
    return Article(
        text=reading.text,
        title=reading.title,
        published=reading.published,
        url=reading.url,
        source=reading.source,
        byline=reading.byline,
        licence=reading.licence,
        given_id=reading.given_id,
    )


def read_line(row: bytes, place: str) -> Article | Failure:
    """The article of one line of JSON; `place` names it where it has no id."""
    found = _row(row, place)
    return found if isinstance(found, Failure) else _exact(found)


def _row(row: bytes, place: str) -> Reading | Failure:
    if len(row) > MAX_LINE:
        return Failure(place, f"longer than {MAX_LINE:,} bytes; give one article a line")
    try:
        record = json.loads(row.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Failure(place, f"not a line of JSON; {WRITE} in UTF-8")
    return _record(record, place)


def _record(record: Any, place: str) -> Reading | Failure:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(record, dict):
        return Failure(place, f"not an object; {WRITE}")
    try:
        return reading_of(record, place)
    except InputError as error:
        known = record.get("id")
        return Failure(str(known) if isinstance(known, str | int) else place, str(error))
