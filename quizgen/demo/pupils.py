"""Pupils: invented people who know some things, slip, guess, and now and then are away."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.practice.judging import PARTED
from quizgen.practice.order import shuffled
from quizgen.question import Difficulty, Question

HARDNESS: dict[Difficulty, float] = {"easy": -1.6, "medium": -0.6, "hard": 0.6}
"""On the scale of what pupils know (mean 0, deviation 1): a medium question, 65 % know."""
GUESSED = (5, 2, 1)  # wrong answers are not drawn alike: one of them misleads most
SLIPS = 0.12  # of typed answers have one letter left out
UNKNOWN = ("no idea", "I forgot", "?")


@dataclass(frozen=True, slots=True)
class Pupil:
    """An invented pupil; `knows` on a scale with mean 0 and deviation 1."""

    name: str
    knows: float


def invent(number: int, seed: int) -> tuple[Pupil, ...]:
    """So many pupils, no two of one name."""
    from faker import Faker

    fake = Faker(["en_GB", "en_US", "es_ES", "en_IN"])
    fake.seed_instance(seed)
    chance = random.Random(f"{seed}/pupils")  # noqa: S311 - a demo, no secret
    found: dict[str, Pupil] = {}
    while len(found) < number:
        name = f"{fake.first_name()} {fake.last_name()}"
        found.setdefault(name, Pupil(name, chance.gauss()))
    return tuple(found.values())


def answer(pupil: Pupil, question: Question, chance: random.Random, *, again: bool = False) -> str:
    """What the pupil answers; more is known when the question comes again."""
    hardness = HARDNESS[question.difficulty] + _jitter(question) - 2 * again
    if chance.random() < 1 / (1 + math.exp(hardness - pupil.knows)):
        return _right(question, chance)
    return _wrong(question, chance)


def _jitter(question: Question) -> float:
    """What makes one question harder than others of its level, the same for all pupils."""
    return random.Random(question.id).gauss(0, 0.7)  # noqa: S311 - a demo, no secret


def _right(question: Question, chance: random.Random) -> str:
    if question.type == "matching":
        return PARTED.join(right for _, right in question.pairs)
    if question.type == "ordering":
        return PARTED.join(question.items)
    key = question.answer
    if question.options is None and chance.random() < SLIPS and key.isalpha():
        place = chance.randrange(1, len(key))
        return key[:place] + key[place + 1 :]
    return key


def _wrong(question: Question, chance: random.Random) -> str:
    parts = [right for _, right in question.pairs] or list(question.items)
    if parts:
        return PARTED.join(shuffled(parts, f"{chance.random()}"))
    others = [each for each in (question.options or question.spares) if each != question.answer]
    return _misled(others, chance) if others else chance.choice(UNKNOWN)


def _misled(others: Sequence[str], chance: random.Random) -> str:
    weights = [GUESSED[min(place, len(GUESSED) - 1)] for place in range(len(others))]
    return chance.choices(others, weights)[0]
