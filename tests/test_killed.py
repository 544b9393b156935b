"""The server is killed while a class answers: nothing that a student was told is lost."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import servers
from classroom import PLAIN, QUIZ, kept_quiz
from conftest import WTO
from visitors import Student, Visitor
from websockets.exceptions import ConnectionClosed

from quizgen.library import Library, answering, publishing

STUDENTS, QUESTIONS, FIRST_TO_STOP = 8, 6, 2
LONG = replace(
    QUIZ,
    questions=tuple(
        replace(WTO, id=f"q-{n}", stem=f"{WTO.stem} ({n})") for n in range(1, QUESTIONS + 1)
    ),
)


def kept(library: Library, student: Student) -> dict[str, str]:
    """What the library holds of a student's answers, by question."""
    return {told.question: told.given for told in answering.review(library, student.token)}


async def answer_until_killed(folder: Path, port: int, code: str) -> list[Student]:
    """The students of a class whose server is killed when the first of them stops."""
    with servers.app(folder, port=port, kill=True) as app:
        joining = (Student(Visitor(app), f"Student {n}").join(code) for n in range(STUDENTS))
        students = await asyncio.gather(*joining)
        numbers = [FIRST_TO_STOP, *[QUESTIONS] * (STUDENTS - 1)]
        working = [
            asyncio.create_task(student.finish(most=number))
            for student, number in zip(students, numbers, strict=True)
        ]
        await asyncio.wait(working, return_when=asyncio.FIRST_COMPLETED)
    broken = await asyncio.gather(*working, return_exceptions=True)
    assert any(isinstance(error, ConnectionClosed) for error in broken)
    await leave(students)
    return students


async def leave(students: list[Student]) -> None:
    """Close the pages while their loop runs, also those whose server is gone."""
    for student in students:
        with suppress(ConnectionClosed):
            await student.aclose()


async def go_on(folder: Path, port: int, students: list[Student]) -> None:
    """The students' pages come back by themselves once there is a server again."""
    with servers.app(folder, port=port):
        for student in students:
            await student.visitor.open()
        await asyncio.gather(*(student.finish() for student in students))
        await leave(students)


def test_what_a_class_was_told_survives_the_server(tmp_path: Path) -> None:
    """Killed without warning in the middle of answers, and started again."""
    library = Library.open(str(tmp_path / "library.sqlite3"))
    quiz = kept_quiz(library, LONG)
    code = publishing.publish(library, quiz, now=datetime.now(UTC), terms=PLAIN).code
    port = servers.free_port()
    students = asyncio.run(answer_until_killed(tmp_path, port, code))
    for student in students:
        assert student.told.items() <= kept(library, student).items()
    asyncio.run(go_on(tmp_path, port, students))
    for student in students:
        held = kept(library, student)
        assert student.told.items() <= held.items()
        assert len(held) == QUESTIONS
    library.close()
