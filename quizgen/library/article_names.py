"""Names of the library's articles, kept so that no article is analysed for them twice."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizgen.library import articles
from quizgen.library.library import Library
from quizgen.library.tables import ArticleNamesRow, ArticleRow
from quizgen.news import NEWS_SCHEMA, NewsArticle, NewsNames, names_of, plain_names

BESIDE = 100  # articles on either side of a day, and of those without one


def keep(library: Library, news: NewsNames) -> None:
    """Keep the names of articles of the library; those of other articles are passed over."""
    with library.work() as session:
        wanted = {article.id: article for article in news.articles}
        known = select(ArticleRow.id).where(ArticleRow.id.in_(wanted))
        for id_ in session.scalars(known).all():
            names = plain_names(wanted[id_])
            session.merge(ArticleNamesRow(article=id_, format=NEWS_SCHEMA, names=names))


def near(library: Library, day: date | None, *, limit: int = BESIDE) -> NewsNames:
    """The names kept of the articles published nearest to a day; without one, of the latest.

    At most `limit` before, after, and without a day. Invented articles name nobody.
    """
    query = select(ArticleRow.id, ArticleRow.published, ArticleNamesRow.names).join(
        ArticleNamesRow, ArticleNamesRow.article == ArticleRow.id
    )
    query = query.where(ArticleNamesRow.format == NEWS_SCHEMA)
    with library.reading() as session:
        rows = list(_about(session, query, day, limit))
    return NewsNames(tuple(NewsArticle(id_, when, names_of(names)) for id_, when, names in rows))


def unread(library: Library, day: date | None, *, limit: int) -> Sequence[str]:
    """The ids of articles nearest to a day of which no names are kept yet, at most `limit`."""
    known = select(ArticleNamesRow.article).where(ArticleNamesRow.format == NEWS_SCHEMA)
    query = select(ArticleRow.id, ArticleRow.published).where(ArticleRow.id.not_in(known))
    with library.reading() as session:
        rows = list(_about(session, query, day, limit))
    near_first = sorted(rows, key=lambda row: (_apart(row[1], day), row[0]))
    return [row[0] for row in near_first[:limit]]


def _apart(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one is not None and other is not None else date.max.year * 366


def _about(
    session: Session, query: Select[*tuple[Any, ...]], day: date | None, limit: int
) -> Iterator[tuple[Any, ...]]:
    query = query.where(ArticleRow.invented.is_(other=False), articles.current())
    when = ArticleRow.published
    latest = (ArticleRow.added_at.desc(), ArticleRow.id)
    parts = [query.where(when.is_(None)).order_by(*latest)]
    if day is None:
        parts.append(query.where(when.is_not(None)).order_by(when.desc(), *latest))
    else:
        parts.append(query.where(when <= day).order_by(when.desc(), *latest))
        parts.append(query.where(when > day).order_by(when, *latest))
    for part in parts:
        yield from (tuple(row) for row in session.execute(part.limit(limit)))
