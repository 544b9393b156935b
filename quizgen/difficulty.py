"""Difficulty: how hard a question probably is, before any student has answered it."""

from quizgen.question import Difficulty
from quizgen.rules.asking import Draft

LEAD = 4  # sentences; news tells the event in the first few


def difficulty_of(draft: Draft) -> Difficulty:
    """A first guess: names and numbers of the lead are easy, clauses hard."""
    if draft.asked.tags & {"clause", "gerund"}:
        return "hard"
    easy = draft.asked.tags & {"person", "country"} and draft.fact.sentence.number < LEAD
    return "easy" if easy else "medium"
