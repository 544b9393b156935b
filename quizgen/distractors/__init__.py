"""Distractors: wrong answers of the key's kind, first from the article, then from what is known."""

from quizgen.distractors.finding import FEWEST, SPARES, WANTED, distractors
from quizgen.distractors.seeker import Seeker

__all__ = ["FEWEST", "SPARES", "WANTED", "Seeker", "distractors"]
