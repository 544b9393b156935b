"""Collecting: questions of the bank put together into a new quiz, or into one that is there."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from quizgen.errors import InputError
from quizgen.library import articles, bank, editing, quizzes
from quizgen.library.library import Library
from quizgen.question import Question
from quizgen.quiz import Quiz, Settings

MOST = 100  # questions put into a quiz at once


def into_new(library: Library, title: str, questions: Sequence[str], *, now: datetime) -> str:
    """The id of a new quiz of these questions of the bank, all kept, in this order."""
    with library.work():
        found = _found(library, questions)
        named = dict.fromkeys(id_ for question in found for id_ in _articles(question))
        used = tuple(articles.get(library, id_) for id_ in named)
        basis = "\x1f".join((title, *(question.id for question in found)))
        made = Quiz(
            "quiz-" + sha256(basis.encode()).hexdigest()[:12], title, used, tuple(found),
            settings=Settings(count=len(found)),
        )  # fmt: skip
        return quizzes.add(library, made, now=now, state="kept")


def into(library: Library, quiz: str, questions: Sequence[str], *, now: datetime) -> int:
    """How many of these questions the quiz now holds more, kept, at its end, by one revision."""
    with library.work():
        before = {q.id for q in quizzes.get(library, quiz).of_state("kept")}
        found = _found(library, questions)
        after = editing.add_questions(library, quiz, found, state="kept", now=now)
        return len({question.id for question in after.of_state("kept")} - before)


def _found(library: Library, questions: Sequence[str]) -> list[Question]:
    if not 0 < len(questions) <= MOST:
        msg = f"{len(questions)} questions are chosen; choose 1 to {MOST}"
        raise InputError(msg)
    found = [hit.question for hit in bank.chosen(library, questions)]
    if not found:
        msg = "these questions are no longer in the library; search again"
        raise InputError(msg)
    return found


def _articles(question: Question) -> list[str]:
    return [evidence.article for evidence in (question.evidence, *question.further)]
