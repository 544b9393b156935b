"""Reasons: which phrases of a clause tell why, for what, or after which event it came about."""

from spacy.tokens import Token

from quizgen.analysis.causes import adverbials, connectives, purposes
from quizgen.analysis.causes.cause import SEQUENCE
from quizgen.analysis.syntax import children
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


def is_purpose(aim: Token) -> bool:
    """Whether an adverbial clause tells an aim: "came to see it as" and "asked to" do not."""
    to = next((c for c in children(aim, "aux") if c.tag_ == "TO"), None)
    if to is None:
        return False
    after = to.i > 0 and to.nbor(-1) == aim.head
    return not (after and purposes.completes(aim.head))
