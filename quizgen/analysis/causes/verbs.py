"""Verbs that say that one thing brings about another, and participles that tell an outcome."""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from quizgen.analysis.causes.cause import Cause
from quizgen.analysis.causes.linking import introduced, is_agent, is_certain
from quizgen.analysis.causes.spans import clause_of, clause_span, phrase_span
from quizgen.analysis.syntax import (
    SUBJECTS,
    child,
    children,
    fence_before,
    is_finite,
    is_verb,
    shared_subject,
    subtree,
)
from quizgen.data import rows, words

SETTINGS = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC"})
"""What "which" hardly stands for before a causal verb: the clause that it ends is the cause."""


def find(doc: Doc) -> Iterator[Cause]:
    """The causes that a verb tells, in text order."""
    for token in doc:
        if not is_verb(token):
            continue
        if _is_outcome(token):
            yield from _outcome(token)
        elif token.lemma_.lower() in _verbs():
            yield from _stated(token)


def _is_outcome(verb: Token) -> bool:
    """Whether a participle after its clause tells what came of it."""
    return (
        verb.tag_ == "VBG"
        and verb.dep_ in {"advcl", "acl", "conj", "xcomp"}
        and verb.i > verb.head.i
        and fence_before(verb)
        and verb.lemma_.lower() in words("outcome_verbs.txt")
        and child(verb, "aux", "mark", *SUBJECTS) is None
        and (verb.lemma_ != "lead" or any(c.lower_ == "to" for c in children(verb, "prep")))
    )


def _outcome(verb: Token) -> Iterator[Cause]:
    signal = verb.doc[verb.i : verb.i + 1]
    cause = clause_span(clause_of(verb.head), subtree(verb))
    effect = clause_span(verb)
    if cause is not None and effect is not None:
        yield Cause(cause, effect, signal, "cause", certain=is_certain(verb.head))


def _stated(verb: Token) -> Iterator[Cause]:
    if any(a.tag_ == "MD" for a in children(verb, "aux")):
        return  # what may come of something is no effect yet
    for row in _verbs()[verb.lemma_.lower()]:
        if row["effect"] == "-" and not is_finite(verb):
            continue  # "failed to prevent"
        pair = _pair(verb, row["preposition"])
        if pair is None:
            continue
        cause, effect = pair if row["cause"] == "subject" else pair[::-1]
        signal = _signal(verb, row["preposition"])
        yield Cause(cause, effect, signal, "cause", row["effect"] == "+", is_certain(verb))


def _signal(verb: Token, preposition: str) -> Span:
    """The verb, with its preposition where that follows at once."""
    adjacent = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == preposition
    return verb.doc[verb.i : verb.i + 1 + adjacent]


def _pair(verb: Token, preposition: str) -> tuple[Span, Span] | None:
    """The spans of the verb's logical subject and object."""
    if preposition == "-" and child(verb, "agent") is not None:
        return _passive(verb)
    return _active(verb, preposition)


def _passive(verb: Token) -> tuple[Span, Span] | None:
    """Agent and subject of a passive."""
    agent = child(verb, "agent")
    inner = child(agent, "pobj", "pcomp") if agent is not None else None
    affected = child(verb, "nsubjpass") or (verb.head if verb.dep_ == "acl" else None)
    if affected is not None and affected.tag_ in {"WDT", "WP"}:
        affected = verb.head
    if inner is None or affected is None or is_agent(inner):
        return None
    cause = introduced(inner)
    effect = phrase_span(affected, subtree(verb) if affected == verb.head else ())
    return (cause, effect) if cause is not None and effect is not None else None


def _active(verb: Token, preposition: str) -> tuple[Span, Span] | None:
    """Subject and object (or the phrase of the preposition) of an active verb."""
    if child(verb, "auxpass") is not None:
        return None
    cause, effect = _subject(verb), _object(verb, preposition)
    return (cause, effect) if cause is not None and effect is not None else None


def _subject(verb: Token) -> Span | None:
    subject = shared_subject(verb)
    if subject is None:
        return None
    if subject.tag_ in {"WDT", "WP"}:
        return _antecedent(verb)
    return None if subject.pos_ == "PRON" or is_agent(subject) else phrase_span(subject)


def _antecedent(verb: Token) -> Span | None:
    """What "which" stands for: the clause before a fenced one, else the noun."""
    if verb.dep_ != "relcl":
        return None
    whole = fence_before(verb) or verb.head.ent_type_ in SETTINGS
    if whole and verb.head.dep_ not in SUBJECTS:
        return clause_span(clause_of(verb.head), subtree(verb))
    return phrase_span(verb.head, subtree(verb))


def _object(verb: Token, preposition: str) -> Span | None:
    """The second thing: from the object's start to the end of what follows it in the clause."""
    if preposition != "-":
        link = next((c for c in children(verb, "prep") if c.lower_ == preposition), None)
        inner = child(link, "pobj", "pcomp") if link is not None else None
        return introduced(inner) if inner is not None else None
    parts = children(verb, "dobj", "xcomp", "ccomp")
    if not parts:
        return None
    first, last = parts[0].left_edge, parts[-1].right_edge
    return verb.doc[first.i : last.i + 1]


@cache
def _verbs() -> dict[str, tuple[dict[str, str], ...]]:
    found: dict[str, tuple[dict[str, str], ...]] = {}
    for row in rows("causal_verbs.tsv"):
        found[row["verb"]] = (*found.get(row["verb"], ()), row)
    return found
