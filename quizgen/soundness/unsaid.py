"""Unsaid: nouns after "the" that what stands beside them does not identify."""

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.syntax import children
from quizgen.data import words

SO_MANY = 3  # words: "some 7,000 people"
SETTLEMENTS = frozenset(
    "country nation city capital town state island village community settlement area district "
    "region".split()
)


def changes(token: Token) -> bool:
    """Whether a noun tells of a change, with nothing behind it that changes ("in sales")."""
    behind = any(c.lower_ in {"in", "of", "for", "between"} for c in children(token, "prep"))
    return token.lemma_.lower() in words("change_nouns.txt") and not behind


def counted_only(part: Token) -> bool:
    """Whether a place is told by a number of people only: "the town of 7,000 people"."""
    counted = [noun for noun in children(part, "pobj") if children(noun, "nummod")]
    people = (noun for noun in counted if gazetteer.is_person_noun(noun.lemma_))
    settled = part.head.lemma_.lower() in SETTLEMENTS
    return (
        settled and part.lower_ == "of" and any(len([*noun.subtree]) <= SO_MANY for noun in people)
    )
