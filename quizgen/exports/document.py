"""The quiz's own JSON, as a file."""

from quizgen.contract import to_json
from quizgen.quiz import Quiz


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The quiz in the format "quizgen/quiz/1"."""
    return to_json(quiz).encode()
