"""Reasons in words: why a question was asked, and why it ranks where it does."""

from collections.abc import Iterator

from quizgen.data import rows
from quizgen.question import Question

MOST = 3  # reasons told for and against; the others weigh little
LEAST = 0.01  # weight below which a reason decides nothing

STRENGTHS = ((0.7, "One of the strongest"), (0.55, "A good one"), (0.0, "One of the weaker ones"))


def strength(question: Question) -> str:
    """How the question ranks, in a few words."""
    return next(words for least, words in STRENGTHS if question.score >= least)


def for_it(question: Question) -> tuple[str, ...]:
    """What speaks for the question, the weightiest first."""
    return tuple(dict.fromkeys(_told(question, for_=True)))[:MOST]


def against_it(question: Question) -> tuple[str, ...]:
    """What speaks against it, the weightiest first."""
    return tuple(dict.fromkeys(_told(question, for_=False)))[:MOST]


def _told(question: Question, *, for_: bool) -> Iterator[str]:
    known = {row["trait"]: row["for" if for_ else "against"] for row in rows("reason_words.tsv")}
    for trait, weight in question.reasons:
        words = known.get(trait, "")
        if words and abs(weight) >= LEAST and (weight > 0) == for_:
            yield words
