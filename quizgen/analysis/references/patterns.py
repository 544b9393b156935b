"""Patterns: the ways in which a text makes certain whom "he" or "she" means, the surest first.

Each pattern returns the person or nothing. What one pattern alone gets right in fewer than about
nine of ten encyclopaedic texts with two people of one gender before the pronoun is left out.
"""

from collections.abc import Callable

from quizgen import gazetteer
from quizgen.analysis.names import Name
from quizgen.analysis.references.continuing import centred, continued, sole
from quizgen.analysis.references.genders import is_person_noun
from quizgen.analysis.references.people import Place
from quizgen.analysis.references.positions import binders, is_main_subject, own_subject
from quizgen.analysis.references.scene import REACH, Pronoun
from quizgen.analysis.references.standing import is_plain, speaks_aside
from quizgen.analysis.syntax import SUBJECTS

Pattern = Callable[[Pronoun], Name | None]


def fronted(pronoun: Pronoun) -> Name | None:
    """The subject after a fronted phrase: "In her first year, Santos ...".

    Nobody may be named before in the sentence.
    """
    above = set(binders(pronoun.token))
    subjects = [p for p in pronoun.named_after() if p.subject and p.position.head in above]
    found = next((p for p in subjects if not p.position.coordinated), None)
    if found is None or found.aside or not pronoun.agrees(found.name):
        return None
    here = pronoun.scene.by_sentence[pronoun.sentence]
    if any(p.name != found.name and p.order < pronoun.order for p in here):
        return None
    person = found.short or found.name in pronoun.scene.persons
    return found.name if person and _introduced(found.name, pronoun) else None


def _introduced(name: Name, pronoun: Pronoun) -> bool:
    """Whether a person was named before, or else nobody was as a subject."""
    earlier = [p for back in range(1, REACH + 1) for p in pronoun.named(back)]
    if any(p.name == name for p in earlier):
        return is_plain(name, pronoun)
    return not any(p.subject and not p.aside for p in earlier)


def bound(pronoun: Pronoun) -> Name | None:
    """The subject of its clause ("Santos sold her house") with nobody named between.

    For a pronoun that is a subject itself, that of the two clauses above ("Santos said she ...").
    """
    if is_main_subject(pronoun.token) or pronoun.token.head.dep_ == "attr":
        return None
    if not pronoun.possessive and (
        pronoun.token.dep_ not in SUBJECTS or speaks_aside(pronoun.token)
    ):
        return None
    above = list(binders(pronoun.token))[: 1 if pronoun.possessive else 2]
    found = next((p for b in above for p in pronoun.named(0) if p.position.head == b), None)
    return found.name if found is not None and _alone(found, pronoun) else None


def _alone(found: Place, pronoun: Pronoun) -> bool:
    """Whether nobody else is named in or after the subject's phrase, or told of without a name."""
    if found.name not in pronoun.scene.persons or not is_plain(found.name, pronoun):
        return False
    inside = set(found.position.head.subtree)
    rivals = (p for p in pronoun.named(0) if p.name != found.name and pronoun.agrees(p.name))
    between = any(p.token.i > found.token.i or p.token in inside for p in rivals)
    return not between and not pronoun.unnamed_between(found.token.i)


def above_object(pronoun: Pronoun) -> Name | None:
    """The subject of the clause above for an object: "Santos said the police had asked her".

    The subject of its own clause is somebody else, for else it would be "herself".
    """
    own = own_subject(pronoun.token)
    above = [b for b in binders(pronoun.token) if b != own][:1]
    if pronoun.possessive or pronoun.token.dep_ in SUBJECTS or own is None:
        return None
    found = next((p for p in pronoun.named(0) if p.position.head in above), None)
    if found is None or not is_plain(found.name, pronoun):
        return None
    if pronoun.unnamed_between(found.token.i):
        return None
    rivals = (p for p in pronoun.named(0) if p.name != found.name and p.position.head != own)
    return None if any(p.token.i > found.token.i for p in rivals) else found.name


def paired(pronoun: Pronoun) -> Name | None:
    """The person named just before in a pair: "Santos and her sister"."""
    noun = pronoun.token.head
    people = is_person_noun(noun) or gazetteer.is_group_noun(noun.lemma_)
    if not pronoun.possessive or noun.dep_ != "conj" or not people:
        return None
    here = pronoun.named(0)
    found = next((p for p in here if noun.head in {p.token, p.position.head}), None)
    if found is None or found.aside or not pronoun.agrees(found.name):
        return None
    if found.name not in pronoun.scene.persons:
        return None
    between = any(p.token.i > found.token.i and p.name != found.name for p in here)
    return None if between else found.name


PATTERNS: tuple[Pattern, ...] = (
    fronted,
    continued,
    bound,
    centred,
    paired,
    above_object,
    sole,
)
