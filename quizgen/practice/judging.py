"""Judging: whether an answer is right, nearly right (one slip), or wrong, and by which reason.

A false "right" teaches a wrong fact, a false "wrong" annoys; where neither is certain the answer
is wrong and the student may say "I was right" for the teacher to settle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from quizgen.practice import days, names
from quizgen.practice.figures import figure, same_figure
from quizgen.practice.folding import folded, same, words_of
from quizgen.practice.slips import one_slip
from quizgen.question import Question

Verdict = Literal["right", "nearly", "wrong"]

PARTED = "\n"  # between the parts of an answer to matching or ordering
CHOSEN = frozenset({"multiple_choice", "true_false"})
PLACED = frozenset({"matching", "ordering"})
MAX_TYPED = 500  # characters; the longest keys hold about 200
MAX_PARTED = 4000  # characters of all parts together: six of some 100 are usual


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reason and the score, 0..1; "nearly" scores as right does."""

    verdict: Verdict
    reason: str
    score: float

    @property
    def counts(self) -> bool:
        """Whether the answer counts as right."""
        return self.verdict != "wrong"


def judge(question: Question, given: str, *, text: str = "") -> Judgement:
    """The judgement of an answer; `text` is that of the article, whose names no slip may become.

    For matching, `given` holds the right-hand side of each pair in the order of the pairs, for
    ordering the items in the order chosen, one a line; their score is the share in its place.
    """
    if not given.strip():
        return wrong("nothing was answered")
    if question.type in PLACED:
        return _in_places(_places(question), tuple(bounded(question, given).split(PARTED)))
    if question.type in CHOSEN:
        chosen = given.strip() == question.answer.strip()
        return right("the right choice") if chosen else wrong("another choice")
    return _typed(question, given[:MAX_TYPED], text)


@dataclass(frozen=True, slots=True)
class Placed:
    """A place of matching (the left side) or ordering ("1", "2"): what was put there, what fits."""

    place: str
    given: str
    fitting: str

    @property
    def right(self) -> bool:
        """Whether what was put there fits."""
        return self.given == self.fitting


def placed(question: Question, given: str) -> tuple[Placed, ...]:
    """The places of matching or ordering with what an answer put there; of others, none."""
    lefts = [left for left, _ in question.pairs] or map(str, range(1, len(question.items) + 1))
    put = given.split(PARTED) if given else []
    rows = zip_longest(lefts, _places(question), put[: len(_places(question))], fillvalue="")
    return tuple(Placed(left, text, fitting) for left, fitting, text in rows)


def bounded(question: Question, given: str) -> str:
    """What is kept of an answer: as much as any right one can hold."""
    return given[: MAX_PARTED if question.type in PLACED else MAX_TYPED]


def right(reason: str) -> Judgement:
    """A full score."""
    return Judgement("right", reason, 1.0)


def wrong(reason: str, score: float = 0.0) -> Judgement:
    """No full score."""
    return Judgement("wrong", reason, score)


def _places(question: Question) -> tuple[str, ...]:
    if question.type == "ordering":
        return question.items
    return tuple(right_side for _, right_side in question.pairs)


def _in_places(wanted: tuple[str, ...], given: tuple[str, ...]) -> Judgement:
    fitting = sum(one == other for one, other in zip(wanted, given, strict=False))
    if fitting == len(wanted) == len(given):
        return right("everything is in its place")
    reason = f"{fitting} of {len(wanted)} are in their place"
    return wrong(reason, fitting / max(len(wanted), len(given)))


def _typed(question: Question, given: str, text: str) -> Judgement:
    if same(question.answer, given):
        return right("the answer")
    if any(same(accepted, given) for accepted in question.accepted):
        return right("another way to say it")
    if any(same(option, given) for option in _others(question)):
        return wrong("one of the wrong answers")
    verdicts = (_against(key, question, given, text) for key in _keys(question))
    found = [verdict for verdict in verdicts if verdict is not None]
    best = (v for kind in ("right", "nearly", "wrong") for v in found if v.verdict == kind)
    return next(best, wrong("another answer"))


def _keys(question: Question) -> tuple[str, ...]:
    return (question.answer, *question.accepted)


def _others(question: Question) -> tuple[str, ...]:
    keys = _keys(question)
    found = (*(question.options or ()), *question.spares)
    return tuple(other for other in found if not any(same(other, key) for key in keys))


def _against(key: str, question: Question, given: str, text: str) -> Judgement | None:
    """The judgement by one of the keys; None when that key says nothing of what was given."""
    for judged in (_as_day(key, given), _as_figure(key, given, question.stem)):
        if judged is not None:
            return judged
    if question.answer_kind == "list" and _members(key) == _members(given):
        return right("the same names in another order")
    surnames = names.surnames(key) if question.answer_kind == "person" else ()
    if folded(given) in surnames:
        if names.shared(folded(given), key, text):
            return wrong("several people of that surname are named")
        return right("the surname")
    if names.same_known(key, given):
        return right("another name of the same")
    others = frozenset(_confusable(question, text))
    if any(one_slip(form, given, others) for form in (key, *surnames)):
        return Judgement("nearly", "one slip in the spelling", 1.0)
    return None


def _as_day(key: str, given: str) -> Judgement | None:
    wanted, told = days.read(key), days.read(given)
    if not wanted or not told:
        return None
    fits = any(days.same_day(one, other) for one in wanted for other in told)
    return right("the same date") if fits else wrong("another date")


def _as_figure(key: str, given: str, stem: str) -> Judgement | None:
    wanted = figure(key)
    if wanted is None:
        return None
    told = figure(given)
    if told is None:
        return None
    fits = same_figure(wanted, told, stem)
    return right("the same amount") if fits else wrong("another amount")


def _members(text: str) -> frozenset[str]:
    parts = text.replace("&", ",").replace(" and ", ",").replace(";", ",").split(",")
    return frozenset(folded(part).replace(" ", "") for part in parts if part.strip())


def _confusable(question: Question, text: str) -> Iterator[str]:
    """What a slip must not turn the key into: other options, names and words of the article."""
    yield from map(folded, _others(question))
    yield from names.names_in(text)
    for source in (text, question.stem, *_others(question)):
        yield from words_of(source)
