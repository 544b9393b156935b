"""A term: quizzes handed out week by week to an invented class, answered, contested, studied."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta

from quizgen.demo import pupils
from quizgen.demo.pupils import Pupil
from quizgen.errors import InputError
from quizgen.library import (
    Library,
    answering,
    attempts,
    cards,
    classes,
    disputes,
    invented,
    publishing,
    quizzes,
)  # fmt: skip
from quizgen.library.attempts import Ticket
from quizgen.library.publishing import Publication, Terms
from quizgen.practice.scheduling import Grade
from quizgen.question import Question
from quizgen.quiz import Quiz

CLASS = "Class 9b (invented)"
PUPILS = 24
QUESTIONS = 8  # in a week's quiz
WEEK = timedelta(days=7)
OPEN_FOR = timedelta(days=6)
REST_OF_TERM = timedelta(weeks=6)
LESSON = time(9, tzinfo=UTC)
COMES = 0.92  # of the pupils take a quiz
STOPS = 0.06  # of them stop before its end
REPEATS = 0.5  # of those who reach the end try again what they missed
STUDIES = 8  # pupils learn with flashcards
STUDY_DAYS = 4
GRADES: tuple[Grade, ...] = ("again", "hard", "good", "good", "good", "easy")
CONTESTS, FLAGS = 3, 2  # wait for the teacher
NOTE = "I think two answers are right here."


@dataclass(frozen=True)
class Term:
    """The invented class, and what was handed out to it."""

    class_: str
    publications: tuple[Publication, ...]


@dataclass(frozen=True)
class _Telling:
    """What it takes to tell the story of a term."""

    library: Library
    day: date
    seed: int
    chance: random.Random = field(repr=False)


def fill(library: Library, made: Sequence[Quiz], *, day: date, seed: int = 0) -> Term:
    """The term that ends, so far, on that day; in the library whole or not at all.

    The same quizzes, day and seed give the same term, where the library's chance is seeded too.
    Raises InputError when something invented is there already.
    """
    if invented.is_there(library):
        msg = "the library holds a demo already; remove it first with quizgen demo --remove"
        raise InputError(msg)
    chance = random.Random(f"{seed}/term")  # noqa: S311 - a demo, no secret
    telling = _Telling(library, day, seed, chance)
    weeks = [week for quiz in made for week in _weeks(quiz)]
    if not weeks:
        msg = "the articles gave no question to ask; give others"
        raise InputError(msg)
    with library.work():
        return _tell(telling, made, weeks)


def _weeks(quiz: Quiz) -> Iterable[Quiz]:
    """The quiz in parts of a lesson's length; a rest too short for one is left out."""
    asked = quiz.questions
    parts = [asked[n : n + QUESTIONS] for n in range(0, len(asked), QUESTIONS)]
    for number, part in enumerate(parts, start=1):
        if number == 1 or len(part) > QUESTIONS // 2:
            title = quiz.title if number == 1 else f"{quiz.title}, part {number}"
            yield replace(quiz, id=f"demo-{quiz.id}-{number}", title=title, questions=part)


def _tell(telling: _Telling, made: Sequence[Quiz], weeks: Sequence[Quiz]) -> Term:
    library, day, seed = telling.library, telling.day, telling.seed
    begin = _lesson(day) - WEEK * (len(weeks) - 1) - timedelta(days=2)
    people = pupils.invent(PUPILS, seed)
    for quiz in made[:1]:  # one is left to look over
        left = replace(quiz, id=f"demo-{quiz.id}", title=f"{quiz.title} (to look over)")
        quizzes.add(library, left, now=begin, invented=True)
    class_ = classes.add(
        library, CLASS, now=begin, students=[pupil.name for pupil in people], listed_only=True,
        term_end=_lesson(day) + REST_OF_TERM, invented=True,
    )  # fmt: skip
    given = [
        _week(telling, quiz, class_, people, begin + WEEK * number)
        for number, quiz in enumerate(weeks)
    ]
    return Term(class_, tuple(given))


