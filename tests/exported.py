"""Exported: what tests expect of any format, told by what the format says that it carries."""

from dangerous import flat

from quizgen.exports import losses
from quizgen.exports.moodle import with_field
from quizgen.question import Question
from quizgen.quiz import Quiz


def asked_of(quiz: Quiz, form: str) -> list[Question]:
    """The questions that a format says it carries."""
    gone = {loss.question for loss in losses(quiz, form) if loss.whole}
    return [question for question in quiz.questions if question.id not in gone]


def stem(question: Question) -> list[str]:
    """The paragraphs in which Moodle asks a question."""
    return [flat(part) for part in (question.context, with_field(question)) if part]
