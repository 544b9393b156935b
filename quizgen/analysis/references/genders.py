"""Genders: what titles, nouns beside a name and given names tell of a person's gender."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.names import Name
from quizgen.analysis.references.people import Place
from quizgen.analysis.syntax import children
from quizgen.data import rows

GENDERS = frozenset({"m", "f"})


@cache
def _nouns() -> dict[str, str]:
    return {row["noun"]: row["gender"] for row in rows("gendered_nouns.tsv")}


def gendered(noun: Token) -> str:
    """The gender that a common noun tells ("actress": f), else ""."""
    return _nouns().get(noun.lower_, "")


def is_person_noun(noun: Token) -> bool:
    """Whether a common noun names a person."""
    return gazetteer.is_person_noun(noun.lemma_) or bool(gendered(noun))


def genders(found: Iterable[Place]) -> dict[Name, str]:
    """The gender of each name: m or f if it is shown, "m?" or "f?" by a given name alone, or ""."""
    shown: dict[Name, set[str]] = defaultdict(set)
    for place in found:
        shown[place.name] |= {place.name.gender, *_shown(place)} & GENDERS
    return {name: _decided(name, told) for name, told in shown.items()}


def _decided(name: Name, told: set[str]) -> str:
    if told:
        return min(told) if len(told) == 1 else ""
    given = gazetteer.given_names().get(name.text.split(maxsplit=1)[0], "")
    return f"{given}?" if given in GENDERS else ""


def _shown(place: Place) -> Iterator[str]:
    """The genders that a title or the nouns beside a name show ("Queen", "his wife")."""
    token = place.token
    if place.mention.start:
        before = token.doc[place.mention.start - 1].text
        titles = gazetteer.titles() if before[:1].isupper() else {}
        yield titles.get(before) or titles.get(before.rstrip("."), "")
    beside = children(token, "compound", "appos", "nmod")
    beside += [token.head] if token.dep_ == "appos" else []
    if token.dep_ == "nsubj" and token.head.lemma_ == "be":
        beside += children(token.head, "attr")
    yield from (gendered(noun) for noun in beside if noun.tag_ == "NN")
