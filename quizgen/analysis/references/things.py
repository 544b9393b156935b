"""Things: the body, country or thing that "it", "its" and "their" stand for.

Every noun before "it" may be meant, so only a subject is taken, with no other noun between.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis.names import UNSURE, Mention, Names
from quizgen.analysis.references.positions import RELATIVES
from quizgen.analysis.syntax import SUBJECTS, child, children, is_verb, reports

OWNERS = {"its": frozenset({"NN", "NNP"}), "their": frozenset({"NNS", "NNPS"})}
"""For each possessive the tags of nouns that it may mean as well, if they stand between."""
NO_THING = frozenset({"person", "nationality"})
MEASURES = frozenset("DATE TIME PERCENT MONEY QUANTITY CARDINAL ORDINAL".split())
EMPTY = frozenset(
    "be become seem appear turn happen take matter rain snow emerge look sound mean come feel "
    "cost make go".split()
)
"""Verbs whose "it" may stand for nothing ("it seems", "it takes time")."""


def named_thing(token: Token, paragraph: int, names: Names) -> Mention | None:
    """The name that a pronoun for a thing stands for, where that is certain."""
    if token.tag_ == "PRP$" and token.lower_ in OWNERS:
        return _clear(_owner(token), token, paragraph, names)
    if token.lower_ != "it" or token.dep_ not in SUBJECTS or _may_be_empty(token.head):
        return None
    return (
        _clear(_above(token), token, paragraph, names)
        or _across_comma(token, paragraph, names)
        or _speaker(token, paragraph, names)
    )


def _across_comma(token: Token, paragraph: int, names: Names) -> Mention | None:
    """The other subject where a clause stands before the main one: "As NASA grew, it moved".

    Or the main subject behind the clause of the pronoun: "While it grew, NASA moved".
    """
    verb = token.head
    if verb.dep_ == "advcl" and verb.i < verb.head.i and child(verb, "mark") is not None:
        subject = child(verb.head, *SUBJECTS)
    elif verb.dep_ in {"ROOT", "ccomp"}:
        before = [c for c in children(verb, "advcl") if c.i < token.i and child(c, "mark")]
        subject = child(before[0], *SUBJECTS) if len(before) == 1 else None
    else:
        return None
    mention = names.at(paragraph, subject) if subject is not None else None
    plain = subject is not None and subject.tag_ == "NNP" and not children(subject, "conj")
    return mention if mention is not None and plain and _is_thing(mention) else None


def _clear(subject: Token | None, token: Token, paragraph: int, names: Names) -> Mention | None:
    """The name that a subject is, if the subject is nothing else and no noun stands between."""
    mention = names.at(paragraph, subject) if subject is not None else None
    if subject is None or mention is None or not _is_thing(mention) or subject.i > token.i:
        return None
    if subject.tag_ != "NNP" or token.head.head.lower_ == "against":
        return None
    tags = OWNERS.get(token.lower_, OWNERS["its"])
    between = token.doc[max(mention.end, subject.i + 1) : token.i]
    if any(_rival(t, tags, paragraph, names) for t in between if t != token.head):
        return None
    return None if children(subject, "conj", "appos") else mention


def _is_thing(mention: Mention) -> bool:
    return mention.name.kind not in NO_THING and mention.name.gender != UNSURE


def _rival(noun: Token, tags: frozenset[str], paragraph: int, names: Names) -> bool:
    """Whether another noun can be meant, a person by "their" only; no time and no measure."""
    if noun.ent_type_ in MEASURES:
        return False
    mention = names.at(paragraph, noun)
    human = gazetteer.is_person_noun(noun.lemma_) if mention is None else not _is_thing(mention)
    return (noun.tag_ in tags and not human) or (human and "NNS" in tags)


def _owner(token: Token) -> Token | None:
    """The subject of the clause in which a possessive stands outside the subject."""
    node = token
    while node.head != node:
        node, below = node.head, node
        if not is_verb(node):
            continue
        subject = child(node, *SUBJECTS)
        if subject is not None:
            outside = subject != below and below.dep_ not in SUBJECTS
            return _meant(subject) if outside else None
        if node.dep_ not in {"conj", "xcomp", "pcomp"}:
            return None
    return None


def _meant(subject: Token) -> Token | None:
    """The subject, or for "which" the noun that the clause is about."""
    relative = subject.lower_ in RELATIVES and subject.head.dep_ == "relcl"
    return subject.head.head if relative else subject


def _above(token: Token) -> Token | None:
    """The subject of the clause above: "Kenya said it would", "Toyota grew when it left"."""
    verb = token.head
    told = verb.dep_ == "ccomp" and reports(verb.head)
    if not told and verb.dep_ != "advcl":
        return None
    return child(verb.head, *SUBJECTS) if is_verb(verb.head) else None


def _may_be_empty(verb: Token) -> bool:
    """Whether "it" may stand for nothing before a verb ("it is said that")."""
    passive = child(verb, "auxpass") is not None and child(verb, "ccomp", "xcomp") is not None
    return verb.lemma_ in EMPTY or passive or child(verb, "csubj", "csubjpass") is not None


def _speaker(token: Token, paragraph: int, names: Names) -> Mention | None:
    """The only body that spoke in the sentence before "it said"."""
    if not reports(token.head) or token.head.dep_ == "ccomp":
        return None
    start = token.sent.start
    if start == 0:
        return None
    last = token.doc[start - 1].sent
    said = [t for t in last if t.dep_ in SUBJECTS and _speaks(t)]
    if len(said) != 1 or said[0].head.dep_ not in {"ROOT", "conj"}:
        return None
    mention = names.at(paragraph, said[0])
    return mention if mention is not None and _is_thing(mention) else None


def _speaks(subject: Token) -> bool:
    return reports(subject.head)


def pronouns(doc: Doc) -> Iterator[Token]:
    """The pronouns of a paragraph for things, or for several."""
    return (t for t in doc if t.lower_ in {"it", *OWNERS} and t.tag_ in {"PRP", "PRP$"})


def shared_object(token: Token) -> Token | None:
    """The head of the object that "it" takes up: "called the curbs ... and referred it to ..."."""
    if token.lower_ not in {"it", "them"} or token.dep_ != "dobj":
        return None
    verb = token.head
    if (
        verb.dep_ != "conj"
        or not is_verb(verb.head)
        or child(verb, "nsubj", "nsubjpass") is not None
    ):
        return None
    thing = child(verb.head, "dobj")
    return thing if thing is not None and _plain_thing(thing) else None


def _plain_thing(thing: Token) -> bool:
    alone = not any(c.dep_ in {"conj", "relcl", "acl"} for c in thing.children)
    return thing.tag_ in {"NN", "NNS"} and alone
