"""Depth: how deep in a clause a name may stand that a question asks for in its place."""

from spacy.tokens import Token

from quizgen.analysis.syntax import SUBJECTS, child, is_verb
from quizgen.facts.fact import Clause
from quizgen.facts.phrases import QUANTIFIERS

NOMINAL = frozenset(
    {"prep", "pobj", "dobj", "nsubj", "nsubjpass", "attr", "agent", "poss", "dative"}
)


def plain_way(token: Token) -> bool:
    """Whether only noun phrases lie between a name and its verb, none of them coordinated.

    Deeper ones read badly: "a policy for people who entered which country as minors".
    """
    while not is_verb(token.head):
        token = token.head
        if token.dep_ not in NOMINAL or child(token, "conj") is not None:
            return False
        if token.lower_ in {"total", "number", "like"}:
            return False  # "a total of how many deaths"
        if any(c.dep_ in {"relcl", "acl"} and c.i > token.i for c in token.children):
            return False  # "a fellow in which department who helped"
    return True


def buried(token: Token, clause: Clause) -> bool:
    """Whether a question word would stand deep in a subject or in a clause that hangs on another.

    "A bus carrying pupils from which city overturned"; "some of which aircraft were sold"; "while
    its letter to which body was read"; "a prize which Peru gave which city".
    """
    top, verb = _top(token)
    subject = clause.subject
    inside = verb in subject.tokens and verb != subject.head
    if token in subject.tokens and (inside or subject.head.lower_ in QUANTIFIERS):
        return True
    deeper = verb != clause.verb
    if deeper and verb.dep_ == "relcl" and any(c.lower_ == "which" for c in verb.children):
        return True
    return deeper and verb.dep_ == "advcl" and top.dep_ in SUBJECTS and token.dep_ == "pobj"


def _top(token: Token) -> tuple[Token, Token]:
    """The phrase of a verb that a token stands in, and the verb."""
    while not is_verb(token.head):
        token = token.head
    return token, token.head
