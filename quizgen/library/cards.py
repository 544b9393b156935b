"""Flashcards: what a student has practised comes back when it is due, within the term."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.library import answering, attempts, quizzes
from quizgen.library.class_tables import (
    CardRow,
    ClassRow,
    PublicationRow,
    ReviewRow,
    StudentRow,
)
from quizgen.library.library import Library
from quizgen.library.refusals import RefusedError, missing
from quizgen.library.tables import RevisionRow
from quizgen.practice import scheduling
from quizgen.practice.judging import Judgement
from quizgen.practice.scheduling import CardState, Grade
from quizgen.practice.view import Feedback, feedback, student_view

STATE = ("due", "state", "step", "stability", "difficulty", "last_review")


@dataclass(frozen=True, slots=True)
class Flashcard:
    """A card to study: the front, the back with its sentence, and when it comes back by grade.

    `listed` are what is to be matched or put in order, the order mixed; of other questions none.
    """

    state: CardState
    context: str
    stem: str
    back: Feedback
    next_due: dict[Grade, datetime]
    listed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How a student's cards stand."""

    cards: int
    due: int
    new: int
    streak: int
    forecast: dict[date, int]


def student_of(library: Library, token: str) -> str:
    """The student whose attempt the token belongs to."""
    return attempts.resume(library, token).student


def deal(library: Library, token: str, *, now: datetime) -> int:
    """How many cards the student has, those of the quiz just practised among them.

    Raises RefusedError while the answers may not be shown: the back of a card shows them.
    """
    with library.work() as session:
        at = answering.desk(session, token, lock=True)
        if not at.shows or not at.rounds.answers:
            raise RefusedError("not_answered", "answer the questions first; then get the cards")
        session.get_one(StudentRow, at.row.student, with_for_update=True)
        answered = {given.question for given in at.rounds.answers}
        for question in at.questions:
            if question.id in answered:
                _put(session, at.row.student, question.id, at.publication.revision, now)
        return _count(session, at.row.student)


def _put(session: Session, student: str, question: str, revision: str, now: datetime) -> None:
    """Give a student a card; one known already keeps its schedule and gets the newer text."""
    row = session.get(CardRow, (student, question))
    if row is None:
        new = scheduling.new_card(question, now)
        parts = {name: getattr(new, name) for name in STATE}
        row = CardRow(student=student, question=question, revision=revision, **parts)
        session.add(row)
    row.revision = revision


def _count(session: Session, student: str) -> int:
    query = select(func.count()).select_from(CardRow).where(CardRow.student == student)
    session.flush()
    return session.scalar(query) or 0


def due(library: Library, student: str, *, now: datetime, limit: int = 50) -> Sequence[Flashcard]:
    """The cards to study now, those due first, then new ones."""
    with library.reading() as session:
        rows = {row.question: row for row in _rows(session, student)}
        end = term_end(session, student)
        states = scheduling.due_first((_state(row) for row in rows.values()), now)[:limit]
        return [_card(session, rows[state.card], state, now, end) for state in states]


def _rows(session: Session, student: str) -> Sequence[CardRow]:
    return session.scalars(select(CardRow).where(CardRow.student == student)).all()


def _state(row: CardRow) -> CardState:
    return CardState(row.question, **{name: getattr(row, name) for name in STATE})


def term_end(session: Session, student: str) -> datetime | None:
    """When the term of the student's class ends, if that is known."""
    query = select(ClassRow.term_end).join(StudentRow, StudentRow.class_ == ClassRow.id)
    return session.scalar(query.where(StudentRow.id == student))


def _card(
    session: Session, row: CardRow, state: CardState, now: datetime, end: datetime | None
) -> Flashcard:
    revision = session.get_one(RevisionRow, row.revision)
    stood = quizzes.load(session, revision.quiz, revision.id)
    question = next(s.question for s in stood.questions if s.question.id == row.question)
    article = next(a for a in stood.articles if a.id == question.evidence.article)
    back = feedback(question, article, "", Judgement("right", "", 1.0))
    next_due = scheduling.previews(state, now, end)
    front = student_view(question, number=1, total=1, seed=question.id)
    listed = front.left or front.items
    return Flashcard(state, question.context, question.stem, back, next_due, listed)


def grade(
    library: Library, student: str, question: str, given: Grade, *, now: datetime, number: int
) -> CardState:
    """The card after its review; `number` (from 1) is which review it is.

    A review sent twice, as after a lost connection, changes nothing the second time.
    """
    with library.work() as session:
        row = session.get(CardRow, (student, question), with_for_update=True)
        if row is None:
            raise missing("card", question)
        if session.get(ReviewRow, (student, question, number)) is not None:
            return _state(row)
        after = scheduling.reviewed(_state(row), given, now, term_end(session, student))
        for name in STATE:
            setattr(row, name, getattr(after, name))
        session.add(
            ReviewRow(
                student=student, question=question, number=number, grade=given, reviewed_at=now,
                due=after.due,
            )
        )  # fmt: skip
        return after


def next_number(library: Library, student: str, question: str) -> int:
    """The number of a card's next review."""
    query = select(func.max(ReviewRow.number)).where(ReviewRow.student == student)
    with library.reading() as session:
        return (session.scalar(query.where(ReviewRow.question == question)) or 0) + 1


def progress(library: Library, student: str, *, now: datetime) -> Progress:
    """How a student's cards stand; days are those of `now`'s time zone."""
    with library.reading() as session:
        states = [_state(row) for row in _rows(session, student)]
        reviews = select(ReviewRow.reviewed_at).where(ReviewRow.student == student)
        days = [at.astimezone(now.tzinfo).date() for at in session.scalars(reviews)]
    ready = scheduling.due_first(states, now)
    return Progress(
        cards=len(states),
        due=sum(not state.is_new for state in ready),
        new=sum(state.is_new for state in ready),
        streak=scheduling.streak(days, now.date()),
        forecast=dict(scheduling.forecast(states, now.date())),
    )


def of_class(library: Library, class_: str) -> dict[str, list[CardState]]:
    """The cards of a class by student; who has none is left out."""
    query = select(CardRow).join(StudentRow, StudentRow.id == CardRow.student)
    found: dict[str, list[CardState]] = {}
    with library.reading() as session:
        for row in session.scalars(query.where(StudentRow.class_ == class_)):
            found.setdefault(row.student, []).append(_state(row))
    return found


def publications_of(library: Library, student: str) -> Sequence[str]:
    """The ids of what was handed out to the student's class."""
    query = select(PublicationRow.id).join(StudentRow, StudentRow.class_ == PublicationRow.class_)
    with library.reading() as session:
        return session.scalars(query.where(StudentRow.id == student)).all()
