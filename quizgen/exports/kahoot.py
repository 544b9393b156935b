"""Kahoot: its sheet for import. What does not fit is left out, never cut."""

from quizgen.exports.carrying import (
    carried,
    choices,
    left_out,
    one_line,
    only_choices,
)
from quizgen.exports.games import CREATED, SECONDS, key_number, too_long
from quizgen.exports.loss import Loss
from quizgen.exports.sheets import Cell, Sheet, as_xlsx
from quizgen.question import Question
from quizgen.quiz import Quiz

STEM, OPTION, OPTIONS = 120, 75, 4  # characters of a question and of an answer; answers
HEAD: tuple[Cell, ...] = (
    None,
    f"Question - max {STEM} characters",
    *(f"Answer {number} - max {OPTION} characters" for number in range(1, OPTIONS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
ABOVE = 7  # lines above the headings, as in Kahoot's own sheet


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The questions to choose from, as the sheet that Kahoot's own template is."""
    rows = [_row(place, found) for place, found in enumerate(carried(quiz, _objection), 1)]
    empty: tuple[Cell, ...] = (None,) * len(HEAD)
    title = (None, one_line(quiz.title), *empty[2:])
    lines = (title, *(empty for _ in range(ABOVE - 2)), HEAD, *rows)
    return as_xlsx([Sheet("Sheet1", ("",) * len(HEAD), lines)], created=CREATED)


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """Other types, what is too long, and all that is no question or answer."""
    what = "explanations, sentences and the lines above are left out: Kahoot takes none"
    return (Loss("", what), *left_out(quiz, _objection))


def _objection(question: Question) -> str:
    return only_choices(question, most=OPTIONS, program="Kahoot") or too_long(
        question, stem=STEM, option=OPTION, program="Kahoot"
    )


def _row(place: int, question: Question) -> tuple[Cell, ...]:
    options: list[Cell] = [one_line(option) for option in choices(question)]
    options += [None] * (OPTIONS - len(options))
    return (place, one_line(question.stem), *options, SECONDS, key_number(question))
