"""The teacher's pages in a test: a library of its own, and quizzes that need no model."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from classroom import CARS, QUIZ
from conftest import ARTICLE, WTO, question
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from quizgen import app
from quizgen.analysis.names import Name
from quizgen.app.making import RESERVE
from quizgen.app.marking import Because, Event, Mark, Marks
from quizgen.library import Library, answering, attempts, quizzes
from quizgen.library.publishing import Publication
from quizgen.news import NewsArticle, NewsName, NewsNames
from quizgen.question import Evidence
from quizgen.quiz import Candidates, Quiz, Refusal

SCRIPT = str(app.script_path())
NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
SPARE = question(
    "short_answer", id="q-spare", stem="What did Seoul refer to the WTO?", answer="curbs"
)
BAD = question("short_answer", id="q-bad", stem="What did it sell?", answer="cars")
SEOUL = ARTICLE.text.index("Seoul")
MARKS = Marks(
    (Mark(SEOUL, SEOUL + 5, "place", "Seoul: a place"),),
    (Event("2019-07-11", "Seoul <i>hit</i> back."),),
    (Because("the curbs", "a row"),),
)


def moved(asked: Any, article: Any) -> Any:
    """The question as one on another article."""
    return replace(asked, evidence=Evidence(article.id, 0, 5, article.text[:5]))


def fake_collect(analyses: Any) -> NewsNames:
    """The articles, each naming Lima."""
    lima = (NewsName(Name("Lima", "city")),)
    found = (analysis.article for analysis in analyses)
    return NewsNames(tuple(NewsArticle(each.id, each.published, lima) for each in found))


def fake_candidates(analysis: Any, *_: Any) -> Candidates:
    """Three sound questions and one refused, on whatever article; none where it says "nothing"."""
    article = analysis.article
    if "nothing" in article.text:
        return Candidates((), (), ())
    asked = (WTO, CARS, SPARE)
    refused = (Refusal(lambda: moved(BAD, article), "pronoun", "nobody knows who <it> is"),)
    return Candidates((), tuple(moved(each, article) for each in asked), refused)


def fake_make(analyses: Any, **given: Any) -> Quiz:
    """A quiz of two questions on the articles."""
    articles = tuple(analysis.article for analysis in analyses)
    found = fake_candidates(analyses[0]).questions[:2]
    name = given.get("title") or articles[0].title
    return replace(QUIZ, title=name, articles=articles, questions=found)


def stored(library: Library) -> str:
    """The id of a quiz with three questions to read, one in reserve and one refused."""
    return quizzes.add(library, QUIZ, now=NOW, refused=[(SPARE, RESERVE), (BAD, "unclear")])


def page(name: str, **query: str) -> AppTest:
    """A page of the app, opened by its address."""
    shown = AppTest.from_file(SCRIPT, default_timeout=30)
    for key, value in query.items():
        shown.query_params[key] = value
    shown._page_hash = "" if name == "library" else calc_hash(name)  # no public way to such pages
    shown.run()
    shown._page_hash = ""
    return sound(shown)


def sound(shown: AppTest) -> AppTest:
    """The page, on which nothing went wrong."""
    assert not shown.exception, [(e.message, e.stack_trace) for e in shown.exception]
    return shown


def press(shown: AppTest, key: str) -> AppTest:
    """The page after a click on the button of that key."""
    return sound(shown.button(key=key).click().run())


def texts(shown: AppTest) -> str:
    """Everything the page tells, in one text."""
    kinds = ("title", "header", "markdown", "caption", "html", "info", "warning", "error", "code")
    return "\n".join(
        str(getattr(found, "value", "") or getattr(found.proto, "body", ""))
        for kind in kinds
        for found in shown.get(kind)
    )


def answered(library: Library, publication: Publication, name: str, *given: str) -> None:
    """Let a student answer in the order in which the questions come to them."""
    ticket = attempts.join(library, publication.code, name, source=name, now=NOW)
    for text in given:
        view = answering.situation(library, ticket.token).question
        if view is not None:
            answering.answer(library, ticket.token, view.id, text, now=NOW)
