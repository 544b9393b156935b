"""Expletives: an "it" that stands for no thing, but for a clause that follows it.

"It is crucial that ...", "it took a year to ...", "made it possible to ...".
"""

from itertools import pairwise

from spacy.tokens import Token

from quizgen.data import words

REACH = 5  # tokens between "it" and the word that judges
OPENING = frozenset({"that", "whether", "to", "for"})
"""Words that open the clause for which "it" stands."""
COPULAS = frozenset({"be", "seem", "become", "appear"})


def is_expletive(token: Token) -> bool:
    """Whether a pronoun is an "it" that only holds the place of a clause."""
    if token.lower_ != "it":
        return False
    after = list(token.doc[token.i + 1 : token.i + 1 + REACH])
    return _judged(token, after) or _takes_time(token)


def _judged(token: Token, after: list[Token]) -> bool:
    """Whether a judging word and the opening of a clause follow: "it is vital that"."""
    for judging, opening in pairwise(after):
        if opening.lower_ not in OPENING or judging.lower_ not in words("clause_adjectives.txt"):
            continue
        between = token.doc[token.i + 1 : judging.i]
        return all(t.pos_ in {"AUX", "VERB", "ADV", "PART"} for t in between) and all(
            t.lemma_ in COPULAS for t in between if t.pos_ == "VERB"
        )
    return False


def _takes_time(token: Token) -> bool:
    """Whether "it takes a year to ...", or "for ... to", follows."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "take":
        return False
    inside = list(verb.subtree)
    timed = any(t.ent_type_ in {"DATE", "TIME"} and t.i > verb.i for t in inside)
    return timed and any(t.tag_ == "TO" and t.i > verb.i for t in inside)
