"""Ranking: from sound drafts to the best of them, diverse; each score a sum of named parts."""

from quizgen.ranking.choosing import SHORT_QUIZ, select
from quizgen.ranking.levels import to_level
from quizgen.ranking.preferences import preferring
from quizgen.ranking.scoring import Ranked, rank

__all__ = ["SHORT_QUIZ", "Ranked", "preferring", "rank", "select", "to_level"]
