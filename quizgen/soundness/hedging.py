"""Hedging: the question keeps what the article adds against a fact's holding always, or surely."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.facts.doubts import HEDGES
from quizgen.rules.asking import Draft

HOLDING = frozenset({"now", "today", "still", "currently", "then", "once"})
LIMITS = frozenset({"if", "unless", "when", "without", "until", "except", "provided"})
"""Words by which a claim holds only on a condition."""
LIMITING = frozenset({"mark", "advmod", "prep"})


def hedged(draft: Draft, _: Analysis) -> str:
    """No cause told as certain that the article gives with "reportedly"."""
    if draft.fact.kind in {"sentence", "statement"}:
        return ""
    asked = {*draft.asked.whole, *draft.asked.preposition}
    own = {t for t in draft.own_words if t.text in draft.stem}
    for token in draft.fact.sentence.span:
        guess = token.lower_ in HEDGES and token.dep_ == "advmod"
        shown = token in asked or token.lower_ in draft.stem
        if guess and token.head in asked | own and not shown:
            return f"a rumour or guess told as a fact: {token.text}"
    return ""


def passing(draft: Draft, _: Analysis) -> str:
    """What something is "today", or "for many", is not what it is."""
    clause = draft.fact.clause
    if clause is None or draft.rule.kind != "definition":
        return ""
    parts = list(clause.verb.children)
    late = next((t for t in parts if t.lower_ in HOLDING), None)
    some = next((t for t in parts if _for_some(t)), None)
    limit = late if late is not None else some
    return f"holds only for a time, or for some: {limit.text}" if limit is not None else ""


def _for_some(part: Token) -> bool:
    return part.lower_ == "for" and part.dep_ == "prep" and part.i < part.head.i


def lost_condition(draft: Draft, _: Analysis) -> str:
    """A claim is told with the condition under which it was made."""
    if draft.rule.type != "short_answer" or draft.fact.kind == "sentence":
        return ""
    clause, content = draft.fact.clause, draft.fact.slots.get("content")
    if clause is not None and clause.modal is not None and draft.fact.tells:
        without = any(c.lower_ == "without" for c in clause.verb.children)
        if without and "without" not in draft.stem.split():
            return "a claim without its condition: without"
    if content is None:
        return ""
    lost = next(_limits(content.head, set(content.tokens)), None)
    return f"a claim without its condition: {lost.text}" if lost is not None else ""


def _limits(verb: Token, told: set[Token]) -> Iterator[Token]:
    """The words that open a condition within what is said, and are not told; a date is none."""
    for part in verb.subtree:
        dated = any(t.ent_type_ in {"DATE", "TIME"} for t in part.children)
        opens = part.lower_ in LIMITS and part.dep_ in LIMITING
        if opens and not dated and part not in told:
            yield part


def compared_year(draft: Draft, _: Analysis) -> str:
    """No year of the sales that "fell by 3.3% on 2013": they are compared with it."""
    asked = draft.asked
    on = any(t.lower_ == "on" for t in asked.preposition)
    return "a year that is compared with" if on and "year" in asked.tags else ""
