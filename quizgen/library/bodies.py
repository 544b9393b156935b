"""Bodies: questions as the quiz contract writes them, by the digest of what they hold."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizgen.contract import question_dict, question_of
from quizgen.documents import QuestionDocument
from quizgen.library.columns import storable
from quizgen.library.tables import State, VersionRow
from quizgen.question import Question

Entry = tuple[str, str, State, str]
"""Of a revision: question id, digest of its body, state, reason."""


def keep(session: Session, quiz: str, question: Question) -> str:
    """The digest of the question's body, which is now kept."""
    told = question_dict(question)
    told.pop("reading_level")  # follows from the stem
    body = json.loads(storable(json.dumps(told, ensure_ascii=False)))
    digest = digest_of(body)
    if session.get(VersionRow, (quiz, digest)) is None:
        session.add(VersionRow(quiz=quiz, digest=digest, body=body))
        session.flush()
    return digest


def digest_of(content: Any) -> str:  # noqa: ANN401 - anything that JSON can hold
    """A hash of JSON content."""
    text = json.dumps(content, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:32]


def load(session: Session, quiz: str, digests: Iterable[str]) -> dict[str, Question]:
    """The questions by digest."""
    wanted = VersionRow.digest.in_(set(digests))
    found = session.scalars(select(VersionRow).where(VersionRow.quiz == quiz, wanted))
    return {row.digest: question(row.body) for row in found}


def question(body: dict[str, Any]) -> Question:
    """The question of a body."""
    return question_of(QuestionDocument.model_validate(body))


def entries(kept: Iterable[Any]) -> list[Entry]:
    """The entries of a revision as JSON has kept them."""
    return [(id_, digest, state, reason) for id_, digest, state, reason in kept]
