"""Deaths: people whom the article says to be dead, so that nobody asks who they are."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import SUBJECTS, children

DYING = frozenset({"die", "perish", "succumb"})
KILLING = frozenset({"kill", "murder", "assassinate", "execute", "behead", "bury", "cremate"})
"""Verbs whose passive tells of a death."""
GONE = frozenset({"death", "funeral", "murder", "assassination", "obituary", "burial", "killing"})
"""Nouns that belong to a dead person."""


def dead(analysis: Analysis) -> frozenset[Name]:
    """The people whom the article says to be dead, wherever it does."""
    people = {(r.paragraph, r.token): r.name for r in analysis.references}
    found: set[Name] = set()
    for number, doc in enumerate(analysis.docs):
        for token in _the_dead(doc):
            mention = analysis.names.at(number, token)
            name = mention.name if mention is not None else people.get((number, token.i))
            if name is None and token.tag_ == "PRP$":
                name = _only_person(token.sent, number, analysis)
            if name is not None and name.kind == "person":
                found.add(name)
    return frozenset(found)


def _the_dead(doc: Doc) -> Iterator[Token]:
    """The words that stand for somebody dead: "X died", "X was killed", "X's death", "late X"."""
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in DYING:
            yield from children(token, "nsubj")
        elif lemma in KILLING or (token.lower_ == "dead" and token.dep_ in {"oprd", "acomp"}):
            passive = token if lemma in KILLING else token.head
            yield from children(passive, "nsubjpass")
            yield from children(passive, *SUBJECTS) if passive.lemma_ == "be" else ()
        elif lemma in GONE:
            yield from children(token, "poss")
            yield from _of(token)
        elif token.lower_ == "late" and token.dep_ == "amod" and token.head.pos_ == "PROPN":
            yield token.head


def _of(noun: Token) -> Iterator[Token]:
    """The person in "the death of X"."""
    for part in children(noun, "prep"):
        yield from children(part, "pobj") if part.lower_ == "of" else ()


def _only_person(sentence: Span, paragraph: int, analysis: Analysis) -> Name | None:
    """The person whom a sentence names, if only one."""
    mentions = (analysis.names.at(paragraph, token) for token in sentence)
    names = {m.name for m in mentions if m is not None and m.name.kind == "person"}
    return names.pop() if len(names) == 1 else None
