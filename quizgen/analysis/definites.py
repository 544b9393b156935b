"""Definites: what "the company" or "the ministry" stands for, where only one can be meant.

Precision is everything, as with pronouns: exactly one name of that kind has been given before in
the article, nothing of an unknown kind stands near, and the noun was not used of anything unnamed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis.names import Mention, Name, Names
from quizgen.analysis.syntax import children, in_quotes
from quizgen.data import rows

UNKNOWN = frozenset({"other", "organisation"})
NEAR = 1  # sentences back in which a name of unknown kind may be the one that is meant
FIELDS = {
    "airline": "airlines",
    "automaker": "cars",
    "bank": "banks",
    "broadcaster": "broadcaster",
    "carmaker": "cars",
    "lender": "banks",
    "magazine": "magazine",
    "newspaper": "newspaper",
}
"""Nouns for one field of the gazetteer within a kind."""
GENERAL = {
    "company": "company",
    "firm": "company",
    "ministry": "ministry",
    "department": "department",
    "party": "party",
    "court": "court",
    "university": "university",
    "city": "city",
    "country": "country",
    "agency": "agency",
    "parliament": "legislature",
    "newspaper": "media",
    "broadcaster": "media",
    "magazine": "media",
    "airline": "company",
    "automaker": "company",
    "carmaker": "company",
    "bank": "company",
    "lender": "company",
}
"""Nouns with the kind of name that they stand for; others only by the name's own words."""


@dataclass(frozen=True, slots=True)
class Definite:
    """Tokens `start` to `end` (exclusive) of a paragraph ("the company") stand for `name`."""

    paragraph: int
    start: int
    end: int
    name: Name
    antecedent: Mention


@cache
def _nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("class_nouns.tsv")) | frozenset(GENERAL)


def find(docs: tuple[Doc, ...], names: Names) -> Iterator[Definite]:
    """The definite noun phrases whose name is certain, in order."""
    before: list[Mention] = []
    unnamed: set[str] = set()
    for number, doc in enumerate(docs):
        mentions = names.in_paragraph(number)
        for token in doc:
            before += [m for m in mentions if m.end == token.i]
            noun = token.lemma_.lower()
            if token.pos_ != "NOUN" or noun not in _nouns() or names.at(number, token) is not None:
                continue
            if _bare_definite(token) and noun not in unnamed and not in_quotes(token):
                found = _only(token, noun, number, before)
                if found is not None:
                    yield Definite(number, token.i - 1, token.i + 1, found.name, found)
            elif not _says_of_a_name(token, number, names):
                unnamed.add(noun)


def _bare_definite(token: Token) -> bool:
    """Whether a phrase is "the" and a noun in the singular, without anything that tells more."""
    inside = [c for c in token.children if c.dep_ not in {"case", "punct"}]
    alone = len(inside) == 1 and inside[0].lower_ == "the" and inside[0].i == token.i - 1
    return alone and token.tag_ == "NN" and token.dep_ not in {"compound", "appos", "nmod"}


def _says_of_a_name(token: Token, number: int, names: Names) -> bool:
    """Whether the noun says what a name is ("Toyota, a company", "the company Toyota")."""
    beside = [*children(token, "appos", "compound", "nmod"), token.head]
    if token.dep_ == "attr":
        beside += children(token.head, "nsubj")
    return any(names.at(number, t) is not None for t in beside)


def _only(token: Token, noun: str, number: int, before: list[Mention]) -> Mention | None:
    """The last mention of the only name so far that the noun can stand for."""
    fitting = [m for m in before if _fits(m.name, noun)]
    meant = {_thing(m.name) for m in fitting}
    if len(meant) != 1 or any(_may_fit(m, noun, token, number) for m in before):
        return None
    named = [m for m in fitting if m.name.text in meant]
    return named[-1] if named else None


def _thing(name: Name) -> str:
    """What a name is of: a nationality and a capital bring their country into play."""
    return name.nation or name.text


def _fits(name: Name, noun: str) -> bool:
    """Whether a noun can stand for a name, by its own words or by its kind and field."""
    if noun == "country":
        return name.kind == "country" or (name.kind == "nationality" and name.nation != "")
    if noun in name.text.lower().split():
        return name.kind not in {"person", "other"}
    if GENERAL.get(noun) != name.kind:
        return False
    known = gazetteer.lookup(name.text)
    return noun not in FIELDS or (known is not None and known.field == FIELDS[noun])


def _may_fit(mention: Mention, noun: str, token: Token, number: int) -> bool:
    """Whether a name whose kind or field is not certain may be meant instead."""
    name = mention.name
    if _fits(name, noun):
        return False
    if GENERAL.get(noun) == name.kind:
        known = gazetteer.lookup(name.text)
        return known is None or noun not in FIELDS
    if noun == "country":
        return _within_country(name)
    if noun == "city":
        return name.kind == "place" and _near(mention, token, number)
    return name.kind in UNKNOWN and _near(mention, token, number)


def _within_country(name: Name) -> bool:
    """Whether a name holds a country's ("Parliament of Iraq", "Iraqi Army"), which may be meant."""
    parts = name.text.split()
    known = (gazetteer.lookup(part) for part in parts)
    named = any(found is not None and found.kind == "country" for found in known)
    return named or any(gazetteer.nation_of(part) for part in parts)


def _near(mention: Mention, token: Token, number: int) -> bool:
    if mention.paragraph != number:
        return False
    starts = [s.start for s in token.doc.sents if s.start <= token.i]
    return mention.start >= starts[max(0, len(starts) - 1 - NEAR)]
