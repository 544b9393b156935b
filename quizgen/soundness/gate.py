"""The gate: every draft goes through the checks in order; the first that objects refuses it."""

from quizgen.analysis.pipeline import Analysis
from quizgen.rules.asking import Draft
from quizgen.soundness.checks import CHECKS


def objection(draft: Draft, analysis: Analysis) -> tuple[str, str] | None:
    """The name of the check that refuses a draft and its reason, or None when it is sound."""
    for name, check in CHECKS.items():
        reason = check(draft, analysis)
        if reason:
            return name, reason
    return None
