"""Wayground, once Quizizz: its sheet for import, the one of a game with room for an explanation."""

from quizgen.exports import feedback
from quizgen.exports.carrying import (
    carried,
    choices,
    flaw,
    in_one_line,
    left_out,
    one_line,
    only_choices,
    right_answers,
)
from quizgen.exports.evidence import article_of, safe_url
from quizgen.exports.games import CREATED, SECONDS, key_number
from quizgen.exports.loss import Loss
from quizgen.exports.sheets import LONGEST_CELL, Cell, Sheet, as_xlsx
from quizgen.question import Question
from quizgen.quiz import Quiz

OPTIONS = 5
HEAD = (
    "Question Text", "Question Type", *(f"Option {number}" for number in range(1, OPTIONS + 1)),
    "Correct Answer", "Time in seconds", "Image Link", "Answer explanation",
)  # fmt: skip


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The questions to choose an answer from or to type one, a line each."""
    rows = tuple(_row(quiz, question) for question in carried(quiz, _objection))
    return as_xlsx([Sheet("Sheet1", HEAD, rows)], created=CREATED)


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """Other types, and accepted answers that there is no column for."""
    beyond = (
        Loss(question.id, f"only {OPTIONS} of its right answers are kept")
        for question in carried(quiz, _objection)
        if _typed(question) and len(right_answers(question)) > OPTIONS
    )
    long = (
        Loss(question.id, "its explanation is left out: it is too long for a cell")
        for question in carried(quiz, _objection)
        if not _explanation(quiz, question)
    )
    return (*left_out(quiz, _objection), *beyond, *long)


def _typed(question: Question) -> bool:
    return question.type in {"short_answer", "cloze"}


def _objection(question: Question) -> str:
    if question.type in {"matching", "ordering"}:
        return "Wayground's sheet takes no matching and no ordering"
    if _typed(question):
        return flaw(question)
    return only_choices(question, most=OPTIONS, program="Wayground")


def _row(quiz: Quiz, question: Question) -> tuple[Cell, ...]:
    typed = _typed(question)
    texts = right_answers(question)[:OPTIONS] if typed else choices(question)
    options: list[Cell] = [one_line(text) for text in texts]
    options += [None] * (OPTIONS - len(options))
    kind = "Fill-in-the-Blank" if typed else "Multiple Choice"
    key = None if typed else key_number(question)
    why = _explanation(quiz, question) or None
    return (in_one_line(question), kind, *options, key, SECONDS, None, why)


def _explanation(quiz: Quiz, question: Question) -> str:
    """The explanation, "" where a cell can't hold it."""
    address = safe_url(article_of(quiz, question))
    told = " ".join(filter(None, (feedback.as_text(quiz, question), address)))
    return told if len(told) <= LONGEST_CELL else ""
