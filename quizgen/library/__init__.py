"""The library: all that is kept, in SQLite or PostgreSQL. See `Library`."""

from quizgen.library.library import Library
from quizgen.library.refusals import RefusedError

__all__ = ["Library", "RefusedError"]
