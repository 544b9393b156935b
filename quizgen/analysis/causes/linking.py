"""Linking: from the heads of a cause and of an effect to their spans, polarity and certainty."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from quizgen.analysis.causes.cause import CAUSE, Cause
from quizgen.analysis.causes.spans import clause_hull, clause_of, clause_span, phrase_span, told
from quizgen.analysis.syntax import children, is_verb, subtree
from quizgen.data import words

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
AGENTS = frozenset({"PERSON", "NORP", "ORG", "GPE"})


def link(
    inner: Token,
    outer: Token,
    signal: Span,
    *,
    kind: str = CAUSE,
    without: Iterable[Token] = (),
) -> Iterator[Cause]:
    """The cause that a connective introduces, with the clause or noun it hangs on as effect."""
    hung = {t for t in subtree(inner) if t not in signal and t != outer}
    cause = introduced(inner, {*signal, *without})
    effect = governing(outer, signal, hung | set(signal))
    if cause is not None and effect is not None:
        yield Cause(cause, effect, signal, kind, certain=is_certain(outer, inner))


def introduced(inner: Token, without: Iterable[Token] = ()) -> Span | None:
    """The span of what a connective introduces."""
    before = [t for t in inner.lefts if t.dep_ in {"mark", "aux"} and t.tag_ in {"IN", "TO"}]
    drop = {*without, *before}
    if any(t.lower_ == "because" for t in before):  # all that is said to give the reason
        return clause_hull(inner, drop)
    return clause_span(inner, drop, whole=True) if is_verb(inner) else phrase_span(inner, drop)


def governing(outer: Token, signal: Span, without: Iterable[Token]) -> Span | None:
    """The span of the clause or noun phrase that a connective hangs on."""
    if outer.pos_ in NOMINAL and signal.start > outer.i and not _is_deed(outer, signal):
        return phrase_span(outer, without)
    verb = told(clause_of(outer), signal[0])
    return clause_span(verb, without)


def _is_deed(noun: Token, signal: Span) -> bool:
    """Whether what hangs on a noun is about the deed ("voiced concern over", "due to")."""
    if noun.dep_ == "dobj" and is_verb(noun.head):
        return True
    return len(signal) > 1 and noun.dep_ in {"pobj", "attr", "npadvmod"}


def is_agent(noun: Token) -> bool:
    """Whether a noun is for people, who do things rather than cause them."""
    lemma = noun.lemma_.lower()
    return noun.ent_type_ in AGENTS or lemma in words("person_nouns.txt") | words("group_nouns.txt")


def is_certain(effect: Token, *others: Token) -> bool:
    """Whether the effect is told without negation, and all clauses without doubt or condition."""
    verb = clause_of(effect)
    denied = any(p.dep_ == "neg" for p in verb.children)
    return not denied and not any(_hedged(clause_of(head)) for head in (verb, *others))


def _hedged(verb: Token) -> bool:
    hedges = words("hedges.txt")
    return any(p.lower_ in hedges for p in children(verb, "aux", "advmod", "mark"))
