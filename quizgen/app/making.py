"""Making a quiz for the library; knows nothing of Streamlit.

Everything that was written is kept: the chosen questions as offered, further sound ones in
reserve, and the refused ones with their reasons.
"""

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
from quizgen.ingest import Failure, read_all, read_data
from quizgen.ingest.cleaning import Received, received
from quizgen.ingest.reading import Reading
from quizgen.ingest.sources import Fetch
from quizgen.library import Library, article_names, articles, quizzes
from quizgen.library.news_bank import NewsBank
from quizgen.question import Question
from quizgen.quiz import Quiz, Settings
from quizgen.rules.loading import Rule, load_rules

RESERVE = "sound, but others were chosen first"
"""The reason why a sound question is not offered; such ones are given on demand."""
MOST = 200  # articles of an uploaded file that a teacher may choose from
NAME = "The article"
DESCRIBED = ("title", "published", "source", "byline", "licence")
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
    note: str = ""  # what dated it and what was taken out

    @property
    def to_fetch(self) -> bool:
        """Whether a feed tells of it alone: its text stands at its address."""
        return bool(self.url) and not self.text


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads articles: the analysis of one, and the name of the model that makes it."""

    analyse: Callable[[Article], Analysis]
    model: str


def sample() -> str:
    """The text of the sample article."""
    return files("quizgen.data").joinpath("sample_article.txt").read_text("utf-8")


def uploaded(data: bytes, name: str, *, network: bool = False) -> list[Given]:
    """The articles of an uploaded file: one, or several of a feed, a book or an archive.

    At most `MOST` of them; where the network is allowed also those to be fetched, of which a feed
    has only a summary. Raises InputError when there are none that can be used.
    """
    notes: list[str] = []
    return _usable(read_data(data, name, tell=notes.append), name, notes, network=network)


def fetched(url: str, fetch: Fetch) -> list[Given]:
    """The articles at a web address, as of an uploaded file."""
    address = url if "://" in url else f"https://{url}"
    notes: list[str] = []
    found = read_all([address], fetch=fetch, follow=False, tell=notes.append)
    return _usable(found, address, notes, network=True)


def with_text(given: Given, fetch: Fetch) -> Given:
    """The article with its text from its address; what the page does not tell is as it was.

    Raises InputError where there is no article.
    """
    page = fetched(given.url, fetch)[0]
    kept = {name: getattr(page, name) or getattr(given, name) for name in DESCRIBED}
    # a page without a name of its own is called by its host
    return replace(page, **kept | {"source": given.source or page.source})


def _usable(
    found: Iterable[Article | Failure], name: str, notes: list[str], *, network: bool
) -> list[Given]:
    """The articles with what was told of each; raises InputError when there are none."""
    given: list[Given] = []
    failures: list[Failure] = []
    for each in islice(found, MOST):
        if isinstance(each, Article):
            given.append(_described(each, name, " ".join(notes)))
        elif network and each.entry is not None:
            entry = each.entry
            given.append(
                Given("", entry.title, entry.published, entry.source, entry.url, entry.byline,
                      entry.licence)
            )  # fmt: skip
        else:
            failures.append(each)
        notes.clear()
    if not given:
        raise InputError(str(failures[0]))
    return given


def _described(article: Article, name: str, told: str) -> Given:
    """The article with its parts; its file's name is not told as its source, nor in notes."""
    source = "" if article.source == name else article.source
    return Given(
        article.text, article.title, article.published, source, article.url, article.byline,
        article.licence, _noted(told, name),
    )  # fmt: skip


def _noted(told: str, name: str) -> str:
    """What was told of an article, without its name."""
    note = told.removeprefix(name).partition(": ")[2]
    return note[:1].upper() + note[1:]


def given_of(article: Article) -> Given:
    """An article of the library as a teacher gives it."""
    return Given(
        article.text, article.title, article.published, article.source, article.url,
        article.byline, article.licence,
    )  # fmt: skip


def found_in(given: Given) -> str:
    """What is found in the text of an article that the teacher has not said; "" for nothing."""
    try:
        made = _received(given)
    except InputError:
        return ""
    source, byline = made.article.source, made.article.byline
    parts = (
        _noted(made.told, NAME),
        f"from {source}" if source and not given.source else "",
        f"written by {byline}" if byline and not given.byline else "",
    )
    note = "; ".join(filter(None, parts))
    return note[:1].upper() + note[1:]


def article_of(given: Given) -> Article:
    """The article, cleaned and titled by its first line if need be.

    Raises InputError for an unusable one.
    """
    return _received(given).article


def _received(given: Given) -> Received:
    reading = Reading(
        given.text, given.title, url=given.url, source=given.source, byline=given.byline,
        licence=given.licence,
    )  # fmt: skip
    title = " ".join(given.title.split())
    return received(reading, NAME, title=title, published=given.published)


def take_in(library: Library, article: Article, *, now: datetime) -> Article:
    """The article as it is now in the library, described as given."""
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
) -> news.OtherNews:
    """The library's news bank with the names of these; a few articles not read before are read."""
    article_names.keep(library, news.collect(analyses))
    day = next((each.article.published for each in analyses if each.article.published), None)
    for id_ in article_names.unread(library, day, limit=AT_ONCE):
        article = articles.get(library, id_)
        tell(0.5, f"Looking for names in {article.title or 'another article'}")
        article_names.keep(library, news.collect([reader.analyse(article)]))
    return NewsBank(library)


def _pool(
    analyses: Sequence[Analysis],
    rules: tuple[Rule, ...],
    settings: Settings,
    others: news.OtherNews,
    tell: Tell,
) -> Iterable[quizzes_made.Candidates]:
    """All that becomes of each article, whatever the number of questions wanted."""
    every, chosen = replace(settings, count=None), [analysis.article for analysis in analyses]
    used = week.asked_by(rules) if len(analyses) > 1 else rules
    for number, analysis in enumerate(analyses):
        done = 0.6 + 0.25 * number / len(analyses)
        tell(done, f"Writing questions and checking each one: {_which(chosen, number)}")
        yield quizzes_made.candidates(analysis, used, every, others)


def _others(quiz: Quiz, pool: Iterable[quizzes_made.Candidates]) -> Iterable[tuple[Question, str]]:
    """The questions not chosen, and those refused with the reason."""
    chosen = {question.id for question in quiz.questions}
    for found in pool:
        yield from ((q, RESERVE) for q in found.questions if q.id not in chosen)
    for found in pool:
        yield from ((refusal.question, refusal.reason) for refusal in found.refusals)
