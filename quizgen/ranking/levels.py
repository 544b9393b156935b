"""Levels: questions within the school grades that a teacher asked for come first."""

from dataclasses import replace

from quizgen.ranking.scoring import Ranked
from quizgen.reading_level import reading_level

A_GRADE = 0.03
"""What each grade outside lowers a score by; scores of good questions lie about 0.1 apart."""
MOST = 0.3  # a question far outside is still better than an unsound one would be


def to_level(ranked: list[Ranked], grades: tuple[int, int] | None) -> list[Ranked]:
    """The ranked drafts, those outside the grades (both ends belong to them) further down.

    A stem's grade is that of the formula between the two others. None leaves all as it is.
    """
    if grades is None:
        return ranked
    return sorted((_lowered(r, *grades) for r in ranked), key=lambda r: -r.score)


def _lowered(ranked: Ranked, low: int, high: int) -> Ranked:
    level = reading_level(ranked.draft.stem)
    grade = float(low) if level is None else level.middle
    outside = max(0.0, low - grade, grade - high)
    loss = round(min(MOST, A_GRADE * outside, ranked.score), 4)
    if not loss:
        return ranked
    reasons = (*ranked.reasons, ("reading level", -loss))
    return replace(ranked, score=round(ranked.score - loss, 4), reasons=reasons)
