"""Corpora: the articles of files, folders and globs of all kinds that are read, in a fixed order.

An article is read only when it is worked on, by whoever works on it; before that it is an `Item`.
What stands in a packed or otherwise nested file is found piece by piece by a process of
`quizgen.ingest`, and cleaned only when it is worked on; so is passed over quickly what has been
worked on already.
"""

import atexit
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from quizgen.archive import parquet
from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.ingest import Failure
from quizgen.ingest.archives import is_row
from quizgen.ingest.folders import files_in, is_folder
from quizgen.ingest.kinds import HEAD, Kind, kind_of
from quizgen.ingest.lines import read_line, rows_of
from quizgen.ingest.process import ReaderProcess
from quizgen.ingest.sources import article_of, found_in

OF_LINES = frozenset({".jsonl", ".ndjson"})
"""Endings of files that are JSON Lines even where their first line is broken."""
LINES = frozenset({Kind.RECORDS, Kind.TEXT, Kind.MARKDOWN})
"""Kinds of which JSON Lines may seem, by their first line."""
SEVERAL = frozenset({Kind.RECORDS, Kind.PARQUET, Kind.PACKED, Kind.XML, Kind.PACKAGE})
"""Kinds of which a file may hold several articles."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Item:
    """An article yet to be read: what reads it, in any process, and its size in bytes.

    What stands in a file with others has the share of the file that was read for it.
    """

    read: Callable[[], Article | Failure]
    size: int


def held(item: Item) -> Item:
    """The item with what was read, for where there are no files; a fault fails it alone."""
    try:
        found = item.read()
    except Exception as error:
        found = Failure("", f"a fault in quizgen ({type(error).__name__}: {error})")
    return Item(partial(_same, found), item.size)


def _same(known: T) -> T:
    return known


def files_of(sources: Iterable[str]) -> tuple[Path, ...]:
    """The files of a corpus, each once: those of folders and of globs in the order of names.

    Raises InputError for what does not exist, and for folders and globs without any.
    """
    found = dict.fromkeys(path for source in sources for path in _files(source))
    if any(path.suffix == ".parquet" for path in found):
        parquet.require()
    return tuple(found)


def _files(source: str) -> list[Path]:
    if is_folder(source):
        return files_in(source)
    path = Path(source)
    if not path.is_file():  # to wait for a pipe's writer would be no batch
        msg = f"there is no file {source}; give files, folders or globs"
        raise InputError(msg)
    return [path]


def size_of(path: Path) -> int:
    """The size of a file in bytes; 0 where it can't be told."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def items(files: Iterable[Path]) -> Iterator[Item]:
    """The items of the files; a file that can't be read is one item that fails."""
    with ReaderProcess() as process:
        for path in files:
            try:
                yield from _items(path, process)
            except OSError as error:
                yield _failing(path, f"can't be read ({error.strerror})", 0)
            except InputError as error:
                yield _failing(path, str(error), size_of(path))


def _items(path: Path, process: ReaderProcess) -> Iterator[Item]:
    """The items of a file. Raises InputError for a kind that is not read, and OSError."""
    with path.open("rb") as file:
        kind = kind_of(file.read(HEAD), str(path))
        file.seek(0)
        first = next(rows_of(file), b"") if kind is Kind.RECORDS else b""
    if is_row(first) or (kind in LINES and path.suffix.lower() in OF_LINES):
        yield from _lines(path)
    elif kind in SEVERAL:
        yield from _several(path, process)
    else:
        yield Item(partial(_of_file, path), size_of(path))


def _lines(path: Path) -> Iterator[Item]:
    """The lines of a file, whose texts are taken exactly as given."""
    with path.open("rb") as file:
        begun = 0
        for number, row in enumerate(rows_of(file), 1):
            end = file.tell()
            if row.strip():
                yield Item(partial(read_line, row, f"{path.name} line {number}"), end - begun)
                begun = end


def _several(path: Path, process: ReaderProcess) -> Iterator[Item]:
    """What the process finds in a file; the last has the rest of the file's bytes."""
    name, size, begun, end = str(path), size_of(path), 0, 0
    waiting: Callable[[], Article | Failure] | None = None
    for found in found_in(path, process):
        if waiting is not None:
            yield Item(waiting, end - begun)
            begun = end
        waiting, end = partial(article_of, found, name), min(size, process.at)
    if waiting is not None:
        yield Item(waiting, size - begun)


def _of_file(path: Path) -> Article | Failure:
    """The article of a file that holds one."""
    try:
        found = list(found_in(path, _reader()))
        return article_of(found[0], str(path))
    except InputError as error:
        return Failure(str(path), str(error))


@cache
def _reader() -> ReaderProcess:
    """What reads such files for this process, with which it ends."""
    process = ReaderProcess()
    atexit.register(process.stop)
    return process


def _failing(path: Path, error: str, size: int) -> Item:
    return Item(partial(Failure, str(path), error), size)


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


def require_apart(files: Iterable[Path], folder: Path) -> None:
    """Raise InputError where a file of the corpus lies in the folder that is written to."""
    own = Path(os.path.realpath(folder))
    for path in files:
        if own in Path(os.path.realpath(path)).parents:
            msg = f"{path} lies in {folder}, which is written to; give another folder with -o"
            raise InputError(msg)
