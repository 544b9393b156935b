"""Revisions: every edit makes one, all can be returned to; undo and redo move between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from quizgen.library import bodies
from quizgen.library.bodies import Entry
from quizgen.library.library import Library
from quizgen.library.refusals import missing
from quizgen.library.tables import ArticleRow, HeadRow, QuestionRow, RevisionRow
from quizgen.practice.folding import words_of
from quizgen.question import Question


@dataclass(frozen=True, slots=True)
class Revision:
    """A state that a quiz was in: what had been done, when, and whether it stands there now."""

    id: str
    number: int
    made_at: datetime
    note: str
    current: bool


def head(session: Session, quiz: str, *, lock: bool = False) -> RevisionRow:
    """The revision at which a quiz stands. Raises RefusedError when there is no such quiz.

    With `lock` other edits of the quiz wait (in SQLite, writers always do).
    """
    if lock:
        session.get(HeadRow, quiz, with_for_update=True)
    query = select(RevisionRow).join(HeadRow, HeadRow.revision == RevisionRow.id)
    found = session.scalars(query.where(HeadRow.quiz == quiz)).first()
    if found is None:
        raise missing("quiz", quiz)
    return found


def commit(
    session: Session,
    quiz: str,
    title: str,
    entries: Sequence[Entry],
    *,
    note: str,
    now: datetime,
    parent: RevisionRow | None = None,
) -> str:
    """The id of the new revision, at which the quiz stands now."""
    query = select(func.max(RevisionRow.number)).where(RevisionRow.quiz == quiz)
    number = (session.scalar(query) or 0) + 1
    above = parent.id if parent is not None else None
    listed = [list(entry) for entry in entries]
    basis = [quiz, number, above, now.isoformat(), note, title, listed]
    row = RevisionRow(
        id="r-" + bodies.digest_of(basis), quiz=quiz, number=number, parent=above, made_at=now,
        note=note, title=title, entries=listed,
    )  # fmt: skip
    session.add(row)
    session.flush()
    stand_at(session, row, now)
    return row.id


def stand_at(session: Session, row: RevisionRow, now: datetime) -> None:
    """Let a quiz stand at a revision, and bring the question bank to it."""
    standing = session.get(HeadRow, row.quiz)
    if standing is None:
        session.add(HeadRow(quiz=row.quiz, revision=row.id, changed_at=now))
    else:
        standing.revision, standing.changed_at = row.id, now
    session.flush()
    index(session, row)


def index(session: Session, row: RevisionRow) -> None:
    """Renew what the question bank holds of a quiz."""
    session.execute(delete(QuestionRow).where(QuestionRow.quiz == row.quiz))
    found = bodies.load(session, row.quiz, (entry[1] for entry in row.entries))
    sources = _sources(session, found.values())
    for place, (id_, digest, state, reason) in enumerate(row.entries):
        question = found[digest]
        source = sources.get(question.evidence.article)
        session.add(
            QuestionRow(
                quiz=row.quiz, id=id_, place=place, state=state, reason=reason, digest=digest,
                article=question.evidence.article, kind=question.type,
                answer_kind=question.answer_kind, difficulty=question.difficulty,
                published=source.published if source else None,
                words=_words(question), topic=_folded(source.title if source else "", row.title),
            )
        )  # fmt: skip
    session.flush()


def _sources(session: Session, questions: Iterable[Question]) -> dict[str, ArticleRow]:
    wanted = ArticleRow.id.in_({question.evidence.article for question in questions})
    return {row.id: row for row in session.scalars(select(ArticleRow).where(wanted))}


def _words(question: Question) -> str:
    texts = (question.context, question.stem, question.answer, *question.accepted)
    parts = (*(text for pair in question.pairs for text in pair), *question.items)
    sentences = (question.evidence.text, *(evidence.text for evidence in question.further))
    return _folded(*texts, *(question.options or ()), *parts, *sentences)


def _folded(*texts: str) -> str:
    return " ".join(" ".join(words_of(text)) for text in texts)


def history(library: Library, quiz: str) -> tuple[Revision, ...]:
    """All revisions of a quiz, the newest first."""
    with library.reading() as session:
        current = head(session, quiz).id
        query = select(RevisionRow).where(RevisionRow.quiz == quiz)
        rows = session.scalars(query.order_by(RevisionRow.number.desc(), RevisionRow.id))
        return tuple(Revision(r.id, r.number, r.made_at, r.note, r.id == current) for r in rows)


def undo(library: Library, quiz: str, *, now: datetime) -> str | None:
    """What was undone, in the words of its note, or None when there is nothing to undo."""
    with library.work() as session:
        current = head(session, quiz, lock=True)
        before = session.get(RevisionRow, current.parent) if current.parent else None
        if before is None:
            return None
        stand_at(session, before, now)
        return current.note


def redo(library: Library, quiz: str, *, now: datetime) -> str | None:
    """What was done again, or None when nothing was undone; of several, the newest."""
    with library.work() as session:
        current = head(session, quiz, lock=True)
        query = select(RevisionRow).where(RevisionRow.parent == current.id)
        after = session.scalars(query.order_by(RevisionRow.number.desc())).first()
        if after is None:
            return None
        stand_at(session, after, now)
        return after.note


def return_to(library: Library, quiz: str, revision: str, *, now: datetime) -> None:
    """Let the quiz stand as it stood at a revision; this is an edit, and can be undone as one."""
    with library.work() as session:
        row = session.get(RevisionRow, revision)
        if row is None or row.quiz != quiz:
            raise missing("revision", revision)
        entries = bodies.entries(row.entries)
        note = f"returned to revision {row.number}"
        current = head(session, quiz, lock=True)
        commit(session, quiz, row.title, entries, note=note, now=now, parent=current)
