"""Parquet: articles read from it and results written to it, where pyarrow is installed."""

import io
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.archive.work import Outcome

COLUMNS = ("id", "text", "title", "published", "url", "source", "byline")
AT_ONCE = 64  # rows decoded together


def require() -> None:
    """Raise InputError where Parquet can be neither read nor written."""
    if find_spec("pyarrow") is None:
        msg = "Parquet needs pyarrow; pip install 'quizgen-news[parquet]', or use JSON Lines"
        raise InputError(msg)


def records(path: Path) -> Iterator[tuple[dict[str, Any], float]]:
    """Each row of a file in the columns of articles, and its share of the file, in 0..1.

    Raises InputError where the file is no Parquet or breaks off.
    """
    import pyarrow as pa
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as file:
            known = [name for name in COLUMNS if name in file.schema_arrow.names]
            share = 1 / max(1, file.metadata.num_rows)
            for batch in file.iter_batches(batch_size=AT_ONCE, columns=known):
                yield from ((row, share) for row in batch.to_pylist())
    except pa.ArrowException as error:
        msg = f"no readable Parquet ({str(error)[:200]})"
        raise InputError(msg) from None


def written(outcomes: "Sequence[Outcome]") -> bytes:
    """A file with a row for each outcome: id, number of questions, quiz, error, what it copies."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    columns = {
        "id": pa.array([o.id for o in outcomes], pa.string()),
        "questions": pa.array([sum(o.asked.values()) for o in outcomes], pa.int32()),
        "quiz": pa.array([None if o.error or o.copy_of else o.line for o in outcomes], pa.string()),
        "error": pa.array([o.error or None for o in outcomes], pa.string()),
        "copy_of": pa.array([o.copy_of or None for o in outcomes], pa.string()),
    }
    out = io.BytesIO()
    write_table(pa.table(columns), out, compression="zstd")
    return out.getvalue()
