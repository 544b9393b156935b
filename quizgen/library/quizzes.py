"""Quizzes of the library: added, listed, read as they stand or stood, deleted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete as deleting
from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from quizgen.article import Article
from quizgen.contract import as_dict
from quizgen.documents import CreatedWith
from quizgen.library import articles, bodies, revisions
from quizgen.library.bodies import Entry
from quizgen.library.class_tables import AttemptRow, PublicationRow
from quizgen.library.library import Library
from quizgen.library.refusals import missing
from quizgen.library.tables import (
    ArticleRow,
    ArticleUpdateRow,
    HeadRow,
    QuestionRow,
    QuizArticleRow,
    QuizRow,
    RevisionRow,
    SettingRow,
    State,
)
from quizgen.question import Evidence, Question
from quizgen.quiz import Quiz

DECKS = "decks."  # settings of such names, a quiz's id behind, tell what was made into decks


@dataclass(frozen=True, slots=True)
class StoredQuestion:
    """A question in its state; `reason` says why it was refused ("" for others)."""

    question: Question
    state: State
    reason: str = ""

    @property
    def evidences(self) -> tuple[Evidence, ...]:
        """The sentences that the question stands in, in whatever article."""
        return (self.question.evidence, *self.question.further)


@dataclass(frozen=True, slots=True)
class StoredQuiz:
    """A quiz as it stands at a revision, all questions in their order, whatever their state."""

    id: str
    revision: str
    title: str
    articles: tuple[Article, ...]
    questions: tuple[StoredQuestion, ...]
    made_with: Mapping[str, Any]
    invented: bool = False

    def of_state(self, *states: State) -> tuple[Question, ...]:
        """The questions in one of these states, in order."""
        return tuple(q.question for q in self.questions if q.state in states)

    def quiz(self, *states: State) -> Quiz:
        """The quiz for exports, by default with the kept questions only."""
        made = CreatedWith.model_validate(self.made_with)
        chosen = self.of_state(*(states or ("kept",)))
        parts = (made.quizgen, made.model, made.seed, made.rules)
        return Quiz(self.id, self.title, self.articles, chosen, *parts, made.settings())


@dataclass(frozen=True, slots=True)
class QuizSummary:
    """What a list of quizzes shows: how many questions in each state, and how it is used."""

    id: str
    title: str
    added_at: datetime
    changed_at: datetime
    counts: Mapping[str, int]
    publications: int
    open: int
    attempts: int
    invented: bool


def add(
    library: Library,
    quiz: Quiz,
    *,
    now: datetime,
    refused: Sequence[tuple[Question, str]] = (),
    state: State = "offered",
    invented: bool = False,
) -> str:
    """The id of the quiz, now kept as a new one with its articles.

    `refused` are further questions with the reason why they are not offered. When the library
    holds a quiz of that id, the new one gets an id of its own.
    """
    with library.work() as session:
        id_ = _free_id(session, quiz.id)
        made = as_dict(quiz)["created_with"]
        session.add(QuizRow(id=id_, made_with=made, added_at=now, invented=invented))
        session.flush()
        kept = {a.id: articles.keep(session, a, now=now, invented=invented) for a in quiz.articles}
        for place, article in enumerate(dict.fromkeys(kept.values())):
            session.add(QuizArticleRow(quiz=id_, article=article, place=place))
        asked = [StoredQuestion(question, state) for question in quiz.questions]
        asked += [StoredQuestion(question, "refused", reason) for question, reason in refused]
        entries = [*_entries(session, id_, asked, kept)]
        revisions.commit(session, id_, quiz.title, entries, note="made", now=now)
    return id_


def _entries(
    session: Session, quiz: str, asked: Iterable[StoredQuestion], kept: Mapping[str, str]
) -> Iterable[Entry]:
    """The entries of the questions, of each id once; `kept` are the articles' ids by their own."""
    known: set[str] = set()
    for stored in asked:
        question = stored.question
        if question.id not in known:
            known.add(question.id)
            digest = bodies.keep(session, quiz, _moved(question, kept))
            yield (question.id, digest, stored.state, stored.reason)


def _moved(question: Question, kept: Mapping[str, str]) -> Question:
    """The question with its sentences in the articles as they are kept."""

    def moved(evidence: Evidence) -> Evidence:
        return replace(evidence, article=kept.get(evidence.article, evidence.article))

    further = tuple(map(moved, question.further))
    return replace(question, evidence=moved(question.evidence), further=further)


def _free_id(session: Session, wanted: str) -> str:
    number, id_ = 1, wanted
    while session.get(QuizRow, id_) is not None:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


