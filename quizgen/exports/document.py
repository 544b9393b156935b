"""The quiz's own JSON, as a file."""

from quizgen.contract import to_json
from quizgen.exports.loss import Loss
from quizgen.exports.print_settings import PrintSettings
from quizgen.exports.rights import excerpted, left_out
from quizgen.quiz import Quiz


def render(quiz: Quiz, *, revision: int = 0, settings: PrintSettings | None = None) -> bytes:
    """The quiz in the format "quizgen/quiz/1".

    Without settings it is the quiz to work on, its articles whole; with them, the quiz to hand
    out, of whose articles it holds what may be handed out.
    """
    return to_json(quiz if settings is None else excerpted(quiz, settings)).encode()


def losses(quiz: Quiz, *, settings: PrintSettings | None = None) -> tuple[Loss, ...]:
    """The texts of articles that may not be handed out."""
    return () if settings is None else left_out(quiz, settings)
