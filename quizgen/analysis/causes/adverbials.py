"""Adverbials of one word: "because", "since", "as", "after", "when", "over", "following", "for".

Most of these words are ambiguous; each is taken only in the constructions that tell a cause.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quizgen.analysis.causes.cause import CAUSE, SEQUENCE, Cause
from quizgen.analysis.causes.linking import link
from quizgen.analysis.causes.spans import clause_of, told
from quizgen.analysis.syntax import SUBJECTS, child, children, is_finite, is_verb
from quizgen.data import words

PAST = frozenset({"VBD", "VBN"})
TIMES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY"})
REASONS = frozenset({"over", "for"})
THANKS = frozenset({"thank", "apologise", "apologize", "try", "blame", "fault"})
"""Judging verbs whose "for" does not give the reason of a deed ("blamed Israel for the crash")."""
SPEAKERS = frozenset({"i", "you", "we"})


def find(doc: Doc) -> Iterator[Cause]:
    """The causes that a conjunction or a preposition of one word signals, in text order."""
    for token in doc:
        if token.lower_ in CONJUNCTIONS:
            yield from _clausal(token)
        if token.lower_ in PREPOSITIONS and token.dep_ == "prep":
            yield from _phrasal(token)


def _clausal(mark: Token) -> Iterator[Cause]:
    if mark.head.i > mark.i and gives_reason(mark):
        kind = CAUSE if mark.lower_ in {"because", "since", "as"} else SEQUENCE
        signal = mark.doc[mark.i : mark.i + 1]
        yield from link(mark.head, mark.head.head, signal, kind=kind)


def gives_reason(mark: Token) -> bool:
    """Whether a conjunction opens a clause that tells the cause of the clause it hangs on."""
    inner, tells = mark.head, CONJUNCTIONS.get(mark.lower_)
    if tells is None or mark.dep_ not in {"mark", "advmod"} or not is_verb(inner):
        return False
    if inner.dep_ != "advcl" and (inner.dep_ != "ccomp" or mark.lower_ != "because"):
        return False
    outer = told(clause_of(inner.head), mark)
    return outer != inner and tells(mark, inner, outer)


def _because(_mark: Token, _inner: Token, _outer: Token) -> bool:
    return True


def _since(_mark: Token, inner: Token, outer: Token) -> bool:
    """Whether "since" gives a reason: no perfect before it, no event of the past after it."""
    perfect = any(a.lemma_ == "have" for a in children(outer, "aux"))
    past = inner.tag_ == "VBD" or any(a.tag_ == "VBD" for a in children(inner, "aux", "auxpass"))
    return not perfect and is_finite(inner) and (inner.lemma_ == "be" or not past)


def _event(mark: Token, inner: Token, outer: Token) -> bool:
    """Whether the clause tells an event and the main clause a response to it, both past."""
    return (
        responds(outer)
        and not _first_person(outer)
        and not _first_person(inner)
        and inner.tag_ in PAST
        and any(s.lower_ != "it" for s in children(inner, *SUBJECTS))
        and not any(a.tag_ == "MD" for a in inner.lefts)
        and inner.lemma_ not in words("circumstance_verbs.txt")
        and not _timed(mark)
    )


def _timed(mark: Token) -> bool:
    """Whether the conjunction only counts time ("two days after", "shortly before")."""
    before = mark.nbor(-1) if mark.i else mark
    if before.lower_ in {"later", "ago", "just", "soon", "shortly", "long"}:
        return True
    return mark.lower_ == "after" and before.ent_type_ in {"DATE", "TIME"}


def _as(mark: Token, inner: Token, outer: Token) -> bool:
    """Whether "as" gives a reason: before an event answered to, a state or something not done."""
    return _event(mark, inner, outer) or (is_state(inner) and not _first_person(outer))


def is_state(inner: Token) -> bool:
    """Whether a clause tells a state, a need or something not done rather than an event."""
    if not any(s.lower_ != "it" for s in children(inner, *SUBJECTS)):
        return False
    return child(inner, "neg") is not None or inner.lemma_ in words("reason_states.txt")


def responds(verb: Token) -> bool:
    """Whether a clause tells what somebody does, or what befalls them, because of an event."""
    passive = child(verb, "auxpass") is not None
    if verb.tag_ not in PAST or not is_finite(verb) or any(a.tag_ == "MD" for a in verb.lefts):
        return False
    return passive or verb.lemma_.lower() in words("response_verbs.txt")


def _first_person(verb: Token) -> bool:
    return any(s.lower_ in SPEAKERS for s in children(verb, *SUBJECTS))


CONJUNCTIONS = {
    "because": _because,
    "since": _since,
    "as": _as,
    "after": _event,
    "when": _event,
}


def _phrasal(preposition: Token) -> Iterator[Cause]:
    inner = reason_of(preposition)
    if inner is not None:
        kind = CAUSE if preposition.lower_ in REASONS else SEQUENCE
        signal = preposition.doc[preposition.i : preposition.i + 1]
        yield from link(inner, preposition.head, signal, kind=kind)


def reason_of(preposition: Token) -> Token | None:
    """The head of what a preposition introduces, where that tells a cause."""
    tells = PREPOSITIONS.get(preposition.lower_)
    inner = child(preposition, "pobj", "pcomp")
    if tells is None or inner is None:
        return None
    if inner.ent_type_ in TIMES or inner.lemma_ in words("time_nouns.txt"):
        return None
    return inner if tells(preposition, inner) else None


def _over(preposition: Token, _inner: Token) -> bool:
    head = preposition.head
    if head.lemma_.lower() in words("grievance_words.txt"):
        return True
    return is_verb(head) and any(
        c.lemma_ in words("grievance_words.txt")
        for c in children(head, "dobj", "nsubj", "nsubjpass")
    )


def _following(preposition: Token, inner: Token) -> bool:
    verb = told(clause_of(preposition.head), preposition)
    return inner.lemma_ in words("trigger_nouns.txt") and (responds(verb) or inner.i > verb.i)


def _for(preposition: Token, inner: Token) -> bool:
    head = preposition.head
    if inner.lemma_ in {"reason", "purpose"}:
        return False
    if inner.tag_ == "VBG":
        return is_verb(head) and head.lemma_ not in {"use", "need", "be"}
    return head.lemma_ in words("judging_verbs.txt") - THANKS and is_verb(head)


def _after(preposition: Token, inner: Token) -> bool:
    verb = preposition.head
    if not (verb.lemma_ in words("judging_verbs.txt") or responds(verb)):
        return False
    if child(inner, "auxpass") is not None:  # "after being hit by a car"
        return inner.lemma_ in words("response_verbs.txt") | words("judging_verbs.txt")
    return inner.lemma_.lower() in words("trigger_nouns.txt")


def _amid(_preposition: Token, inner: Token) -> bool:
    return inner.lemma_.lower() in words("grievance_words.txt")


PREPOSITIONS = {
    "over": _over,
    "following": _following,
    "for": _for,
    "after": _after,
    "amid": _amid,
}
