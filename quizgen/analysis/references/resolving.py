"""Resolving: every pronoun tried against the patterns, in the order of the text."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from quizgen.analysis.names import Mention, Name, Names
from quizgen.analysis.references import things
from quizgen.analysis.references.patterns import PATTERNS
from quizgen.analysis.references.scene import Pronoun, scene_of
from quizgen.analysis.syntax import in_quotes


@dataclass(frozen=True, slots=True)
class Reference:
    """The pronoun at a paragraph's token stands for `name`, last named at `antecedent`.

    The antecedent comes after the pronoun where only a later name tells who is meant.
    """

    paragraph: int
    token: int
    name: Name
    antecedent: Mention


def find(docs: tuple[Doc, ...], names: Names) -> list[Reference]:
    """The pronouns whose person or thing is certain, in order."""
    found = [*_people(docs, names), *_things(docs, names)]
    return sorted(found, key=lambda reference: (reference.paragraph, reference.token))


def _people(docs: tuple[Doc, ...], names: Names) -> Iterator[Reference]:
    scene = scene_of(docs, names)
    for pronoun in scene.pronouns:
        if in_quotes(pronoun.token):
            continue
        name = next(filter(None, (pattern(pronoun) for pattern in PATTERNS)), None)
        if name is not None:
            scene.resolve(pronoun, name)
            yield Reference(*pronoun.order, name, _antecedent(name, pronoun))


def _things(docs: tuple[Doc, ...], names: Names) -> Iterator[Reference]:
    for number, doc in enumerate(docs):
        for token in things.pronouns(doc):
            mention = None if in_quotes(token) else things.named_thing(token, number, names)
            if mention is not None:
                yield Reference(number, token.i, mention.name, mention)


def _antecedent(name: Name, pronoun: Pronoun) -> Mention:
    """The last mention before the pronoun, or else the first."""
    before = pronoun.before(name)
    return before[-1].mention if before else pronoun.scene.by_name[name][0].mention
