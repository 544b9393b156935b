"""Taking a quiz home: its files by what they are used for."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quizgen.data import rows
from quizgen.exports import FORMATS, anki, losses, named, render
from quizgen.exports.carrying import told
from quizgen.exports.print_settings import USUAL, PrintSettings
from quizgen.library import Library, decks
from quizgen.library.quizzes import StoredQuiz
from quizgen.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Lost:
    """What a format can't carry of a quiz, a line each; how many of the questions it leaves out."""

    lines: tuple[str, ...]
    questions: int
    of: int

    @property
    def everything(self) -> bool:
        """Whether no question is left."""
        return 0 < self.of == self.questions

    @property
    def heading(self) -> str:
        """All of it in a few words."""
        if not self.questions:
            return "What it leaves out or changes"
        return f"Leaves out {self.questions} of {self.of} questions"


@dataclass(frozen=True, slots=True)
class Use:
    """What a format is for, in a teacher's words."""

    format: str
    use: str
    note: str


def uses() -> tuple[Use, ...]:
    """The formats there are, those told about first in their order."""
    words = {row["format"]: row for row in rows("takehome_words.tsv")}
    order = [*words, *(form.name for form in FORMATS if form.name not in words)]
    known = {form.name: form for form in FORMATS}
    return tuple(
        Use(name, words[name]["use"], words[name]["note"])
        if name in words
        else Use(name, f"As {name}", f"{known[name].about[:1].upper()}{known[name].about[1:]}.")
        for name in order
        if name in known
    )


def lost(quiz: Quiz, use: Use, settings: PrintSettings = USUAL) -> Lost:
    """What the format of this use can't carry, told before it is taken home."""
    found = losses(quiz, use.format, settings=settings)
    lines = tuple(f"{line[:1].upper()}{line[1:]}." for line in told(quiz, found))
    return Lost(lines, len({loss.question for loss in found if loss.whole}), len(quiz.questions))


def data(
    quiz: Quiz,
    use: Use,
    *,
    now: datetime,
    settings: PrintSettings = USUAL,
    earlier: Iterable[Quiz] = (),
) -> bytes:
    """The quiz in one format, dated so that Anki takes it as later than any before.

    `earlier` is the quiz as students may have it in Anki, the oldest first: what has been taken
    out since is withdrawn there.
    """
    revision = max(0, int(now.timestamp()) - anki.timestamp(quiz, 0))
    since = anki.package_of(earlier) if named(use.format).updated else b""
    return render(quiz, use.format, revision=revision, since=since, settings=settings)


def deck(
    library: Library, held: StoredQuiz, use: Use, *, now: datetime, settings: PrintSettings = USUAL
) -> bytes:
    """The quiz in one format; where it is a deck, it is noted, so that a newer one updates it."""
    earlier = decks.earlier(library, held.id)
    made = data(held.quiz(), use, now=now, settings=settings, earlier=earlier)
    if named(use.format).updated:
        decks.note(library, held, now=now)
    return made


def name_of(quiz: Quiz, use: Use) -> str:
    """The name of its file."""
    return named(use.format).file_name(file_name(quiz.title))


def file_name(title: str) -> str:
    """The title as a name for files, of plain letters, digits and hyphens."""
    flat = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-")[:60].strip("-") or "quiz"
