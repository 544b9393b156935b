"""The demo: an invented class and a term of its attempts at quizzes that were really made.

Everything is marked as invented and goes again with `quizgen.library.invented.remove`.
"""

from quizgen.demo.chance import drawn
from quizgen.demo.term import Term, fill

__all__ = ["Term", "drawn", "fill"]
