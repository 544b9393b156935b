"""Relatives: which noun a relative clause that is fenced off tells about, where that is certain."""

from collections.abc import Callable

from spacy.tokens import Token

from quizgen.analysis.syntax import children, fence_before
from quizgen.facts import phrases

SUMMING_UP = frozenset("result lead mean cause make allow help show suggest prompt force".split())
"""Verbs before which "which" often takes up all that was said."""


def antecedent(relative: Token, is_person: Callable[[Token], bool]) -> Token | None:
    """The noun that a relative pronoun in the place of a subject takes up."""
    clause = relative.head
    subject = relative.dep_ in {"nsubj", "nsubjpass"}
    if clause.dep_ != "relcl" or not fence_before(clause) or not subject:
        return None
    noun = clause.head
    if relative.lower_ == "who":
        while not is_person(noun) and noun.dep_ in {"pobj", "prep", "appos"}:
            noun = noun.head  # "Payton, CEO of Fortalice, who ...": not the company but the person
        if not is_person(noun):
            return None
    if relative.lower_ == "which" and (is_person(noun) or _ends_longer(noun) or _places(noun)):
        return None  # "the debate between Trump and Biden, which was ..."
    return None if _disagrees(clause, noun) else noun  # "such as Lesotho, which have ..."


def is_certain(clause: Token, noun: Token, tags: frozenset[str]) -> bool:
    """Whether the noun is a name, or one that has a name and stands right before the clause."""
    if "named" in tags:
        return True
    right_before = "has_name" in tags and noun.i + 2 == clause.left_edge.i
    return right_before and "people" not in tags and clause.lemma_ not in SUMMING_UP


def _ends_longer(noun: Token) -> bool:
    """Whether a name may only end a longer one: "the State of Iraq and the Levant"."""
    return noun.dep_ == "conj" and any(t.dep_ == "prep" for t in noun.head.children)


def _places(noun: Token) -> bool:
    """Whether a place only says where a thing with a name is: "the Accord on Safety in Peru"."""
    inside = noun.dep_ == "pobj" and noun.ent_type_ == "GPE" and noun.head.lower_ == "in"
    return inside and noun.head.head.pos_ == "PROPN"


def _disagrees(verb: Token, noun: Token) -> bool:
    """Whether a relative clause has a plural verb and the noun before it is singular."""
    finite = next((c for c in children(verb, "aux", "auxpass")), verb)
    plural = finite.tag_ == "VBP" or finite.lower_ == "were"
    return plural and not phrases.is_plural(noun)
