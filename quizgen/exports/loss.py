"""Losses: what of a quiz a format can't carry, told question by question."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """What a format leaves out: of the question with this id, or of the whole quiz for "".

    `what` is in a teacher's words, as in "left out: Kahoot takes no typed answers"; `whole` says
    that the question is not in the file at all.
    """

    question: str
    what: str
    whole: bool = False
