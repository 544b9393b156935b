"""Spreading: from the questions of a week's stories to those of one quiz, as a news desk would.

The biggest story comes first and has the most questions; no fact is asked twice, whoever tells it;
kinds of answer, rules and articles change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.archive.worth import POOR, SMALL, is_figure, worth
from quizgen.context_line import without_keys
from quizgen.lint.text import content, flat, holds, kind_of
from quizgen.question import Question

if TYPE_CHECKING:
    from quizgen.archive.stories import Story
    from quizgen.article import Article

AGAIN: Mapping[str, float] = {
    "kind": 0.04, "rule": 0.04, "type": 0.02, "article": 0.05, "small": 0.3, "figure": 0.3,
}  # fmt: skip
"""What each chosen question of the same kind of answer, rule, type or article costs another; or
where both are small, or both ask for a day, an age or a length of time."""
TOLD = 0.3  # what it costs when a chosen question names the key, or this one names its key
ALIKE = 0.5  # of the words of the shorter stem with its key: two questions on one fact
SAME_SENTENCE = 0.6  # of the words of the shorter sentence: one told by two articles
BIG = 0.5  # what a story's size adds to the share of the questions that each story has
LEAST = 0.05  # worth of the worst question
TWO_AT_LEAST = 2  # questions that a story may have, however few are wanted


@dataclass(frozen=True, slots=True)
class _Words:
    """The content words that tell one fact from another."""

    keys: frozenset[str]
    whole: frozenset[str]
    sentence: frozenset[str]


def spread(
    stories: Sequence["Story"], pools: Sequence["Pool"], count: int | None
) -> list[Question]:
    """At most `count` questions of the pools (one an article), story by story, the biggest first.

    Each story has its share of them: by its size, in the highest averages of d'Hondt, and by what
    its best question is worth, squared, so that a poor one is taken only where all are; of several
    stories none has more than half of the questions, or two. None of so many tells the key of
    another: rather there are fewer.
    """
    left = [_offered(story, pools) for story in stories]
    if count is not None:
        left = [_without_poor(offered) for offered in left]
    chosen: list[list[Question]] = [[] for _ in stories]
    while count is None or sum(map(len, chosen)) < count:
        before = [question for questions in chosen for question in questions]
        best = {n: _best(offered, before) for n, offered in enumerate(left) if offered}
        if count is not None and len(stories) > 1:
            best = {
                n: each
                for n, each in best.items()
                if len(chosen[n]) < max(TWO_AT_LEAST, count // 2)
            }
        if not best:
            break
        shares = {n: (1 + BIG * stories[n].size) / (len(chosen[n]) + 1) for n in best}
        due = max(best, key=lambda n: (shares[n] * best[n][0] ** 2, -n))
        chosen[due].append(best[due][1])
        last = best[due][1]
        left = [
            [o for o in offered if _fits(o[1], last, few=count is not None)] for offered in left
        ]
    told = [sorted(questions, key=follows) for questions in chosen]
    return [hushed(question, questions) for questions in told for question in questions]


Offer = tuple[float, Question]
"""A question with its worth, before others are chosen."""


@dataclass(frozen=True, slots=True)
class Pool:
    """An article with the sound questions on it."""

    article: "Article"
    questions: Sequence[Question]

    def offers(self) -> Iterator[Offer]:
        """The questions with what they are worth to a news desk."""
        for question in self.questions:
            yield worth(question, self.article), question


def _offered(story: "Story", pools: Sequence[Pool]) -> list[Offer]:
    return [offer for place in story.members for offer in pools[place].offers()]


def _without_poor(offers: Sequence[Offer]) -> list[Offer]:
    """The offers that are worth printing; of a story without any, the best."""
    good = [offer for offer in offers if offer[0] >= POOR]
    return good or sorted(offers, key=lambda offer: (-offer[0], offer[1].id))[:1]


def _best(offers: Sequence[Offer], chosen: Sequence[Question]) -> Offer:
    """The question of a story that is worth most beside those chosen, and its worth there."""
    worths = [(max(LEAST, worth - cost(q, chosen)), q) for worth, q in offers]
    return min(worths, key=lambda offer: (-offer[0], offer[1].evidence.start, offer[1].id))


def _fits(question: Question, chosen: Question, *, few: bool) -> bool:
    """Whether a question can stand beside a chosen one, in a quiz of a few or of all."""
    leaks = few and (_tells(question, chosen) or _tells(chosen, question))
    return not (leaks or same(question, chosen))


def cost(question: Question, chosen: Sequence[Question]) -> float:
    """What a question loses beside those chosen."""
    alike = sum(AGAIN[what] for other in chosen for what in _shared(question, other))
    told = sum(_tells(question, other) or _tells(other, question) for other in chosen)
    return alike + TOLD * told


def _shared(one: Question, other: Question) -> Iterator[str]:
    if one.answer_kind == other.answer_kind:
        yield "kind"
    if one.rule == other.rule:
        yield "rule"
    if one.type == other.type:
        yield "type"
    if {one.rule, other.rule} <= SMALL:
        yield "small"
    if is_figure(one) and is_figure(other):
        yield "figure"
    if one.evidence.article == other.evidence.article:
        yield "article"


def _tells(one: Question, other: Question) -> bool:
    """Whether a question names the key of another, or its day stands above it."""
    context = one.context if other.answer_kind == "date" else ""
    shown = "\n".join((context, one.stem, *(one.options or ())))
    return any(holds(shown, key) and (not key.isupper() or key in shown) for key in _keys(other))


def _keys(question: Question) -> tuple[str, ...]:
    return () if question.type == "true_false" else (question.answer, *question.accepted)


def follows(question: Question) -> bool:
    """Whether a question stands behind those on what happened: on a figure, or on a saying."""
    return is_figure(question) or question.rule == "quote_speaker"


def hushed(question: Question, beside: Sequence[Question]) -> Question:
    """The question, the title above it without the keys of others on its story."""
    others = [each for each in beside if each.id != question.id]
    people = [other.answer for other in others if other.answer_kind == "person"]
    named = (key for other in others for key in _keys(other) if other.answer_kind != "person")
    things = [key for key in named if kind_of(key) in {"name", "number"}]
    return replace(question, context=without_keys(question.context, people, things))


@lru_cache(maxsize=4096)
def _words(question: Question) -> _Words:
    keys = frozenset(map(flat, _keys(question)))
    whole = content(question.stem) | content(question.answer)
    return _Words(keys, whole, content(question.evidence.text))


def same(one: Question, other: Question) -> bool:
    """Whether two questions are on one fact, or have one answer."""
    return same_key(one, other) or alike(one, other)


def same_key(one: Question, other: Question) -> bool:
    """Whether two questions have an answer in common."""
    return bool(_words(one).keys & _words(other).keys)


def alike(one: Question, other: Question) -> bool:
    """Whether two questions are on one fact, by their words or those of their sentences."""
    first, second = _words(one), _words(other)
    told = _overlap(first.sentence, second.sentence) > SAME_SENTENCE
    return told or _overlap(first.whole, second.whole) > ALIKE


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
