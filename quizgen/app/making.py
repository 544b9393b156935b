"""Making a quiz for the library; knows nothing of Streamlit.

Everything that was written is kept: the chosen questions as offered, further sound ones in
reserve, and the refused ones with their reasons.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.resources import files

from quizgen import quiz as quizzes_made
from quizgen.analysis.pipeline import Analysis
from quizgen.article import Article
from quizgen.ingest.sources import article_text, headline, require_usable
from quizgen.library import Library, articles, quizzes
from quizgen.question import Difficulty, Question
from quizgen.quiz import Quiz, Settings
from quizgen.rules.loading import Rule, load_rules

RESERVE = "sound, but others were chosen first"
"""The reason why a sound question is not offered; such ones are given on demand."""
POOL = 3  # times as many questions are made as are wanted when one difficulty is preferred

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


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads articles: the analysis of one, and the name of the model that makes it."""

    analyse: Callable[[Article], Analysis]
    model: str


def sample() -> str:
    """The text of the sample article."""
    return files("quizgen.data").joinpath("sample_article.txt").read_text("utf-8")


def uploaded(data: bytes, name: str) -> Given:
    """The article of an uploaded text file; raises InputError when it can't be used."""
    text = article_text(data, name)
    return Given(text, headline(text), source="")


def article_of(given: Given) -> Article:
    """The article, titled by its first line if need be; raises InputError for an unusable one."""
    text = re.sub(r"\r\n?", "\n", given.text)
    require_usable(text, "The article")
    title = " ".join(given.title.split()) or headline(text)
    return Article(text, title, given.published, given.url.strip(), given.source.strip())


def take_in(library: Library, given: Given, *, now: datetime) -> Article:
    """The article as it is now in the library, described as given."""
    article = article_of(given)
    with library.work():
        id_ = articles.add(library, article, now=now)
        return articles.correct(
            library, id_, title=article.title, published=article.published, source=article.source,
            url=article.url,
        )  # fmt: skip


def make(
    library: Library,
    chosen: Sequence[Article],
    reader: Reader,
    settings: Settings,
    *,
    now: datetime,
    title: str = "",
    difficulty: Difficulty | None = None,
    tell: Tell = lambda _done, _words: None,
) -> str:
    """The id of the new quiz on the articles, which the library holds from now on."""
    rules = load_rules()
    analyses = list(_read(chosen, reader, tell))
    tell(0.6, "Writing questions and checking each one")
    pool = _pool(analyses, rules, settings)
    tell(0.8, "Choosing the best")
    more = settings.count * POOL if settings.count and difficulty else settings.count
    wide = replace(settings, count=more)
    made = quizzes_made.make(analyses, rules=rules, settings=wide, model=reader.model, title=title)
    quiz = replace(made, settings=settings, questions=preferring(made, settings.count, difficulty))
    tell(0.95, "Putting the quiz into your library")
    return quizzes.add(library, quiz, now=now, refused=list(_others(quiz, pool)))


def _read(chosen: Sequence[Article], reader: Reader, tell: Tell) -> Iterable[Analysis]:
    for number, article in enumerate(chosen):
        tell(0.6 * number / len(chosen), f"Reading {article.title or 'the article'}")
        yield reader.analyse(article)


def _pool(
    analyses: Iterable[Analysis], rules: tuple[Rule, ...], settings: Settings
) -> list[quizzes_made.Candidates]:
    every = replace(settings, count=None)
    return [quizzes_made.candidates(analysis, rules, every) for analysis in analyses]


def preferring(
    quiz: Quiz, count: int | None, difficulty: Difficulty | None
) -> tuple[Question, ...]:
    """At most `count` questions of the quiz, those of the difficulty before others."""
    asked = quiz.questions
    ordered = sorted(asked, key=lambda q: q.difficulty != difficulty) if difficulty else asked
    return tuple(ordered[:count])


def _others(quiz: Quiz, pool: Iterable[quizzes_made.Candidates]) -> Iterable[tuple[Question, str]]:
    """The questions not chosen, and those refused with the reason."""
    chosen = {question.id for question in quiz.questions}
    for found in pool:
        yield from ((q, RESERVE) for q in found.questions if q.id not in chosen)
    for found in pool:
        yield from ((refusal.question, refusal.reason) for refusal in found.refusals)
