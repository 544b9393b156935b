"""How a class fares: students who join at once and answer everything, and a trivial app beside it.

    python tests/load.py --students 100 --questions 5 --pause 0

Prints the seconds from an answer to its feedback, the same for an app of a few lines under the same
load, and their ratio. Ends with 1 where an answer that a student was told of is not in the library.
"""

import argparse
import asyncio
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

import servers
from classroom import PLAIN, QUIZ, kept_quiz
from conftest import WTO
from visitors import Student, Visitor

from quizgen.library import Library, answering, publishing

TRIVIAL = """
import streamlit as st
state = st.session_state
number = state.setdefault("number", 0)
st.title("Trivial")
if state.get("told"):
    st.html('<div class="qz-verdict">Right</div>')
    onward = {"told": False, "number": number + 1}
    st.button("Next", key="next", on_click=state.update, kwargs=onward)
elif number < QUESTIONS:
    st.html(f"<h2>Question {number + 1}?</h2>")
    for each in "abcd":
        st.button(each, key=f"option-{number}-{each}", on_click=state.update, kwargs={"told": True})
"""
PASSCODE = "correct horse battery"


@dataclass(frozen=True)
class Load:
    """How many students answer how many questions, after a pause of so many seconds each."""

    students: int
    questions: int
    pause: float


def told(name: str, taken: list[float], whole: float) -> float:
    """The 95th percentile, which is printed with the rest."""
    cuts = quantiles(taken, n=100)
    rate = len(taken) / whole
    print(
        f"{name}: {len(taken)} answers, {rate:.0f} a second; seconds to the feedback: median"
        f" {cuts[49]:.3f}, 95 % within {cuts[94]:.3f}, longest {max(taken):.3f}"
    )
    return cuts[94]


async def answered(students: list[Student], load: Load) -> tuple[list[float], float]:
    """The seconds that each answer took, and all together, when everybody answers everything."""
    begun = time.perf_counter()
    waits = [load.pause * (1 + place / len(students)) for place in range(len(students))]
    pairs = zip(students, waits, strict=True)
    taken = await asyncio.gather(*(student.finish(pause=wait) for student, wait in pairs))
    whole = time.perf_counter() - begun
    await asyncio.gather(*(student.aclose() for student in students))
    return [each for part in taken for each in part], whole


async def class_of(address: str, load: Load, code: str) -> tuple[list[Student], float]:
    """Students who joined at once, and how long that took for all of them."""
    begun = time.perf_counter()
    joining = (Student(Visitor(address), f"Student {n}").join(code) for n in range(load.students))
    students = await asyncio.gather(*joining)
    return students, time.perf_counter() - begun


async def ours(folder: Path, load: Load, code: str) -> tuple[list[Student], list[float], float]:
    """A class in the app."""
    with servers.app(folder, "--serve", "--address", "127.0.0.1") as address:
        students, joined = await class_of(address, load, code)
        print(f"{load.students} students joined at once within {joined:.1f} s")
        return students, *(await answered(students, load))


async def trivial(folder: Path, load: Load) -> tuple[list[float], float]:
    """As many in the trivial app."""
    script = folder / "trivial.py"
    script.write_text(TRIVIAL.replace("QUESTIONS", str(load.questions)), "utf-8")
    with servers.streamlit(script, folder) as address:
        students = [Student(Visitor(address), str(n)) for n in range(load.students)]
        await asyncio.gather(*(student.visitor.open() for student in students))
        return await answered(students, load)


def lost(library: Library, students: list[Student]) -> int:
    """How many answers that students were told of are not in the library."""
    number = 0
    for student in students:
        held = {each.question: each.given for each in answering.review(library, student.token)}
        number += sum(held.get(question) != given for question, given in student.told.items())
    return number


def measured(load: Load, folder: Path) -> int:
    """The number of lost answers, after all figures are printed."""
    path = folder / "library.sqlite3"
    asked = [replace(WTO, id=f"q-{n}", stem=f"{WTO.stem} ({n})") for n in range(load.questions)]
    library = Library.open(str(path))
    quiz = kept_quiz(library, replace(QUIZ, questions=tuple(asked)))
    code = publishing.publish(library, quiz, now=datetime.now(UTC), terms=PLAIN).code
    command = [sys.executable, "-m", "quizgen", "passcode", "--library", str(path)]
    subprocess.run(command, check=True, input=PASSCODE, text=True, cwd=servers.TOP)
    beside = told("a trivial app", *asyncio.run(trivial(folder, load)))
    students, taken, whole = asyncio.run(ours(folder, load, code))
    print(f"95 % beside a trivial app: {told('quizgen', taken, whole) / beside:.1f} times")
    missing = lost(library, students)
    print(f"{sum(len(student.told) for student in students)} answers acknowledged, {missing} lost")
    library.close()
    return missing


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--students", type=int, default=100)
    parser.add_argument("--questions", type=int, default=5)
    parser.add_argument("--pause", type=float, default=0, help="seconds before each answer")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        load = Load(given.students, given.questions, given.pause)
        return 1 if measured(load, Path(folder)) else 0


if __name__ == "__main__":
    sys.exit(main())
