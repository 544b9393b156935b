"""Names of the library's articles, kept in its news bank so that none is analysed twice."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizgen.library import articles, news_bank
from quizgen.library.library import Library
from quizgen.library.news_tables import NewsRow
from quizgen.library.tables import ArticleRow
from quizgen.news import NewsNames

OWN = (ArticleRow.invented.is_(other=False), articles.current())
"""Invented articles name nobody, and of a story only the latest article counts."""


def keep(library: Library, news: NewsNames) -> None:
    """Keep the names of articles of the library; those of other articles are passed over."""
    with library.work() as session:
        wanted = {article.id: article for article in news.articles}
        own = select(ArticleRow.id).where(ArticleRow.id.in_(wanted), *OWN).order_by(ArticleRow.id)
        kept = [news_bank.Entry(wanted[id_]) for id_ in session.scalars(own).all()]
        news_bank.put(library, kept)


def unread(library: Library, day: date | None, *, limit: int) -> Sequence[str]:
    """The ids of articles nearest to a day of which no names are kept yet, at most `limit`."""
    query = select(ArticleRow.id, ArticleRow.published).where(
        ArticleRow.id.not_in(select(NewsRow.id)), *OWN
    )
    with library.reading() as session:
        rows = list(_about(session, query, day, limit))
    near_first = sorted(rows, key=lambda row: (_apart(row[1], day), row[0]))
    return [row[0] for row in near_first[:limit]]


def _apart(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one is not None and other is not None else date.max.year * 366


def _about(
    session: Session, query: Select[*tuple[Any, ...]], day: date | None, limit: int
) -> Iterator[tuple[Any, ...]]:
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
