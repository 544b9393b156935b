"""The value of this package: a cause with its effect."""

from dataclasses import dataclass

from spacy.tokens import Span

CAUSE = "cause"
PURPOSE = "purpose"
SEQUENCE = "sequence"


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause and its effect, as stretches of one paragraph's doc.

    `kind` is "cause" for what brings something about, "purpose" for what somebody acts for, and
    "sequence" for an event told as the occasion of another ("after", "following", "when"), where
    the text leaves the causal link to the reader. `signal` are the words that link the two.
    `positive` is False where the cause keeps the effect from happening. `certain` is False where
    the text hedges, denies or merely reports the link as possible.
    """

    cause: Span
    effect: Span
    signal: Span | None
    kind: str
    positive: bool = True
    certain: bool = True
