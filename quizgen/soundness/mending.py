"""Mending: a refused question asked anew without the circumstance that was at fault."""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.facts import shortening
from quizgen.rules import asking
from quizgen.rules.asking import Draft
from quizgen.soundness import gate
from quizgen.wording.surface import significant

MENDABLE = frozenset(
    {"pronoun", "demonstrative", "bare_definite", "relative_time", "comma", "length"}
)
"""Checks that a single phrase can fail, while the rest of the question is fine."""
MEASURED = frozenset({"count", "number", "percent", "money", "duration", "quantity"})
"""An amount holds only with every circumstance of its clause."""
ATTEMPTS = 4
LEAST_LEFT = 5  # content words of a shortened stem, so that it still says which event is meant


def mended(draft: Draft, check: str, analysis: Analysis) -> Draft | None:
    """A sound draft of the same rule and phrase on a shortened clause, or None."""
    unnamed = draft.asked.role == "object" and not draft.asked.tags & {"named", "listed"}
    if check not in MENDABLE or draft.asked.tags & MEASURED or unnamed:
        return None
    shorter = (each for each in islice(_shorter(draft), ATTEMPTS) if _tells_enough(each))
    return next((each for each in shorter if gate.objection(each, analysis) is None), None)


def _shorter(draft: Draft) -> Iterator[Draft]:
    free = [p for p in shortening.parts(draft.fact) if draft.asked.head not in p]
    whole = frozenset[Token]().union(*free)
    for gone in (*free, *([whole] if len(free) > 1 else [])):
        fact = shortening.without(draft.fact, gone)
        found = asking.drafts(draft.rule, fact, draft.wording.story)
        yield from (each for each in found if each.asked.head == draft.asked.head)


def _tells_enough(draft: Draft) -> bool:
    return len(significant(draft.stem)) >= LEAST_LEFT
