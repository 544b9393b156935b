r"""GIFT, Moodle's plain text: all types, with the sentence as feedback.

Facts about Moodle's reader that shape this module: a backslash before `\ # = ~ { } :` makes it a
character; what begins with "%" is read as a weight, so every answer has its own; what begins with
"[" names a format, so every text has one; a blank line ends a question; "->" in a typed answer
would make pairs of it, and no escape helps.
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
PAIR = "->"
NO_WORD = re.compile(r"[^\w.-]+")  # what an id or a tag in brackets can't hold


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The quiz as one category of questions, a blank line between them."""
    blocks = [f"$CATEGORY: {one_line(feedback.printable(category_name(quiz)))}"]
    for place, question in enumerate(carried(quiz, _objection), 1):
        blocks.append(_question(quiz, question, place))
    return ("\n\n".join(blocks) + "\n").encode()


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """What is asked in another way, and typed answers with the mark of a pair."""
    fewer = (
        Loss(question.id, f"an accepted answer with “{PAIR}” in it is left out")
        for question in carried(quiz, _objection)
        if _typed(question) and len(_answers_of(question)) < len(right_answers(question))
    )
    return (*left_out(quiz, _objection), *fewer, *placed(quiz))


def _typed(question: Question) -> bool:
    return question.type in {"short_answer", "cloze"}


def _objection(question: Question) -> str:
    marked = _typed(question) and PAIR in question.answer
    return f"GIFT takes no “{PAIR}” in a typed answer" if marked else flaw(question)


def _answers_of(question: Question) -> list[str]:
    return [answer for answer in right_answers(question) if PAIR not in answer]


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
    return [f"=%100%{_answer(answer)}" for answer in _answers_of(question)]


def _answer(text: str) -> str:
    told = plain(pattern(text))
    return f"[plain]{told}" if told.startswith("[") else told


def _option(text: str, *, right: bool) -> str:
    return f"{'=' if right else '~%0%'}[html]{_html(feedback.shown(text))}"
