"""Deaths: people whom the article says to be dead, so that nobody asks who they are."""

import re
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
HEADLINE = r"(?:dies|died|deceased)\b"
CLOSE = r"\b[^.;:,]{0,20}\b"
"""What may stand in a title between a name and the word for its death: "aged 84"."""


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
            if name is None and token.lower_ in {"he", "she"}:
                name = _only_person(token.doc[: token.i], number, analysis)
            if name is not None and name.kind == "person":
                found.add(name)
    return frozenset(found | set(_in_title(analysis)))


def _in_title(analysis: Analysis) -> Iterator[Name]:
    """The people whose death is the title: "Maria Santos dies aged 84"."""
    title = analysis.article.title
    people = {m.name for m in analysis.names.mentions if m.name.kind == "person"}
    for name in (each for each in people if each.text in title):
        said = re.escape(name.text)
        if re.search(rf"\b{said}{CLOSE}{HEADLINE}|\bdeceased{CLOSE}{said}", title):
            yield name


def _the_dead(doc: Doc) -> Iterator[Token]:
    """The words that stand for somebody dead: "X died", "X was killed", "X's death", "late X"."""
    murder = any(t.lemma_.lower() in {"murder", "murderer", "killer"} for t in doc)
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
            yield from _done_to_death(token)
        elif token.lemma_ == "victim" and murder:
            yield from children(token, "appos")
        elif token.lower_ in {"late", "deceased"} and token.head.pos_ == "PROPN":
            yield from [token.head] if token.dep_ == "amod" else ()


def _done_to_death(noun: Token) -> Iterator[Token]:
    """The person in "X was stabbed to death"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "to":
        yield from children(noun.head.head, "nsubjpass")


def _of(noun: Token) -> Iterator[Token]:
    """The person in "the death of X"."""
    for part in children(noun, "prep"):
        yield from children(part, "pobj") if part.lower_ == "of" else ()


def _only_person(text: Span, paragraph: int, analysis: Analysis) -> Name | None:
    """The person whom a text of a paragraph names, if only one."""
    mentions = (analysis.names.at(paragraph, token) for token in text)
    names = {m.name for m in mentions if m is not None and m.name.kind == "person"}
    return names.pop() if len(names) == 1 else None
