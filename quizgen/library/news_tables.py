"""Tables of the bank of other news: what articles name, found by day, by text and by sort.

The articles need not be the library's own. What stands here is found anew, so never exported.
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.library.tables import Table


class BankRow(Table):
    """The one row that tells the state of the bank: `stamp` changes with all that is put in."""

    __tablename__ = "news_bank"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    stamp: Mapped[str]


class NewsRow(Table):
    """An article whose names are kept; `place` counts them as they came.

    `digest` is that of what the names were made of: equal ones need not be made again.
    """

    __tablename__ = "news_articles"
    __table_args__ = (Index("ix_news_articles_published", "published", "place"),)

    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[str] = mapped_column(unique=True)
    published: Mapped[date | None]
    digest: Mapped[str]


class NewsNameRow(Table):
    """A name of such an article, by fine kind, country of the story, role of a person and day.

    `role` is the first of a person's `callings`, else ""; `day` counts from 1 January of year 1, 0
    without one; `details` are the other parts of a `Name` that are not empty.
    """

    __tablename__ = "news_names"
    __table_args__ = (
        Index("ix_news_names_text", "text", "article"),
        Index("ix_news_names_sort", "kind", "country", "role", "day", "article", "number"),
        {"sqlite_with_rowid": False},
    )

    article: Mapped[int] = mapped_column(
        ForeignKey("news_articles.place", ondelete="CASCADE"), primary_key=True
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
    kind: Mapped[str]
    country: Mapped[str]
    role: Mapped[str]
    day: Mapped[int]
    callings: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    details: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
