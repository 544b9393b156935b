"""Aiken: questions to choose from as plain text of the simplest form, which many programs take."""

import re
from string import ascii_uppercase

from quizgen.exports.carrying import carried, choices, in_one_line, left_out, one_line, only_choices
from quizgen.exports.feedback import printable
from quizgen.exports.loss import Loss
from quizgen.question import Question
from quizgen.quiz import Quiz

TAKEN = re.compile(r"[A-Z][).]|ANSWER:")
"""How a line begins that is read as an option or as the key."""
SHORTEST = 2  # characters; shorter lines are passed over


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The questions to choose from, a blank line between them."""
    return ("\n\n".join(_question(found) for found in carried(quiz, _objection)) + "\n").encode()


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """All that is no option: other types, explanations and sentences."""
    return (
        Loss("", "explanations and sentences are left out: Aiken takes none"),
        *left_out(quiz, _objection),
    )


def _objection(question: Question) -> str:
    if found := only_choices(question, most=len(ascii_uppercase), program="Aiken"):
        return found
    line = in_one_line(question)
    if TAKEN.match(line) or len(line) < SHORTEST:
        return "Aiken would not read its first words as a question"
    return "" if all(one_line(option) for option in choices(question)) else "an option is empty"


def _question(question: Question) -> str:
    options = list(zip(ascii_uppercase, choices(question), strict=False))
    key = next(letter for letter, option in options if option == question.answer)
    return "\n".join(
        [
            printable(in_one_line(question)),
            *(f"{letter}. {printable(one_line(option))}" for letter, option in options),
            f"ANSWER: {key}",
        ]
    )
