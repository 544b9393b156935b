"""Anki decks: one for a quiz, in it one for each article or, over several weeks, each week."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from quizgen.article import Article
from quizgen.exports.anki_tags import articles_of
from quizgen.question import Question
from quizgen.quiz import Quiz

LONGEST = 100  # characters of one level; longer names are cut off in Anki's list of decks


def deck_of(quiz: Quiz, question: Question, own: str) -> str:
    """The deck of a question's card, in the quiz's `own` one.

    A question on several articles (or weeks) is in the quiz's own deck itself.
    """
    parts = _parts(quiz, articles_of(quiz, question))
    return "::".join([own, *(parts if len(parts) == 1 else [])])


def _parts(quiz: Quiz, articles: Iterable[Article]) -> set[str]:
    """The names of the decks within the quiz's own that these articles belong to."""
    if not quiz.articles[1:]:
        return set()
    several = len({_monday(article) for article in quiz.articles} - {None}) > 1
    return {_week(article) if several else _dated(article) for article in articles} - {""}


def _week(article: Article) -> str:
    monday = _monday(article)
    return f"Week of {monday}" if monday else ""


def _dated(article: Article) -> str:
    """The article's date and title: decks stand in the order of their names."""
    day = str(article.published or "")
    return deck_name(" ".join(filter(None, (day, article.title or article.source or "Article"))))


def _monday(article: Article) -> date | None:
    day = article.published
    return day and day - timedelta(days=day.weekday())


def deck_name(title: str) -> str:
    """The title as one level of a deck's name.

    "::" would make a deck within a deck; a number alone means a deck's id in a text file.
    """
    flat = " ".join(re.sub(r"[\x00-\x1f\x7f\"\ud800-\udfff]", " ", title).split())
    name = re.sub(r":{2,}", ":", flat)[:LONGEST].strip(" :") or "News quiz"
    return f"Quiz {name}" if re.fullmatch(r"[+-]?\d+", name) else name
