"""Scoring: a draft's score is the sum of its traits' weights, so that it can explain itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.data import rows
from quizgen.ranking.importance import Importance, importance
from quizgen.ranking.traits import traits
from quizgen.rules.asking import Draft


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sound draft with its score in 0..1 and the parts that make it up, the weightiest first."""

    draft: Draft
    score: float
    reasons: tuple[tuple[str, float], ...]


@cache
def weights() -> Mapping[str, float]:
    """What each trait adds to a score; the trait "base" is what every draft has."""
    return {row["trait"]: float(row["weight"]) for row in rows("trait_weights.tsv")}


def rank(drafts: list[Draft], analysis: Analysis) -> list[Ranked]:
    """The drafts, best first; equal scores keep the order of the text."""
    known = importance(analysis)
    scored = [_score(draft, analysis, known) for draft in drafts]
    return sorted(scored, key=lambda r: (-r.score, r.draft.fact.sentence.start, r.draft.stem))


def _score(draft: Draft, analysis: Analysis, known: Mapping[Name, Importance]) -> Ranked:
    table = weights()
    found = {"base": 1.0} | traits(draft, analysis, known)
    parts = [(name, round(table[name] * v, 4)) for name, v in found.items() if name in table]
    total = max(0.0, min(1.0, sum(value for _, value in parts)))
    reasons = sorted((p for p in parts if p[1]), key=lambda p: (-abs(p[1]), p[0]))
    return Ranked(draft, round(total, 4), tuple(reasons))
