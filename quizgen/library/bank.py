"""The question bank: questions of all quizzes, found by words, topic, date, kind or difficulty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select

from quizgen.library import bodies
from quizgen.library.library import Library
from quizgen.library.tables import HeadRow, QuestionRow, RevisionRow, State, VersionRow
from quizgen.practice.folding import words_of
from quizgen.question import Difficulty, Question, QuestionType

IN_USE: tuple[State, ...] = ("kept", "offered")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for; an empty part is no condition.

    `text` are words of the question, its answers or its sentence; `topic` words of the title of
    its article or quiz; `since` and `until` (inclusive) the day its article was published.
    """

    text: str = ""
    topic: str = ""
    kind: QuestionType | None = None
    answer_kind: str = ""
    difficulty: Difficulty | None = None
    article: str = ""
    since: date | None = None
    until: date | None = None
    states: tuple[State, ...] = IN_USE


@dataclass(frozen=True, slots=True)
class Found:
    """A question of the bank and the quiz that it stands in."""

    quiz: str
    quiz_title: str
    question: Question
    state: State
    published: date | None


def search(library: Library, wanted: Wanted, *, limit: int = 100) -> Sequence[Found]:
    """The questions that fit, once each, those of the quiz changed last first.

    Of a question that stands in several quizzes, one that was kept is given before others.
    """
    query = (
        select(QuestionRow, RevisionRow.title, VersionRow.body)
        .join(HeadRow, HeadRow.quiz == QuestionRow.quiz)
        .join(RevisionRow, RevisionRow.id == HeadRow.revision)
        .join(
            VersionRow,
            (VersionRow.quiz == QuestionRow.quiz) & (VersionRow.digest == QuestionRow.digest),
        )
        .order_by(HeadRow.changed_at.desc(), QuestionRow.quiz, QuestionRow.place)
    )
    best: dict[str, Hit] = {}
    with library.reading() as session:
        for hit in session.execute(_where(query, wanted)):
            known = best.get(hit[0].id)
            if known is None or (hit[0].state == "kept" and known[0].state != "kept"):
                best[hit[0].id] = (hit[0], hit[1], hit[2])
        return [_found(hit) for hit in list(best.values())[:limit]]


Hit = tuple[QuestionRow, str, dict[str, Any]]


def _found(hit: Hit) -> Found:
    row, title, body = hit
    return Found(row.quiz, title, bodies.question(body), row.state, row.published)


Query = Select[QuestionRow, str, dict[str, Any]]


def _where(query: Query, wanted: Wanted) -> Query:
    for word in words_of(wanted.text):
        query = query.where(QuestionRow.words.contains(word, autoescape=True))
    for word in words_of(wanted.topic):
        query = query.where(QuestionRow.topic.contains(word, autoescape=True))
    equal = {
        QuestionRow.kind: wanted.kind,
        QuestionRow.answer_kind: wanted.answer_kind,
        QuestionRow.difficulty: wanted.difficulty,
        QuestionRow.article: wanted.article,
    }
    query = query.where(*(column == value for column, value in equal.items() if value))
    if wanted.since is not None:
        query = query.where(QuestionRow.published >= wanted.since)
    if wanted.until is not None:
        query = query.where(QuestionRow.published <= wanted.until)
    return query.where(QuestionRow.state.in_(wanted.states))
