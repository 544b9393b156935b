"""Relatives: whether the noun before a relative clause is the one that it tells about."""

from spacy.tokens import Token

from quizgen.analysis.syntax import children
from quizgen.facts import phrases


def is_unsure(relative: Token, noun: Token) -> bool:
    """Whether a relative pronoun may stand for another noun than the last one."""
    joined = relative.lower_ == "which" and noun.dep_ == "conj"
    longer = joined and any(t.dep_ == "prep" for t in noun.head.children)
    return longer or _disagrees(relative.head, noun)  # "the State of Iraq and the Levant, which"


def _disagrees(verb: Token, noun: Token) -> bool:
    """Whether a relative clause has a plural verb and the noun before it is singular.

    "countries such as Lesotho, which have ..."
    """
    finite = next((c for c in children(verb, "aux", "auxpass")), verb)
    plural = finite.tag_ == "VBP" or finite.lower_ == "were"
    return plural and not phrases.is_plural(noun)
