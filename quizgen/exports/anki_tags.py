"""Tags of Anki notes, by which students find and choose cards."""

import re

from quizgen.article import Article
from quizgen.question import Question
from quizgen.quiz import Quiz

WITHDRAWN = "quizgen::withdrawn"
LONGEST = 60  # characters of one level
NAMED = frozenset(
    (
        "person country city region state place continent province facility body company party "
        "organisation agency ministry department court university team group"
    ).split()
)
"""Kinds of answer that are names of somebody, of a place or of a body: topics of a question."""


def tags_of(quiz: Quiz, question: Question) -> tuple[str, ...]:
    """The tags of a question's note: what it is, and where, when and on whom it was written."""
    sources = articles_of(quiz, question)
    named = [
        ("type", question.type),
        ("kind", question.answer_kind),
        ("rule", question.rule),
        ("difficulty", question.difficulty),
        *(("source", article.source) for article in sources),
        *(("date", str(article.published or "")) for article in sources),
        *(("topic", topic) for topic in _topics(question)),
    ]
    told = {f"{key}::{_tag(value)}" for key, value in named if _tag(value)}
    return tuple(sorted({"quizgen", *told}))


def articles_of(quiz: Quiz, question: Question) -> tuple[Article, ...]:
    """The articles that a question's sentences stand in, in the order of the quiz."""
    ids = {evidence.article for evidence in (question.evidence, *question.further)}
    return tuple(article for article in quiz.articles if article.id in ids)


def _topics(question: Question) -> tuple[str, ...]:
    """The people, places and bodies asked for."""
    if question.type == "matching":
        return tuple(pair[0] for pair in question.pairs)
    return (question.answer,) if question.answer_kind in NAMED else ()


def _tag(value: str) -> str:
    """The text as one level of a tag: no spaces, and nothing that Anki reads in a tag."""
    flat = re.sub(r"[\s:\"*\\\x00-\x1f\x7f\ud800-\udfff]+", "_", value.strip())
    return flat[:LONGEST].strip("_")
