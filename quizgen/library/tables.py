"""Tables of what a teacher makes: articles, quizzes with their revisions and questions, settings.

A change here needs a migration (`migrations/versions`); a test compares the two.
"""

from datetime import date, datetime
from typing import Any, ClassVar, Literal

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
)  # fmt: skip
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from quizgen.library.columns import Moment, Words

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


State = Literal["offered", "kept", "rejected", "refused"]


class Table(DeclarativeBase):
    """The base of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, TypeEngine[Any] | type[TypeEngine[Any]]]] = {
        str: Words,
        datetime: Moment,
        date: Date,
        bool: Boolean,
        int: Integer,
        float: Float,
        dict[str, Any]: JSON,
        list[Any]: JSON,
    }


class ArticleRow(Table):
    """An article as it was taken in; `invented` marks what the demo made, here and elsewhere."""

    __tablename__ = "articles"

    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    published: Mapped[date | None] = mapped_column(index=True)
    url: Mapped[str]
    source: Mapped[str]
    byline: Mapped[str]
    licence: Mapped[str]
    language: Mapped[str]
    text: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(index=True)
    invented: Mapped[bool]


class ArticleUpdateRow(Table):
    """An article whose story a newer one tells; it stays for the quizzes as they stood before."""

    __tablename__ = "article_updates"

    article: Mapped[str] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    newer: Mapped[str] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), index=True)


class QuizRow(Table):
    """A quiz; title and questions stand in its revisions."""

    __tablename__ = "quizzes"

    id: Mapped[str] = mapped_column(primary_key=True)
    made_with: Mapped[dict[str, Any]]
    added_at: Mapped[datetime] = mapped_column(index=True)
    invented: Mapped[bool]


class QuizArticleRow(Table):
    """An article that a quiz asks about; it can't be deleted before the quiz."""

    __tablename__ = "quiz_articles"

    quiz: Mapped[str] = mapped_column(
        ForeignKey("quizzes.id", ondelete="CASCADE"), primary_key=True
    )
    article: Mapped[str] = mapped_column(ForeignKey("articles.id"), primary_key=True, index=True)
    place: Mapped[int]


class VersionRow(Table):
    """A question's body (as in the quiz contract) as it stood at some time; never changed."""

    __tablename__ = "question_versions"

    quiz: Mapped[str] = mapped_column(
        ForeignKey("quizzes.id", ondelete="CASCADE"), primary_key=True
    )
    digest: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[dict[str, Any]]


class RevisionRow(Table):
    """A quiz as it stood after an edit; never changed.

    `entries` are [question id, digest of its version, state, reason] in order. The id is a hash of
    the content and of the `parent`, so that libraries that went apart can be merged.
    """

    __tablename__ = "revisions"

    id: Mapped[str] = mapped_column(primary_key=True)
    quiz: Mapped[str] = mapped_column(ForeignKey("quizzes.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    parent: Mapped[str | None]
    made_at: Mapped[datetime]
    note: Mapped[str]
    title: Mapped[str]
    entries: Mapped[list[Any]]


class HeadRow(Table):
    """Which revision a quiz stands at; undo and redo move it."""

    __tablename__ = "heads"

    quiz: Mapped[str] = mapped_column(
        ForeignKey("quizzes.id", ondelete="CASCADE"), primary_key=True
    )
    revision: Mapped[str] = mapped_column(ForeignKey("revisions.id", ondelete="CASCADE"))
    changed_at: Mapped[datetime] = mapped_column(index=True)


class QuestionRow(Table):
    """A question as it stands now, for the question bank; made from the head, never exported."""

    __tablename__ = "questions"
    __table_args__ = (
        ForeignKeyConstraint(
            ["quiz", "digest"],
            ["question_versions.quiz", "question_versions.digest"],
            ondelete="CASCADE",
            name="fk_questions_version",
        ),
        Index("ix_questions_article", "article"),
    )

    quiz: Mapped[str] = mapped_column(
        ForeignKey("quizzes.id", ondelete="CASCADE"), primary_key=True
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int]
    state: Mapped[State] = mapped_column(Words)
    reason: Mapped[str]
    digest: Mapped[str]
    article: Mapped[str]
    kind: Mapped[str]
    answer_kind: Mapped[str]
    difficulty: Mapped[str]
    published: Mapped[date | None] = mapped_column(index=True)
    words: Mapped[str]
    topic: Mapped[str]


class SettingRow(Table):
    """A setting of the whole library, such as the hash of the teacher's passcode."""

    __tablename__ = "settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    changed_at: Mapped[datetime]
