"""Printed texts: all that a worksheet and its key hold, by question, for what can't be printed."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exports.evidence import credit
from quizgen.exports.loss import Loss
from quizgen.exports.passage import flat, passages
from quizgen.exports.print_settings import PrintSettings
from quizgen.exports.sheets import NO_TEXT
from quizgen.question import Question
from quizgen.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of a question (its id), or of the whole quiz ("")."""

    question: str
    text: str


def printed(quiz: Quiz, settings: PrintSettings) -> tuple[Printed, ...]:
    """The texts as they are printed."""
    whole = " ".join(_of_quiz(quiz, settings))
    of_questions = (Printed(q.id, flat(" ".join(_of_question(q)))) for q in quiz.questions)
    return (Printed("", flat(whole)), *of_questions)


def unprintable(quiz: Quiz, settings: PrintSettings) -> tuple[Loss, ...]:
    """The characters that neither a Word file nor a PDF can hold."""
    asked = ((q.id, " ".join(_of_question(q))) for q in quiz.questions)
    texts = (("", " ".join(_of_quiz(quiz, settings))), *asked)
    what = "some invisible characters can't be printed; the sign \ufffd stands for each"
    return tuple(Loss(question, what) for question, text in texts if _unprintable(text))


def _unprintable(text: str) -> bool:
    return NO_TEXT.search(" ".join(text.split())) is not None


def _of_quiz(quiz: Quiz, settings: PrintSettings) -> Iterator[str]:
    yield quiz.title
    for article in quiz.articles:
        yield from (article.title, *credit(article), article.url)
    if settings.with_article:
        for passage in passages(quiz, settings):
            yield from (each.text for paragraph in passage.paragraphs for each in paragraph)


def _of_question(question: Question) -> Iterator[str]:
    yield from (question.context, question.stem, question.answer, question.explanation)
    yield from (*question.accepted, *(question.options or ()), *question.items)
    yield from (text for pair in question.pairs for text in pair)
    yield from (each.text for each in (question.evidence, *question.further))