def get(library: Library, quiz: str, revision: str = "") -> StoredQuiz:
    """The quiz as it stands, or as it stood at a revision.

    Raises RefusedError when there is none.
    """
    with library.reading() as session:
        return load(session, quiz, revision)


def load(session: Session, quiz: str, revision: str = "") -> StoredQuiz:
    """The quiz within a unit of work."""
    row = session.get(QuizRow, quiz)
    if row is None:
        raise missing("quiz", quiz)
    stood = session.get(RevisionRow, revision) if revision else revisions.head(session, quiz)
    if stood is None or stood.quiz != quiz:
        raise missing("revision", revision)
    asked = tuple(_questions(session, stood))
    return StoredQuiz(
        quiz,
        stood.id,
        stood.title,
        tuple(_articles(session, quiz, asked)),
        asked,
        row.made_with,
        row.invented,
    )


def _articles(session: Session, quiz: str, asked: Sequence[StoredQuestion]) -> Iterable[Article]:
    """The articles in order; of a story that was updated the versions that questions stand in."""
    query = select(ArticleRow).join(QuizArticleRow).where(QuizArticleRow.quiz == quiz)
    versions = select(ArticleUpdateRow.article, ArticleUpdateRow.newer)
    updated = {id_ for pair in session.execute(versions) for id_ in pair}
    used = {each.article for stored in asked for each in stored.evidences}
    for row in session.scalars(query.order_by(QuizArticleRow.place, ArticleRow.id)):
        if row.id in used or row.id not in updated:
            yield articles.of_row(row)


def _questions(session: Session, stood: RevisionRow) -> Iterable[StoredQuestion]:
    found = bodies.load(session, stood.quiz, (entry[1] for entry in stood.entries))
    for _, digest, state, reason in stood.entries:
        yield StoredQuestion(found[digest], state, reason)


def listed(library: Library, text: str = "", *, now: datetime) -> Sequence[QuizSummary]:
    """The quizzes in whose title the words stand, the one changed last first."""
    query = (
        select(QuizRow, RevisionRow.title, HeadRow.changed_at)
        .join(HeadRow, HeadRow.quiz == QuizRow.id)
        .join(RevisionRow, RevisionRow.id == HeadRow.revision)
        .order_by(HeadRow.changed_at.desc(), QuizRow.id)
    )
    for word in text.split():
        query = query.where(RevisionRow.title.icontains(word, autoescape=True))
    with library.reading() as session:
        counts, uses = _counts(session), _uses(session, now)
        attempts = _attempts(session)
        return [
            QuizSummary(
                row.id, title, row.added_at, changed, counts.get(row.id, {}),
                *uses.get(row.id, (0, 0)), attempts.get(row.id, 0), row.invented,
            )
            for row, title, changed in session.execute(query)
        ]  # fmt: skip


def _counts(session: Session) -> dict[str, Counter[str]]:
    query = select(QuestionRow.quiz, QuestionRow.state, func.count())
    found: dict[str, Counter[str]] = {}
    for quiz, state, number in session.execute(query.group_by(QuestionRow.quiz, QuestionRow.state)):
        found.setdefault(quiz, Counter())[state] = number
    return found


def _uses(session: Session, now: datetime) -> dict[str, tuple[int, int]]:
    """How many publications a quiz has, and how many of them are open."""
    found: dict[str, tuple[int, int]] = {}
    for row in session.scalars(select(PublicationRow)):
        began = row.opens_at is None or row.opens_at <= now
        over = row.closes_at is not None and row.closes_at <= now
        all_, opened = found.get(row.quiz, (0, 0))
        found[row.quiz] = (all_ + 1, opened + (began and not over))
    return found


def _attempts(session: Session) -> dict[str, int]:
    query = select(PublicationRow.quiz, func.count()).join(
        AttemptRow, AttemptRow.publication == PublicationRow.id
    )
    return dict(session.execute(query.group_by(PublicationRow.quiz)).all())


def delete(library: Library, quiz: str) -> None:
    """Delete a quiz with its publications, attempts, answers and flashcards; articles stay."""
    with library.work() as session:
        session.execute(deleting(QuizRow).where(QuizRow.id == quiz))
        session.execute(deleting(SettingRow).where(SettingRow.key == f"{DECKS}{quiz}"))


def is_published(library: Library, quiz: str) -> bool:
    """Whether the quiz was ever handed out."""
    with library.reading() as session:
        return bool(session.scalar(select(exists().where(PublicationRow.quiz == quiz))))
