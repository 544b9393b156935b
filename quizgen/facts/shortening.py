"""Shortening: a clause without one of the circumstances that it can be told without.

"Kenya closed the border after their talks had failed" still says that Kenya closed the border.
What follows a superlative, a quantity or "be" is not free in this way: "the first to win in Peru".
"""

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from spacy.tokens import Token

from quizgen.analysis.syntax import child, children, subtree
from quizgen.facts.fact import Clause, Fact
from quizgen.facts.reporting import of_noun

FREE_ROLES = frozenset(
    "when purpose cause aftermath time after_time before_time during amid despite following via "
    "alongside throughout duration time_span for_doing".split()
)
"""Roles of phrases that no verb needs."""
PLACED = frozenset("in at on with by from during for".split())
"""Prepositions of phrases that a verb with an object or in the passive can do without."""
SEQUELS = frozenset("after before when while as since because although though where".split())
"""Conjunctions whose clause can go without making the main clause say more."""
BINDING = frozenset(
    "only first last most least all every each no none few never ever both either without "
    "majority half more less fewer almost nearly".split()
)
"""Words that make a clause true only with all its circumstances."""

Part = frozenset[Token]


def parts(fact: Fact) -> Iterator[Part]:
    """The parts that the clause of a fact can be told without, last first."""
    clause = fact.clause
    if clause is None or fact.kind != "clause":
        return
    free = [*_phrases(clause), *_clauses(clause), *_tails(clause)]
    loose = (part for part in free if not _is_bound(clause, part))
    yield from sorted(loose, key=lambda part: -min(t.i for t in part))


def without(fact: Fact, gone: Part) -> Fact:
    """The fact of the same clause told without some of its words."""
    assert fact.clause is not None
    clause = replace(
        fact.clause,
        arguments=tuple(a for a in fact.clause.arguments if a.head not in gone),
        predicate=tuple(t for t in fact.clause.predicate if t not in gone),
        fronted=tuple(a for a in fact.clause.fronted if a.head not in gone),
    )
    slots = {role: slot for role, slot in fact.slots.items() if slot.head not in gone}
    return replace(fact, clause=clause, slots=MappingProxyType(slots))


def _is_bound(clause: Clause, gone: Part) -> bool:
    words = [t for t in (*clause.subject.tokens, *clause.predicate) if t not in gone]
    bound = any(t.lower_ in BINDING or t.tag_ in {"JJS", "RBS"} for t in words)
    return bound or clause.verb.lemma_ == "be" or clause.negation is not None


def _phrases(clause: Clause) -> Iterator[Part]:
    complete = clause.passive or any(a.role in {"object", "content"} for a in clause.arguments)
    for argument in clause.arguments:
        own = not argument.preposition or argument.preposition[0].head == clause.verb
        placed = complete and argument.role in PLACED and "selected" not in argument.tags
        if own and (argument.role in FREE_ROLES or placed):
            yield frozenset({*argument.preposition, *argument.whole})


def _tails(clause: Clause) -> Iterator[Part]:
    """What only adds to a thing not known before: "a law that bans bags" is still a law."""
    for noun in clause.predicate:
        new = noun.tag_.startswith("NN") and any(
            c.lower_ in {"a", "an"} for c in children(noun, "det")
        )
        for part in children(noun, "relcl", "acl") if new else ():
            told = children(noun, "amod", "compound", "prep", "nummod", "nmod")
            if told and part.i > noun.i and not of_noun(part):
                yield frozenset(subtree(part))


def _clauses(clause: Clause) -> Iterator[Part]:
    for part in children(clause.verb, "advcl"):
        mark = child(part, "mark", "advmod")
        if mark is not None and mark.lower_ in SEQUELS and part.i > clause.verb.i:
            yield frozenset(subtree(part))
