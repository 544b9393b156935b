"""Answering: the next question for a student, an answer kept before it is acknowledged.

A student's page calls `situation`, then `answer`, and shows what it is given; what a student may
not see yet is not in the values returned.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.article import Article
from quizgen.library import articles, attempts, publishing, quizzes
from quizgen.library.class_tables import AnswerRow, AttemptRow
from quizgen.library.library import Library
from quizgen.library.publishing import Publication
from quizgen.library.quizzes import StoredQuiz
from quizgen.library.refusals import RefusedError, missing
from quizgen.practice import session as rounds
from quizgen.practice.judging import Judgement, Verdict, bounded, judge
from quizgen.practice.order import Order, arranged, order_of
from quizgen.practice.session import Given
from quizgen.practice.session import Session as Rounds
from quizgen.practice.view import Feedback, StudentView, feedback, student_view
from quizgen.question import Question

FOR_NOTHING: Verdict = "wrong"


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a student is: the question to answer (None at the end of the round), and the rest.

    `done` of `total` questions of the round are answered. `missed` and `right` (at the first try,
    of all) are None until the answers may be shown.
    """

    attempt: str
    question: StudentView | None
    round: int
    done: int
    total: int
    answers_shown: bool
    right: int | None
    missed: int | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is returned once an answer is kept; `feedback` is None until answers may be shown."""

    question: str
    number: int
    given: str
    feedback: Feedback | None


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that answering needs of one attempt, loaded in a unit of work."""

    row: AttemptRow
    publication: Publication
    quiz: StoredQuiz
    questions: tuple[Question, ...]
    rounds: Rounds
    ended: bool

    @property
    def shows(self) -> bool:
        """Whether right and wrong may be shown: at once, or when all are answered or it ended."""
        at_once = self.publication.terms.show_answers == "at_once"
        first = Rounds(self.rounds.order, self.rounds.answers)
        return at_once or self.ended or rounds.phase(first) == "ended"

    def question(self, id_: str) -> Question:
        """The question of this attempt. Raises RefusedError for any other."""
        found = next((q for q in self.questions if q.id == id_), None)
        if found is None:
            raise RefusedError(
                "not_asked", "this question is not part of the quiz; reload the page"
            )
        return found

    def article(self, question: Question) -> Article:
        """The article that a question is on."""
        return next(a for a in self.quiz.articles if a.id == question.evidence.article)


def desk(session: Session, token: str, *, lock: bool = False) -> Desk:
    """The desk of the student who holds the token; `lock` where something is to be written."""
    row = attempts.by_token(session, token, lock=lock)
    publication = publishing.load(session, row.publication)
    quiz = quizzes.load(session, publication.quiz, publication.revision)
    terms = publication.terms
    now = Order(row.seed, terms.shuffle_questions, terms.shuffle_options)
    questions = arranged(quiz.of_state("kept"), order_of(row.seed, now))
    query = select(AnswerRow).where(AnswerRow.attempt == row.id)
    rows = session.scalars(query.order_by(AnswerRow.number, AnswerRow.answered_at))
    given = [Given(a.question, a.number, counts(a)) for a in rows]
    if row.finished_at is not None:  # what was not reached is missed, and can be tried again
        reached = {g.question for g in given}
        given += [Given(q.id, 1, right=False) for q in questions if q.id not in reached]
    resumed = rounds.resumed([q.id for q in questions], given)
    return Desk(row, publication, quiz, questions, resumed, row.finished_at is not None)


def counts(row: AnswerRow) -> bool:
    """Whether an answer counts as right: judged so, or granted by the teacher."""
    return row.verdict != FOR_NOTHING or row.contest == "granted"


def situation(
    library: Library, token: str, *, again: bool = False, later: Sequence[str] = ()
) -> Situation:
    """Where the student is; with `again` at the beginning of the round on what was missed.

    `later` are questions that the student has put off to the end of the round.
    """
    with library.reading() as session:
        at = desk(session, token)
        now = rounds.again(at.rounds) if again and at.shows else at.rounds
        for question in later:
            now = rounds.put_off(now, question)
        return _situation(at, now)


def _situation(at: Desk, now: Rounds) -> Situation:
    done, total = rounds.progress(now)
    id_ = rounds.next_question(now)
    view = None
    if id_ is not None:
        question = at.question(id_)
        view = student_view(question, number=done + 1, total=total, seed=at.row.seed)
    right, missed = rounds.score(now)[0], len(rounds.missed(now))
    shown = (right, missed) if at.shows else (None, None)
    return Situation(at.row.id, view, now.round, done, total, at.shows, *shown)


