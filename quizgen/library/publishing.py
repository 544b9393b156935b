"""Publishing: a revision of a quiz handed out to a class under a short code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from sqlalchemy import Select, select
from sqlalchemy import delete as deleting
from sqlalchemy.orm import Session

from quizgen.errors import InputError
from quizgen.library import classes, guessing, quizzes
from quizgen.library.class_tables import ClassRow, PublicationRow
from quizgen.library.library import Library
from quizgen.library.refusals import RefusedError, missing
from quizgen.library.tables import RevisionRow
from quizgen.practice.order import LETTERS

CODE_LETTERS = "BCDFGHJKLMNPRSTVWXZ"  # no vowels: no words; no Q, Y: easily taken for O, V
CODE_LENGTH = 6
BYTES_OF_A_LETTER = 4  # so many random bytes make every letter equally likely but for 1 in 10^8
TRIES = 20  # for a code that is not taken

Show = Literal["at_once", "at_end"]
Status = Literal["not_open", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Terms:
    """How a quiz may be taken. None means no limit; `versions` from 1 to 8 are A, B, ..."""

    opens_at: datetime | None = None
    closes_at: datetime | None = None
    attempts_allowed: int | None = 1
    shuffle_questions: bool = True
    shuffle_options: bool = True
    show_answers: Show = "at_once"
    versions: int = 1


@dataclass(frozen=True, slots=True)
class Publication:
    """A quiz handed out."""

    id: str
    quiz: str
    revision: str
    title: str
    class_: str
    class_name: str
    code: str
    terms: Terms
    seed: int
    added_at: datetime
    invented: bool

    def status(self, now: datetime) -> Status:
        """Whether it can be taken now."""
        if self.terms.opens_at is not None and now < self.terms.opens_at:
            return "not_open"
        closes = self.terms.closes_at
        return "closed" if closes is not None and now >= closes else "open"


def publish(
    library: Library,
    quiz: str,
    *,
    now: datetime,
    class_: str = "",
    terms: Terms = Terms(),
    seed: int = 0,
    invented: bool = False,
) -> Publication:
    """The quiz as it stands now, handed out; later edits do not change it.

    Without a class a new one is made, which anyone with the code joins by a name. Raises
    InputError when no question is kept or the terms make no sense.
    """
    _require_sense(terms)
    with library.work() as session:
        held = quizzes.load(session, quiz)
        if not held.of_state("kept"):
            msg = "no question of this quiz is kept yet; keep some, then publish"
            raise InputError(msg)
        title = held.title[: classes.MAX_NAME].strip() or "Quiz"
        to = class_ or classes.add(library, title, now=now, invented=invented)
        classes.get(library, to)
        row = PublicationRow(
            id=f"p-{library.token(10)}", quiz=quiz, revision=held.revision, class_=to,
            code=_free_code(library, session), seed=seed, added_at=now, invented=invented,
            **_columns(terms),
        )  # fmt: skip
        session.add(row)
        session.flush()
        return _publication(session, row)


def _columns(terms: Terms) -> dict[str, object]:
    return {name: getattr(terms, name) for name in Terms.__slots__}


def _require_sense(terms: Terms) -> None:
    limit = terms.attempts_allowed
    if limit is not None and limit < 1:
        msg = f"{limit} attempts can't be made; allow at least 1"
        raise InputError(msg)
    if not 1 <= terms.versions <= len(LETTERS):
        msg = f"{terms.versions} versions can't be made; choose 1 to {len(LETTERS)}"
        raise InputError(msg)
    if terms.opens_at and terms.closes_at and terms.opens_at >= terms.closes_at:
        msg = "the quiz would close before it opens; choose a later time to close"
        raise InputError(msg)


def _free_code(library: Library, session: Session) -> str:
    for _ in range(TRIES):
        code = new_code(library)
        if session.scalars(_by_code(code)).first() is None:
            return code
    msg = "no free code was found; try again"
    raise InputError(msg)


def new_code(library: Library) -> str:
    """Six random letters."""
    drawn = library.chance(CODE_LENGTH * BYTES_OF_A_LETTER)
    parts = (drawn[n : n + BYTES_OF_A_LETTER] for n in range(0, len(drawn), BYTES_OF_A_LETTER))
    return "".join(CODE_LETTERS[int.from_bytes(part) % len(CODE_LETTERS)] for part in parts)


def typed_code(text: str) -> str:
    """The code as it is kept: capital letters, without spaces and hyphens."""
    return "".join(mark for mark in text.upper() if mark.isalnum())[: 2 * CODE_LENGTH]


def _by_code(code: str) -> Select[PublicationRow]:
    return select(PublicationRow).where(PublicationRow.code == code)


def by_code(library: Library, code: str, *, source: str, now: datetime) -> Publication:
    """The publication of a code, however it is typed.

    Raises RefusedError for a code that does not exist, which is counted against the `source`, and
    after too many of them.
    """
    guessing.require_few(library, source, now=now)
    with library.reading() as session:
        row = session.scalars(_by_code(typed_code(code))).first()
        found = None if row is None else _publication(session, row)
    if found is None:
        guessing.count(library, source, now=now)
        msg = "there is no quiz with this code; look at it again, letter by letter"
        raise RefusedError("unknown_code", msg)
    return found


def get(library: Library, publication: str) -> Publication:
    """The publication of an id. Raises RefusedError when there is none."""
    with library.reading() as session:
        return load(session, publication)


def load(session: Session, publication: str) -> Publication:
    """The publication within a unit of work."""
    row = session.get(PublicationRow, publication)
    if row is None:
        raise missing("publication", publication)
    return _publication(session, row)


def _publication(session: Session, row: PublicationRow) -> Publication:
    title = session.get_one(RevisionRow, row.revision).title
    name = session.get_one(ClassRow, row.class_).name
    terms = Terms(**{part: getattr(row, part) for part in Terms.__slots__})
    return Publication(
        row.id, row.quiz, row.revision, title, row.class_, name, row.code, terms, row.seed,
        row.added_at, row.invented,
    )  # fmt: skip


def listed(library: Library, *, quiz: str = "", class_: str = "") -> Sequence[Publication]:
    """The publications, of a quiz or a class if one is given, the newest first."""
    query = select(PublicationRow).order_by(PublicationRow.added_at.desc(), PublicationRow.id)
    query = query.where(PublicationRow.quiz == quiz) if quiz else query
    query = query.where(PublicationRow.class_ == class_) if class_ else query
    with library.reading() as session:
        return [_publication(session, row) for row in session.scalars(query)]


def change(library: Library, publication: str, terms: Terms) -> Publication:
    """The publication under other terms, from now on.

    What was answered stays, and attempts that were begun keep their order and version.
    """
    _require_sense(terms)
    with library.work() as session:
        before = load(session, publication)
        row = session.get_one(PublicationRow, publication)
        for name, value in _columns(terms).items():
            setattr(row, name, value)
        return replace(before, terms=terms)


def close(library: Library, publication: str, *, now: datetime) -> Publication:
    """The publication, closed now."""
    with library.work():
        terms = get(library, publication).terms
        opens = None if terms.opens_at is None or terms.opens_at >= now else terms.opens_at
        return change(library, publication, replace(terms, opens_at=opens, closes_at=now))


def reopen(library: Library, publication: str, *, now: datetime) -> Publication:
    """The publication, open now, and without a time to close where that is past."""
    with library.work():
        terms = get(library, publication).terms
        opens = None if terms.opens_at is None or terms.opens_at > now else terms.opens_at
        closes = None if terms.closes_at is None or terms.closes_at <= now else terms.closes_at
        return change(library, publication, replace(terms, opens_at=opens, closes_at=closes))


def delete(library: Library, publication: str) -> None:
    """Delete a publication with its attempts and answers."""
    with library.work() as session:
        session.execute(deleting(PublicationRow).where(PublicationRow.id == publication))
