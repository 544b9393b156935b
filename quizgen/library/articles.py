"""Articles of the library: taken in, found again, corrected, deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy import delete as deleting
from sqlalchemy.orm import Session

from quizgen.article import Article
from quizgen.contract import article_dict, article_of
from quizgen.errors import InputError
from quizgen.library import news_bank, revisions
from quizgen.library.columns import storable
from quizgen.library.library import Library
from quizgen.library.refusals import missing
from quizgen.library.tables import ArticleRow, ArticleUpdateRow, QuizArticleRow

PARTS = ("id", "title", "published", "url", "source", "byline", "licence", "language", "text")
"""What is kept of an article in the contract; its reading level follows from the text."""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """What a list of articles shows."""

    id: str
    title: str
    published: date | None
    source: str
    added_at: datetime
    quizzes: int
    invented: bool


def add(library: Library, article: Article, *, now: datetime, invented: bool = False) -> str:
    """The id under which the article is now kept; one that is there already stays as it is."""
    with library.work() as session:
        return keep(session, article, now=now, invented=invented)


def keep(session: Session, article: Article, *, now: datetime, invented: bool) -> str:
    """The id under which an article is kept, within a unit of work.

    Another text under the same id (a page that was changed since) is kept as an article of its
    own, because offsets count in the text.
    """
    id_ = _free_id(session, article)
    if session.get(ArticleRow, id_) is None:
        given = article_dict(article) | {"id": id_, "published": article.published}
        parts = {name: given[name] for name in PARTS}
        session.add(ArticleRow(**parts, added_at=now, invented=invented))
        session.flush()
    return id_


def _free_id(session: Session, article: Article) -> str:
    """The article's id, or with a number behind it where another text has taken that."""
    number, id_, text = 1, article.id, storable(article.text)
    while (row := session.get(ArticleRow, id_)) is not None and row.text != text:
        number += 1
        id_ = f"{article.id}-{number}"
    return id_


def get(library: Library, article: str) -> Article:
    """The article of an id. Raises RefusedError when there is none."""
    with library.reading() as session:
        return load(session, article)


def load(session: Session, article: str) -> Article:
    """The article within a unit of work."""
    row = session.get(ArticleRow, article)
    if row is None:
        raise missing("article", article)
    return of_row(row)


def of_row(row: ArticleRow) -> Article:
    """The article of its row."""
    return article_of({name: getattr(row, name) for name in PARTS})


def listed(
    library: Library,
    text: str = "",
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int = 100,
) -> Sequence[ArticleSummary]:
    """The articles in whose title, source or text the words stand, the newest first.

    Those that an update has replaced are left out.
    `since` and `until` (inclusive) bound the day on which they were published.
    """
    quizzes = select(func.count()).where(QuizArticleRow.article == ArticleRow.id).scalar_subquery()
    query = select(ArticleRow, quizzes).order_by(ArticleRow.added_at.desc(), ArticleRow.id)
    query = query.where(current())
    for word in text.split():
        columns = (ArticleRow.title, ArticleRow.source, ArticleRow.text)
        query = query.where(or_(*(c.icontains(word, autoescape=True) for c in columns)))
    query = query if since is None else query.where(ArticleRow.published >= since)
    query = query if until is None else query.where(ArticleRow.published <= until)
    with library.reading() as session:
        found = session.execute(query.limit(limit)).all()
        return [_summary(row, number) for row, number in found]


def current() -> ColumnElement[bool]:
    """The condition that an article was not replaced by an update of its story."""
    return ArticleRow.id.not_in(select(ArticleUpdateRow.article))


def _summary(row: ArticleRow, quizzes: int) -> ArticleSummary:
    return ArticleSummary(
        row.id, row.title, row.published, row.source, row.added_at, quizzes, row.invented
    )


def weeks(library: Library, *, limit: int = 500) -> Sequence[date]:
    """The Mondays of the weeks in which articles were published, the latest first.

    At most `limit` days of publication are looked at.
    """
    dated = (ArticleRow.published.is_not(None), current())
    days = select(ArticleRow.published).where(*dated).distinct()
    with library.reading() as session:
        found = session.scalars(days.order_by(ArticleRow.published.desc()).limit(limit)).all()
    return list(dict.fromkeys(day - timedelta(days=day.weekday()) for day in found if day))


def correct(
    library: Library,
    article: str,
    *,
    title: str,
    published: date | None,
    source: str,
    url: str,
    byline: str = "",
    licence: str = "",
) -> Article:
    """The article with its description corrected; its text and id stay, as offsets count in it.

    The question bank follows.
    """
    with library.work() as session:
        load(session, article)
        row = session.get_one(ArticleRow, article)
        row.title, row.published, row.source = title, published, source
        row.url, row.byline, row.licence = url, byline, licence
        session.flush()
        news_bank.redate(session, article, published)
        asking = select(QuizArticleRow.quiz).where(QuizArticleRow.article == article)
        for quiz in session.scalars(asking).all():
            revisions.index(session, revisions.head(session, quiz))
        return of_row(row)


def delete(library: Library, article: str) -> None:
    """Delete an article. Raises InputError while quizzes ask about it."""
    with library.work() as session:
        used = select(func.count()).where(QuizArticleRow.article == article)
        number = session.scalar(used) or 0
        if number:
            msg = f"{number} quizzes ask about this article; delete them first"
            raise InputError(msg)
        session.execute(deleting(ArticleRow).where(ArticleRow.id == article))
        news_bank.remove(session, article)