def answer(
    library: Library, token: str, question: str, given: str, *, now: datetime, number: int = 1
) -> Receipt:
    """The receipt of an answer, which by then is kept for good.

    `number` is the round (`Situation.round`). An answer given again, as after a lost connection,
    returns the receipt of the first one and changes nothing. Raises RefusedError for a question
    that is not asked in this round, and when the quiz is closed.
    """
    with library.reading() as session:
        at = desk(session, token)
        asked = at.question(question)
        kept = session.get(AnswerRow, (at.row.id, question, number))
    if kept is None:
        _require_asked(at, question, number, now)
        judged = judge(asked, given, text=at.article(asked).text)
        new = AnswerRow(
            attempt=at.row.id, question=question, number=number, given=bounded(asked, given),
            verdict=judged.verdict, reason=judged.reason, score=judged.score, answered_at=now,
            contest="", contested_at=None, settled_at=None,
        )  # fmt: skip
        kept, ended_at = _keep(library, new, questions=len(at.questions))
        answers = (*at.rounds.answers, Given(question, number, counts(kept)))
        again = rounds.resumed(at.rounds.order, answers)
        at = replace(at, rounds=again, ended=at.ended or ended_at is not None)
    return Receipt(asked.id, kept.number, kept.given, _feedback(at, asked, kept))


def _require_asked(at: Desk, question: str, number: int, now: datetime) -> None:
    if at.publication.status(now) != "open":
        raise RefusedError("closed", "this quiz is closed; what you answered before is kept")
    going_on = rounds.again(at.rounds) if number == at.rounds.round + 1 else at.rounds
    if going_on.round != number or question not in rounds.open_questions(going_on):
        raise RefusedError("not_asked", "this question is not asked now; reload the page")
    if number > 1 and not at.shows:
        msg = "answer all questions first, then try again what was missed"
        raise RefusedError("not_asked", msg)


def _keep(library: Library, new: AnswerRow, *, questions: int) -> tuple[AnswerRow, datetime | None]:
    """The answer that is kept, an earlier one if there is, and when the attempt ended.

    As short as can be: while one writes, others wait.
    """
    with library.work() as session:
        attempt = session.get(AttemptRow, new.attempt, with_for_update=True)
        if attempt is None:
            raise missing("attempt", new.attempt)
        kept = session.get(AnswerRow, (new.attempt, new.question, new.number))
        if kept is None:
            session.add(new)
            session.flush()
            kept = new
        if attempt.finished_at is None and new.number == 1:
            first = select(func.count()).where(AnswerRow.attempt == new.attempt)
            if session.scalar(first.where(AnswerRow.number == 1)) == questions:
                attempt.finished_at = new.answered_at
        return kept, attempt.finished_at


def _feedback(at: Desk, asked: Question, kept: AnswerRow) -> Feedback | None:
    if not at.shows:
        return None
    granted = kept.contest == "granted"
    judged = Judgement("right", "your teacher agrees", 1.0)
    if not granted:
        judged = Judgement(_verdict(kept.verdict), kept.reason, kept.score)
    answered = {given.question for given in at.rounds.answers} | {asked.id}
    unasked = [each.evidence for each in at.questions if each.id not in answered]
    told = feedback(asked, at.article(asked), kept.given, judged, unasked)
    return replace(told, contest=kept.contest)


def _verdict(text: str) -> Verdict:
    return "right" if text == "right" else "nearly" if text == "nearly" else "wrong"


def review(library: Library, token: str, *, number: int = 1) -> tuple[Feedback, ...]:
    """What was answered in a round with its feedback, in order; empty until it may be shown."""
    with library.reading() as session:
        at = desk(session, token)
        query = select(AnswerRow).where(AnswerRow.attempt == at.row.id)
        found = {a.question: a for a in session.scalars(query.where(AnswerRow.number == number))}
        shown = (_feedback(at, q, found[q.id]) for q in at.questions if q.id in found)
        return tuple(each for each in shown if each is not None)


def article_of(library: Library, token: str, question: str) -> Article:
    """The article behind a question that the student has answered, to be read in full.

    Raises RefusedError before the answer may be shown: the key stands in the article.
    """
    with library.reading() as session:
        at = desk(session, token)
        asked = at.question(question)
        answered = session.get(AnswerRow, (at.row.id, question, 1)) is not None
        if not (answered and at.shows):
            raise RefusedError(
                "not_answered", "the article can be read once the question is answered"
            )
        return articles.load(session, asked.evidence.article)
