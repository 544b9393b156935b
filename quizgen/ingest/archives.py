"""Archives: many articles in one file, of which one piece at a time is held in memory."""

import bz2
import gzip
import json
import lzma
from collections.abc import Callable, Iterator
from io import BufferedReader, RawIOBase
from typing import IO, TYPE_CHECKING

from quizgen.errors import InputError
from quizgen.ingest.limits import MAX_DOCUMENT, require_size
from quizgen.ingest.lines import read_records, read_rows, rows_of
from quizgen.ingest.reading import Found, cause
from quizgen.ingest.records import FIELDS, first_of

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

ROWS = 64  # of a table held at a time
MAX_GROUP = 500_000_000  # bytes of a row group, which Parquet's writers decide on
MAX_RATIO = 250  # unpacked bytes for one packed; text reaches 30
UNASKED = 50_000_000  # unpacked bytes for which no ratio is asked
OPENERS: tuple[tuple[bytes, Callable[[IO[bytes]], IO[bytes]]], ...] = (
    (b"\x1f\x8b", gzip.open),  # type: ignore[assignment]
    (b"BZh", bz2.open),
    (b"\xfd7zXZ", lzma.open),
)


def read_json(file: IO[bytes], name: str) -> Iterator[Found]:
    """The articles of JSON Lines, or of a file that is one JSON value: an article or a list."""
    first = next(rows_of(file), b"")
    file.seek(0)
    if is_row(first):
        yield from read_rows(rows_of(file))
        return
    data = file.read(MAX_DOCUMENT + 1)
    require_size(len(data), name)
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        msg = f"{name} is damaged JSON; give one article a line, or a list of them"
        raise InputError(msg) from None
    yield from read_records(_listed(value), "item")


def _listed(value: object) -> list[object]:
    """The articles of a JSON value: of a list, of the only list of objects in one, or itself."""
    if isinstance(value, dict) and first_of(value, "text") is None:
        lists = [each for each in value.values() if isinstance(each, list) and each]
        found = [each for each in lists if isinstance(each[0], dict)]
        return found[0] if len(found) == 1 else [value]
    return value if isinstance(value, list) else [value]


def is_row(row: bytes) -> bool:
    """Whether a line of a file is an object by itself, as in JSON Lines."""
    try:
        return isinstance(json.loads(row.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def read_parquet(file: IO[bytes], name: str) -> Iterator[Found]:
    """The articles of a Parquet file, a row group at a time and only the columns of use."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        msg = f"{name} is a Parquet file; install quizgen-news[parquet] to read it"
        raise InputError(msg) from None
    try:
        table = ParquetFile(file, memory_map=False, pre_buffer=False)
        yield from read_records(_rows(table, name), "row")
    except (ArrowException, OSError) as error:
        msg = f"{name} is a damaged Parquet file ({cause(error)}); write it again"
        raise InputError(msg) from None


def _rows(table: object, name: str) -> Iterator[object]:
    columns = [each for each in table.schema_arrow.names if each.casefold() in _KNOWN]  # type: ignore[attr-defined]
    if not any(column.casefold() in FIELDS["text"] for column in columns):
        msg = f"{name} has no column named text; rename the one that holds the articles"
        raise InputError(msg)
    for number in range(table.metadata.num_row_groups):  # type: ignore[attr-defined]
        if table.metadata.row_group(number).total_byte_size > MAX_GROUP:  # type: ignore[attr-defined]
            msg = f"{name} has a row group over {MAX_GROUP:,} bytes; write it with smaller ones"
            raise InputError(msg)
        groups = table.iter_batches(ROWS, row_groups=[number], columns=columns)  # type: ignore[attr-defined]
        for batch in groups:
            yield from batch.rename_columns([c.casefold() for c in columns]).to_pylist()


_KNOWN = frozenset({"id", *(name for names in FIELDS.values() for name in names)})


class Unpacked(RawIOBase):
    """A packed file as it reads unpacked; raises InputError once it turns out to be a bomb."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file, self._name, self._read = file, name, 0
        head = file.read(6)
        file.seek(0)
        self._inner = next(each(file) for magic, each in OPENERS if head.startswith(magic))

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """As files do. Raises InputError for damaged files and bombs."""
        view = memoryview(buffer).cast("B")
        try:
            data = self._inner.read(len(view))
        except (OSError, EOFError, lzma.LZMAError, ValueError) as error:
            msg = f"{self._name} is damaged ({cause(error)}); pack or download it again"
            raise InputError(msg) from None
        self._require_sense(len(data))
        view[: len(data)] = data
        return len(data)

    def _require_sense(self, size: int) -> None:
        self._read += size
        if self._read > UNASKED and self._read > MAX_RATIO * max(self._file.tell(), 1):
            msg = f"{self._name} unpacks to far more than text does; give the unpacked file"
            raise InputError(msg)


def unpacked(file: IO[bytes], name: str) -> BufferedReader:
    """The file unpacked as it is read, a piece at a time."""
    return BufferedReader(Unpacked(file, name), buffer_size=1 << 16)
