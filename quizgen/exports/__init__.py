"""Exports: a quiz as a file that others read. Last arrow of the way; one module for each format.

Every export is a function from a quiz to bytes: it reads no clock and leaves no file behind. A
module whose format can't carry everything has a second one, `losses`, that tells what.
"""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.errors import ExportError

if TYPE_CHECKING:
    from quizgen.exports.loss import Loss
    from quizgen.exports.print_settings import PrintSettings
    from quizgen.quiz import Quiz

PRINTED = frozenset({"docx", "pdf", "html"})
BINARY = frozenset({".apkg", ".docx", ".pdf", ".xlsx", ".zip"})
UPDATED = frozenset({"anki", "anki-text"})


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

    @property
    def printed(self) -> bool:
        """Whether a teacher chooses how its files look, by print settings."""
        return self.name in PRINTED

    @property
    def settled(self) -> bool:
        """Whether print settings change what its files hold."""
        return self.printed or self.name == "json"

    @property
    def updated(self) -> bool:
        """Whether a later file tells what has become of an earlier one's questions."""
        return self.name in UPDATED

    def file_name(self, stem: str) -> str:
        """The name of a file of this format, told in it where others share the ending."""
        alone = [known for known in FORMATS if known.ending == self.ending] == [self]
        return f"{stem}{'' if alone else f'-{self.name}'}{self.ending}"


FORMATS = (
    Format("json", ".json", "quizgen.exports.document", "the quiz itself, read by every tool"),
    Format("markdown", ".md", "quizgen.exports.page", "a readable page with an answer key"),
    Format("anki", ".apkg", "quizgen.exports.anki", "a deck for Anki, updated in place"),
    Format("docx", ".docx", "quizgen.exports.word", "a worksheet and its key for Word"),
    Format("pdf", ".pdf", "quizgen.exports.pdf", "a worksheet and its key to print"),
    Format("html", ".html", "quizgen.exports.practice_page", "a page to practise with, offline"),
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
    Format("anki-text", ".txt", "quizgen.exports.anki_text", "plain text that Anki imports"),
    Format("forms", ".gs", "quizgen.exports.forms", "a script that makes a Google Form"),
)
"""The formats there are; of those that share an ending, the ending alone means the first."""
BASIC = FORMATS[:3]
"""Those that `generate` writes into a folder: to keep, to read, to study."""


def render(
    quiz: "Quiz",
    name: str,
    *,
    revision: int = 0,
    since: bytes = b"",
    settings: "PrintSettings | None" = None,
) -> bytes:
    """The quiz in the named format; the same quiz and revision always give the same bytes.

    `revision` counts corrections that were handed out: Anki takes an edited note from a package
    only when its revision is higher than the last. `since` is the Anki package handed out last:
    with it nobody need count, and questions that are gone are told as withdrawn. `settings` are
    those of what is printed, and whether texts are handed out whole. Other formats leave both
    aside. Raises ExportError for an unknown
    format.
    """
    form = named(name)
    chosen: dict[str, Any] = {
        **_chosen(form, settings),
        **({"since": since} if form.updated else {}),
    }
    content: bytes = import_module(form.module).render(quiz, revision=revision, **chosen)
    return content


def losses(
    quiz: "Quiz", name: str, *, settings: "PrintSettings | None" = None
) -> "tuple[Loss, ...]":
    """What the named format can't carry of the quiz; those of the whole quiz first."""
    form = named(name)
    find = getattr(import_module(form.module), "losses", None)
    found: tuple[Loss, ...] = () if find is None else find(quiz, **_chosen(form, settings))
    return tuple(sorted(found, key=lambda loss: loss.question != ""))


def _chosen(form: Format, settings: "PrintSettings | None") -> dict[str, "PrintSettings"]:
    return {"settings": settings} if settings is not None and form.settled else {}


def export(
    quiz: "Quiz", path: str | Path, *, revision: int = 0, since: str | Path | None = None
) -> None:
    """Write the quiz to a file, in the format of the file's ending.

    `since` names the Anki package handed out last, which may be the file itself (see `render`).
    """
    from quizgen.exports.files import write_atomically

    earlier = Path(since).read_bytes() if since else b""
    form = by_ending(Path(path))
    write_atomically(Path(path), render(quiz, form.name, revision=revision, since=earlier))


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
