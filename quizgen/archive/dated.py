"""Dated: days named in a question, with the year that an article's own day gives them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from quizgen.analysis.times.calendar import MONTHS, day_of, year_of_day
from quizgen.article import Article
from quizgen.question import Question

MONTH = "|".join(MONTHS)
DAY = re.compile(rf"\b(?P<month>{MONTH}) (?P<day>[12]?\d|3[01])(?:, (?P<year>\d{{4}}))?(?![\d:–-])")
LATER = re.compile(r"(?:,| and| to| or| until)? (?:\d{1,2},? )?\d{4}")
"""What follows a day whose year stands further on ("May 3 and May 5, 2019")."""
MONTH_OF_YEAR = re.compile(rf"\b(?P<month>{MONTH}) (?P<year>\d{{4}})\b")
YEAR = re.compile(r"(?<![\d,.$])(?:19|20)\d\d(?![\d,.]*\d)")


def days_in(text: str, published: date | None) -> list[date]:
    """The days that a text names; of a month or year the last; without a year the nearest."""
    found = [day for match in DAY.finditer(text) if (day := _day(match, published)) is not None]
    months = ((int(m["year"]), MONTHS.index(m["month"]) + 1) for m in MONTH_OF_YEAR.finditer(text))
    found += [day_of(year, month, 31) for year, month in months]
    bare = MONTH_OF_YEAR.sub("", DAY.sub("", text))
    return found + [day_of(int(year), 12, 31) for year in YEAR.findall(bare)]


def _day(match: re.Match[str], published: date | None) -> date | None:
    month, day = MONTHS.index(match["month"]) + 1, int(match["day"])
    if match["year"]:
        return day_of(int(match["year"]), month, day)
    if published is None:
        return None
    return day_of(year_of_day(month, day, published, 0), month, day)


def with_years(question: Question, article: Article) -> Question:
    """The question with a year in each day that has none, as it is asked again months later.

    What stands in quotation marks stays, as does the id. A key without its year stays accepted.
    """
    published = article.published
    if published is None or question.type in {"matching", "ordering"}:
        return question

    def dated(text: str) -> str:
        return "".join(_parts(text, published))

    answer = dated(question.answer)
    accepted = question.accepted
    if answer != question.answer:
        accepted = tuple(dict.fromkeys((*accepted, question.answer)))
    options = None if question.options is None else tuple(map(dated, question.options))
    return replace(
        question, stem=dated(question.stem), answer=answer, accepted=accepted, options=options,
        spares=tuple(map(dated, question.spares)),
    )  # fmt: skip


def _parts(text: str, published: date) -> Iterator[str]:
    """The text in pieces, years put in outside quotation marks."""
    for number, part in enumerate(re.split(r"([\"“”])", text)):
        quoted = number % 4 == 2  # noqa: PLR2004 - text, mark, text, mark
        yield part if quoted else _spelt(part, published)


def _spelt(text: str, published: date) -> str:
    out, end = "", 0
    for match in DAY.finditer(text):
        day = _day(match, published)
        if day is None or match["year"] or LATER.match(text, match.end()):
            continue
        out += f"{text[end : match.end()]}, {day.year}"
        end = match.end()
    return out + text[end:]
