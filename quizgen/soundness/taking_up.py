"""Taking up: a noun that stands for a place which the question has named before it."""

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.rules.asking import Draft

TAKEN_UP = {
    "country": frozenset({"country"}),
    "nation": frozenset({"country"}),
    "city": frozenset({"city"}),
    "town": frozenset({"city", "place"}),
    "state": frozenset({"state"}),
    "island": frozenset({"island"}),
}
"""For each noun that takes up a place the kinds of names that it can mean."""


def named_before(token: Token, draft: Draft) -> bool:
    """Whether "the country" or "the city" takes up one that the stem has named before it."""
    kinds = TAKEN_UP.get(token.lemma_.lower(), frozenset())
    number = draft.fact.sentence.paragraph
    before = [t for t in draft.own_words if t.i < token.i and t not in draft.asked.tokens]
    mentions = (draft.wording.names.at(number, t) for t in before if t.dep_ != "compound")
    named = {m.name for m in mentions if m is not None and m.name.kind in kinds}
    inside = {t.text for t in before if t.dep_ == "pobj" and _is_place(t, kinds)}
    return len(named | inside) == 1 if not named else len(named) == 1


def _is_place(token: Token, kinds: frozenset[str]) -> bool:
    """Whether a word within a longer name is a place of one of the kinds: "Parliament of Iraq"."""
    found = gazetteer.lookup(token.text)
    return found is not None and found.kind in kinds
