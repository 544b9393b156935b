"""The session: which question comes next, what was missed, when a quiz is at its end.

A session is a value that follows from the order and the answers kept, so that a reload or a lost
connection resumes it: nothing else needs to be remembered.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

Phase = Literal["asking", "ended"]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as the session needs it: the question, which try (1 the first), whether right."""

    question: str
    number: int
    right: bool


@dataclass(frozen=True, slots=True)
class Session:
    """Where a student is: the order of all questions, answers so far, and the round.

    Round 1 asks every question once, each further round those that the round before missed.
    `later` are questions put off to the end of the round.
    """

    order: tuple[str, ...]
    answers: tuple[Given, ...] = ()
    round: int = 1
    later: tuple[str, ...] = field(default=())


def resumed(order: Sequence[str], answers: Iterable[Given]) -> Session:
    """The session that these answers have led to; the round is that of the last answer."""
    known = tuple(a for a in answers if a.question in set(order))
    return Session(tuple(order), known, max((a.number for a in known), default=1))


def asked(session: Session) -> tuple[str, ...]:
    """The questions of this round in their order, answered or not."""
    if session.round == 1:
        return session.order
    return missed(session, session.round - 1)


def open_questions(session: Session) -> tuple[str, ...]:
    """What is left of this round, those put off at the end."""
    done = {a.question for a in session.answers if a.number == session.round}
    left = [question for question in asked(session) if question not in done]
    return tuple(sorted(left, key=lambda q: (q in session.later, _place(session.later, q))))


def _place(later: tuple[str, ...], question: str) -> int:
    return later.index(question) if question in later else 0


def next_question(session: Session) -> str | None:
    """The question to ask now, or None at the end of the round."""
    return next(iter(open_questions(session)), None)


def phase(session: Session) -> Phase:
    """Whether there is something left to ask in this round."""
    return "asking" if open_questions(session) else "ended"


def answered(session: Session, question: str, *, right: bool) -> Session:
    """The session after an answer; answering again in the same round changes nothing."""
    if question not in open_questions(session):
        return session
    given = Given(question, session.round, right)
    return replace(session, answers=(*session.answers, given))


def put_off(session: Session, question: str) -> Session:
    """The session with a question moved to the end of the round."""
    kept = tuple(each for each in session.later if each != question)
    return replace(session, later=(*kept, question))


def missed(session: Session, round_: int | None = None) -> tuple[str, ...]:
    """The questions answered wrongly in a round (by default this one), in their order."""
    number = session.round if round_ is None else round_
    wrong = {a.question for a in session.answers if a.number == number and not a.right}
    return tuple(question for question in session.order if question in wrong)


def again(session: Session) -> Session:
    """The next round with what was missed; the same session while a round is going on."""
    if phase(session) == "asking" or not missed(session):
        return session
    return replace(session, round=session.round + 1, later=())


def progress(session: Session) -> tuple[int, int]:
    """How many of this round are answered, and how many there are: (3, 10)."""
    total = len(asked(session))
    return total - len(open_questions(session)), total


def score(session: Session) -> tuple[int, int]:
    """How many were right at the first try, and how many there are."""
    return sum(a.right for a in session.answers if a.number == 1), len(session.order)
