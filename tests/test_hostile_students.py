"""What a student gets who speaks to a real server without the app's pages: nothing more."""

import asyncio
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import httpx2
import pytest
import servers
from classroom import PLAIN, QUIZ, kept_quiz
from conftest import WTO
from streamlit.util import calc_hash
from visitors import Student, Visitor

from quizgen.app import passcode
from quizgen.app.places import TEACHER
from quizgen.library import Library, answering, attempts, guessing, publishing, quizzes

SECRET = "correct horse battery"  # noqa: S105 - invented
KEY = b"12 million"
SECOND = QUIZ.questions[1].id
MEGABYTE = 2**20
COOKIE = "_streamlit_xsrf"


@dataclass(frozen=True)
class Served:
    """A server, its library, and a quiz that was handed out."""

    address: str
    library: Library
    quiz: str
    code: str

    def student(self, name: str) -> Student:
        """A student who keeps every message."""
        return Student(Visitor(self.address, heard=[]), name)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A class is served behind a passcode."""
    folder = tmp_path_factory.mktemp("served")
    library = Library.open(str(folder / "library.sqlite3"))
    now = datetime.now(UTC)
    passcode.choose(library, SECRET, now=now)
    quiz = kept_quiz(library)
    code = publishing.publish(library, quiz, now=now, terms=PLAIN).code
    with servers.app(folder, "--serve", "--address", "127.0.0.1") as address:
        yield Served(address, library, quiz, code)
    library.close()


def heard(student: Student) -> bytes:
    """All messages to a student."""
    return b"\n".join(student.visitor.heard or [])


def test_no_state_or_address_brings_a_key(served: Served) -> None:
    """Whatever widgets a browser says were pressed, and whatever it names in the address."""

    async def ask() -> Student:
        async with aclosing(served.student("Ana Lim")) as student:
            await student.join(served.code)
            visitor = student.visitor
            first = next(e.button.id for e in visitor.of("button") if "option-" in e.button.id)
            forged = [
                first.replace("q-wto", SECOND),
                "next",
                f"option-1-{SECOND}-0",
                "practice-again",
            ]
            for sign in forged:
                await visitor.send(sign)
            token = student.token
            for more in (
                f"after={SECOND}",
                f"after={SECOND}&number=2",
                f"q={SECOND}&answers=at_once",
            ):
                visitor.query = f"attempt={token}&{more}"
                await visitor.send("")
            for page in ("cards", "practise", "review"):
                visitor.query, visitor.page = f"attempt={token}&after={SECOND}", calc_hash(page)
                await visitor.send("")
            return student

    student = asyncio.run(ask())
    assert b"Which body" in heard(student)
    assert KEY not in heard(student)
    assert not answering.review(served.library, student.token)


def test_an_answer_to_a_question_not_yet_asked_is_not_judged(served: Served) -> None:
    """The button of an earlier question, pressed again under another answer, changes nothing."""

    async def ask() -> Student:
        async with aclosing(served.student("Joseph Otieno")) as student:
            await student.join(served.code)
            others = [e.button.id for e in student.visitor.of("button") if "option-" in e.button.id]
            await student.answer(0)
            for each in others:
                await student.visitor.send(each)
            return student

    student = asyncio.run(ask())
    given = answering.review(served.library, student.token)
    assert [told.given for told in given] == ["World Health Organization"]
    assert KEY not in heard(student)


def test_a_student_sees_nobody_else(served: Served) -> None:
    """Neither names nor answers of others, and the id of an attempt opens none."""
    now = datetime.now(UTC)
    other = attempts.join(served.library, served.code, "Zelda Quill", source="x", now=now)
    answering.answer(served.library, other.token, "q-wto", "OECD", now=now)

    async def ask() -> Student:
        async with aclosing(served.student("Mia Sato")) as student:
            await student.join(served.code)
            await student.answer(0)
            visitor = student.visitor
            for query in (
                f"quiz={served.quiz}&attempt={student.token}",
                f"attempt={other.attempt.id}",
            ):
                for page in ("results", "practise", "cards"):
                    visitor.query, visitor.page = query, calc_hash(page)
                    await visitor.send("")
            return student

    student = asyncio.run(ask())
    assert b"Zelda" not in heard(student)
    assert other.token.encode() not in heard(student)


@pytest.mark.parametrize("place", list(TEACHER))
def test_a_teachers_page_is_not_there_for_others(served: Served, place: str) -> None:
    """By the name under which the protocol asks for it; its buttons do nothing either."""

    async def ask() -> Visitor:
        opened = Visitor(served.address, f"quiz={served.quiz}", calc_hash(place), heard=[])
        async with aclosing(opened) as visitor:
            await visitor.open()
            for sign in (f"delete-{served.quiz}", "hand-out", "let-in", "keep-all"):
                await visitor.send(sign)
            return visitor

    visitor = asyncio.run(ask())
    assert [each.heading.body for each in visitor.of("heading")] == ["Join a quiz"]
    assert b"Export curbs" not in b"".join(visitor.heard or [])
    assert quizzes.listed(served.library, now=datetime.now(UTC))


def put(client: httpx2.Client, session: str, size: int) -> int:
    """The status of an upload of so many bytes, with the token against foreign pages."""
    client.get("/_stcore/health")
    headers = {"X-Xsrftoken": client.cookies.get(COOKIE) or ""}
    files = {"file": ("article.txt", b"x" * size, "text/plain")}
    address = f"/_stcore/upload_file/{session}/one"
    return client.put(address, headers=headers, files=files).status_code


def test_only_teachers_upload_and_not_too_much(served: Served) -> None:
    """A student's files are refused before they are read, a teacher's when they are too large."""

    async def ask() -> list[int]:
        async with aclosing(Visitor(served.address)) as visitor:
            await visitor.open()
            with httpx2.Client(base_url=served.address, timeout=60) as client:
                refused = await asyncio.to_thread(put, client, visitor.session, 10)
                now = datetime.now(UTC)
                token = passcode.sign_in(served.library, SECRET, source="x", now=now)
                client.cookies.set(passcode.COOKIE, token)
                small = await asyncio.to_thread(put, client, visitor.session, MEGABYTE)
                large = await asyncio.to_thread(put, client, visitor.session, 11 * MEGABYTE)
        return [refused, small, large]

    assert asyncio.run(ask()) == [403, 204, 413]


def test_what_is_typed_is_bounded_by_the_server(served: Served) -> None:
    """Whatever the field in the browser would have let through."""
    quiz = replace(QUIZ, id="quiz-typed", questions=(QUIZ.questions[1], WTO))
    now = datetime.now(UTC)
    code = publishing.publish(
        served.library, kept_quiz(served.library, quiz), now=now, terms=PLAIN
    ).code

    async def ask() -> Student:
        async with aclosing(served.student("Li Wei")) as student:
            await student.join(code)
            await student.visitor.fill("Your answer", "x" * MEGABYTE)
            await student.visitor.press("Check")
            return student

    student = asyncio.run(ask())
    (told,) = answering.review(served.library, student.token)
    assert len(told.given) <= 500


def test_codes_can_not_be_guessed_without_the_page(served: Served) -> None:
    """Each address is limited on the server, in however many sessions."""

    async def guess(number: int) -> str:
        async with aclosing(Visitor(served.address, f"code=XXXX{number:02}")) as visitor:
            await visitor.open()
            return "".join(each.alert.body for each in visitor.of("alert"))

    async def ask() -> list[str]:
        return [await guess(number) for number in range(guessing.FROM_ONE + 1)]

    told = asyncio.run(ask())
    assert "There is no quiz" in told[0]
    assert "oo many wrong codes" in told[-1]
