"""Quizlet: cards to paste, a line each, a tab between the question and the answer."""

from quizgen.exports.carrying import carried, flaw, in_one_line, left_out, one_line
from quizgen.exports.feedback import printable
from quizgen.exports.loss import Loss
from quizgen.question import Question
from quizgen.quiz import Quiz


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """A card for each question, and for each pair of a matching one."""
    cards = (card for question in carried(quiz, flaw) for card in _cards(question))
    return printable("".join(f"{front}\t{back}\n" for front, back in cards)).encode()


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """All that a card with two sides has no room for."""
    what = "wrong answers, accepted answers, explanations and sentences are left out"
    return (Loss("", what), *left_out(quiz, flaw))


def _cards(question: Question) -> list[tuple[str, str]]:
    if question.pairs:
        return [(one_line(left), one_line(right)) for left, right in question.pairs]
    items = (f"{place}. {one_line(item)}" for place, item in enumerate(question.items, 1))
    return [(in_one_line(question), "; ".join(items) or one_line(question.answer))]
