"""The scene: the people an article has named, as a pronoun of it finds them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from quizgen.analysis.names import Mention, Name, Names
from quizgen.analysis.references.genders import gendered, genders, is_person_noun
from quizgen.analysis.references.people import Place, persons_by_label, places
from quizgen.analysis.references.positions import own_subject, position_of
from quizgen.data import words

MALE = frozenset({"he", "him", "his"})  # reflexives need no name, "hers" has no wording
FEMALE = frozenset({"she", "her"})
REACH = 4  # sentences back in which a person may have been named and still be meant
ACTORS = frozenset({"subject", "object", "oblique", "agent"})


def gender_of(token: Token) -> str:
    """The gender (m or f) of a personal pronoun for one person, else ""."""
    if token.tag_ not in {"PRP", "PRP$"}:
        return ""
    return "m" if token.lower_ in MALE else "f" if token.lower_ in FEMALE else ""


@dataclass(slots=True)
class Scene:
    """The people of an article, by place and by gender; `meant` grows as pronouns are resolved."""

    docs: tuple[Doc, ...]
    names: Names
    sentences: list[list[int]]
    places: list[Place]
    genders: dict[Name, str]
    persons: set[Name]
    by_sentence: dict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[Name, list[Place]] = field(default_factory=lambda: defaultdict(list))
    pronouns: list["Pronoun"] = field(default_factory=list)
    meant: dict[tuple[int, int], Name] = field(default_factory=dict)

    def resolve(self, pronoun: "Pronoun", name: Name) -> None:
        """Keep whom a pronoun means: one more place, and a gender that is now known."""
        self.meant[pronoun.order] = name
        self.genders[name] = self.genders[name] or pronoun.gender
        mention = Mention(pronoun.paragraph, pronoun.token.i, pronoun.token.i + 1, name)
        place = Place(mention, pronoun.token, pronoun.sentence, position_of(pronoun.token))
        self.by_sentence[pronoun.sentence].append(place)


def scene_of(docs: tuple[Doc, ...], names: Names) -> Scene:
    """The scene of an article before any pronoun of it is resolved."""
    numbers = _sentences(docs)
    found = places(docs, names, numbers)
    humans = {p.name for p in found if p.short and p.subject and _human_act(p)}
    persons = persons_by_label(docs, names) | humans
    scene = Scene(docs, names, numbers, found, genders(found), persons)
    for place in found:
        scene.by_sentence[place.sentence].append(place)
        scene.by_name[place.name].append(place)
    scene.pronouns += _pronouns(scene)
    return scene


def _human_act(place: Place) -> bool:
    return place.position.head.head.lemma_ in words("person_verbs.txt")


def _pronouns(scene: Scene) -> Iterator["Pronoun"]:
    for number, doc in enumerate(scene.docs):
        for token in doc:
            gender = gender_of(token)
            if gender:
                yield Pronoun(scene, number, token, gender)


def _sentences(docs: tuple[Doc, ...]) -> list[list[int]]:
    """For each paragraph the number of each token's sentence, counted through the article.

    A new paragraph is one sentence further away.
    """
    numbers, last = [], 0
    for doc in docs:
        row = []
        for token in doc:
            last += bool(token.is_sent_start)
            row.append(last)
        numbers.append(row)
        last += 1
    return numbers


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A personal pronoun for one person in its scene."""

    scene: Scene
    paragraph: int
    token: Token
    gender: str

    @property
    def order(self) -> tuple[int, int]:
        """The paragraph and the token."""
        return self.paragraph, self.token.i

    @property
    def sentence(self) -> int:
        """The number of its sentence in the article."""
        return self.scene.sentences[self.paragraph][self.token.i]

    @property
    def possessive(self) -> bool:
        """Whether it is "his" or "her" before a noun."""
        return self.token.tag_ == "PRP$"

    def agrees(self, name: Name) -> bool:
        """Whether the gender of a name, as far as it is known, is the pronoun's."""
        return self.scene.genders[name] in {"", self.gender, f"{self.gender}?"}

    def may_mean(self, name: Name) -> bool:
        """Whether it agrees, or may be a surname that is also a given name ("Martin")."""
        surname = self.scene.genders[name] == "m?" and " " not in name.text
        return self.agrees(name) or surname

    def named(self, back: int) -> list[Place]:
        """The people who may be meant, before the pronoun and so many sentences back."""
        near = self.scene.by_sentence.get(self.sentence - back, [])
        return [p for p in near if p.order < self.order and self.may_mean(p.name)]

    def named_after(self) -> list[Place]:
        """The people named in the rest of its sentence."""
        return [p for p in self.scene.by_sentence[self.sentence] if p.order > self.order]

    def near(self, reach: int = REACH) -> list[Place]:
        """The people who may be meant, from so many sentences back up to the pronoun."""
        return [p for back in range(reach, -1, -1) for p in self.named(back)]

    def before(self, name: Name) -> list[Place]:
        """The places in the whole text before the pronoun where a person is named."""
        return [p for p in self.scene.by_name[name] if p.order < self.order]

    def counts(self) -> Counter[Name]:
        """How often each person is named in the article."""
        return Counter({name: len(found) for name, found in self.scene.by_name.items()})

    def unnamed_between(self, start: int) -> bool:
        """Whether a common noun for a fitting person stands between a token and the pronoun."""
        between = self.token.doc[start + 1 : self.token.i]
        barred = {self.token.head, None if self.possessive else own_subject(self.token)}
        return any(self._unnamed(t) for t in between if t not in barred)

    def unnamed(self, back: int) -> bool:
        """Whether somebody fitting acts without a name in the sentence so many back."""
        numbers, wanted = self.scene.sentences[self.paragraph], self.sentence - back
        here = (t for t in self.token.doc if numbers[t.i] == wanted and t.i < self.token.i)
        return any(self._unnamed(t) and position_of(t).role in ACTORS for t in here)

    def _unnamed(self, noun: Token) -> bool:
        """Whether a common noun stands alone for a person ("the minister", not "Minister Ito")."""
        if noun.tag_ != "NN" or not is_person_noun(noun):
            return False
        if gendered(noun) not in {"", self.gender}:
            return False
        as_role = noun.dep_ == "pobj" and noun.head.lower_ == "as"
        apposed = any(c.dep_ == "appos" for c in noun.children)
        beside_name = noun.dep_ in {"compound", "appos", "attr", "nmod"} or apposed or as_role
        return not beside_name and self.scene.names.at(self.paragraph, noun) is None
