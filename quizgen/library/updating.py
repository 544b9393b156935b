"""Updating: other versions of a story in the library, and an update put in an article's place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as dataclass_replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from quizgen import stories
from quizgen.article import Article
from quizgen.carrying import carried
from quizgen.errors import InputError
from quizgen.library import articles, bodies, news_bank, quizzes, revisions
from quizgen.library.bodies import Entry
from quizgen.library.library import Library
from quizgen.library.tables import ArticleRow, ArticleUpdateRow, QuizArticleRow, QuizRow
from quizgen.question import Evidence, Question

APART = timedelta(days=14)  # versions of a story are published within so many days
MOST = 400  # articles compared, those added last
ASKED = frozenset({"kept", "offered"})  # states of questions that a teacher may hand out
NOTHING: Mapping[str, Sequence[Question]] = MappingProxyType({})
GONE = "the updated article no longer says this"


@dataclass(frozen=True, slots=True)
class Kin:
    """An article of the library that tells the story of another, and whether that updates it."""

    id: str
    article: Article
    updated: bool


@dataclass(frozen=True, slots=True)
class Update:
    """What became of an update: its id, and how many questions still stand and how many do not."""

    article: str
    standing: int
    gone: int


def kin(library: Library, article: Article) -> Sequence[Kin]:
    """The articles of the library that tell the same story as this one, those added last first.

    At most `MOST` articles of about the same days are compared; those replaced are passed over.
    """
    query = select(ArticleRow).where(articles.current(), ArticleRow.invented.is_(other=False))
    if article.published is not None:
        first, last = _around(article.published)
        near = ArticleRow.published.between(first, last)
        query = query.where(or_(near, ArticleRow.published.is_(None)))
    latest = query.order_by(ArticleRow.added_at.desc(), ArticleRow.id).limit(MOST)
    with library.reading() as session:
        held = [(row.id, articles.of_row(row)) for row in session.scalars(latest)]
    runs = stories.runs_of(article)
    return [
        Kin(id_, other, stories.updates(article, other))
        for id_, other in held
        if other.text != article.text
        and stories.shared(runs, stories.runs_of(other)) >= stories.SAME
    ]


@dataclass(frozen=True, slots=True)
class Change:
    """What an update makes of a question: the question before, and now, None where it is gone."""

    before: Question
    now: Question | None

    @property
    def reworded(self) -> bool:
        """Whether the question stands, in a sentence that was changed."""
        return self.now is not None and self.now.evidence.text != self.before.evidence.text


def asking(library: Library, article: str) -> Sequence[str]:
    """The ids of the quizzes that ask about an article, those made last first."""
    query = (
        select(QuizRow.id)
        .join(QuizArticleRow, QuizArticleRow.quiz == QuizRow.id)
        .where(QuizArticleRow.article == article)
        .order_by(QuizRow.added_at.desc(), QuizRow.id)
    )
    with library.reading() as session:
        return session.scalars(query).all()


def changes(library: Library, quiz: str, older: str, newer: Article) -> Sequence[Change]:
    """What `replace` would make of the questions of a quiz that are not refused, in their order.

    Those that ask about other articles are left out.
    """
    held = quizzes.get(library, quiz)
    asked = (stored for stored in held.questions if stored.state in ASKED)
    on_older = (s.question for s in asked if older in {each.article for each in s.evidences})
    return [Change(question, carried(question, newer, older)) for question in on_older]


def _around(day: date) -> tuple[date, date]:
    """The first and the last day of the versions of a story, within what the calendar has."""
    before = min(APART, day - date.min)
    behind = min(APART, date.max - day)
    return day - before, day + behind


def replace(
    library: Library,
    older: str,
    newer: Article,
    *,
    now: datetime,
    fresh: Mapping[str, Sequence[Question]] = NOTHING,
) -> Update:
    """The update in the place of an article of the library, in all quizzes that ask about that.

    Each quiz gets a revision in which the questions whose facts still stand are asked of the
    update, with their ids and words, and the others are refused; `fresh` questions on the update
    are offered in the quiz of that id. What was handed out stays as it was, and undo returns to
    the older article. Raises InputError for an update with equal text.
    """
    with library.work() as session:
        before = articles.load(session, older)
        if before.text == newer.text:
            msg = "the update says the same as the article; there is nothing to replace"
            raise InputError(msg)
        id_ = articles.keep(session, newer, now=now, invented=False)
        kept = articles.load(session, id_)
        session.merge(ArticleUpdateRow(article=older, newer=id_))
        news_bank.remove(session, older)
        asking = select(QuizArticleRow).where(QuizArticleRow.article == older)
        found = [
            _renewed(session, row, older, kept, fresh.get(row.quiz, ()), now=now)
            for row in session.scalars(asking.order_by(QuizArticleRow.quiz)).all()
        ]
    return Update(id_, sum(standing for standing, _ in found), sum(gone for _, gone in found))


def _renewed(
    session: Session,
    asking: QuizArticleRow,
    older: str,
    newer: Article,
    fresh: Sequence[Question],
    *,
    now: datetime,
) -> tuple[int, int]:
    """Bring a quiz to the update; how many of its questions still stand, how many do not."""
    quiz = asking.quiz
    if session.get(QuizArticleRow, (quiz, newer.id)) is None:
        session.add(QuizArticleRow(quiz=quiz, article=newer.id, place=asking.place))
        session.flush()
    current = revisions.head(session, quiz, lock=True)
    before = bodies.entries(current.entries)
    after = list(_entries(session, quiz, before, older, newer))
    known = {entry[0] for entry in before}
    new = [_new(session, quiz, each, newer) for each in fresh if each.id not in known]
    if after != before or new:
        note, entries = "an article updated", [*after, *new]
        revisions.commit(session, quiz, current.title, entries, note=note, now=now, parent=current)
    changed = [entry for entry, old in zip(after, before, strict=True) if entry != old]
    gone = sum(entry[3] == GONE for entry in changed)
    return len(changed) - gone, gone


def _new(session: Session, quiz: str, question: Question, newer: Article) -> Entry:
    """The entry of a question on the update, under whose id its sentences are kept."""

    def kept(evidence: Evidence) -> Evidence:
        return dataclass_replace(evidence, article=newer.id)

    further = tuple(map(kept, question.further))
    moved = dataclass_replace(question, evidence=kept(question.evidence), further=further)
    return (question.id, bodies.keep(session, quiz, moved), "offered", "")


def _entries(
    session: Session, quiz: str, before: Sequence[Entry], older: str, newer: Article
) -> Iterable[Entry]:
    found = bodies.load(session, quiz, (entry[1] for entry in before))
    for question, digest, state, reason in before:
        asked = found[digest]
        if older not in {each.article for each in (asked.evidence, *asked.further)}:
            yield (question, digest, state, reason)
        elif moved := carried(asked, newer, older):
            yield (question, bodies.keep(session, quiz, moved), state, reason)
        else:
            yield (question, digest, "refused", GONE)
