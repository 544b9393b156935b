"""The bank of other news, in which the names kept of the library's articles go on."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

DETAILS = ("aliases", "gender", "nation", "noun", "told")


def upgrade() -> None:
    """Make the tables, and move what was kept for each article."""
    op.create_table(
        "news_bank",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_news_bank")),
    )
    news = op.create_table(
        "news_articles",
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_news_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_news_articles_id")),
    )
    names = op.create_table(
        "news_names",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("callings", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("details", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["article"], ["news_articles.place"], ondelete="CASCADE",
            name=op.f("fk_news_names_article"),
        ),
        sa.PrimaryKeyConstraint("article", "number", name=op.f("pk_news_names")),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("ix_news_articles_published", "news_articles", ["published", "place"])
    op.create_index("ix_news_names_text", "news_names", ["text", "article"])
    sort = ["kind", "country", "role", "day", "article", "number"]
    op.create_index("ix_news_names_sort", "news_names", sort)
    _move(news, names)
    op.drop_table("article_names")


def _move(news: sa.Table, names: sa.Table) -> None:
    """Move the names of articles that are neither invented nor replaced, in the order of ids."""
    connection = op.get_bind()
    kept = sa.table("article_names", sa.column("article"), sa.column("names", sa.JSON()))
    articles = sa.table(
        "articles", sa.column("id"), sa.column("published", sa.Date()), sa.column("invented")
    )
    replaced = sa.select(sa.table("article_updates", sa.column("article")).c.article)
    query = sa.select(articles.c.id, articles.c.published).join(
        kept, kept.c.article == articles.c.id
    )
    query = query.where(sa.not_(articles.c.invented), articles.c.id.not_in(replaced))
    rows = connection.execute(query.order_by(articles.c.id)).all()
    for place, (id_, day) in enumerate(rows, 1):
        row = {"place": place, "id": id_, "published": day, "digest": ""}
        connection.execute(news.insert().values(row))
        found = connection.scalar(sa.select(kept.c.names).where(kept.c.article == id_))
        told = list(_rows(found, place, day.toordinal() if day else 0))
        if told:
            connection.execute(names.insert(), told)


def _rows(found: Any, place: int, day: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - of JSON
    for number, each in enumerate(found):
        name, callings = each["name"], each.get("callings") or None
        yield {
            "article": place,
            "number": number,
            "text": name["text"],
            "kind": name["kind"],
            "country": each.get("country", ""),
            "role": callings[0] if callings else "",
            "day": day,
            "callings": callings,
            "details": {part: name[part] for part in DETAILS if name.get(part)} or None,
        }
