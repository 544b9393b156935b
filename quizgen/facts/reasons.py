"""Reasons: which phrases of a clause tell why, for what, or after which event it came about."""

from spacy.tokens import Token

from quizgen.analysis.causes import adverbials, connectives
from quizgen.analysis.causes.cause import SEQUENCE
from quizgen.data import words

Reason = tuple[str, Token, tuple[Token, ...]]
"""Role (cause, purpose or aftermath), head, and the words that introduce it."""

OCCASIONS = frozenset({"after", "following"})


def of_phrase(part: Token) -> Reason | None:
    """The reason that a prepositional phrase of a verb gives, if any."""
    found = connectives.at(part)
    if found is not None:
        signal, inner, kind = found
        before = tuple(t for t in signal if t.head != inner)  # "to" is the infinitive's own
        return _aftermath(inner, before) if kind == SEQUENCE else (kind, inner, before)
    told = adverbials.reason_of(part)
    if told is None:
        return None
    if part.lower_ in OCCASIONS:
        return _aftermath(told, (part,))
    over = part.lower_ == "over" and part.head.lemma_ in words("grievance_words.txt")
    return ("cause", told, (part,)) if over else None


def _aftermath(event: Token, before: tuple[Token, ...]) -> Reason | None:
    """The event, unless the text only counts the time since ("an hour after")."""
    first = before[0]
    counted = first.i > 0 and first.nbor(-1).ent_type_ in {"DATE", "TIME"}
    return ("aftermath", event, before) if _is_told(event) and not counted else None


def _is_told(event: Token) -> bool:
    """Whether the phrase itself says which event is meant: "an earthquake near the coast"."""
    if event.lemma_ not in words("trigger_nouns.txt"):
        return False
    return any(
        c.dep_ in {"prep", "compound", "amod", "poss", "relcl", "acl"} for c in event.children
    )


def is_reason(mark: Token) -> bool:
    """Whether a conjunction opens the reason of its main clause.

    After "as" only a state is sure to be one: an event may merely have happened meanwhile.
    """
    if mark.lower_ == "as":
        return adverbials.is_state(mark.head) and adverbials.gives_reason(mark)
    return mark.lower_ in {"because", "since"} and adverbials.gives_reason(mark)
