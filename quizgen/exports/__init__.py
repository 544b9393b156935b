"""Exports: a quiz as a file that others read. Last arrow of the way; one module for each format.

Every export is a function from a quiz to bytes: it reads no clock and leaves no file behind. A
module whose format can't carry everything has a second one, `losses`, that tells what.
"""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.errors import ExportError

if TYPE_CHECKING:
    from quizgen.exports.loss import Loss
    from quizgen.quiz import Quiz

BINARY = frozenset({".apkg", ".docx", ".pdf", ".xlsx", ".zip"})


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name, the ending of its files, the module that renders it, and its use."""

    name: str
    ending: str
    module: str
    about: str

    @property
    def binary(self) -> bool:
        """Whether its files are no text for a screen."""
        return self.ending in BINARY

    def file_name(self, stem: str) -> str:
        """The name of a file of this format, told in it where others share the ending."""
        alone = [known for known in FORMATS if known.ending == self.ending] == [self]
        return f"{stem}{'' if alone else f'-{self.name}'}{self.ending}"


FORMATS = (
    Format("json", ".json", "quizgen.exports.document", "the quiz itself, read by every tool"),
    Format("markdown", ".md", "quizgen.exports.page", "a readable page with an answer key"),
    Format("anki", ".apkg", "quizgen.exports.anki", "a deck for Anki, updated in place"),
    Format("moodle", ".xml", "quizgen.exports.moodle", "Moodle's question bank"),
    Format("gift", ".txt", "quizgen.exports.gift", "Moodle's plain text"),
    Format("aiken", ".txt", "quizgen.exports.aiken", "plain text that many programs take"),
    Format("quizlet", ".txt", "quizgen.exports.quizlet", "cards to paste into Quizlet"),
    Format("canvas", ".zip", "quizgen.exports.canvas", "a QTI 1.2 package for Canvas"),
    Format("blackboard", ".zip", "quizgen.exports.blackboard", "a QTI 2.1 package for Blackboard"),
    Format("csv", ".csv", "quizgen.exports.table", "a table for a spreadsheet"),
    Format("blooket", ".csv", "quizgen.exports.blooket", "a sheet for Blooket"),
    Format("kahoot", ".xlsx", "quizgen.exports.kahoot", "a sheet for Kahoot"),
    Format("wayground", ".xlsx", "quizgen.exports.wayground", "a sheet for Wayground (Quizizz)"),
    Format("forms", ".gs", "quizgen.exports.forms", "a script that makes a Google Form"),
)
"""The formats there are; of those that share an ending, the ending alone means the first."""
BASIC = ("json", "markdown", "anki")  # what a folder gets unless every format is asked for


def render(quiz: "Quiz", name: str, *, revision: int = 0) -> bytes:
    """The quiz in the named format; the same quiz and revision always give the same bytes.

    `revision` counts corrections that were handed out: Anki takes an edited note from a package
    only when its revision is higher than the last. Raises ExportError for an unknown format.
    """
    content: bytes = import_module(named(name).module).render(quiz, revision=revision)
    return content


def losses(quiz: "Quiz", name: str) -> "tuple[Loss, ...]":
    """What the named format can't carry of the quiz; those of the whole quiz first."""
    find = getattr(import_module(named(name).module), "losses", None)
    found: tuple[Loss, ...] = () if find is None else find(quiz)
    return tuple(sorted(found, key=lambda loss: loss.question != ""))


def export(quiz: "Quiz", path: str | Path, *, revision: int = 0) -> None:
    """Write the quiz to a file, in the format of the file's ending."""
    from quizgen.exports.files import write_atomically

    write_atomically(Path(path), render(quiz, by_ending(Path(path)).name, revision=revision))


def named(name: str) -> Format:
    """The format of this name or ending; raises ExportError with the known ones."""
    wanted = name.lower()
    for known in sorted(FORMATS, key=lambda form: form.name != wanted):
        if wanted in {known.name, known.ending.lstrip(".")}:
            return known
    names = ", ".join(known.name for known in FORMATS)
    msg = f"the format {name!r} is unknown; use one of: {names}"
    raise ExportError(msg)


def by_ending(path: Path) -> Format:
    """The first format of a file name's ending; raises ExportError with the known endings."""
    for known in FORMATS:
        if path.suffix.lower() == known.ending:
            return known
    endings = ", ".join(dict.fromkeys(known.ending for known in FORMATS))
    msg = f"the ending of {path.name!r} names no format; use one of: {endings}"
    raise ExportError(msg)
