"""Attempts: a student joins by code and name, is let in again by a token, begins anew, ends.

The token is given once and only its hash is kept. A name alone never opens an attempt that
somebody has begun, unless the teacher lets the next one of that name in.
"""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete as deleting
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.library import classes, publishing
from quizgen.library.class_tables import AttemptRow, ClassRow, StudentRow
from quizgen.library.library import Library
from quizgen.library.publishing import Publication
from quizgen.library.refusals import RefusedError, missing
from quizgen.practice.order import Order, seed_of, version_of


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt of a student at a publication."""

    id: str
    publication: Publication
    student: str
    student_name: str
    number: int
    version: str
    seed: str
    started_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class Ticket:
    """An attempt with the token that lets its student in again; it can't be asked for later."""

    token: str
    attempt: Attempt


def join(library: Library, code: str, name: str, *, source: str, now: datetime) -> Ticket:
    """The ticket of a student who enters a code and a name.

    Raises RefusedError for a wrong code (counted against `source`), a quiz that is not open, a name
    that is not on a closed list, and one under which somebody has begun already.
    """
    publication = publishing.by_code(library, code, source=source, now=now)
    _require_open(publication, now)
    with library.work() as session:
        student = _student(session, publication, name, now)
        last = _last(session, publication.id, student.id)
        if last is None:
            return _begin(library, session, publication, student, number=1, now=now)
        if not last.let_in:
            msg = (
                f"{student.name} has begun this quiz already; go on in the same browser, or ask "
                "your teacher to let you in again"
            )
            raise RefusedError("name_taken", msg)
        token = library.token()
        last.let_in, last.token_hash = False, hash_of(token)
        return Ticket(token, _attempt(session, last, publication))


def _student(session: Session, publication: Publication, name: str, now: datetime) -> StudentRow:
    class_ = session.get_one(ClassRow, publication.class_, with_for_update=True)
    if class_.listed_only:
        found = classes.find_student(session, class_.id, name)
        if found is None or not found.listed:
            msg = f"this name is not on the list of {class_.name}; write it as your teacher does"
            raise RefusedError("not_listed", msg)
        return found
    return classes.student_of(session, class_, name, now=now)


def _last(session: Session, publication: str, student: str) -> AttemptRow | None:
    query = select(AttemptRow).where(AttemptRow.publication == publication)
    query = query.where(AttemptRow.student == student).order_by(AttemptRow.number.desc())
    return session.scalars(query).first()


def _begin(
    library: Library,
    session: Session,
    publication: Publication,
    student: StudentRow,
    *,
    number: int,
    now: datetime,
) -> Ticket:
    token = library.token()
    basis = f"{publication.id}\x1f{student.id}\x1f{number}"
    id_ = "t-" + sha256(basis.encode()).hexdigest()[:16]
    begun = select(func.count()).where(AttemptRow.publication == publication.id)
    terms = publication.terms
    version = version_of(session.scalar(begun) or 0, terms.versions)
    seed = seed_of(publication.seed, version, terms.versions, id_)
    order = Order(seed, terms.shuffle_questions, terms.shuffle_options)
    row = AttemptRow(
        id=id_, publication=publication.id, student=student.id, number=number,
        token_hash=hash_of(token), version=version, seed=str(order), started_at=now,
        finished_at=None, let_in=False,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return Ticket(token, _attempt(session, row, publication))


def hash_of(token: str) -> str:
    """What is kept of a token; it is random and long, so that a plain hash is enough."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def resume(library: Library, token: str) -> Attempt:
    """The attempt that a token belongs to. Raises RefusedError for an unknown one."""
    with library.reading() as session:
        row = by_token(session, token)
        return _attempt(session, row, publishing.load(session, row.publication))


def by_token(session: Session, token: str, *, lock: bool = False) -> AttemptRow:
    """The row of the attempt that a token belongs to, within a unit of work.

    With `lock` other writers of the same attempt wait (in SQLite, writers always do).
    """
    query = select(AttemptRow).where(AttemptRow.token_hash == hash_of(token))
    row = session.scalars(query.with_for_update() if lock else query).first()
    if row is None:
        msg = "this link is no longer valid; join again with the code"
        raise RefusedError("unknown_token", msg)
    return row


def begin_again(library: Library, token: str, *, now: datetime) -> Ticket:
    """The ticket of the same student's next attempt. Raises RefusedError when none is left."""
    with library.work() as session:
        row = by_token(session, token)
        publication = publishing.load(session, row.publication)
        _require_open(publication, now)
        student = session.get_one(StudentRow, row.student, with_for_update=True)
        last = _last(session, publication.id, student.id)
        number = 1 + (last.number if last is not None else 0)
        limit = publication.terms.attempts_allowed
        if limit is not None and number > limit:
            msg = f"this quiz allows {limit} attempts and no more are left"
            raise RefusedError("no_attempts_left", msg)
        return _begin(library, session, publication, student, number=number, now=now)


def _require_open(publication: Publication, now: datetime) -> None:
    status = publication.status(now)
    if status == "not_open":
        raise RefusedError("not_open", "this quiz is not open yet; come back when it is")
    if status == "closed":
        raise RefusedError("closed", "this quiz is closed; ask your teacher to open it again")


def finish(library: Library, token: str, *, now: datetime) -> Attempt:
    """The attempt, at its end; ending it again changes nothing."""
    with library.work() as session:
        row = by_token(session, token, lock=True)
        row.finished_at = row.finished_at or now
        return _attempt(session, row, publishing.load(session, row.publication))


def let_in(library: Library, attempt: str) -> None:
    """Let the next one who joins by this student's name go on with the attempt (for teachers)."""
    with library.work() as session:
        row = session.get(AttemptRow, attempt)
        if row is None:
            raise missing("attempt", attempt)
        row.let_in = True


def delete(library: Library, attempt: str) -> None:
    """Delete an attempt with its answers, so that the student can begin anew (for teachers).

    Later ones at the same quiz go too: the results are those of the first.
    """
    with library.work() as session:
        row = session.get(AttemptRow, attempt)
        if row is not None:
            later = AttemptRow.number >= row.number
            same = (AttemptRow.publication == row.publication, AttemptRow.student == row.student)
            session.execute(deleting(AttemptRow).where(*same, later))


def _attempt(session: Session, row: AttemptRow, publication: Publication) -> Attempt:
    name = session.get_one(StudentRow, row.student).name
    return Attempt(
        row.id, publication, row.student, name, row.number, row.version, row.seed, row.started_at,
        row.finished_at,
    )  # fmt: skip
