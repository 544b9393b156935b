"""Nouns and adverbs of cause: "the reason for X was Y", "X is the result of Y", "X and thus Y"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from quizgen.analysis.causes.cause import CAUSE, Cause
from quizgen.analysis.causes.linking import introduced, is_certain
from quizgen.analysis.causes.spans import clause_span, phrase_span
from quizgen.analysis.syntax import SUBJECTS, child, children, is_verb, subtree
from quizgen.data import rows

THEREFORE = frozenset({"therefore", "thus", "hence", "consequently", "thereby"})


def find(doc: Doc) -> Iterator[Cause]:
    """The causes that a noun or an adverb names, in text order."""
    for token in doc:
        if token.lower_ in THEREFORE and token.dep_ == "advmod":
            yield from _therefore(token)
        elif token.lemma_ in _names():
            yield from _named(token)


def _therefore(adverb: Token) -> Iterator[Cause]:
    """The clause before the adverb's as cause of its own."""
    verb = adverb.head
    if verb.dep_ not in {"conj", "advcl"} or not is_verb(verb) or not is_verb(verb.head):
        return
    signal = adverb.doc[adverb.i : adverb.i + 1]
    yield from _pair(
        clause_span(verb.head, subtree(verb)),
        clause_span(verb, (adverb,), whole=True),
        signal,
        certain=is_certain(verb, verb.head),
    )


def _named(noun: Token) -> Iterator[Cause]:
    """What the noun is said to be, and what it is the cause or effect of."""
    verb = noun.head
    if noun.dep_ not in {*SUBJECTS, "attr"} or verb.lemma_ != "be":
        return
    other = _equal(noun, verb)
    of = _of(noun)
    if other is None or of is None:
        return
    named = introduced(other) if other.i > verb.i else phrase_span(other)
    cause, effect = (named, of) if _names()[noun.lemma_] == "cause" else (of, named)
    yield from _pair(cause, effect, noun.doc[noun.i : noun.i + 1], certain=is_certain(verb))


def _equal(noun: Token, verb: Token) -> Token | None:
    """The other side of the equation."""
    if noun.dep_ == "attr":
        subject = child(verb, "nsubj")
        return None if subject is None or subject.pos_ == "PRON" else subject
    return next((c for c in children(verb, "attr", "ccomp", "advcl") if c.i > verb.i), None)


def _of(noun: Token) -> Span | None:
    """What the noun is the cause or effect of: its clause, or the phrase of its preposition."""
    clause = child(noun, "relcl", "acl", "ccomp")
    if clause is not None:
        adverbs = [c for c in children(clause, "advmod", "mark") if c.lower_ in {"why", "that"}]
        return clause_span(clause, adverbs)
    for link in children(noun, "prep"):
        inner = child(link, "pobj", "pcomp")
        if inner is not None and link.lower_ in {"of", "for", "behind"}:
            return introduced(inner)
    return None


def _pair(
    cause: Span | None, effect: Span | None, signal: Span, *, certain: bool
) -> Iterator[Cause]:
    if cause is not None and effect is not None:
        yield Cause(cause, effect, signal, CAUSE, certain=certain)


def _names() -> dict[str, str]:
    return {row["noun"]: row["names"] for row in rows("causal_nouns.tsv")}
