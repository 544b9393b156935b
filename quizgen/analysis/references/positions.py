"""Positions: where a noun stands in its sentence, and which nouns can bind a pronoun.

A noun binds a pronoun when it is the subject of the pronoun's clause or of a clause above it, as
in "Santos said she would sell her house". The nearest binder is the likeliest antecedent.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.syntax import SUBJECTS, child, children, is_verb

NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
RELATIVES = frozenset({"who", "whom", "which", "that"})
JOINED = frozenset({"appos", "conj", "compound", "nmod"})
BY_LABEL = {"dobj": "object", "dative": "object", "oprd": "object", "attr": "attribute"}


@dataclass(frozen=True, slots=True)
class Position:
    """The role of the phrase that a noun belongs to: its `head` is the phrase's own.

    `role` is subject, object, attribute, agent, oblique, owner, inner (within another noun's
    phrase) or other; `main` says that it is the subject of a main clause, and `coordinated` that
    the phrase names several.
    """

    head: Token
    role: str
    main: bool
    coordinated: bool


def position_of(token: Token) -> Position:
    """The position of a noun, by the phrase that it stands in apposition or coordination to."""
    head, coordinated, inner = token, False, False
    while head.dep_ in JOINED and head.head.pos_ in NOUNS and not inner:
        coordinated |= head.dep_ == "conj"
        inner = head.dep_ in {"compound", "nmod"} and not _of_person(head.head)
        head = head if inner else head.head
    coordinated |= any(c.dep_ == "conj" for c in head.children)
    role = "inner" if inner else _role(head)
    return Position(head, role, role == "subject" and _is_main(head), coordinated)


def _of_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or gazetteer.is_person_noun(noun.lemma_)


def _role(head: Token) -> str:
    if head.dep_ in SUBJECTS:
        return "subject"
    if head.dep_ == "poss":
        return "owner"
    if head.dep_ != "pobj":
        return BY_LABEL.get(head.dep_, "other")
    if head.head.dep_ == "agent":
        return "agent"
    return "inner" if head.head.head.pos_ in {"NOUN", "PROPN"} else "oblique"


def _is_main(subject: Token) -> bool:
    verb = subject.head
    while verb.dep_ == "conj" and is_verb(verb.head):
        verb = verb.head
    return verb.dep_ == "ROOT"


def is_main_subject(token: Token) -> bool:
    """Whether a pronoun is the subject of a main clause."""
    return token.dep_ in SUBJECTS and _is_main(token)


def binders(token: Token) -> Iterator[Token]:
    """The subjects of the clauses around a token, nearest first."""
    node = token
    while node.head != node:
        parent = node.head
        if node.dep_ not in SUBJECTS:
            yield from (c for c in children(parent, *SUBJECTS) if c != node and not _relative(c))
        node = parent


def _relative(subject: Token) -> bool:
    return subject.lower_ in RELATIVES and subject.head.dep_ == "relcl"


def own_subject(token: Token) -> Token | None:
    """The subject of the clause that an object stands in."""
    verb = next((a for a in token.ancestors if is_verb(a)), None)
    return child(verb, *SUBJECTS) if verb is not None else None
