"""Teaching again: the facts most missed, the first thing a teacher wants to know of results."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.practice.item_analysis import EASY, MOST_MISSED, Response, Rows
from quizgen.question import Evidence, Question


@dataclass(frozen=True, slots=True)
class Missed:
    """A fact that students missed: its sentence, the questions on it, and how many had it wrong.

    All that is told is of the first of the `questions`, the one most missed: of the students who
    answered it (`answered`), so many had it wrong (`missed`); `lures` are the wrong answers to it
    given most often, with how often. A student counts once.
    """

    evidence: Evidence
    questions: tuple[str, ...]
    missed: int
    answered: int
    lures: tuple[tuple[str, int], ...]

    @property
    def share(self) -> float:
        """The share of these students who had it wrong, 0..1."""
        return self.missed / self.answered


def teach_again(
    questions: Sequence[Question], rows: Rows, limit: int = MOST_MISSED
) -> tuple[Missed, ...]:
    """The facts most missed, the most missed first, at most `limit`.

    Only answers given count, not what was not reached. A fact that more than 70 % knew is known;
    when all are, there is nothing to teach again. Of equals, the earlier question's goes first.
    """
    sentences: dict[Evidence, list[Question]] = {}
    for question in questions:
        sentences.setdefault(question.evidence, []).append(question)
    found = (_fact(asked, rows) for asked in sentences.values())
    weak = [fact for fact in found if fact is not None and 1 - fact.share <= EASY]
    return tuple(sorted(weak, key=lambda fact: -fact.share)[:limit])


def _fact(asked: Iterable[Question], rows: Rows) -> Missed | None:
    """The fact as the most missed of its questions shows it; None when nobody answered any."""
    found = [_missed(question, rows) for question in asked]
    met = sorted((each for each in found if each.answered), key=lambda each: -each.share)
    if not met:
        return None
    worst = met[0]
    others = (id_ for each in found if each is not worst for id_ in each.questions)
    return Missed(
        worst.evidence, (*worst.questions, *others), worst.missed, worst.answered, worst.lures
    )


def _missed(question: Question, rows: Rows) -> Missed:
    answers = [row[question.id] for row in rows.values() if question.id in row]
    wrong = [answer for answer in answers if answer.score < 1]
    return Missed(question.evidence, (question.id,), len(wrong), len(answers), _lures(wrong))


def _lures(wrong: Iterable[Response]) -> tuple[tuple[str, int], ...]:
    texts = [answer.given for answer in wrong if answer.given]
    counted = {text: texts.count(text) for text in texts}
    return tuple(sorted(counted.items(), key=lambda found: (-found[1], found[0]))[:MOST_MISSED])
