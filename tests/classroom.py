"""A quiz kept, published and taken: what tests of the library begin with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from conftest import ARTICLE, WTO, evidence, question

from quizgen.library import Library, answering, attempts, editing, publishing, quizzes
from quizgen.library.attempts import Ticket
from quizgen.library.publishing import Publication, Terms
from quizgen.question import Question
from quizgen.quiz import Quiz, Settings

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CARS = question(
    "short_answer",
    id="q-cars",
    stem="How many cars did Seoul sell?",
    answer="12 million",
    accepted=(),
    answer_kind="count",
    spares=(),
    evidence=evidence(ARTICLE, "It sold 12 million cars, 30 per cent more than in 2018."),
)
CLOZE = question("cloze", stem="Seoul has referred the curbs to the ____.")
QUIZ = Quiz(
    id="quiz-1",
    title="Export curbs",
    articles=(ARTICLE,),
    questions=(WTO, CARS, CLOZE),
    quizgen="0.1.0",
    model="model",
    rules="abc",
    settings=Settings(count=5),
)
PLAIN = Terms(shuffle_questions=False, shuffle_options=False)


def ids(questions: Sequence[Question]) -> list[str]:
    """The ids of questions."""
    return [question.id for question in questions]


def kept_quiz(library: Library, quiz: Quiz = QUIZ) -> str:
    """The id of a quiz all of whose questions are kept."""
    return quizzes.add(library, quiz, now=NOW, state="kept")


@dataclass(frozen=True)
class Course:
    """A publication of a kept quiz and what its students do."""

    library: Library
    publication: Publication

    def join(self, name: str) -> Ticket:
        """A student's ticket."""
        code = self.publication.code
        return attempts.join(self.library, code, name, source=name, now=NOW)

    def answer(self, token: str, question: str, given: str, number: int = 1) -> answering.Receipt:
        """A student's answer."""
        return answering.answer(self.library, token, question, given, now=NOW, number=number)

    def take(self, name: str, *given: str) -> Ticket:
        """A student's ticket after these answers, in the order of the quiz."""
        ticket = self.join(name)
        for asked, text in zip(QUIZ.questions, given, strict=False):
            self.answer(ticket.token, asked.id, text)
        return ticket


def course(library: Library, terms: Terms = PLAIN, class_: str = "") -> Course:
    """A course whose quiz is published under these terms."""
    quiz = kept_quiz(library)
    published = publishing.publish(library, quiz, now=NOW, terms=terms, class_=class_)
    return Course(library, published)


def reworded(stem: str) -> Question:
    """The first question with another stem."""
    return replace(WTO, stem=stem)


def keep_all(library: Library, quiz: str) -> None:
    """Keep every question of a quiz."""
    asked = ids(quizzes.get(library, quiz).of_state("offered"))
    editing.set_state(library, quiz, asked, "kept", now=NOW)
