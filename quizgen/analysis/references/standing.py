"""Standing: checks that several patterns make of a person before a pronoun may mean them."""

from spacy.tokens import Token

from quizgen.analysis.names import Name
from quizgen.analysis.references.scene import Pronoun
from quizgen.analysis.syntax import reports


def is_plain(name: Name, pronoun: Pronoun) -> bool:
    """Whether a name agrees, and stands near in no brackets, not after "as", here in no pair."""
    near = [p for p in pronoun.near() if p.name == name]
    paired = any(p.position.coordinated for p in near if p.sentence == pronoun.sentence)
    return pronoun.agrees(name) and not paired and not any(p.aside for p in near)


def speaks_aside(token: Token) -> bool:
    """Whether a pronoun speaks in a clause put into another: "Santos, he says, was ill"."""
    fenced = token.i > 0 and token.nbor(-1).text in {",", '"'}
    return fenced and reports(token.head)


def spoken_of(name: Name, pronoun: Pronoun) -> bool:
    """Whether the text spoke of the person by pronoun before it gave the bare surname.

    So it does with those whom it is about and has named long before.
    """
    first = pronoun.scene.by_name[name][0]
    if not first.short or not first.subject:
        return False
    meant = pronoun.scene.meant
    return any(
        p.order < first.order and meant.get(p.order, name) == name
        for p in pronoun.scene.pronouns
        if p.gender == pronoun.gender
    )


def is_topic(name: Name, pronoun: Pronoun) -> bool:
    """Whether a person is named oftener in the article than anybody else near the pronoun."""
    counts = pronoun.counts()
    others = {p.name for p in pronoun.near()} - {name}
    return all(counts[other] < counts[name] for other in others)
