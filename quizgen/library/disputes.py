"""Disputes: "I was right" and "this question is bad" from students, settled by the teacher."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.library import answering, quizzes
from quizgen.library.class_tables import (
    AnswerRow,
    AttemptRow,
    FlagRow,
    PublicationRow,
    StudentRow,
)
from quizgen.library.library import Library
from quizgen.library.refusals import RefusedError, missing
from quizgen.question import Question

Outcome = Literal["granted", "refused"]
MAX_NOTE = 1000  # characters of a student's note


@dataclass(frozen=True, slots=True)
class Contested:
    """An answer whose student says that it was right."""

    attempt: str
    student: str
    question: Question
    number: int
    given: str
    reason: str
    contested_at: datetime


@dataclass(frozen=True, slots=True)
class Flag:
    """A question that a student calls bad."""

    attempt: str
    student: str
    publication: str
    question: Question
    note: str
    flagged_at: datetime


def contest(library: Library, token: str, question: str, *, now: datetime, number: int = 1) -> None:
    """Let a student say "I was right" about a wrong answer; once settled it stays settled."""
    with library.work() as session:
        at = answering.desk(session, token, lock=True)
        row = session.get(AnswerRow, (at.row.id, question, number))
        if row is None or not at.shows:
            raise RefusedError(
                "not_answered", "answer the question first; then say that you were right"
            )
        if row.verdict == "wrong" and not row.contest:
            row.contest, row.contested_at = "open", now


def contested(library: Library, *, publication: str = "") -> Sequence[Contested]:
    """The answers that wait for the teacher, the oldest first."""
    query = select(AnswerRow, AttemptRow, PublicationRow, StudentRow.name)
    query = query.join(AttemptRow, AttemptRow.id == AnswerRow.attempt)
    query = query.join(PublicationRow, PublicationRow.id == AttemptRow.publication)
    query = query.join(StudentRow, StudentRow.id == AttemptRow.student)
    query = query.where(AnswerRow.contest == "open").order_by(
        AnswerRow.contested_at, AnswerRow.attempt, AnswerRow.question
    )
    query = query.where(PublicationRow.id == publication) if publication else query
    with library.reading() as session:
        found = session.execute(query).all()
        asked = _Asked(session)
        return [
            Contested(
                row.attempt, name, asked(place, row.question), row.number, row.given, row.reason,
                row.contested_at or row.answered_at,
            )
            for row, _, place, name in found
        ]  # fmt: skip


class _Asked:
    """The questions of publications, each revision read once."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.known: dict[str, dict[str, Question]] = {}

    def __call__(self, row: PublicationRow, question: str) -> Question:
        if row.revision not in self.known:
            stood = quizzes.load(self.session, row.quiz, row.revision)
            self.known[row.revision] = {q.question.id: q.question for q in stood.questions}
        return self.known[row.revision][question]


def settle(
    library: Library,
    attempt: str,
    question: str,
    outcome: Outcome,
    *,
    now: datetime,
    number: int = 1,
) -> None:
    """Grant or refuse what a student contests; granted, the answer counts as right everywhere.

    A teacher may do so unasked, and may change it again.
    """
    with library.work() as session:
        row = session.get(AnswerRow, (attempt, question, number))
        if row is None:
            raise missing("answer", f"{attempt}/{question}")
        row.contest, row.settled_at = outcome, now


def flag(library: Library, token: str, question: str, note: str = "", *, now: datetime) -> None:
    """Let a student call a question bad; saying so again replaces the note."""
    with library.work() as session:
        at = answering.desk(session, token, lock=True)
        at.question(question)
        row = session.get(FlagRow, (at.row.id, question))
        if row is None:
            row = FlagRow(attempt=at.row.id, question=question, settled_at=None)
            session.add(row)
        row.note, row.flagged_at = note[:MAX_NOTE], now


def flags(library: Library, *, quiz: str = "") -> Sequence[Flag]:
    """The flags that the teacher has not settled, the oldest first."""
    query = select(FlagRow, AttemptRow, PublicationRow, StudentRow.name)
    query = query.join(AttemptRow, AttemptRow.id == FlagRow.attempt)
    query = query.join(PublicationRow, PublicationRow.id == AttemptRow.publication)
    query = query.join(StudentRow, StudentRow.id == AttemptRow.student)
    query = query.where(FlagRow.settled_at.is_(None)).order_by(
        FlagRow.flagged_at, FlagRow.attempt, FlagRow.question
    )
    query = query.where(PublicationRow.quiz == quiz) if quiz else query
    with library.reading() as session:
        asked = _Asked(session)
        return [
            Flag(row.attempt, name, p.id, asked(p, row.question), row.note, row.flagged_at)
            for row, _, p, name in session.execute(query).all()
        ]


def settle_flag(library: Library, attempt: str, question: str, *, now: datetime) -> None:
    """Take a flag off the teacher's list."""
    with library.work() as session:
        row = session.get(FlagRow, (attempt, question))
        if row is None:
            raise missing("flag", f"{attempt}/{question}")
        row.settled_at = now
