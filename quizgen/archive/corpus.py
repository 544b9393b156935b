"""Corpora: the articles of folders, globs, text files, JSON Lines and Parquet, in a fixed order.

An article is read only when it is worked on, by whoever works on it; before that it is an `Item`.
"""

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from quizgen.archive import parquet
from quizgen.article import MAX_CHARACTERS, Article
from quizgen.errors import InputError
from quizgen.ingest import Failure, read
from quizgen.ingest.lines import read_line, read_record

LONGEST_LINE = 16 * MAX_CHARACTERS  # bytes; JSON may write one character in twelve
WILD = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Item:
    """An article yet to be read: what reads it, in any process, and its size in bytes."""

    read: Callable[[], Article | Failure]
    size: int


def files_of(sources: Iterable[str]) -> tuple[Path, ...]:
    """The files of a corpus, each once: those of folders and of globs in the order of names.

    Raises InputError for what does not exist, holds no file of a known kind, or is of another.
    """
    found = dict.fromkeys(path for source in sources for path in _files(source))
    if any(path.suffix == ".parquet" for path in found):
        parquet.require()
    return tuple(found)


def _files(source: str) -> list[Path]:
    path = Path(source)
    if path.is_dir():
        return _some(source, (p for p in path.rglob("*") if p.suffix in KINDS))
    if WILD & set(source) and not path.exists():
        return _some(source, map(Path, glob.iglob(source, recursive=True)))  # noqa: PTH207 - of any root
    if not path.is_file():
        msg = f"there is no file {source}; give files, folders or globs"
        raise InputError(msg)
    return _some(source, [path])


def _some(source: str, paths: Iterable[Path]) -> list[Path]:
    found = sorted(path for path in paths if path.suffix in KINDS and path.is_file())
    if not found:
        msg = f"{source} gives no {', '.join(KINDS)} file; give some of these"
        raise InputError(msg)
    return found


def size_of(path: Path) -> int:
    """The size of a file in bytes; 0 where it can't be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def items(files: Iterable[Path]) -> Iterator[Item]:
    """The items of the files; a file that can't be read is one item that fails."""
    for path in files:
        try:
            yield from KINDS[path.suffix](path)
        except OSError as error:
            yield _failing(str(path), f"can't be read ({error.strerror})", 0)


def chunks(entries: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    """The items in runs of so many, the last one shorter."""
    run: list[Item] = []
    for entry in entries:
        run.append(entry)
        if len(run) == size:
            yield run
            run = []
    if run:
        yield run


def _text(path: Path) -> Iterator[Item]:
    yield Item(partial(_read_text, path), size_of(path))


def _read_text(path: Path) -> Article | Failure:
    try:
        return read(path)
    except InputError as error:
        return Failure(str(path), str(error))


def _lines(path: Path) -> Iterator[Item]:
    with path.open("rb") as file:
        for number, (row, length) in enumerate(_rows(file), 1):
            name = f"{path.name} line {number}"
            if length > LONGEST_LINE:
                yield _failing(name, f"over {LONGEST_LINE:,} bytes long", length)
            elif row.strip():
                yield Item(partial(read_line, row, name), length)


def _rows(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Each line and its length in bytes; of one too long only the first part is held."""
    while row := file.readline(LONGEST_LINE + 1):
        length, rest = len(row), row
        while not rest.endswith(b"\n") and (rest := file.readline(LONGEST_LINE + 1)):
            length += len(rest)
        yield row, length


def _records(path: Path) -> Iterator[Item]:
    try:
        rows, size = parquet.records(path), size_of(path)
        for number, (record, share) in enumerate(rows, 1):
            name = f"{path.name} row {number}"
            yield Item(partial(read_record, record, name), round(size * share))
    except InputError as error:
        yield _failing(str(path), str(error), size_of(path))


def _failing(name: str, error: str, size: int) -> Item:
    return Item(partial(Failure, name, error), size)


KINDS: dict[str, Callable[[Path], Iterator[Item]]] = {
    ".txt": _text,
    ".jsonl": _lines,
    ".parquet": _records,
}


def require_apart(files: Iterable[Path], folder: Path) -> None:
    """Raise InputError where a file of the corpus lies in the folder that is written to."""
    own = Path(os.path.realpath(folder))
    for path in files:
        if own in Path(os.path.realpath(path)).parents:
            msg = f"{path} lies in {folder}, which is written to; give another folder with -o"
            raise InputError(msg)