def _lesson(day: date) -> datetime:
    return datetime.combine(day, LESSON)


def _week(
    telling: _Telling, quiz: Quiz, class_: str, people: Sequence[Pupil], at: datetime
) -> Publication:
    library = telling.library
    id_ = quizzes.add(library, quiz, now=at, state="kept", invented=True)
    terms = Terms(opens_at=at, closes_at=at + OPEN_FOR)
    publication = publishing.publish(
        library, id_, now=at, class_=class_, terms=terms, seed=telling.seed, invented=True
    )
    here = [pupil for pupil in people if telling.chance.random() < COMES]
    tickets = [_take(telling, publication, quiz.questions, pupil, at) for pupil in here]
    wrong = [(t, q, given) for t, answered in tickets for q, given in answered]
    _dispute(telling, wrong, at)
    for ticket, _ in tickets[:STUDIES]:
        _study(telling, ticket, at)
    return publication


Wrong = list[tuple[Question, str]]


def _take(
    telling: _Telling, publication: Publication, asked: Sequence[Question], pupil: Pupil,
    at: datetime,
) -> tuple[Ticket, Wrong]:  # fmt: skip
    """The pupil's ticket, and what was answered wrongly at the first try."""
    library, chance = telling.library, telling.chance
    now = at + timedelta(minutes=chance.uniform(1, 8))
    ticket = attempts.join(library, publication.code, pupil.name, source="demo", now=now)
    reached = len(asked) if chance.random() > STOPS else chance.randrange(2, len(asked) + 1)
    wrong: Wrong = []
    for question in asked[:reached]:
        now += timedelta(seconds=chance.uniform(8, 50))
        given = pupils.answer(pupil, question, chance)
        receipt = answering.answer(library, ticket.token, question.id, given, now=now)
        if receipt.feedback is not None and receipt.feedback.verdict == "wrong":
            wrong.append((question, given))
    if reached == len(asked) and chance.random() < REPEATS:
        _again(telling, ticket, [question for question, _ in wrong], pupil, now)
    return ticket, wrong


def _again(
    telling: _Telling, ticket: Ticket, missed: Sequence[Question], pupil: Pupil, now: datetime
) -> None:
    for question in missed:
        now += timedelta(seconds=telling.chance.uniform(5, 30))
        given = pupils.answer(pupil, question, telling.chance, again=True)
        answering.answer(telling.library, ticket.token, question.id, given, now=now, number=2)


def _dispute(
    telling: _Telling, wrong: Sequence[tuple[Ticket, Question, str]], at: datetime
) -> None:
    """A few say that they were right, or that a question is bad."""
    later = at + timedelta(minutes=30)
    typed = [(t, q) for t, q, given in wrong if q.options is None and given not in pupils.UNKNOWN]
    for ticket, question in typed[:CONTESTS]:
        disputes.contest(telling.library, ticket.token, question.id, now=later)
    for ticket, question, _ in wrong[:: max(1, len(wrong) // FLAGS)][:FLAGS]:
        disputes.flag(telling.library, ticket.token, question.id, NOTE, now=later)


def _study(telling: _Telling, ticket: Ticket, at: datetime) -> None:
    """A pupil learns with flashcards on the days after, until the day of the demo."""
    library, student = telling.library, ticket.attempt.student
    cards.deal(library, ticket.token, now=at + timedelta(hours=1))
    for days in range(1, STUDY_DAYS + 1):
        now = at + timedelta(days=days, hours=8)
        if now.date() >= telling.day:
            return
        for card in cards.due(library, student, now=now, limit=QUESTIONS):
            number = cards.next_number(library, student, card.state.card)
            grade = telling.chance.choice(GRADES)
            cards.grade(library, student, card.state.card, grade, now=now, number=number)
