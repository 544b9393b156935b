"""Hand-made quizzes, stand-ins where tests need no model, and the command line in this process."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha512
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NoReturn

import databases
import pytest
from hypothesis import settings

from quizgen.analysis.names import Names
from quizgen.article import Article
from quizgen.cli import run
from quizgen.library import Library, database, exchange
from quizgen.question import Evidence, Question, QuestionType
from quizgen.quiz import Candidates, Quiz, Settings

if TYPE_CHECKING:
    from collections_of_anki import Anki

pytest_plugins = ["browsing"]

# a first example imports what is slow to import; chance would make CI a lottery
settings.register_profile("quizgen", deadline=None, derandomize=True)
settings.load_profile("quizgen")

TEXT = (
    "Japan tells officials curbs are not countermeasures\n\n"
    "Seoul has referred the curbs to the World Trade Organization. "
    "It sold 12 million cars, 30 per cent more than in 2018.\n"
)
ARTICLE = Article(
    text=TEXT,
    title="Japan tells officials curbs are not countermeasures",
    published=date(2019, 7, 13),
    url="https://news.example/curbs?a=1&b=2",
    source="Example News",
)


def evidence(article: Article, part: str) -> Evidence:
    """The evidence of a part of an article's text."""
    start = article.text.index(part)
    return Evidence(article.id, start, start + len(part), part)


WTO = Question(
    id="q-wto",
    type="multiple_choice",
    context="Japan tells officials curbs are not countermeasures",
    stem="Which body did Seoul refer the curbs to?",
    answer="World Trade Organization",
    accepted=("WTO",),
    options=("World Health Organization", "World Trade Organization", "United Nations", "OECD"),
    answer_kind="body",
    evidence=evidence(ARTICLE, "Seoul has referred the curbs to the World Trade Organization."),
    explanation="The article says so.",
    rule="to",
    difficulty="easy",
    score=0.75,
    reasons=(("salience", 0.5), ("rule", 0.25)),
    flags=("check the date",),
    spares=("World Bank",),
)


def question(kind: QuestionType, **changes: Any) -> Question:
    """The question on the WTO as another type, with changes."""
    changes = {"id": f"q-{kind}", "type": kind, "options": None} | changes
    return replace(WTO, **changes)


@pytest.fixture
def quiz() -> Quiz:
    """A quiz with one question of each type that quizgen makes."""
    return Quiz(
        id="quiz-1",
        title="Export curbs",
        articles=(ARTICLE,),
        questions=(
            WTO,
            question(
                "true_false",
                stem="Seoul referred the curbs to the United Nations.",
                answer="False",
                options=("True", "False"),
            ),
            question("short_answer", answer="WTO", accepted=()),
            question(
                "short_answer",
                id="q-long",
                stem="To what did Seoul refer the curbs, according to the report?",
                answer="the World Trade Organization in Geneva",
            ),
            question("cloze", stem="Seoul has referred the curbs to the ____."),
        ),
        quizgen="0.1.0",
        model="core_web_md 3.7.1",
        seed=3,
        rules="abc",
        settings=Settings(count=5, seed=3),
    )


@dataclass(frozen=True)
class FakeAnalysis:
    """An analysis without a parse."""

    article: Article
    paragraphs: tuple[()] = ()
    names: Names = field(default_factory=lambda: Names(()))


@dataclass(frozen=True)
class FakePipeline:
    """A pipeline that parses nothing and fails on articles that say "fault"."""

    name: str = "fake 1"

    def passing(self) -> AbstractContextManager[None]:
        """A stretch of work that leaves nothing behind."""
        return nullcontext()

    def analyse(self, article: Article) -> FakeAnalysis:
        """The fake analysis of one article."""
        if "fault" in article.text:
            msg = "fault"
            raise KeyError(msg)
        return FakeAnalysis(article)

    def analyse_all(self, articles: Iterable[Article]) -> Iterator[FakeAnalysis]:
        """The fake analyses of many."""
        return map(self.analyse, articles)


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run on a fake pipeline, without rules, and make one question for each article."""

    def make(analyses: Iterable[FakeAnalysis], **given: Any) -> Quiz:
        articles = tuple(analysis.article for analysis in analyses)
        asked = tuple(
            replace(
                WTO, id=f"q-{article.id}", evidence=Evidence(article.id, 0, 5, article.text[:5])
            )
            for article in articles
            if "nothing" not in article.text
        )
        return Quiz("quiz-1", given.get("title") or "Quiz", articles, asked, model=given["model"])

    monkeypatch.setattr("quizgen.analysis.pipeline.load", lambda *_: FakePipeline())
    monkeypatch.setattr("quizgen.rules.loading.load_rules", lambda *_: ())
    monkeypatch.setattr("quizgen.quiz.make", make)
    monkeypatch.setattr("quizgen.quiz.candidates", lambda *_: Candidates((), (), ()))
    monkeypatch.setattr("quizgen.quiz.assembled", lambda found, _, **given: make(found, **given))


NEWS = "Seoul hits back\n\nSeoul has referred the curbs to the body that made the rules.\n"


@dataclass(frozen=True)
class Result:
    """What a command left."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error."""
        assert self.err.startswith("quizgen: ")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err


Command = Callable[..., Result]


@pytest.fixture
def quizgen(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Run a command within this process."""

    def command(*arguments: object) -> Result:
        status = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Result(status, out.decode(), err.decode())

    return command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article file."""
    path = tmp_path / "curbs.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A PostgreSQL server; without Debian's package a test says so, and fails where CI is true."""
    if databases.programs() is None:
        absent("no PostgreSQL on this machine: apt-get install postgresql")
    with TemporaryDirectory() as folder, databases.server(Path(folder)) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_database(postgres: str) -> str:
    """The URL of a database that tests share and each empties: a new one takes half a second."""
    return databases.new_database(postgres)


@pytest.fixture(params=["sqlite", "postgresql"])
def library(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Library]:
    """An empty library of either kind, its tokens by a counter; no test outlives a power cut."""
    monkeypatch.setattr(database, "SETTINGS", (*database.SETTINGS, "synchronous=OFF"))
    url = f"sqlite:///{tmp_path / 'data' / 'library.sqlite3'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_database")
    numbers = count(1)
    opened = Library.open(url, chance=lambda size: drawn(next(numbers), size))
    with opened.work() as session:
        exchange.clear(session)
    yield opened
    opened.close()


def drawn(number: int, size: int) -> bytes:
    """Bytes that are always the same and look random."""
    return sha512(str(number).encode()).digest()[:size]


def absent(reason: str) -> NoReturn:
    """Skip the test, and say why; where CI is true, fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def anki(tmp_path: Path) -> "Iterator[Anki]":
    """Anki with an empty collection, healthy afterwards and without empty cards."""
    from collections_of_anki import Anki

    program = Anki(tmp_path)
    yield program
    program.close()
