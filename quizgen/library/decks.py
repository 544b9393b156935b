"""Decks: which revisions of a quiz students may have in Anki, for a newer deck to update."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from quizgen.library import options, quizzes
from quizgen.library.class_tables import PublicationRow
from quizgen.library.library import Library
from quizgen.library.quizzes import StoredQuiz
from quizgen.library.tables import RevisionRow
from quizgen.quiz import Quiz


def note(library: Library, held: StoredQuiz, *, now: datetime) -> None:
    """Note that the quiz, as it stood at this revision, was made into a deck."""
    known = _noted(library, held.id)
    if held.revision not in known:
        options.put(library, _key(held.id), " ".join((*known, held.revision)), now=now)


def earlier(library: Library, quiz: str) -> Sequence[Quiz]:
    """The quiz as it stood whenever it was handed out or made into a deck, the oldest first."""
    given = select(PublicationRow.revision).where(PublicationRow.quiz == quiz)
    noted = _noted(library, quiz)
    with library.reading() as session:
        wanted = RevisionRow.id.in_(noted) | RevisionRow.id.in_(given)
        query = select(RevisionRow.id).where(RevisionRow.quiz == quiz, wanted)
        ids = session.scalars(query.order_by(RevisionRow.number, RevisionRow.id)).all()
        return [quizzes.load(session, quiz, id_).quiz() for id_ in ids]


def _noted(library: Library, quiz: str) -> Sequence[str]:
    return options.get(library, _key(quiz)).split()


def _key(quiz: str) -> str:
    return f"{quizzes.DECKS}{quiz}"
