"""Classes and their students, who need no account: a name is enough, or one from the list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Select, func, select, update
from sqlalchemy import delete as deleting
from sqlalchemy.orm import Session

from quizgen.errors import InputError
from quizgen.library.class_tables import CardRow, ClassRow, StudentRow
from quizgen.library.columns import storable
from quizgen.library.library import Library
from quizgen.library.refusals import RefusedError, missing
from quizgen.practice.folding import words_of

MAX_NAME = 60  # characters; a longer "name" is a joke or an attack


@dataclass(frozen=True, slots=True)
class Class:
    """A class with the number of its students, and of those on its list among them.

    `listed_only`: none joins who is not on the list.
    """

    id: str
    name: str
    listed_only: bool
    term_end: datetime | None
    students: int
    on_list: int
    invented: bool


@dataclass(frozen=True, slots=True)
class Student:
    """A student; `listed` by the teacher, or come by joining."""

    id: str
    name: str
    listed: bool
    added_at: datetime


def add(
    library: Library,
    name: str,
    *,
    now: datetime,
    students: Iterable[str] = (),
    listed_only: bool = False,
    term_end: datetime | None = None,
    invented: bool = False,
) -> str:
    """The id of a new class with these students on its list."""
    with library.work() as session:
        id_ = f"c-{library.token(10)}"
        row = ClassRow(
            id=id_, name=_name(name), listed_only=listed_only, term_end=term_end, added_at=now,
            invented=invented,
        )  # fmt: skip
        session.add(row)
        session.flush()
        add_students(library, id_, students, now=now)
    return id_


def add_students(library: Library, class_: str, names: Iterable[str], *, now: datetime) -> None:
    """Put students on a class's list; who has joined by the same name is now listed."""
    with library.work() as session:
        for name in names:
            if name.strip():
                student_of(session, _row(session, class_), name, now=now).listed = True


def student_of(session: Session, class_: ClassRow, name: str, *, now: datetime) -> StudentRow:
    """The student of that name, new if there was none, within a unit of work.

    Case, accents and spaces make no other student.
    """
    shown = _name(name)
    found = find_student(session, class_.id, shown)
    if found is not None:
        return found
    row = StudentRow(
        id=_student_id(session, class_.id, shown), class_=class_.id, name=shown,
        name_key=key_of(shown), listed=False, added_at=now, invented=class_.invented,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return row


def find_student(session: Session, class_: str, name: str) -> StudentRow | None:
    """The student of that name, if there is one."""
    query = select(StudentRow).where(StudentRow.class_ == class_)
    return session.scalars(query.where(StudentRow.name_key == key_of(name))).first()


def key_of(name: str) -> str:
    """The name as it is compared: without case, accents and punctuation."""
    return " ".join(words_of(name)) or storable(name).strip()


def _student_id(session: Session, class_: str, name: str) -> str:
    """An id that follows from class and name, so that libraries that went apart can be merged."""
    number = 0
    while True:
        basis = f"{class_}\x1f{key_of(name)}\x1f{number}"
        id_ = "s-" + sha256(basis.encode()).hexdigest()[:16]
        if session.get(StudentRow, id_) is None:
            return id_
        number += 1


def _name(name: str) -> str:
    shown = " ".join(storable(name).split())
    if not shown or len(shown) > MAX_NAME:
        msg = f"a name has 1 to {MAX_NAME} characters; this one has {len(shown)}"
        raise InputError(msg)
    return shown


def _row(session: Session, class_: str) -> ClassRow:
    row = session.get(ClassRow, class_)
    if row is None:
        raise missing("class", class_)
    return row


def get(library: Library, class_: str) -> Class:
    """The class of an id. Raises RefusedError when there is none."""
    with library.reading() as session:
        _row(session, class_)
        return _classes(session, _counted().where(ClassRow.id == class_))[0]


def listed(library: Library) -> Sequence[Class]:
    """All classes by name."""
    with library.reading() as session:
        return _classes(session, _counted())


def _counted() -> Select[ClassRow, int, int]:
    """Classes by name, each with the numbers of its students and of those on its list."""
    number = select(func.count()).where(StudentRow.class_ == ClassRow.id)
    on_list = number.where(StudentRow.listed).scalar_subquery()
    query = select(ClassRow, number.scalar_subquery(), on_list)
    return query.order_by(ClassRow.name, ClassRow.id)


def _classes(session: Session, query: Select[ClassRow, int, int]) -> Sequence[Class]:
    return [
        Class(row.id, row.name, row.listed_only, row.term_end, number, on_list, row.invented)
        for row, number, on_list in session.execute(query)
    ]


def students(library: Library, class_: str) -> Sequence[Student]:
    """The students of a class by name."""
    query = select(StudentRow).where(StudentRow.class_ == class_)
    with library.reading() as session:
        rows = session.scalars(query.order_by(StudentRow.name_key))
        return [Student(row.id, row.name, row.listed, row.added_at) for row in rows]


def to_pick(library: Library, class_: str) -> tuple[str, ...]:
    """The names to choose one's own from: those on the list, where nobody else may join."""
    if not get(library, class_).listed_only:
        return ()
    return tuple(student.name for student in students(library, class_) if student.listed)


def change(
    library: Library,
    class_: str,
    *,
    name: str,
    listed_only: bool,
    term_end: datetime | None,
    now: datetime,
) -> Class:
    """The class with another name, way of joining, and end of term.

    Flashcards put off beyond an end that is to come are due then.
    """
    with library.work() as session:
        row = _row(session, class_)
        row.name, row.listed_only, row.term_end = _name(name), listed_only, term_end
        if term_end is not None and term_end > now:
            own = CardRow.student.in_(select(StudentRow.id).where(StudentRow.class_ == class_))
            session.execute(update(CardRow).where(own, CardRow.due > term_end).values(due=term_end))
        return get(library, class_)


def rename_student(library: Library, student: str, name: str) -> None:
    """Give a student another name. Raises RefusedError when another one of the class has it."""
    with library.work() as session:
        row = session.get(StudentRow, student)
        if row is None:
            raise missing("student", student)
        other = find_student(session, row.class_, name)
        if other is not None and other.id != student:
            msg = f"{other.name} is in this class already; choose another name"
            raise RefusedError("name_taken", msg)
        row.name, row.name_key = _name(name), key_of(name)


def delete_student(library: Library, student: str) -> None:
    """Delete a student with all attempts, answers and flashcards."""
    with library.work() as session:
        session.execute(deleting(StudentRow).where(StudentRow.id == student))


def delete(library: Library, class_: str) -> None:
    """Delete a class with its students and everything that was handed out to it."""
    with library.work() as session:
        session.execute(deleting(ClassRow).where(ClassRow.id == class_))
