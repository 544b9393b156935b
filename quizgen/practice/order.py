"""Order: in which questions and options stand, from a seed alone, for one student or version."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from quizgen.question import Question

LETTERS = "ABCDEFGH"  # more versions than rows in a classroom serve nobody
SORTED_KINDS = frozenset({"date", "count", "money", "percent", "quantity", "duration", "age"})
"""Kinds of answer whose options stand in ascending order: shuffled numbers are hard to read."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Order:
    """The order that an attempt keeps to its end: a seed, and what is shuffled by it."""

    seed: str
    questions: bool
    options: bool

    def __str__(self) -> str:
        return f"{self.seed} {'q' * self.questions}{'o' * self.options}"


def order_of(text: str, otherwise: Order) -> Order:
    """The order that was written as this text, or the other where it tells a seed alone."""
    seed, parted, marks = text.partition(" ")
    return Order(seed, "q" in marks, "o" in marks) if parted else otherwise


def shuffled(items: Iterable[T], seed: str) -> tuple[T, ...]:
    """The items in the order that the seed gives; the same seed gives the same order."""
    drawn = list(items)
    random.Random(seed).shuffle(drawn)  # noqa: S311 - order, no secret
    return tuple(drawn)


def arranged(questions: Sequence[Question], order: Order) -> tuple[Question, ...]:
    """The questions as one student or one version gets them.

    Options that are numbers, dates, or true and false keep their order. What is to be matched or
    put in order is always shuffled when shown (`view.student_view`).
    """
    seed = order.seed
    placed = shuffled(questions, f"{seed}/questions") if order.questions else tuple(questions)
    return tuple(with_options(q, seed) for q in placed) if order.options else placed


def with_options(question: Question, seed: str) -> Question:
    """The question with its options in the order that the seed gives."""
    if question.options is None or question.type != "multiple_choice":
        return question
    if question.answer_kind in SORTED_KINDS:
        return question
    return replace(question, options=shuffled(question.options, f"{seed}/{question.id}"))


def version_of(number: int, versions: int) -> str:
    """The letter of the version for the student who came as `number` (from 0): A, B, A, B ..."""
    return LETTERS[number % max(1, min(versions, len(LETTERS)))]


def seed_of(publication_seed: int, version: str, versions: int, attempt: str) -> str:
    """The seed of an attempt's order.

    With several versions all students of one have one order, so that sheets and keys match; with
    one version each attempt has its own.
    """
    own = version if versions > 1 else attempt
    return f"{publication_seed}/{own}"
