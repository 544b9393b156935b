"""Class results: a term in one view, over all that was handed out to a class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.library import articles, cards, classes, publishing, quizzes, results
from quizgen.library.classes import Class, Student
from quizgen.library.library import Library
from quizgen.library.results import Results
from quizgen.practice.scheduling import CardState
from quizgen.practice.teaching import Missed, teach_again
from quizgen.question import Question
from quizgen.quiz import Quiz

if TYPE_CHECKING:
    from quizgen.practice.item_analysis import Response

FACTS = 12  # most missed of a term: about a lesson's quiz


@dataclass(frozen=True, slots=True)
class Standing:
    """How a student stands: points by publication taken (first attempts), and flashcards.

    `right` points of `asked` questions, those not reached among them.
    """

    student: str
    name: str
    scores: Mapping[str, float]
    right: float
    asked: int
    cards: int
    learnt: int

    @property
    def share(self) -> float | None:
        """The share of points in the quizzes taken, 0..1; None when none was taken."""
        return self.right / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that the class missed, with the question that shows it and its article."""

    missed: Missed
    question: Question
    article: Article


@dataclass(frozen=True, slots=True)
class ClassResults:
    """The results of a class: handouts from the oldest, students by name, facts most missed."""

    class_: Class
    results: tuple[Results, ...]
    standings: tuple[Standing, ...]
    facts: tuple[Fact, ...]


def of_class(library: Library, class_: str, *, now: datetime) -> ClassResults:
    """The results of a class. A question met again counts where a student first met it."""
    given = reversed(publishing.listed(library, class_=class_))
    found = tuple(results.of_publication(library, each.id, now=now) for each in given)
    held = cards.of_class(library, class_)
    standings = tuple(
        _standing(student, found, held.get(student.id, []))
        for student in classes.students(library, class_)
    )
    of = classes.get(library, class_)
    return ClassResults(of, found, standings, tuple(_facts(library, found)))


def _standing(student: Student, found: Sequence[Results], held: Sequence[CardState]) -> Standing:
    rows = {
        each.publication.id: (row.score, len(each.questions))
        for each in found
        for row in each.rows
        if row.student == student.id
    }
    return Standing(
        student.id,
        student.name,
        {id_: score for id_, (score, _) in rows.items()},
        sum(score for score, _ in rows.values()),
        sum(number for _, number in rows.values()),
        len(held),
        sum(card.is_learnt for card in held),
    )


def _facts(library: Library, found: Sequence[Results]) -> Sequence[Fact]:
    questions: dict[str, Question] = {}
    rows: dict[str, dict[str, Response]] = {}
    for each in found:
        questions |= {q.id: q for q in each.questions if q.id not in questions}
        for row in each.rows:
            rows[row.student] = {**row.answers, **rows.get(row.student, {})}
    missed = teach_again(tuple(questions.values()), rows, FACTS)
    with library.reading() as session:
        return [
            Fact(each, asked, articles.load(session, asked.evidence.article))
            for each in missed
            for asked in [questions[each.questions[0]]]
        ]


def quiz_of_missed(library: Library, found: ClassResults, title: str, *, now: datetime) -> str:
    """The id of a new quiz of the questions most missed, which the teacher has kept before.

    Raises InputError when nothing stands out.
    """
    if not found.facts:
        msg = "nothing was missed by many, so there is nothing to ask again"
        raise InputError(msg)
    asked = tuple(fact.question for fact in found.facts)
    basis = "\x1f".join((found.class_.id, *(question.id for question in asked)))
    with library.work():
        on = _articles(library, found, asked)
        id_ = "quiz-" + sha256(basis.encode()).hexdigest()[:12]
        quiz = Quiz(id_, title, on, asked)
        return quizzes.add(library, quiz, now=now, state="kept", invented=found.class_.invented)


def _articles(
    library: Library, found: ClassResults, asked: Sequence[Question]
) -> tuple[Article, ...]:
    """The articles that the questions stand on, in the questions' order."""
    held = (quizzes.get(library, each.publication.quiz) for each in found.results)
    known = {article.id: article for quiz in held for article in quiz.articles}
    wanted = dict.fromkeys(e.article for q in asked for e in (q.evidence, *q.further))
    return tuple(known[id_] for id_ in wanted if id_ in known)
