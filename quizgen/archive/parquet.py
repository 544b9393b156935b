"""Parquet: results written to it, where pyarrow is installed; `quizgen.ingest` reads it."""

import io
from importlib.util import find_spec
from typing import TYPE_CHECKING

from quizgen.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgen.archive.work import Outcome


def require() -> None:
    """Raise InputError where Parquet can be neither read nor written."""
    if find_spec("pyarrow") is None:
        msg = "Parquet needs pyarrow; pip install 'quizgen-news[parquet]', or use JSON Lines"
        raise InputError(msg)


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
