"""Teaching again: the facts most missed, the first thing a teacher wants to know of results."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.practice.item_analysis import EASY, MOST_MISSED, Rows
from quizgen.question import Evidence, Question


@dataclass(frozen=True, slots=True)
class Missed:
    """A fact that students missed: its sentence, the questions on it, and how many had it wrong.

    `missed` and `answered` count first answers over all of its questions; `lures` are the wrong
    answers given most often, with how often.
    """

    evidence: Evidence
    questions: tuple[str, ...]
    missed: int
    answered: int
    lures: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """The share of answers that were wrong, 0..1."""
        return self.missed / self.answered


def teach_again(questions: Sequence[Question], rows: Rows) -> tuple[Missed, ...]:
    """The two or three facts most missed, the most missed first.

    Only answers given count, not what was not reached. A fact that more than 70 % knew is known;
    when all are, there is nothing to teach again. Of equals, the earlier question's goes first.
    """
    sentences: dict[Evidence, list[Question]] = {}
    for question in questions:
        sentences.setdefault(question.evidence, []).append(question)
    found = (_missed(evidence, asked, rows) for evidence, asked in sentences.items())
    weak = [fact for fact in found if fact.answered and 1 - fact.share <= EASY]
    return tuple(sorted(weak, key=lambda fact: -fact.share)[:MOST_MISSED])


def _missed(evidence: Evidence, asked: Iterable[Question], rows: Rows) -> Missed:
    ids = tuple(question.id for question in asked)
    answers = [row[id_] for row in rows.values() for id_ in ids if id_ in row]
    wrong = [answer for answer in answers if answer.score < 1]
    return Missed(evidence, ids, len(wrong), len(answers), _lures(a.given for a in wrong))


def _lures(given: Iterable[str]) -> tuple[tuple[str, int], ...]:
    texts = [text for text in given if text]
    counted = {text: texts.count(text) for text in texts}
    return tuple(sorted(counted.items(), key=lambda found: (-found[1], found[0]))[:MOST_MISSED])
