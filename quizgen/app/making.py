"""Making a quiz for the library; knows nothing of Streamlit.

Everything that was written is kept: the chosen questions as offered, further sound ones in
reserve, and the refused ones with their reasons.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.resources import files
from itertools import islice

from quizgen import news
from quizgen import quiz as quizzes_made
from quizgen.analysis.pipeline import Analysis
from quizgen.archive import week
from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.ingest import read_data
from quizgen.ingest.cleaning import headline, require_usable
from quizgen.library import Library, article_names, articles, quizzes
from quizgen.question import Question
from quizgen.quiz import Quiz, Settings
from quizgen.rules.loading import Rule, load_rules

RESERVE = "sound, but others were chosen first"
"""The reason why a sound question is not offered; such ones are given on demand."""
MOST = 200  # articles of an uploaded file that a teacher may choose from
AT_ONCE = 5  # articles of the library read for their names while a quiz is made

Tell = Callable[[float, str], None]
"""Takes how much is done, in 0..1, and what is being done."""


@dataclass(frozen=True, slots=True)
class Given:
    """An article as a teacher gives it; empty parts are read from the text."""

    text: str
    title: str = ""
    published: date | None = None
    source: str = ""
    url: str = ""
    byline: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads articles: the analysis of one, and the name of the model that makes it."""

    analyse: Callable[[Article], Analysis]
    model: str


def sample() -> str:
    """The text of the sample article."""
    return files("quizgen.data").joinpath("sample_article.txt").read_text("utf-8")


def uploaded(data: bytes, name: str) -> list[Given]:
    """The articles of an uploaded file: one, or several of a feed, a book or an archive.

    At most `MOST` of them. Raises InputError when there are none that can be used.
    """
    found = list(islice(read_data(data, name), MOST))
    given = [_described(each, name) for each in found if isinstance(each, Article)]
    if not given:
        raise InputError(str(found[0]))
    return given


def _described(article: Article, name: str) -> Given:
    """The article with its parts; its file's name is not told as its source."""
    source = "" if article.source == name else article.source
    return Given(
        article.text, article.title, article.published, source, article.url, article.byline,
        article.licence,
    )  # fmt: skip


def article_of(given: Given) -> Article:
    """The article, titled by its first line if need be; raises InputError for an unusable one."""
    text = re.sub(r"\r\n?", "\n", given.text)
    require_usable(text, "The article")
    title = " ".join(given.title.split()) or headline(text)
    return Article(
        text, title, given.published, given.url.strip(), given.source.strip(),
        given.byline.strip(), given.licence.strip(),
    )  # fmt: skip


def take_in(library: Library, given: Given, *, now: datetime) -> Article:
    """The article as it is now in the library, described as given."""
    article = article_of(given)
    with library.work():
        id_ = articles.add(library, article, now=now)
        return articles.correct(
            library, id_, title=article.title, published=article.published, source=article.source,
            url=article.url, byline=article.byline, licence=article.licence,
        )  # fmt: skip


def make(
    library: Library,
    chosen: Sequence[Article],
    reader: Reader,
    settings: Settings,
    *,
    now: datetime,
    title: str = "",
    tell: Tell = lambda _done, _words: None,
) -> str:
    """The id of the new quiz on the articles, which the library holds from now on.

    Names of the library's other articles serve as wrong answers.
    """
    rules = load_rules()
    analyses = list(_read(chosen, reader, tell))
    others = _names(library, analyses, reader, tell)
    pool = list(_pool(analyses, rules, settings, others, tell))
    tell(0.85, "Choosing the best")
    if len(analyses) > 1:
        quiz = week.chosen(
            analyses, pool, rules=rules, settings=settings, model=reader.model, title=title
        )
    else:
        quiz = quizzes_made.make(
            analyses, rules=rules, settings=settings, model=reader.model, title=title, news=others
        )
    tell(0.95, "Putting the quiz into your library")
    return quizzes.add(library, quiz, now=now, refused=list(_others(quiz, pool)))


def _read(chosen: Sequence[Article], reader: Reader, tell: Tell) -> Iterable[Analysis]:
    for number, article in enumerate(chosen):
        tell(0.5 * number / len(chosen), f"Reading {_which(chosen, number)}")
        yield reader.analyse(article)


def _which(chosen: Sequence[Article], number: int) -> str:
    """The title of an article and, of several, which one it is."""
    title = chosen[number].title or "the article"
    return title if len(chosen) == 1 else f"{title} ({number + 1} of {len(chosen)})"


def _names(
    library: Library, analyses: Sequence[Analysis], reader: Reader, tell: Tell
) -> news.NewsNames:
    """The names that the library's articles tell; a few not read before are read now."""
    article_names.keep(library, news.collect(analyses))
    day = next((each.article.published for each in analyses if each.article.published), None)
    for id_ in article_names.unread(library, day, limit=AT_ONCE):
        article = articles.get(library, id_)
        tell(0.5, f"Looking for names in {article.title or 'another article'}")
        article_names.keep(library, news.collect([reader.analyse(article)]))
    return article_names.near(library, day)


def _pool(
    analyses: Sequence[Analysis],
    rules: tuple[Rule, ...],
    settings: Settings,
    others: news.NewsNames,
    tell: Tell,
) -> Iterable[quizzes_made.Candidates]:
    """All that becomes of each article, whatever the number of questions wanted."""
    every, chosen = replace(settings, count=None), [analysis.article for analysis in analyses]
    for number, analysis in enumerate(analyses):
        done = 0.6 + 0.25 * number / len(analyses)
        tell(done, f"Writing questions and checking each one: {_which(chosen, number)}")
        yield quizzes_made.candidates(analysis, rules, every, others)


def _others(quiz: Quiz, pool: Iterable[quizzes_made.Candidates]) -> Iterable[tuple[Question, str]]:
    """The questions not chosen, and those refused with the reason."""
    chosen = {question.id for question in quiz.questions}
    for found in pool:
        yield from ((q, RESERVE) for q in found.questions if q.id not in chosen)
    for found in pool:
        yield from ((refusal.question, refusal.reason) for refusal in found.refusals)
