"""Noun families: what a common noun shows of the thing: an event, a place, a mere portion."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.syntax import children
from quizgen.data import words

PLACE_NOUNS = frozenset(
    "state city town province region district island county village republic kingdom territory "
    "department prefecture commune neighborhood neighbourhood port peninsula suburb".split()
)


def tags(head: Token) -> Iterator[str]:
    """The families that the head of a phrase belongs to: occasion, portion, site."""
    lemma = head.lemma_.lower()
    if lemma in words("event_nouns.txt"):
        yield "occasion"
    none = any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in head.children)
    if lemma in words("portion_nouns.txt") or head.like_num or none or _names_a_place(head):
        yield "portion"
    if lemma in words("site_nouns.txt"):
        yield "site"


def _names_a_place(head: Token) -> bool:
    """Whether a noun only says of what kind a named place is: "the state of South Australia"."""
    of = (c for c in children(head, "prep") if c.lower_ == "of")
    return head.lower_ in PLACE_NOUNS and any(t.pos_ == "PROPN" for c in of for t in c.children)
