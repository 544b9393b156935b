"""Continuing: pronouns that go on about the person of the sentences before."""

from quizgen.analysis.names import Name
from quizgen.analysis.references.people import Place
from quizgen.analysis.references.positions import binders, own_subject
from quizgen.analysis.references.scene import Pronoun
from quizgen.analysis.references.standing import is_plain, is_topic, speaks_aside, spoken_of
from quizgen.analysis.syntax import SUBJECTS

BEHIND = frozenset({"inner", "owner", "oblique", "agent", "subject"})
PROMINENT = frozenset({"subject", "object", "attribute", "oblique"})
MAY_BE_PERSONS = frozenset({"person", "other", "place"})
SOLE_REACH = 2  # sentences back in which nobody else may be named


def continued(pronoun: Pronoun) -> Name | None:
    """The subject goes on ("Santos opened a school. She ..."), when more speaks for it."""
    if pronoun.token.dep_ not in SUBJECTS:
        return None
    name = _last_subject(pronoun)
    if name is None or _named_below(name, pronoun) or not _backed(name, pronoun):
        return None
    known = name in pronoun.scene.persons
    return name if known or _like_a_person(name, pronoun) else None


def centred(pronoun: Pronoun) -> Name | None:
    """The subject before owns something ("Her book ..."), when the text is about that person."""
    name = _last_subject(pronoun) if pronoun.possessive else None
    if name is None or name not in pronoun.scene.persons or _other_follows(name, pronoun):
        return None
    return name if is_topic(name, pronoun) or spoken_of(name, pronoun) else None


def sole(pronoun: Pronoun) -> Name | None:
    """The only person around, named or unnamed, who was a subject or whose gender is shown."""
    near = pronoun.near(SOLE_REACH)
    after = [p for p in pronoun.named_after() if pronoun.may_mean(p.name)]
    around = (*near, *(p for p in after if not _under(p, pronoun)))
    names = {p.name for p in around if p.name.kind in MAY_BE_PERSONS}
    if len(names) != 1 or not near or (pronoun.named(0) and speaks_aside(pronoun.token)):
        return None
    name = names.pop()
    near = [p for p in near if p.name == name]
    if not pronoun.agrees(name) or name not in pronoun.scene.persons or _named_below(name, pronoun):
        return None
    if not any(p.position.role in _roles(name, pronoun) for p in near):
        return None
    if any(p.aside or p.position.coordinated for p in near) or _own_subject_is(near, pronoun):
        return None
    return None if any(pronoun.unnamed(back) for back in range(SOLE_REACH + 1)) else name


def _roles(name: Name, pronoun: Pronoun) -> frozenset[str]:
    """The roles in which a person is taken up: more when title or full name show the gender."""
    shown = name.gender == pronoun.gender
    return PROMINENT if shown else frozenset({"subject"})


def _own_subject_is(near: list[Place], pronoun: Pronoun) -> bool:
    """Whether an object pronoun would mean the subject of its own clause, which is "herself"."""
    if pronoun.possessive or pronoun.token.dep_ in SUBJECTS:
        return False
    own = own_subject(pronoun.token)
    return any(p.position.head == own for p in near)


def _last_subject(pronoun: Pronoun) -> Name | None:
    """The main subject of the last sentence, if no other subject there and nobody here agrees."""
    last = pronoun.named(1)
    subjects = {p.name for p in last if p.subject and not p.aside}
    main = [p.name for p in last if p.position.main]
    if len(subjects) != 1 or not main or main[0] not in subjects:
        return None
    name = main[0]
    near = [p for p in pronoun.near() if p.name == name]
    if not is_plain(name, pronoun) or any(p.position.coordinated for p in near):
        return None
    if any(p.name != name for p in pronoun.named(0)) or pronoun.unnamed(0):
        return None
    return name


def _named_below(name: Name, pronoun: Pronoun) -> bool:
    return any(p.name == name and _under(p, pronoun) for p in pronoun.named_after())


def _under(place: Place, pronoun: Pronoun) -> bool:
    """Whether the clause of a subject pronoun names a person, who then is another."""
    verb = pronoun.token.head
    return pronoun.token.dep_ in SUBJECTS and verb in place.token.ancestors


def _other_follows(name: Name, pronoun: Pronoun) -> bool:
    """Whether somebody else who may be meant is a subject later in the sentence."""
    above = set(binders(pronoun.token))
    others = (p for p in pronoun.named_after() if p.name != name and pronoun.may_mean(p.name))
    return any(p.subject or p.position.head in above for p in others)


def _backed(name: Name, pronoun: Pronoun) -> bool:
    """Whether something besides the position speaks for the subject of the last sentence."""
    near = [p for p in pronoun.near() if p.name == name]
    others = [p for p in pronoun.named(1) if p.name != name and not p.aside]
    return (
        len(pronoun.before(name)) > 1
        or any(p.described for p in near)
        or any(p.position.role == "agent" for p in others)
        or spoken_of(name, pronoun)
        or _known_beside_new(name, others, pronoun)
    )


def _known_beside_new(name: Name, others: list[Place], pronoun: Pronoun) -> bool:
    """Whether the subject has its short name, and the others new ones and lesser roles."""
    by_name = pronoun.scene.by_name
    behind = all(p.position.role in BEHIND for p in others)
    return by_name[name][0].short and behind and not any(by_name[p.name][0].short for p in others)


def _like_a_person(name: Name, pronoun: Pronoun) -> bool:
    """Whether a name of one word and no known kind is told of often, and nobody else is."""
    word = name.text.isalpha() and not name.text.isupper()
    return word and len(pronoun.scene.by_name[name]) > 1 and not pronoun.unnamed(1)
