"""Results: who answered what at the first attempt, for grids, item analysis and teaching again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.library import publishing, quizzes
from quizgen.library.answering import counts
from quizgen.library.class_tables import AnswerRow, AttemptRow, StudentRow
from quizgen.library.library import Library
from quizgen.library.publishing import Publication
from quizgen.practice.item_analysis import Analysis, Response, analyse
from quizgen.practice.teaching import Missed, teach_again
from quizgen.question import Question


@dataclass(frozen=True, slots=True)
class Row:
    """A student's first attempt: first answers by question, those not reached left out.

    `retried` holds the questions answered wrongly at first and rightly at a later try.
    """

    attempt: str
    student: str
    name: str
    version: str
    started_at: datetime
    finished: bool
    answers: Mapping[str, Response]
    retried: frozenset[str]

    @property
    def score(self) -> float:
        """The sum of the scores of the first answers."""
        return sum(answer.score for answer in self.answers.values())


@dataclass(frozen=True, slots=True)
class Results:
    """The results of a publication: questions in the quiz's order, students by name."""

    publication: Publication
    questions: tuple[Question, ...]
    rows: tuple[Row, ...]

    @property
    def finished(self) -> dict[str, Mapping[str, Response]]:
        """First answers of those who are through, by student."""
        return {row.student: row.answers for row in self.rows if row.finished}

    @property
    def analysis(self) -> Analysis:
        """The item analysis of those who are through."""
        return analyse(self.questions, self.finished)

    @property
    def teach_again(self) -> tuple[Missed, ...]:
        """The facts most missed, by all answers so far."""
        return teach_again(self.questions, {row.student: row.answers for row in self.rows})


def of_publication(library: Library, publication: str, *, now: datetime) -> Results:
    """The results of a publication; once it is closed, everyone who began is through."""
    with library.reading() as session:
        given = publishing.load(session, publication)
        stood = quizzes.load(session, given.quiz, given.revision)
        closed = given.status(now) == "closed"
        rows = tuple(_rows(session, publication, closed=closed))
        return Results(given, stood.of_state("kept"), rows)


def _rows(session: Session, publication: str, *, closed: bool) -> Iterable[Row]:
    answers = _answers(session, publication)
    query = select(AttemptRow, StudentRow.name).join(
        StudentRow, StudentRow.id == AttemptRow.student
    )
    query = query.where(AttemptRow.publication == publication, AttemptRow.number == 1)
    for row, name in session.execute(query.order_by(StudentRow.name_key)):
        given = answers.get(row.id, [])
        first = {a.question: _response(a) for a in given if a.number == 1}
        later = {a.question for a in given if a.number > 1 and counts(a)}
        yield Row(
            row.id, row.student, name, row.version, row.started_at,
            closed or row.finished_at is not None, first, frozenset(later),
        )  # fmt: skip


def _answers(session: Session, publication: str) -> dict[str, list[AnswerRow]]:
    query = select(AnswerRow).join(AttemptRow, AttemptRow.id == AnswerRow.attempt)
    query = query.where(AttemptRow.publication == publication, AttemptRow.number == 1)
    found: dict[str, list[AnswerRow]] = {}
    for row in session.scalars(query.order_by(AnswerRow.number)):
        found.setdefault(row.attempt, []).append(row)
    return found


def _response(row: AnswerRow) -> Response:
    """The answer as right or wrong: of several parts, all must be right, as for the student."""
    return Response(row.given, 1.0 if counts(row) else 0.0)


@dataclass(frozen=True, slots=True)
class Past:
    """A student's result in one publication."""

    publication: Publication
    row: Row
    questions: int


def of_student(library: Library, student: str, *, now: datetime) -> tuple[Past, ...]:
    """The results of one student (for teachers), the newest publication first."""
    with library.reading() as session:
        query = select(AttemptRow.publication).where(AttemptRow.student == student)
        ids = set(session.scalars(query.where(AttemptRow.number == 1)))
        found = [of_publication(library, id_, now=now) for id_ in ids]
    past = [
        Past(result.publication, row, len(result.questions))
        for result in found
        for row in result.rows
        if row.student == student
    ]
    newest = sorted(past, key=lambda p: p.publication.id)
    return tuple(sorted(newest, key=lambda p: p.publication.added_at, reverse=True))
