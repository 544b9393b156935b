"""Wrong numbers: the key with another figure of the same form and magnitude.

A bound has no wrong answers: whoever lost "more than 1,000" lost "more than 400" too.
"""

import re
from collections.abc import Iterator
from functools import cache

from quizgen.analysis.pipeline import Analysis
from quizgen.data import rows
from quizgen.rules.asking import Draft
from quizgen.wording import figures

NAMED = re.compile(r"(?<!\w)[A-Z]\w*[a-z]\w* |[\"\u201c\u201d]| or so\b|[A-Z]{3,}")
"""What shows that a key is more than an amount: a numbered thing, somebody's words."""
UNBOUND = frozenset({"", "about"})
AMOUNT_KINDS = frozenset({"money", "percent", "count", "duration"})


def wrong(draft: Draft, analysis: Analysis, shift: int) -> Iterator[str]:
    """The key with other figures; none said of the same thing, none above what there can be."""
    bound = figures.bound_of(draft.key, _before(draft))
    if bound not in UNBOUND or NAMED.search(draft.key):
        return
    yield from figures.others(
        draft.key,
        said=_said(draft, analysis),
        shift=shift,
        ceiling=_ceiling(draft),
        bound=bound,
    )


def _before(draft: Draft) -> str:
    """What stands before the key in its sentence."""
    return draft.fact.sentence.span.text.partition(draft.key)[0]


def _said(draft: Draft, analysis: Analysis) -> set[str]:
    """The numbers of the sentence, and those that the article tells of the same kind of thing."""
    said = figures.said(draft.fact.sentence.span.text)
    head = draft.asked.head
    counted = head.lemma_.lower() if head.tag_ != "CD" else head.head.lemma_.lower()
    for doc in analysis.docs:
        said |= {
            token.lower_
            for token in doc
            if token.tag_ == "CD" and counted in {token.head.lemma_.lower(), token.lemma_.lower()}
        }
    return said


def _ceiling(draft: Draft) -> float | None:
    """The most that there can be of what is counted, where that is known."""
    if draft.kind == "percent":
        return figures.MOST_PERCENT
    stem = draft.stem.lower()
    most = [
        most
        for noun, beside, most in _limits()
        if re.search(rf"\bhow many (?:\w+ )?{noun}\b", stem) and beside in stem
    ]
    return min(most, default=None)


@cache
def _limits() -> tuple[tuple[str, str, float], ...]:
    """Noun, word beside it and number, for nouns with "y" in either number."""
    return tuple(
        (re.sub("y$", "(?:y|ie)", r["noun"]) + "s?", r["beside"], float(r["most"]))
        for r in rows("natural_limits.tsv")
    )
