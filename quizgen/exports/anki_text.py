"""Anki text: notes that Anki imports into its own note types "Basic" and "Cloze", by guid.

For who would look at a deck, or change it, in a text editor; packages carry more. A note that Anki
knows from a package stays as it is there: it has another type.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from quizgen.exports.anki import placed
from quizgen.exports.anki_notes import Note
from quizgen.exports.loss import Loss
from quizgen.quiz import Quiz

HEAD = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:4
"""


def render(quiz: Quiz, *, revision: int = 0, since: bytes = b"") -> bytes:
    """The quiz as a .txt file with columns for guid, note type, deck, tags, front and back.

    `since` is the Anki package handed out last: what is gone since is carried on as withdrawn.
    """
    lines = io.StringIO()
    writer = csv.writer(lines, "excel-tab", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows(_row(note, deck) for note, deck in placed(quiz, revision, since))
    return (HEAD + lines.getvalue()).encode()


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """What Anki's own note types have no place for."""
    if not quiz.questions:
        return ()
    return (Loss("", "shown as cards to turn over: answers are neither picked nor typed"),)


def _row(note: Note, deck: str) -> tuple[str, ...]:
    kind = "Cloze" if note.kind == "cloze" else "Basic"
    return note.guid, kind, deck, " ".join(note.tags), _front(note), _back(note)


def _front(note: Note) -> str:
    withdrawn = "<b>Withdrawn: no longer asked.</b>" if note.withdrawn else ""
    context = _within("small", note["Context"])
    return "<br>".join(_told([withdrawn, context, note["Question"]])) + note["Options"]


def _back(note: Note) -> str:
    answer = " ".join(_told([note["Key"] if note.kind == "choice" else "", note["Answer"]]))
    parts = [
        _within("b", answer) if note.kind != "cloze" else "",
        f"Also right: {note['Accepted']}" if note["Accepted"] else "",
        note["Explanation"],
        _within("i", note["SourceSentence"]),
        _within("small", " · ".join(_told(_source(note)))),
    ]
    return "<br>".join(_told(parts))


def _source(note: Note) -> Sequence[str]:
    url = note["SourceURL"]
    link = f'<a href="{url}">Read the article</a>' if url else ""
    return note["SourceTitle"], note["SourceDate"], link, note["Spare1"]


def _within(tag: str, text: str) -> str:
    return f"<{tag}>{text}</{tag}>" if text else ""


def _told(parts: Iterable[str]) -> list[str]:
    return [part for part in parts if part]
