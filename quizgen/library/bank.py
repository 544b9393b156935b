"""The question bank: questions of all quizzes, found by words, topic, date, kind or difficulty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, case, func, select

from quizgen.library import bodies
from quizgen.library.library import Library
from quizgen.library.tables import (
    ArticleRow,
    HeadRow,
    QuestionRow,
    QuizArticleRow,
    RevisionRow,
    State,
    VersionRow,
)
from quizgen.practice.folding import words_of
from quizgen.question import Difficulty, Question, QuestionType

IN_USE: tuple[State, ...] = ("kept", "offered")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for; an empty part is no condition.

    `text` are words of the question, its answers or its sentence; `topic` words of the title of
    its article or quiz; `since` and `until` (inclusive) the day its article was published; `source`
    the whole name of its newspaper.
    """

    text: str = ""
    topic: str = ""
    kind: QuestionType | None = None
    answer_kind: str = ""
    difficulty: Difficulty | None = None
    article: str = ""
    since: date | None = None
    until: date | None = None
    source: str = ""
    ids: tuple[str, ...] | None = None
    states: tuple[State, ...] = IN_USE


@dataclass(frozen=True, slots=True)
class Found:
    """A question of the bank and the quiz that it stands in."""

    quiz: str
    quiz_title: str
    question: Question
    state: State
    published: date | None


def search(
    library: Library, wanted: Wanted, *, limit: int = 100, offset: int = 0
) -> Sequence[Found]:
    """The questions that fit, once each, those of the quiz changed last first.

    At most `limit`, behind the first `offset`. Of a question that stands in several quizzes, one
    that was kept is given before others.
    """
    once = _once(wanted).subquery()
    query = (
        select(QuestionRow, RevisionRow.title, VersionRow.body)
        .join(once, (once.c.quiz == QuestionRow.quiz) & (once.c.id == QuestionRow.id))
        .join(HeadRow, HeadRow.quiz == QuestionRow.quiz)
        .join(RevisionRow, RevisionRow.id == HeadRow.revision)
        .join(
            VersionRow,
            (VersionRow.quiz == QuestionRow.quiz) & (VersionRow.digest == QuestionRow.digest),
        )
        .where(once.c.turn == 1)
        .order_by(HeadRow.changed_at.desc(), QuestionRow.quiz, QuestionRow.place)
    )
    with library.reading() as session:
        return [_found(hit) for hit in session.execute(query.limit(limit).offset(offset))]


def count(library: Library, wanted: Wanted) -> int:
    """How many questions fit, each counted once."""
    query = _where(select(func.count(QuestionRow.id.distinct())), wanted)
    with library.reading() as session:
        return session.scalar(query) or 0


def chosen(library: Library, questions: Sequence[str]) -> Sequence[Found]:
    """The questions of these ids, once each, in this order; what is gone is left out."""
    found = {hit.question.id: hit for hit in search(library, Wanted(ids=tuple(questions)))}
    return [found[id_] for id_ in dict.fromkeys(questions) if id_ in found]


def sources(library: Library) -> Sequence[str]:
    """The newspapers and other sources that questions are on, in the order of the alphabet."""
    used = select(QuizArticleRow.article)
    query = select(ArticleRow.source).where(ArticleRow.source != "", ArticleRow.id.in_(used))
    with library.reading() as session:
        return session.scalars(query.distinct().order_by(ArticleRow.source)).all()


def answer_kinds(library: Library) -> Sequence[str]:
    """The kinds of answers that questions have, in the order of the alphabet."""
    kinds = select(QuestionRow.answer_kind).where(QuestionRow.state.in_(IN_USE)).distinct()
    with library.reading() as session:
        return session.scalars(kinds.order_by(QuestionRow.answer_kind)).all()


def _found(hit: Row[QuestionRow, str, dict[str, Any]]) -> Found:
    row, title, body = hit
    return Found(row.quiz, title, bodies.question(body), row.state, row.published)


Query = Select[*tuple[Any, ...]]


def _once(wanted: Wanted) -> Query:
    """The places of the questions that fit, numbered by `turn` for each question."""
    kept_first = case((QuestionRow.state == "kept", 0), else_=1)
    turn = func.row_number().over(
        partition_by=QuestionRow.id,
        order_by=(kept_first, HeadRow.changed_at.desc(), QuestionRow.quiz),
    )
    query = select(QuestionRow.quiz, QuestionRow.id, turn.label("turn"))
    return _where(query.join(HeadRow, HeadRow.quiz == QuestionRow.quiz), wanted)


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
    if wanted.source:
        of_source = select(ArticleRow.id).where(ArticleRow.source == wanted.source)
        query = query.where(QuestionRow.article.in_(of_source))
    if wanted.ids is not None:
        query = query.where(QuestionRow.id.in_(wanted.ids))
    return query.where(QuestionRow.state.in_(wanted.states))
