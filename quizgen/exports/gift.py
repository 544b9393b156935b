r"""GIFT, Moodle's plain text: all types, with the sentence as feedback.

Facts about Moodle's reader that shape this module: a backslash before `\ # = ~ { } :` makes it a
character; what begins with "%" is read as a weight, so every answer has its own; what begins with
"[" names a format, so every text has one; a blank line ends a question.
"""

import re

from quizgen.exports import feedback
from quizgen.exports.carrying import (
    carried,
    choices,
    flaw,
    left_out,
    matched,
    one_line,
    placed,
    right_answers,
)
from quizgen.exports.loss import Loss
from quizgen.exports.moodle import category_name, name, pattern, with_field
from quizgen.question import Question
from quizgen.quiz import Quiz

OWN = re.compile(r"[\\#=~{}:]")  # characters that GIFT keeps for itself
NO_WORD = re.compile(r"[^\w.-]+")  # what an id or a tag in brackets can't hold


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The quiz as one category of questions, a blank line between them."""
    blocks = [f"$CATEGORY: {one_line(feedback.printable(category_name(quiz)))}"]
    for place, question in enumerate(carried(quiz, flaw), 1):
        blocks.append(_question(quiz, question, place))
    return ("\n\n".join(blocks) + "\n").encode()


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """Nothing but what is asked in another way."""
    return (*left_out(quiz, flaw), *placed(quiz))


def plain(text: str) -> str:
    """The text on one line, as the reader takes it for text."""
    return OWN.sub(r"\\\g<0>", one_line(feedback.printable(text)))


def _html(text: str) -> str:
    return OWN.sub(r"\\\g<0>", text)


def _question(quiz: Quiz, question: Question, place: int) -> str:
    labels = " ".join(f"[tag:{NO_WORD.sub('_', tag)}]" for tag in ("quizgen", question.difficulty))
    asked = _html(feedback.asked(question, with_field(question)))
    return "\n".join(
        [
            f"// [id:{NO_WORD.sub('_', question.id)}] {labels}",
            f"::{plain(name(question, place))}::[html]{asked}{{",
            *_answers(question),
            f"####[html]{_html(feedback.as_html(quiz, question))}",
            "}",
        ]
    )


def _answers(question: Question) -> list[str]:
    if question.type == "true_false":
        return [question.answer.upper()]
    if question.type == "multiple_choice":
        return [_option(option, right=option == question.answer) for option in choices(question)]
    if question.type in {"matching", "ordering"}:
        return [f"=[html]{_html(feedback.shown(a))} -> {plain(b)}" for a, b in matched(question)]
    return [f"=%100%{plain(pattern(answer))}" for answer in right_answers(question)]


def _option(text: str, *, right: bool) -> str:
    return f"{'=' if right else '~%0%'}[html]{_html(feedback.shown(text))}"
