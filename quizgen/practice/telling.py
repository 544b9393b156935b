"""Telling: what a student answered, in one line."""

from quizgen.practice.judging import placed
from quizgen.question import Question


def given_text(question: Question, given: str) -> str:
    """What was given; of matching and ordering each part in its place."""
    parts = placed(question, given)
    return "; ".join(f"{part.place}: {part.given or '–'}" for part in parts) if parts else given


def in_short(question: Question, given: str) -> str:
    """A wrong answer in a few words: of matching and ordering, how many parts were in place."""
    parts = placed(question, given)
    if parts and given:
        return f"{sum(part.right for part in parts)} of {len(parts)} in their place"
    return given or "nothing"
