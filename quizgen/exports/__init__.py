"""Exports: a quiz as a file that others read. Last arrow of the way; one module for each format.

Every export is a function from a quiz to bytes: it reads no clock and leaves no file behind.
"""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import ExportError

if TYPE_CHECKING:
    from quizgen.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the ending of its files, the module that renders it, and its use."""

    name: str
    ending: str
    module: str
    about: str


FORMATS = (
    Format("json", ".json", "quizgen.exports.document", "the quiz itself, read by every tool"),
    Format("markdown", ".md", "quizgen.exports.page", "a readable page with an answer key"),
    Format("anki", ".apkg", "quizgen.exports.anki", "a deck for Anki, updated in place"),
    Format("docx", ".docx", "quizgen.exports.word", "a worksheet and its key for Word"),
    Format("pdf", ".pdf", "quizgen.exports.pdf", "a worksheet and its key to print"),
    Format("html", ".html", "quizgen.exports.practice_page", "a page to practise with, offline"),
)


def render(quiz: "Quiz", name: str, *, revision: int = 0) -> bytes:
    """The quiz in the named format; the same quiz and revision always give the same bytes.

    `revision` counts corrections that were handed out: Anki takes an edited note from a package
    only when its revision is higher than the last. Raises ExportError for an unknown format.
    """
    content: bytes = import_module(named(name).module).render(quiz, revision=revision)
    return content


def export(quiz: "Quiz", path: str | Path, *, revision: int = 0) -> None:
    """Write the quiz to a file, in the format of the file's ending."""
    from quizgen.exports.files import write_atomically

    write_atomically(Path(path), render(quiz, by_ending(Path(path)).name, revision=revision))


def named(name: str) -> Format:
    """The format of this name or ending; raises ExportError with the known ones."""
    for known in FORMATS:
        if name.lower() in {known.name, known.ending.lstrip(".")}:
            return known
    names = ", ".join(known.name for known in FORMATS)
    msg = f"the format {name!r} is unknown; use one of: {names}"
    raise ExportError(msg)


def by_ending(path: Path) -> Format:
    """The format of a file name's ending; raises ExportError with the known endings."""
    for known in FORMATS:
        if path.suffix.lower() == known.ending:
            return known
    endings = ", ".join(known.ending for known in FORMATS)
    msg = f"the ending of {path.name!r} names no format; use one of: {endings}"
    raise ExportError(msg)
