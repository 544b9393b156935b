"""The question: what the wording engine makes, the gate tests, and every export reads."""

import hashlib
from dataclasses import dataclass
from typing import Literal

QuestionType = Literal[
    "multiple_choice", "true_false", "short_answer", "cloze", "matching", "ordering"
]
Difficulty = Literal["easy", "medium", "hard"]
DIFFICULTIES: tuple[Difficulty, ...] = ("easy", "medium", "hard")

GAP = "____"  # marks the gap in the stem of a cloze question


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where the answer stands: characters `start` to `end` (exclusive) of the article's text."""

    article: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question as a student meets it, with all that explains it.

    `context` is shown above the stem ("" where it would give the key away). `accepted` holds
    further right answers. `options`, in the order shown, holds the key for multiple choice, is
    ("True", "False") for true/false, and is None otherwise. `spares` are further distractors,
    best first. A cloze stem holds one `GAP`. `score` is in 0..1, `reasons` its parts by scorer.
    `flags` are warnings for the teacher. `pairs` (matching), `items` (ordering, in the right order)
    and `further`, the other sentences that such an answer stands in, are else empty.
    """

    id: str
    type: QuestionType
    context: str
    stem: str
    answer: str
    accepted: tuple[str, ...]
    options: tuple[str, ...] | None
    answer_kind: str
    evidence: Evidence
    explanation: str
    rule: str
    difficulty: Difficulty = "medium"
    score: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()
    flags: tuple[str, ...] = ()
    spares: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    items: tuple[str, ...] = ()
    further: tuple[Evidence, ...] = ()


def question_id(article: str, rule: str, start: int, end: int, answer: str) -> str:
    """The id of a question first made from characters `start`..`end` of an article by a rule.

    It depends on the fact asked for, not on the stem's wording, so that a better wording of the
    same question keeps its id.
    """
    basis = "\x1f".join((article, rule, str(start), str(end), answer))
    return "q-" + hashlib.sha256(basis.encode("utf-8", "replace")).hexdigest()[:12]
