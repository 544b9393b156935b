"""Modifiers: what a participle after a name tells ("the bank, founded in 1974 by Amina Okafor").

No clause says it, but a question can: "In which year was the bank founded?".
"""

from collections.abc import Iterator
from types import MappingProxyType

from spacy.tokens import Token

from quizgen.analysis.syntax import child, children, fence_before, in_quotes
from quizgen.facts.argument_roles import TIME_PREPOSITIONS
from quizgen.facts.clauses import ClauseFinder
from quizgen.facts.fact import Argument, Fact, Sentence

SETTLED = frozenset({"base", "headquarter", "locate", "situate", "bear"})
HEDGED = frozenset("expect believe think suspect allege accuse say rumor rumour fear".split())


def find(sentence: Sentence, finder: ClauseFinder) -> Iterator[Fact]:
    """One fact for each past participle after a name, in the slots `holder`, `done` and its own.

    The further slots: `agent`, `place`, `time`.
    """
    for token in sentence.span:
        if token.dep_ == "acl" and token.tag_ == "VBN" and not in_quotes(token):
            slots = _slots(token, finder)
            if slots:
                yield Fact("modifier", sentence, MappingProxyType(slots))


def _slots(done: Token, finder: ClauseFinder) -> dict[str, Argument]:
    noun = done.head
    if not fence_before(done) or child(done, "neg", "xcomp") or done.lemma_ in HEDGED:
        return {}
    if child(noun, "conj") is not None or noun.dep_ == "conj":
        return {}
    holder = finder.argument("holder", noun, without=tuple(done.subtree))
    if "has_name" not in holder.tags:
        return {}
    found = {part.role: part for part in _parts(done, finder)}
    verb = Argument("done", done, (done,), (done,))
    return {"holder": holder, "done": verb, **found} if found else {}


def _parts(done: Token, finder: ClauseFinder) -> Iterator[Argument]:
    for part in children(done, "prep", "agent"):
        inner = child(part, "pobj")
        if inner is None:
            continue
        if part.dep_ == "agent":
            yield finder.argument("agent", inner, preposition=(part,))
            continue
        found = finder.argument(part.lower_, inner, preposition=(part,))
        if found.tags & {"date"} and part.lower_ in TIME_PREPOSITIONS & {"in", "on"}:
            yield finder.argument("time", inner, preposition=(part,))
        elif "location" in found.tags and done.lemma_ in SETTLED:
            yield finder.argument("place", inner, preposition=(part,))
