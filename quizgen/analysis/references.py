"""References: what a pronoun stands for, where the text itself makes that certain.

Precision is everything here: a name put for the wrong pronoun makes a false question. Two patterns
are resolved, everything else is left alone and its question unasked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from quizgen import gazetteer
from quizgen.analysis.names import UNSURE, Mention, Name, Names
from quizgen.analysis.syntax import child, in_quotes, is_verb

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
REACH = 2  # sentences back that a person may have been named and still be meant


@dataclass(frozen=True, slots=True)
class Reference:
    """The pronoun at a paragraph's token stands for `name`, last named at `antecedent`."""

    paragraph: int
    token: int
    name: Name
    antecedent: Mention


def find(docs: tuple[Doc, ...], names: Names) -> Iterator[Reference]:
    """The personal pronouns whose person is certain: the only one around, of a fitting gender."""
    for number, doc in enumerate(docs):
        for token in doc:
            if token.lower_ in MALE | FEMALE and token.tag_ in {"PRP", "PRP$"}:
                mention = _only_person(token, number, names)
                if mention is not None:
                    yield Reference(number, token.i, mention.name, mention)


def _only_person(token: Token, paragraph: int, names: Names) -> Mention | None:
    """The mention of the only person named in reach, if no other could be meant."""
    if in_quotes(token):
        return None
    sentences = list(token.doc.sents)
    here = next(n for n, s in enumerate(sentences) if s.start <= token.i < s.end)
    start = sentences[max(0, here - REACH)].start
    before = token.doc[start : token.sent.end]
    wanted = "m" if token.lower_ in MALE else "f"
    near = [
        m
        for m in names.in_paragraph(paragraph)
        if (m.name.kind == "person" or m.name.gender) and start <= m.start < token.sent.end
    ]
    rivals = {m.name for m in near if m.name.gender in {"", UNSURE, wanted}}
    earlier = [m for m in near if m.end <= token.i]
    if len(rivals) != 1 or not earlier or earlier[-1].name not in rivals:
        return None
    if earlier[-1].name.gender != wanted:
        return None
    return None if any(_unnamed_person(t, paragraph, names) for t in before) else earlier[-1]


def _unnamed_person(token: Token, paragraph: int, names: Names) -> bool:
    """Whether a common noun for one person might be meant ("the minister", "a woman")."""
    if token.tag_ != "NN" or not gazetteer.is_person_noun(token.lemma_):
        return False
    beside_name = token.dep_ in {"compound", "appos", "attr", "nmod"} or any(
        c.dep_ == "appos" for c in token.children
    )
    return not beside_name and names.at(paragraph, token) is None


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
