"""Parts: what one fact gives to a question of many, and how the question is put together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.question import Evidence, Question, QuestionType, question_id

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis
    from quizgen.quiz import Candidates
    from quizgen.ranking import Ranked

Found = tuple["Analysis", "Candidates"]
"""An analysed article with all that was found in it."""
FEWEST, MOST = 4, 6  # parts of a question; fewer are guessed, more are too many to hold in mind
AN_ARTICLE = 2  # parts of one article where there are several


@dataclass(frozen=True, slots=True)
class Part:
    """What is given, what belongs to it, and the sound draft that asks for it."""

    left: str
    right: str
    ranked: "Ranked"
    evidence: Evidence


def spread(parts: Iterable[Part], articles: int) -> list[Part]:
    """The best parts, not more than `MOST`, not all from one article where there are several."""
    counts: dict[str, int] = {}
    kept: list[Part] = []
    for part in parts:
        article = part.evidence.article
        if articles == 1 or counts.get(article, 0) < AN_ARTICLE:
            kept.append(part)
            counts[article] = counts.get(article, 0) + 1
    return kept[:MOST]


def question(kind: QuestionType, stem: str, answer: str, parts: Sequence[Part]) -> Question:
    """The question of the parts, without pairs and items; its score is the mean of theirs."""
    first, *others = (part.evidence for part in parts)
    return Question(
        id=question_id(first.article, kind, first.start, first.end, answer),
        type=kind,
        context="",
        stem=stem,
        answer=answer,
        accepted=(),
        options=None,
        answer_kind="role" if kind == "matching" else "event",
        evidence=first,
        explanation="",
        rule=kind,
        score=round(sum(part.ranked.score for part in parts) / len(parts), 4),
        further=tuple(others),
    )
