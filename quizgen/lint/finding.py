"""The finding: what a check says of a question, or of a quiz as a whole."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""The gravest first: an item that can't be used as it is; one that can be guessed or misread; a
choice that a teacher should know of."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found: where, how bad, and the reason in a teacher's words.

    `question` is the id of the question, "" for what concerns the quiz as a whole.
    """

    question: str
    check: str
    severity: Severity
    reason: str
