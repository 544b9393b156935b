"""Class contents: what hangs on a class or a student and would go with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from quizgen.library import classes, publishing
from quizgen.library.class_tables import AnswerRow, AttemptRow, CardRow, StudentRow
from quizgen.library.classes import Class
from quizgen.library.library import Library


@dataclass(frozen=True, slots=True)
class Contents:
    """How many quizzes were taken (each attempt counts), with how many answers; flashcards."""

    attempts: int = 0
    answers: int = 0
    cards: int = 0


def by_student(library: Library, class_: str) -> Mapping[str, Contents]:
    """What hangs on each student of a class."""
    answers = select(AttemptRow.student, func.count()).join(
        AnswerRow, AnswerRow.attempt == AttemptRow.id
    )
    with library.reading() as session:
        numbers = [
            _counted(session, select(AttemptRow.student, func.count()), AttemptRow.student, class_),
            _counted(session, answers, AttemptRow.student, class_),
            _counted(session, select(CardRow.student, func.count()), CardRow.student, class_),
        ]
    known = classes.students(library, class_)
    return {each.id: Contents(*(number.get(each.id, 0) for number in numbers)) for each in known}


def _counted(
    session: Session,
    query: Select[str, int],
    student: InstrumentedAttribute[str],
    class_: str,
) -> dict[str, int]:
    own = query.join(StudentRow, StudentRow.id == student).where(StudentRow.class_ == class_)
    return dict(session.execute(own.group_by(student)).all())


def taught(library: Library) -> tuple[Sequence[Class], Sequence[Class]]:
    """The classes that the teacher made, and those made by handing a quiz out to anyone."""
    handed_out = publishing.listed(library)
    titles: dict[str, list[str]] = {}
    for publication in handed_out:
        titles.setdefault(publication.class_, []).append(publication.title)
    every = classes.listed(library)
    passing = [each for each in every if _is_passing(each, titles.get(each.id, []))]
    return [each for each in every if each not in passing], passing


def _is_passing(class_: Class, titles: Sequence[str]) -> bool:
    """Whether nobody is on its list and it bears the name of the quiz that it was made for."""
    own = class_.on_list or class_.listed_only or class_.term_end is not None
    return not own and bool(titles) and all(title.startswith(class_.name) for title in titles)
