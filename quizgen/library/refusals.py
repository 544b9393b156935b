"""Refusals: what a student or a teacher may not do now, each with a name that a page can read."""

from typing import Literal

from quizgen.errors import InputError

Why = Literal[
    "unknown_code", "too_many_guesses", "not_open", "closed", "name_taken", "not_listed",
    "no_attempts_left", "unknown_token", "not_asked", "not_answered", "missing",
]  # fmt: skip


class RefusedError(InputError):
    """Something that can't be done, in one line for people and a name (`why`) for pages."""

    def __init__(self, why: Why, message: str) -> None:
        super().__init__(message)
        self.why = why


def missing(what: str, id_: str) -> RefusedError:
    """The error for an id that the library does not hold."""
    return RefusedError("missing", f"the library holds no {what} {id_!r}; it may have been deleted")
