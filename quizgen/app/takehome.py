"""Taking a quiz home: its files by what they are used for."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from quizgen.data import rows
from quizgen.exports import FORMATS, anki, render
from quizgen.quiz import Quiz


@dataclass(frozen=True, slots=True)
class File:
    """A file to take home: what it is for, what it can't carry ("": nothing), and its contents."""

    format: str
    use: str
    note: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Use:
    """What a format is for, in a teacher's words."""

    format: str
    use: str
    note: str


def uses() -> tuple[Use, ...]:
    """The formats there are, those told about first in their order."""
    told = {row["format"]: row for row in rows("takehome_words.tsv")}
    order = [*told, *(form.name for form in FORMATS if form.name not in told)]
    known = {form.name: form for form in FORMATS}
    return tuple(
        Use(name, told[name]["use"], told[name]["note"])
        if name in told
        else Use(name, f"As {name}", f"{known[name].about[:1].upper()}{known[name].about[1:]}.")
        for name in order
        if name in known
    )


def file(quiz: Quiz, use: Use, *, now: datetime) -> File:
    """The quiz in one format, dated so that Anki takes it as later than any before."""
    ending = next(form.ending for form in FORMATS if form.name == use.format)
    data = render(quiz, use.format, revision=max(0, int(now.timestamp()) - anki.timestamp(quiz, 0)))
    return File(use.format, use.use, use.note, f"{file_name(quiz.title)}{ending}", data)


def file_name(title: str) -> str:
    """The title as a name for files, of plain letters, digits and hyphens."""
    flat = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-")[:60].strip("-") or "quiz"
