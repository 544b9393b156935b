"""Evidence: the sentence a question came from, with the key marked in it."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from quizgen.article import Article
from quizgen.question import Question
from quizgen.quiz import Quiz

UNDATED = date(2020, 1, 1)  # stands in for the day of publication; only has to stay the same


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence in three parts, the key in the middle; all of it in `before` if not found."""

    before: str
    key: str = ""
    after: str = ""


def marked(question: Question) -> Marked:
    """The evidence with the first whole-word occurrence of the answer, or of an accepted one."""
    text = question.evidence.text
    for answer in (question.answer, *question.accepted):
        found = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text, re.IGNORECASE)
        if answer and found:
            return Marked(text[: found.start()], found.group(), text[found.end() :])
    return Marked(text)


def article_of(quiz: Quiz, question: Question) -> Article:
    """The article that a question's evidence stands in."""
    return next(found for found in quiz.articles if found.id == question.evidence.article)


def date_line(article: Article) -> str:
    """The day of publication as "11 July 2019", or ""."""
    day = article.published
    return f"{day.day} {day:%B %Y}" if day else ""


def safe_url(article: Article) -> str:
    """The article's address if it is one that a browser may follow, else ""."""
    return article.url if re.match(r"https?://[^\s\"<>]+$", article.url) else ""


def credit(article: Article) -> tuple[str, ...]:
    """Who is to be named beside a title: day, source, author and licence, those that are known."""
    told = (date_line(article), article.source, article.byline, article.licence)
    return tuple(" ".join(part.split()) for part in told if part.strip())


def noon(quiz: Quiz) -> datetime:
    """Noon (UTC) of the day on which the latest article appeared: what dates files without a clock.

    Of a quiz without such a day some other, always the same.
    """
    days = [article.published for article in quiz.articles if article.published]
    day = max(days, default=UNDATED)
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
