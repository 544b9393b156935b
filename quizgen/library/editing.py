"""Editing: what a teacher does to a quiz in review; each function makes one revision.

An edit that changes nothing makes none.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizgen.errors import InputError
from quizgen.library import articles, bodies, quizzes, revisions
from quizgen.library.bodies import Entry
from quizgen.library.library import Library
from quizgen.library.quizzes import StoredQuiz
from quizgen.library.refusals import missing
from quizgen.library.tables import QuizArticleRow, State
from quizgen.practice.judging import MAX_PARTED, PARTED, PLACED
from quizgen.question import Question

VERBS: dict[State, str] = {
    "kept": "kept", "rejected": "rejected", "offered": "taken back", "refused": "refused",
}  # fmt: skip

FEWEST_PARTS = 2  # pairs or items

Change = Callable[[list[Entry]], list[Entry]]


def set_state(
    library: Library, quiz: str, questions: Sequence[str], state: State, *, now: datetime
) -> StoredQuiz:
    """The quiz with these questions kept, rejected, or offered again."""
    wanted = set(questions)

    def change(entries: list[Entry]) -> list[Entry]:
        _require(entries, *questions)
        return [(id_, d, state if id_ in wanted else s, r) for id_, d, s, r in entries]

    number = "1 question" if len(wanted) == 1 else f"{len(wanted)} questions"
    return _changed(library, quiz, change, note=f"{number} {VERBS[state]}", now=now)


def edit(library: Library, quiz: str, question: Question, *, now: datetime) -> StoredQuiz:
    """The quiz with the question of that id as given; raises InputError for one without an answer.

    The key of a multiple-choice question must be one of its options.
    """
    _require_whole(question)
    with library.work() as session:
        digest = bodies.keep(session, quiz, question)

        def change(entries: list[Entry]) -> list[Entry]:
            _require(entries, question.id)
            return [(i, digest if i == question.id else d, s, r) for i, d, s, r in entries]

        return _changed(library, quiz, change, note="a question edited", now=now)


def _require_whole(question: Question) -> None:
    if not question.stem.strip() or not (question.answer or question.pairs or question.items):
        msg = "a question needs its words and its answer; fill in both"
        raise InputError(msg)
    _require_parts(question)
    if question.options is not None and question.answer not in question.options:
        msg = f"the right answer {question.answer!r} is not among the options; add it or pick one"
        raise InputError(msg)


def _require_parts(question: Question) -> None:
    """Raise InputError for pairs or items that nobody could put in their place."""
    places = [left for left, _ in question.pairs] or list(question.items)
    if not all(left and right for left, right in question.pairs):
        msg = "a pair lacks one of its sides; fill in both, or empty both"
        raise InputError(msg)
    if question.type in PLACED and len(places) < FEWEST_PARTS:
        msg = f"this question needs at least {FEWEST_PARTS} rows; fill them in"
        raise InputError(msg)
    if len(set(places)) < len(places):
        msg = "two rows say the same; make them differ"
        raise InputError(msg)
    if len(PARTED.join(_places(question))) > MAX_PARTED:
        msg = f"the rows are longer than {MAX_PARTED} characters together; shorten them"
        raise InputError(msg)


def _places(question: Question) -> list[str]:
    return [right for _, right in question.pairs] or list(question.items)


def swap_option(
    library: Library, quiz: str, question: str, wrong: str, other: str = "", *, now: datetime
) -> StoredQuiz:
    """The quiz with one wrong answer replaced, by default by the best spare.

    The one replaced becomes the last spare, so that swapping goes round. Raises InputError when
    `wrong` is no wrong answer of the question or no other is left.
    """
    with library.work():
        found = _question(quizzes.get(library, quiz), question)
        options = found.options or ()
        if wrong not in options or wrong == found.answer:
            msg = f"{wrong!r} is no wrong answer of this question; pick one of them"
            raise InputError(msg)
        chosen = other or next(iter(found.spares), "")
        if not chosen or chosen in options:
            msg = "there is no other wrong answer left for this question; write one"
            raise InputError(msg)
        spares = (*(spare for spare in found.spares if spare != chosen), wrong)
        swapped = tuple(chosen if option == wrong else option for option in options)
        return edit(library, quiz, replace(found, options=swapped, spares=spares), now=now)


def add_question(
    library: Library,
    quiz: str,
    question: Question,
    *,
    now: datetime,
    after: str = "",
    state: State = "offered",
) -> StoredQuiz:
    """The quiz with one more question, behind `after` or at the end.

    One that it holds already, refused or rejected, is taken back in this state instead, in the
    words it has there. Its article must be in the library; the quiz then asks about that one, too.
    """
    with library.work() as session:
        entry = _brought(session, quiz, question, state)
        note = "a question added" if entry[1] else f"1 question {VERBS[state]}"
        return _changed(library, quiz, lambda e: _placed(e, entry, after), note=note, now=now)


def add_questions(
    library: Library, quiz: str, questions: Sequence[Question], *, now: datetime, state: State
) -> StoredQuiz:
    """The quiz with these questions at its end, by one revision; known ones as `add_question`."""
    with library.work() as session:
        brought = [_brought(session, quiz, question, state) for question in questions]

        def change(entries: list[Entry]) -> list[Entry]:
            for entry in brought:
                entries = _placed(entries, entry, "")
            return entries

        number = "a question" if len(brought) == 1 else f"{len(brought)} questions"
        return _changed(library, quiz, change, note=f"{number} added", now=now)


def _brought(session: Session, quiz: str, question: Question, state: State) -> Entry:
    """The entry of a question that comes to a quiz; without a digest when the quiz knows it."""
    held = quizzes.load(session, quiz)
    if any(stored.question.id == question.id for stored in held.questions):
        return (question.id, "", state, "")
    for evidence in (question.evidence, *question.further):
        _link(session, quiz, evidence.article)
    return (question.id, bodies.keep(session, quiz, question), state, "")


def _placed(entries: list[Entry], new: Entry, after: str) -> list[Entry]:
    """The entries with a new one behind `after`; one that is there already keeps its words.

    Without `after`, a new one comes last and a known one stays in its place.
    """
    id_, digest, state, reason = new
    before = next((entry for entry in entries if entry[0] == id_), None)
    if before is not None:
        digest, reason = before[1], before[3]
        if not after:
            return [(i, d, state if i == id_ else s, r) for i, d, s, r in entries]
    others = [entry for entry in entries if entry[0] != id_]
    ids = [entry[0] for entry in others]
    place = ids.index(after) + 1 if after in ids else len(others)
    return [*others[:place], (id_, digest, state, reason), *others[place:]]


def _link(session: Session, quiz: str, article: str) -> None:
    """Let the quiz ask about an article of the library. Raises RefusedError when there is none."""
    if session.get(QuizArticleRow, (quiz, article)) is None:
        articles.load(session, article)
        held = select(func.count()).where(QuizArticleRow.quiz == quiz)
        place = session.scalar(held) or 0
        session.add(QuizArticleRow(quiz=quiz, article=article, place=place))
        session.flush()


def reorder(library: Library, quiz: str, order: Sequence[str], *, now: datetime) -> StoredQuiz:
    """The quiz with its questions in this order; those not named follow in theirs."""

    def change(entries: list[Entry]) -> list[Entry]:
        _require(entries, *order)
        places = {id_: place for place, id_ in enumerate(order)}
        return sorted(entries, key=lambda entry: places.get(entry[0], len(places)))

    return _changed(library, quiz, change, note="questions reordered", now=now)


def rename(library: Library, quiz: str, title: str, *, now: datetime) -> StoredQuiz:
    """The quiz under another title."""
    return _changed(library, quiz, lambda found: found, note="renamed", now=now, title=title)


def _changed(
    library: Library, quiz: str, change: Change, *, note: str, now: datetime, title: str = ""
) -> StoredQuiz:
    with library.work() as session:
        current = revisions.head(session, quiz, lock=True)
        before = bodies.entries(current.entries)
        after, named = change(before), title or current.title
        if after != before or named != current.title:
            revisions.commit(session, quiz, named, after, note=note, now=now, parent=current)
        return quizzes.load(session, quiz)


def _require(entries: Sequence[Entry], *questions: str) -> None:
    known = {entry[0] for entry in entries}
    for question in questions:
        if question not in known:
            raise missing("question", question)


def _question(held: StoredQuiz, question: str) -> Question:
    found = (s.question for s in held.questions if s.question.id == question)
    chosen = next(found, None)
    if chosen is None:
        raise missing("question", question)
    return chosen
