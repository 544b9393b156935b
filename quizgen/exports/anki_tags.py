"""Tags of Anki notes, by which students find and choose cards."""

import re

from quizgen import gazetteer
from quizgen.article import Article
from quizgen.question import Question
from quizgen.quiz import Quiz

WITHDRAWN = "quizgen::withdrawn"
LONGEST = 60  # characters of one level
LONGEST_NAME = 5  # words of a country's name
WORD = re.compile(r"(?:\w\.){2,}|\w[\w'’-]*|[^\w\s]")
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
    """The people, places and bodies asked for, and the countries that the question names."""
    named = countries_in(question.stem)
    if question.type == "matching":
        return (*named, *(pair[0] for pair in question.pairs))
    return (*named, question.answer) if question.answer_kind in NAMED else named


def countries_in(text: str) -> tuple[str, ...]:
    """The countries named in a text, by their usual names, each once in their order.

    What stands within a longer name ("Michael Jordan", "Georgia Tech") is no country.
    """
    found: dict[str, None] = {}
    tokens = WORD.findall(text)
    at = 0
    while at < len(tokens):
        size, name = _country(tokens[at : at + LONGEST_NAME])
        around = (*tokens[max(1, at - 1) : at], *tokens[at + size : at + size + 1])
        if name and not any(token[0].isupper() for token in around):
            found[name] = None
        at += size
    return tuple(found)


def _country(tokens: list[str]) -> tuple[int, str]:
    """How many of the tokens make up the country that they begin with, and its name; else 1."""
    for size in range(len(tokens), 0, -1):
        known = gazetteer.lookup(" ".join(tokens[:size]).replace("’", "'"))
        if known is not None and known.kind == "country":
            return size, known.name
    return 1, ""


def _tag(value: str) -> str:
    """The text as one level of a tag: no spaces, and nothing that Anki reads in a tag."""
    flat = re.sub(r"[\s:\"*\\\x00-\x1f\x7f\ud800-\udfff]+", "_", value.strip())
    return flat[:LONGEST].strip("_")
