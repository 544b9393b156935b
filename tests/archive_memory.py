"""How much memory a large archive takes to read, by this process and by its reader.

    python tests/archive_memory.py [MEGABYTES]

Writes JSON Lines, the same packed by gzip, and a Parquet table of so many bytes into a folder of
its own, and reads each to its end in a process of its own.
"""

import gzip
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from layouts import articles

from quizgen.article import Article
from quizgen.ingest import read_all

MEGABYTE = 1_000_000
DISTINCT = 200  # articles that are repeated under other ids


def _records(megabytes: int) -> Iterator[dict[str, str]]:
    texts = ["\n\n".join(known.paragraphs) for known in articles(7, DISTINCT)]
    written = number = 0
    while written < megabytes * MEGABYTE:
        text = texts[number % DISTINCT]
        written += len(text.encode()) + 40
        yield {"id": f"n{number}", "text": text, "date": "2019-07-12"}
        number += 1


def _write(folder: Path, megabytes: int) -> Iterator[Path]:
    lines = folder / "news.jsonl"
    with lines.open("wb") as file, gzip.open(folder / "news.jsonl.gz", "wb", 1) as packed:
        for record in _records(megabytes):
            row = json.dumps(record, ensure_ascii=False).encode() + b"\n"
            file.write(row)
            packed.write(row)
    yield lines
    yield folder / "news.jsonl.gz"
    yield _table(folder / "news.parquet", megabytes)


def _table(path: Path, megabytes: int) -> Path:
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(name, pa.string()) for name in ("id", "text", "date")])
    rows: list[dict[str, str]] = []
    with parquet.ParquetWriter(path, schema, compression="none", use_dictionary=False) as writer:
        for record in _records(megabytes):
            rows.append(record)
            if len(rows) == 10_000:
                writer.write_table(pa.Table.from_pylist(rows, schema))
                rows.clear()
        writer.write_table(pa.Table.from_pylist(rows, schema))
    return path


def read(path: Path) -> str:
    """A row of the table: articles read, seconds, peak memory here and in the reader."""
    began = perf_counter()
    count = sum(isinstance(found, Article) for found in read_all([path]))
    seconds = perf_counter() - began
    here, reader = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    size = path.stat().st_size / MEGABYTE
    told = (path.suffix, f"{size:,.0f} MB", f"{count:,}", f"{seconds:.0f} s")
    return f"| {' | '.join(told)} | {here:.0f} MB | {reader:.0f} MB |"


def main() -> None:
    """Print the table; writing has a process of its own, for its memory must not count."""
    match sys.argv[1:]:
        case ["read", path]:
            sys.stdout.write(read(Path(path)) + "\n")
        case ["write", folder, megabytes]:
            list(_write(Path(folder), int(megabytes)))
        case given:
            _print(given[0] if given else "1000")


def _print(megabytes: str) -> None:
    sys.stdout.write("| kind | size | articles | time | peak here | peak of the reader |\n")
    sys.stdout.write("|---|---|---|---|---|---|\n")
    sys.stdout.flush()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, "write", folder, megabytes], check=True)
        for path in sorted(Path(folder).iterdir()):
            subprocess.run([sys.executable, __file__, "read", str(path)], check=True)


if __name__ == "__main__":
    main()
