"""Item analysis: what first answers say of each question and of the quiz as a test.

Definitions and thresholds: research/product-and-formats 1.5 (Moodle's quiz statistics; Ebel and
Frisbie; BMC Med Educ 2024;24:445). An answer not given in a finished attempt scores 0, as in
Moodle. With small classes all of it is noise: the number of students stands beside everything.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pvariance
from typing import Literal

from quizgen.question import Question

FEW = 20  # students; below it numbers are shown greyed out
GROUP = 0.27  # the share of students in the upper and in the lower group (Kelley 1939)
EASY, HARD = 0.70, 0.30
FUNCTIONAL = 0.05  # a distractor chosen by fewer of those who answered serves nothing
SATISFACTORY, UNSATISFACTORY = 0.75, 0.64  # of KR-20
MOST_MISSED = 3  # facts to teach again; more are a lesson of their own

FacilityBand = Literal["easy", "aim", "hard"]
DiscriminationBand = Literal["excellent", "good", "fair", "poor", "check the key"]
ReliabilityBand = Literal["satisfactory", "middling", "unsatisfactory"]
DISCRIMINATION: tuple[tuple[float, DiscriminationBand], ...] = (
    (0.40, "excellent"), (0.30, "good"), (0.20, "fair"), (0.0, "poor"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Response:
    """A first answer: what was given ("": nothing) and its score in 0..1."""

    given: str
    score: float


@dataclass(frozen=True, slots=True)
class Distractor:
    """A wrong option: how many chose it, of all and of the upper and the lower group."""

    text: str
    chosen: int
    share: float
    upper: int
    lower: int

    @property
    def functional(self) -> bool:
        """Whether at least 5 % of those who answered chose it."""
        return self.share >= FUNCTIONAL

    @property
    def suspicious(self) -> bool:
        """Whether more of the upper group than of the lower chose it."""
        return self.upper > self.lower


@dataclass(frozen=True, slots=True)
class Item:
    """A question's statistics; None where the class is too small or too alike to tell."""

    question: str
    answered: int
    facility: float | None
    discrimination: float | None
    item_rest: float | None
    distractors: tuple[Distractor, ...]
    efficiency: float | None

    @property
    def facility_band(self) -> FacilityBand | None:
        """Above 0.70 easy, below 0.30 hard, between them as aimed at."""
        if self.facility is None:
            return None
        return "easy" if self.facility > EASY else "hard" if self.facility < HARD else "aim"

    @property
    def discrimination_band(self) -> DiscriminationBand | None:
        """The band of the item-rest correlation."""
        if self.item_rest is None:
            return None
        bands = (name for least, name in DISCRIMINATION if self.item_rest >= least)
        return next(bands, "check the key")


@dataclass(frozen=True, slots=True)
class Analysis:
    """The statistics of a quiz: `n` students, each item, and KR-20 (None: can't be told)."""

    n: int
    items: tuple[Item, ...]
    kr20: float | None

    @property
    def few(self) -> bool:
        """Whether there are too few students to rely on any of it."""
        return self.n < FEW

    @property
    def reliability(self) -> ReliabilityBand | None:
        """Above 0.75 satisfactory, below 0.64 unsatisfactory."""
        if self.kr20 is None:
            return None
        if self.kr20 > SATISFACTORY:
            return "satisfactory"
        return "unsatisfactory" if self.kr20 < UNSATISFACTORY else "middling"


Rows = Mapping[str, Mapping[str, Response]]
"""First answers by student and question."""


def analyse(questions: Sequence[Question], rows: Rows) -> Analysis:
    """The item analysis of finished first attempts."""
    scores = {s: [_score(row, q.id) for q in questions] for s, row in rows.items()}
    ranked = sorted(scores, key=lambda student: (sum(scores[student]), student))
    size = group_size(len(ranked))
    lower, upper = ranked[:size], ranked[len(ranked) - size :]
    items = tuple(
        _item(question, place, rows, scores, (lower, upper))
        for place, question in enumerate(questions)
    )
    return Analysis(len(rows), items, kr20(list(scores.values())))


def _score(row: Mapping[str, Response], question: str) -> float:
    return row[question].score if question in row else 0.0


def group_size(students: int) -> int:
    """27 % of the students, rounded half up, at least one; 0 when there are not two."""
    return max(1, int(GROUP * students + 0.5)) if students > 1 else 0


def _item(
    question: Question,
    place: int,
    rows: Rows,
    scores: Mapping[str, Sequence[float]],
    groups: tuple[Sequence[str], Sequence[str]],
) -> Item:
    own = [row[place] for row in scores.values()]
    rest = [sum(row) - row[place] for row in scores.values()]
    lower, upper = (sum(scores[student][place] for student in group) for group in groups)
    distractors = tuple(_distractors(question, rows, groups))
    return Item(
        question=question.id,
        answered=sum(question.id in row for row in rows.values()),
        facility=fmean(own) if own else None,
        discrimination=(upper - lower) / len(groups[0]) if groups[0] else None,
        item_rest=correlation(own, rest),
        distractors=distractors,
        efficiency=fmean(d.functional for d in distractors) if distractors and own else None,
    )


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Pearson's correlation (point-biserial for scores of 0 and 1); None without variance."""
    if len(one) < 2 or not pvariance(one) or not pvariance(other):  # noqa: PLR2004 - no pair
        return None
    middle, second = fmean(one), fmean(other)
    shared = fmean((a - middle) * (b - second) for a, b in zip(one, other, strict=True))
    return shared / sqrt(pvariance(one) * pvariance(other))


def _distractors(
    question: Question, rows: Rows, groups: tuple[Sequence[str], Sequence[str]]
) -> list[Distractor]:
    given = {s: row[question.id].given for s, row in rows.items() if question.id in row}
    chosen = Counter(given.values())
    lower, upper = (Counter(given[s] for s in group if s in given) for group in groups)
    wrong = [option for option in question.options or () if option != question.answer]
    return [
        Distractor(w, chosen[w], chosen[w] / max(1, len(given)), upper[w], lower[w]) for w in wrong
    ]


def kr20(rows: Sequence[Sequence[float]]) -> float | None:
    """KR-20 by population variances; for scores between 0 and 1 it is Cronbach's alpha.

    None with fewer than two items or students, or when all totals are equal.
    """
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 - nothing to compare
        return None
    total = pvariance([sum(row) for row in rows])
    if not total:
        return None
    items = len(rows[0])
    within = sum((pvariance(column) for column in zip(*rows, strict=True)), 0.0)
    return items / (items - 1) * (1 - within / total)
