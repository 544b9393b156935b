"""Lint: what gives an answer away or confuses a class, in a finished quiz from any hand.

`check` looks at one question while a teacher types, `findings` at a quiz, `fixed` mends what a
machine can mend. The generator offers nothing in which `fault` finds one. The catalogue tells
what each check is for.
"""

from quizgen.lint.checks import ITEM_CHECKS, OPTION_CHECKS, QUIZ_CHECKS, check, fault, findings
from quizgen.lint.clues import LONGER
from quizgen.lint.finding import SEVERITIES, Finding, Severity
from quizgen.lint.fixes import Fixed, evened, fixed
from quizgen.lint.repetition import spread

__all__ = [
    "ITEM_CHECKS",
    "LONGER",
    "OPTION_CHECKS",
    "QUIZ_CHECKS",
    "SEVERITIES",
    "Finding",
    "Fixed",
    "Severity",
    "check",
    "evened",
    "fault",
    "findings",
    "fixed",
    "spread",
]
