"""Tables of what happens in class: students, publications, attempts, answers, flashcards."""

from datetime import datetime

from sqlalchemy import ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizgen.library.columns import Words
from quizgen.library.tables import Table
from quizgen.practice.view import Contest


class ClassRow(Table):
    """A class. With `listed_only`, nobody joins who is not on its list."""

    __tablename__ = "classes"

    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    listed_only: Mapped[bool]
    term_end: Mapped[datetime | None]
    added_at: Mapped[datetime]
    invented: Mapped[bool]


class StudentRow(Table):
    """A student of a class, told apart by the folded name (`name_key`)."""

    __tablename__ = "students"
    __table_args__ = (UniqueConstraint("class_", "name_key"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    class_: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    name_key: Mapped[str]
    listed: Mapped[bool]
    added_at: Mapped[datetime]
    invented: Mapped[bool]


class PublicationRow(Table):
    """A revision of a quiz given to a class under a code. None: no limit of time or attempts."""

    __tablename__ = "publications"

    id: Mapped[str] = mapped_column(primary_key=True)
    quiz: Mapped[str] = mapped_column(ForeignKey("quizzes.id", ondelete="CASCADE"), index=True)
    revision: Mapped[str] = mapped_column(ForeignKey("revisions.id", ondelete="CASCADE"))
    class_: Mapped[str] = mapped_column(ForeignKey("classes.id", ondelete="CASCADE"), index=True)
    code: Mapped[str] = mapped_column(unique=True)
    opens_at: Mapped[datetime | None]
    closes_at: Mapped[datetime | None]
    attempts_allowed: Mapped[int | None]
    shuffle_questions: Mapped[bool]
    shuffle_options: Mapped[bool]
    show_answers: Mapped[str]
    versions: Mapped[int]
    seed: Mapped[int]
    added_at: Mapped[datetime]
    invented: Mapped[bool]


class AttemptRow(Table):
    """A student's attempt at a publication; its order of questions follows from `seed`.

    Whoever holds the token, of which only the hash is kept, goes on with it. `let_in` is set by
    the teacher for one joining by name alone.
    """

    __tablename__ = "attempts"
    __table_args__ = (UniqueConstraint("publication", "student", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    publication: Mapped[str] = mapped_column(
        ForeignKey("publications.id", ondelete="CASCADE"), index=True
    )
    student: Mapped[str] = mapped_column(ForeignKey("students.id", ondelete="CASCADE"), index=True)
    number: Mapped[int]
    token_hash: Mapped[str] = mapped_column(unique=True)
    version: Mapped[str]
    seed: Mapped[str]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    let_in: Mapped[bool]


class AnswerRow(Table):
    """An answer: the first try has the number 1, retries go on from 2.

    `contest` says what became of "I was right".
    """

    __tablename__ = "answers"

    attempt: Mapped[str] = mapped_column(
        ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    given: Mapped[str]
    verdict: Mapped[str]
    reason: Mapped[str]
    score: Mapped[float]
    answered_at: Mapped[datetime]
    contest: Mapped[Contest] = mapped_column(Words)
    contested_at: Mapped[datetime | None]
    settled_at: Mapped[datetime | None]


class FlagRow(Table):
    """A student's word that a question is bad; one for each question and attempt."""

    __tablename__ = "flags"

    attempt: Mapped[str] = mapped_column(
        ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[str] = mapped_column(primary_key=True)
    note: Mapped[str]
    flagged_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class CardRow(Table):
    """When a student's flashcard is due, in FSRS's values; its text is that of the revision."""

    __tablename__ = "cards"

    student: Mapped[str] = mapped_column(
        ForeignKey("students.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[str] = mapped_column(
        ForeignKey("revisions.id", ondelete="CASCADE"), index=True
    )
    due: Mapped[datetime]
    state: Mapped[int]
    step: Mapped[int | None]
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    last_review: Mapped[datetime | None]


class ReviewRow(Table):
    """A review of a flashcard, numbered from 1."""

    __tablename__ = "reviews"
    __table_args__ = (
        ForeignKeyConstraint(
            ["student", "question"],
            ["cards.student", "cards.question"],
            ondelete="CASCADE",
            name="fk_reviews_card",
        ),
    )

    student: Mapped[str] = mapped_column(primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    grade: Mapped[str]
    reviewed_at: Mapped[datetime]
    due: Mapped[datetime]


class GuessRow(Table):
    """A code that was entered and does not exist, for limiting guesses; never exported."""

    __tablename__ = "guesses"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    source: Mapped[str]
    at: Mapped[datetime] = mapped_column(index=True)
