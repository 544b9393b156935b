"""Several: questions made of many facts, of one article or more: people and posts, events in order.

They are made of what sound questions ask for one by one, so each part has passed the gate.
"""

from collections.abc import Callable, Iterable, Sequence

from quizgen.lint import ITEM_CHECKS, fault
from quizgen.question import Question, QuestionType
from quizgen.several import matching, ordering
from quizgen.several.parts import Found

MAKERS: dict[QuestionType, Callable[[Sequence[Found]], Question | None]] = {
    "matching": matching.made,
    "ordering": ordering.made,
}


def made(found: Sequence[Found], types: Iterable[QuestionType]) -> tuple[Question, ...]:
    """One question of each type wanted that the articles give enough for and lint finds sound."""
    asked = (MAKERS[kind](found) for kind in types if kind in MAKERS)
    return tuple(q for q in asked if q is not None and fault(q, ITEM_CHECKS) is None)
