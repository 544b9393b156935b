"""Spreading: from the questions of a week's stories to those of one quiz, as a news desk would.

The biggest story comes first and has the most questions; no fact is asked twice, whoever tells it;
kinds of answer, rules and articles change.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.lint.text import content, flat, holds
from quizgen.question import Question
from quizgen.ranking.choosing import ONCE

if TYPE_CHECKING:
    from quizgen.archive.stories import Story
    from quizgen.article import Article

BONUS: Mapping[str, float] = {"multiple_choice": 0.1, "cloze": -0.1, "true_false": -0.1}
"""News quizzes are printed with options: 99 % of 7,777 items that news desks published."""
SMALL = ONCE | {"calling_name", "calling"}
"""Rules whose questions are sound but small, and tell of no event."""
AGAIN: Mapping[str, float] = {
    "kind": 0.04, "rule": 0.04, "type": 0.02, "article": 0.05, "small": 0.3,
}  # fmt: skip
"""What each chosen question of the same kind of answer, rule, type or article, or a small one too,
costs another."""
SMALLNESS = 0.2
TOLD = 0.3  # what it costs when a chosen question names the key, or this one names its key
LEAD = 0.1  # what the first sentence of an article is better than the last
BACKGROUND = 0.25  # what a question costs that names a year before the article's
ALIKE = 0.5  # of the words of the shorter stem with its key: two questions on one fact
SAME_SENTENCE = 0.6  # of the words of the shorter sentence: one told by two articles
BIG = 0.5  # what a story's size adds to the share of the questions that each story has
LEAST = 0.05  # worth of the worst question
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


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
    its best question is worth, squared, so that a poor one is taken only where all are.
    """
    left = [_offered(story, pools) for story in stories]
    chosen: list[list[Question]] = [[] for _ in stories]
    while count is None or sum(map(len, chosen)) < count:
        before = [question for questions in chosen for question in questions]
        best = {n: _best(offered, before) for n, offered in enumerate(left) if offered}
        if not best:
            break
        shares = {n: (1 + BIG * stories[n].size) / (len(chosen[n]) + 1) for n in best}
        due = max(best, key=lambda n: (shares[n] * best[n][0] ** 2, -n))
        chosen[due].append(best[due][1])
        told = _words(best[due][1])
        left = [[o for o in offered if not _same(_words(o[1]), told)] for offered in left]
    return [question for questions in chosen for question in questions]


Offer = tuple[float, Question]
"""A question with its worth, before others are chosen."""


@dataclass(frozen=True, slots=True)
class Pool:
    """An article with the sound questions on it."""

    article: "Article"
    questions: Sequence[Question]

    def offers(self) -> Iterator[Offer]:
        """The questions with what they are worth to a news desk."""
        length = max(1, len(self.article.text))
        for question in self.questions:
            worth = question.score + BONUS.get(question.type, 0.0)
            worth += LEAD * (1 - question.evidence.start / length)
            worth -= SMALLNESS * (question.rule in SMALL) + BACKGROUND * self._is_old(question)
            yield worth, question

    def _is_old(self, question: Question) -> bool:
        """Whether a question tells of years before the news."""
        day = self.article.published
        years = YEAR.findall(f"{question.stem} {question.answer}")
        return day is not None and any(int(year) < day.year for year in years)


def _offered(story: "Story", pools: Sequence[Pool]) -> list[Offer]:
    return [offer for place in story.members for offer in pools[place].offers()]


def _best(offers: Sequence[Offer], chosen: Sequence[Question]) -> Offer:
    """The question of a story that is worth most beside those chosen, and its worth there."""
    worths = [(max(LEAST, worth - _cost(q, chosen)), q) for worth, q in offers]
    return min(worths, key=lambda offer: (-offer[0], offer[1].evidence.start, offer[1].id))


def _cost(question: Question, chosen: Sequence[Question]) -> float:
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
    if one.evidence.article == other.evidence.article:
        yield "article"


def _tells(one: Question, other: Question) -> bool:
    """Whether a question as printed names the key of another."""
    shown = "\n".join((one.context, one.stem, *(one.options or ())))
    keys = () if other.type == "true_false" else (other.answer, *other.accepted)
    return any(holds(shown, key) for key in keys)


def _words(question: Question) -> _Words:
    judged = question.type == "true_false"
    keys = frozenset() if judged else frozenset(map(flat, (question.answer, *question.accepted)))
    whole = content(question.stem) | content(question.answer)
    return _Words(keys, whole, content(question.evidence.text))


def _same(one: _Words, other: _Words) -> bool:
    """Whether two questions are on one fact, or have one answer."""
    return (
        bool(one.keys & other.keys)
        or _overlap(one.whole, other.whole) > ALIKE
        or _overlap(one.sentence, other.sentence) > SAME_SENTENCE
    )


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
