"""Folders and globs: the files in them that may hold articles, in the order of their names.

Linked folders are not entered, as they may lead round in a circle, and only regular files are
taken: to open a pipe is to wait for whoever writes to it. What has a dot before its name is hidden.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgen.errors import InputError

ENDINGS = (
    ".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive", ".pdf",
    ".docx", ".eml", ".epub", ".rss", ".atom", ".xml", ".json", ".jsonl", ".ndjson", ".parquet",
    ".gz", ".bz2", ".xz",
)  # fmt: skip
"""Of the files that are taken out of folders; one that is given by its name may have another."""
WILD = frozenset("*?[")


def is_folder(source: str) -> bool:
    """Whether a source stands for files: a folder, or a glob that is not a file's own name."""
    path = Path(source)
    try:
        return path.is_dir() or (bool(WILD & set(source)) and not path.exists())
    except (OSError, ValueError):  # as for a name too long
        return False


def files_in(source: str) -> list[Path]:
    """The files of a folder, those of its folders among them, or of a glob, sorted.

    Raises InputError where there is none.
    """
    path = Path(source)
    paths = _below(path) if path.is_dir() else _matching(path)
    found = sorted(each for each in paths if _is_taken(each))
    if not found:
        what = "is a folder without" if path.is_dir() else "matches no"
        msg = f"{source} {what} files to read; give the files, or some of {', '.join(ENDINGS)}"
        raise InputError(msg)
    return found


def each_file(sources: Iterable[str | Path]) -> Iterator[str | Path]:
    """The sources, each folder and glob replaced by its files, should it have any."""
    for source in sources:
        try:
            yield from files_in(str(source)) if is_folder(str(source)) else [source]
        except InputError:
            yield source


def _is_taken(path: Path) -> bool:
    try:
        return path.suffix.lower() in ENDINGS and path.is_file()
    except OSError:
        return False


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not _is_hidden(each)]
        yield from (Path(place, name) for name in names if not _is_hidden(name))


def _matching(pattern: Path) -> Iterator[Path]:
    """What a glob matches; hidden names only where the glob itself names them."""
    parts = pattern.parts
    first = next(n for n, part in enumerate(parts) if WILD & set(part))
    root, asked = Path(*parts[:first]), parts[first:]
    asked = (*asked, "*") if asked[-1] == "**" else asked
    shown = any(_is_hidden(part) for part in asked)
    for path in root.glob(os.path.join(*asked)):  # noqa: PTH118 - a pattern, no path
        if shown or not any(map(_is_hidden, path.relative_to(root).parts)):
            yield path


def _is_hidden(name: str) -> bool:
    return name.startswith(".") and name not in {".", ".."}
