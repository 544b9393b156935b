"""Carrying: which questions a format takes, why it leaves others out, and how that is told."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from quizgen.exports.loss import Loss
from quizgen.question import Question
from quizgen.quiz import Quiz

Objection = Callable[[Question], str]
"""Why a format leaves a question out, "" where it carries it."""

LONGEST_STEM = 60  # characters of a question by which it is told apart
TRUTHS = ("True", "False")


def carried(quiz: Quiz, objection: Objection) -> list[Question]:
    """The questions that a format carries."""
    return [question for question in quiz.questions if not objection(question)]


def left_out(quiz: Quiz, objection: Objection) -> tuple[Loss, ...]:
    """A loss for each question that a format leaves out."""
    told = ((question.id, objection(question)) for question in quiz.questions)
    return tuple(Loss(asked, f"left out: {reason}", whole=True) for asked, reason in told if reason)


def flaw(question: Question) -> str:
    """Why no program could ask and mark the question; only quizzes from other hands have such."""
    if not question.stem.strip():
        return "it has no text"
    if question.type in {"multiple_choice", "true_false"}:
        options = TRUTHS if question.type == "true_false" else question.options or ()
        right = question.answer in options and len(options) > 1
        return "" if right else "its answer is none of its options"
    if question.type in {"matching", "ordering"}:
        return "" if len(question.pairs or question.items) > 1 else "it has too few parts"
    return "" if question.answer.strip() else "it has no answer"


def only_choices(question: Question, *, most: int, program: str) -> str:
    """Why a program that takes up to `most` options, and nothing typed, leaves a question out."""
    if found := flaw(question):
        return found
    if question.type not in {"multiple_choice", "true_false"}:
        return f"{program} takes only questions to choose an answer from"
    number = len(choices(question))
    return f"it has {number} options, {program} takes {most}" if number > most else ""


def choosing(most: int, program: str) -> Objection:
    """The objection of a program that takes up to `most` options, and nothing typed."""
    return partial(only_choices, most=most, program=program)


def choices(question: Question) -> tuple[str, ...]:
    """The options of a question to choose from, in the order shown."""
    return TRUTHS if question.type == "true_false" else question.options or ()


def right_answers(question: Question) -> tuple[str, ...]:
    """The answer and what is accepted beside it, each once."""
    return tuple(dict.fromkeys(text for text in (question.answer, *question.accepted) if text))


def matched(question: Question) -> tuple[tuple[str, str], ...]:
    """The pairs of a matching question; of an ordering one, each item with its place, jumbled."""
    places = ((item, str(place)) for place, item in enumerate(question.items, 1))
    return question.pairs or tuple(sorted(places))


def placed(quiz: Quiz) -> tuple[Loss, ...]:
    """The losses of a format that asks for the place of each item where order is asked for."""
    what = "put in order by choosing the place of each item"
    return tuple(Loss(question.id, what) for question in quiz.questions if question.items)


def one_line(text: str) -> str:
    """The text with each run of white space as one space."""
    return " ".join(text.split())


def in_one_line(question: Question) -> str:
    """The question on one line, behind the line that is shown above it."""
    return " – ".join(filter(None, (one_line(question.context), one_line(question.stem))))


def nothing_left(quiz: Quiz, losses: Iterable[Loss]) -> bool:
    """Whether a format carries none of the questions."""
    gone = {loss.question for loss in losses if loss.whole}
    return bool(quiz.questions) and gone >= {question.id for question in quiz.questions}


def told(quiz: Quiz, losses: Sequence[Loss]) -> list[str]:
    """A line for each loss that says of which question."""
    names = {question.id: _named(place, question) for place, question in _numbered(quiz)}
    return [f"{names.get(loss.question, 'all questions')}: {loss.what}" for loss in losses]


def _numbered(quiz: Quiz) -> Iterable[tuple[int, Question]]:
    return enumerate(quiz.questions, 1)


def _named(place: int, question: Question) -> str:
    return f"question {place} ({shortened(question.stem)})"


def shortened(text: str) -> str:
    """The text on one line, of bounded length."""
    flat = one_line(text)
    return flat if len(flat) <= LONGEST_STEM else f"{flat[: LONGEST_STEM - 1].rstrip()}…"
