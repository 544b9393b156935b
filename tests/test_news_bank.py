"""The bank of other news gives what the names in memory give, and grows without being read anew."""

import json
import random
import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import NEWS, Command
from recorded import analysis_of, draft_of

from quizgen.analysis.names import Name
from quizgen.archive import filling, naming
from quizgen.archive.corpus import Item, files_of, items
from quizgen.archive.jobs import Doing
from quizgen.archive.work import Outcome, failed
from quizgen.distractors import distractors
from quizgen.errors import NewsError
from quizgen.ingest import Failure
from quizgen.library import Library, database, migrating, news_bank
from quizgen.library.news_bank import BankPlace, Entry, NewsBank, place_of
from quizgen.news import (
    NEWS_SCHEMA,
    NewsArticle,
    NewsName,
    NewsNames,
    Sought,
    Together,
    collect,
    plain_names,
)
from quizgen.quiz import with_each_other

DAY = date(2019, 7, 12)
LIMA = NewsName(Name("Lima", "city", ("Ciudad",), noun="city"), "PE")


def invented(chance: random.Random, number: int) -> list[NewsArticle]:
    """Articles of a year or of no day, some of whose names are in many of them."""
    found = {}
    for _ in range(number):
        day = DAY + timedelta(chance.randrange(400)) if chance.random() < 0.9 else None
        names = tuple(_name(chance) for _ in range(chance.randrange(9)))
        id_ = f"a{chance.randrange(10**6)}"
        found[id_] = NewsArticle(id_, day, names)
    return list(found.values())


def _name(chance: random.Random) -> NewsName:
    text = f"N{int(chance.paretovariate(0.6)) % 200}"
    kind = chance.choice(["person", "city", "country"])
    callings = ("mayor", "poet") if chance.random() < 0.2 else ()
    return NewsName(Name(text, kind, ("x",) if chance.random() < 0.2 else ()), "PE", callings)


def analysed(article: NewsArticle) -> Any:
    """What is looked at of an analysis."""
    counts = Counter(each.name.text for each in article.names)
    return SimpleNamespace(article=article, names=SimpleNamespace(counts=counts))


def filled(library: Library, articles: Iterable[NewsArticle]) -> NewsBank:
    """The bank of these articles."""
    news_bank.put(library, map(Entry, articles))
    return NewsBank(library)


@pytest.mark.parametrize("size", [0, 3, 15, 30, 150])
def test_a_bank_gives_what_the_names_in_memory_give(library: Library, size: int) -> None:
    """The same names in the same order, beside articles that are in it and others."""
    chance = random.Random(size)  # noqa: S311 - no secret
    articles = invented(chance, size)
    bank, memory = filled(library, articles), NewsNames(tuple(articles))
    assert [entry.article for entry in news_bank.entries(library)] == articles
    for own in (*articles[:8], *invented(chance, 6), NewsArticle("none", None, ())):
        found, wanted = bank.beside(analysed(own)), memory.beside(analysed(own))
        assert list(found.by_kind.items()) == list(wanted.by_kind.items())


def test_an_article_that_changed_keeps_its_place(library: Library) -> None:
    """One that is there as it is is passed over, and the state of the bank tells so."""
    first, second = NewsArticle("a", DAY, (LIMA,)), NewsArticle("b", None, ())
    assert news_bank.put(library, [Entry(first, "1"), Entry(second)]) == 2
    before = place_of(url(library))
    assert news_bank.put(library, [Entry(replace(first, names=()), "1"), Entry(second)]) == 0
    assert place_of(url(library)) == before
    changed = replace(first, published=None, names=(LIMA, LIMA))
    assert news_bank.put(library, [Entry(changed, "2")]) == 1
    assert [entry.article for entry in news_bank.entries(library)] == [changed, second]
    assert dict(news_bank.known(library, ["a", "c"])) == {"a": "2"}
    assert place_of(url(library)) != before


def url(library: Library) -> str:
    """The URL by which another process opens a library."""
    return library.url.render_as_string(hide_password=False)


def test_a_bank_that_changes_under_way_is_refused(library: Library) -> None:
    """Else articles of one batch would not all be made with the same names."""
    filled(library, [NewsArticle("a", DAY, (LIMA,))])
    own = analysed(NewsArticle("b", DAY, ()))
    bank = place_of(url(library)).opened()
    assert bank.beside(own).by_kind["city"] == (LIMA,)
    filled(library, [NewsArticle("c", DAY, ())])
    with pytest.raises(NewsError, match="changed under way"):
        bank.beside(own)
    bank.library.close()


def test_a_bank_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """In one line, and nothing is made."""
    for name in ("none.sqlite3", "text.sqlite3"):
        (tmp_path / "text.sqlite3").write_text("no database at all", "utf-8")
        with pytest.raises(NewsError, match=r"can't be read here .*quizgen news"):
            BankPlace(str(tmp_path / name), "1").opened()
    assert not (tmp_path / "none.sqlite3").exists()
    assert "secret" not in repr(BankPlace("postgresql://me:secret@host/db", "1"))


def test_names_of_a_sort_are_looked_up_over_a_year(library: Library) -> None:
    """By kind, country and calling, the nearest day first; never those of the article itself."""
    mayor = NewsName(Name("Ana Lima", "person"), "PE", ("mayor", "poet"))
    poet = NewsName(Name("Eva Paz", "person"), "PE", ("poet",))
    days = {"near": 3, "own": 0, "far": 90, "past": -30, "old": -400}
    people = {text: replace(mayor, name=Name(text, "person")) for text in days}
    articles = [
        NewsArticle(text, DAY + timedelta(days[text]), (people[text], poet, LIMA)) for text in days
    ]
    bank = filled(library, articles)
    further = bank.beside(analysed(NewsArticle("own", DAY, ()))).further
    sought = Sought("person", "PE", frozenset({"mayor"}))
    assert [each.name.text for each in further(sought)] == ["near", "past", "far"]
    assert not further(replace(sought, country="CL"))
    undated = bank.beside(analysed(NewsArticle("own", None, ()))).further
    assert [each.name.text for each in undated(sought)] == ["far", "near", "past", "old"]


def test_a_sort_that_the_nearest_news_lacks_is_found(library: Library) -> None:
    """A teacher of the country stands beside a teacher, however much news there is between."""
    analysis = analysis_of("Maria Santos, a teacher from Recife", published=DAY)
    analysis = replace(analysis, article=replace(analysis.article, given_id="own"))
    draft = draft_of(analysis, "subject")
    home = collect([analysis]).articles[0].names[0].country
    ana = NewsName(Name("Ana Lima", "person", gender="f"), home, ("teacher",))
    between = [NewsArticle(f"n{n}", DAY, (LIMA,)) for n in range(60)]
    bank = filled(library, [*between, NewsArticle("z", DAY + timedelta(20), (ana,))])
    hand = bank.beside(analysis)
    assert "person" not in hand.by_kind
    assert "Ana Lima" in distractors(draft, analysis, 0, (), hand)


def test_the_articles_of_a_quiz_stand_before_the_bank(library: Library) -> None:
    """Each name once."""
    analyses = [
        analysis_of("Kenya rejected a contract", published=DAY),
        analysis_of("Poland will open a second", published=DAY),
    ]
    far = NewsName(Name("Peru", "country"), "PE")
    twice = collect(analyses).articles[1].names
    bank = filled(library, [NewsArticle("a", DAY, (far, *twice))])
    both = with_each_other(analyses, bank)
    assert isinstance(both, Together)
    found = [each.name.text for each in both.beside(analyses[0]).by_kind["country"]]
    assert found[-1] == "Peru"
    assert len(found) == len(set(found)) > 1


def test_names_kept_by_an_older_library_go_on(tmp_path: Path) -> None:
    """Those of articles that are neither invented nor replaced."""
    path = tmp_path / "old.sqlite3"
    engine = database.engine_of(database.url_of(str(path)))
    migrating.upgrade(engine, to="0005")
    told = NewsArticle("a", DAY, (LIMA, NewsName(Name("Ana", "person"), "PE", ("mayor",))))
    parts = ("title", "url", "source", "byline", "licence", "language", "text")
    with engine.begin() as connection:
        for id_ in "abc":
            values = (id_, DAY.isoformat(), "2026-09-01 08:00:00.000000", id_ == "b", *parts)
            marks = ", ".join("?" * len(values))
            columns = ", ".join(("id", "published", "added_at", "invented", *parts))
            line = f"INSERT INTO articles ({columns}) VALUES ({marks})"  # noqa: S608 - our own
            connection.exec_driver_sql(line, values)
            kept = (id_, NEWS_SCHEMA, json.dumps(plain_names(told)))
            connection.exec_driver_sql("INSERT INTO article_names VALUES (?, ?, ?)", kept)
        connection.exec_driver_sql("INSERT INTO article_updates VALUES ('c', 'a')")
    engine.dispose()
    with closing(Library.open(str(path))) as library:
        assert [entry.article for entry in news_bank.entries(library)] == [told]


@dataclass(frozen=True)
class FakeNaming(naming.NamingJob):
    """A job without a pipeline: each article names its first word."""

    def ready(self) -> Doing:
        """What does it; the word "stop" is where the process is interrupted."""
        return lambda run: [self.outcome(item) for item in run]

    def outcome(self, item: Item) -> Outcome:
        """The outcome of an item."""
        entry = item.read()
        if isinstance(entry, Failure):
            return failed(entry)
        if "stop" in entry.text:
            raise KeyboardInterrupt
        name = {"name": {"text": entry.text.split()[0], "kind": "city"}}
        record = {"digest": naming.digest(entry, self.model), "day": None, "names": [name]}
        return Outcome(entry.id, "", names=json.dumps(record))


def test_an_archive_goes_on_where_it_was_stopped(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is in is not analysed again, what changed is, and what fails is told."""
    monkeypatch.setattr(filling, "AT_ONCE", 2)
    monkeypatch.setattr(filling, "RUN", 1)
    path, texts = tmp_path / "in.jsonl", ["Lima is wet.", "Oslo is cold.", "Rome is old.", "stop"]

    def run() -> list[str]:
        rows = [json.dumps({"id": f"a{n}", "text": text}) for n, text in enumerate(texts)]
        path.write_text("\n".join(rows), "utf-8")
        job = FakeNaming("m")
        steps = filling.filled(library, items(files_of([str(path)])), job)
        return [outcome.id for step in steps for outcome in step]

    with pytest.raises(KeyboardInterrupt):
        run()
    assert set(news_bank.known(library, ["a0", "a1", "a2"])) == {"a0", "a1"}
    texts[3] = ""
    assert run() == ["a2", "a3"]
    texts[0] = "Quito is high."
    assert run() == ["a0", "a3"]
    named = [entry.article.names[0].name.text for entry in news_bank.entries(library)]
    assert named == ["Quito", "Oslo", "Rome"]


@pytest.fixture
def naming_lima(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every article names Lima."""
    monkeypatch.setattr("quizgen.distractors.kept.names", lambda _: iter([LIMA]))


@pytest.mark.usefixtures("faked", "naming_lima")
def test_the_commands_fill_a_bank_and_read_it(
    quizgen: Command, article: Path, tmp_path: Path
) -> None:
    """Archives, kept names and other banks go in; a batch reads one and fills another."""
    bank, other, out = (tmp_path / name for name in ("bank.sqlite3", "other.db", "out"))
    lines = tmp_path / "in.jsonl"
    rows = ({"id": f"a{n}", "text": NEWS} for n in range(3))
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert quizgen("news", article, lines, "-o", bank).status == 0
    assert len(entries(bank)) == 4
    assert quizgen("news", bank, "-o", other).status == 0
    assert entries(other) == entries(bank)
    assert quizgen("generate", article, "--news", bank).status == 0
    assert quizgen("batch", lines, "-o", out, "--news", bank, "--names", other).status == 0
    told = json.loads((out / "manifest.jsonl").read_text("utf-8").splitlines()[0])
    assert (told["news"], told["names"]) == (place_of(str(bank)).stamp, True)
    assert entries(other) == entries(bank)
    for made in (bank, other):
        with closing(sqlite3.connect(f"file:{made}?mode=ro", uri=True)) as read:
            assert read.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    lines.write_text(lines.read_text("utf-8") + "broken\n", "utf-8")
    result = quizgen("news", lines, "-o", bank)
    assert (result.status, "in.jsonl line 4" in result.complaint) == (1, True)


def entries(path: Path) -> list[Entry]:
    """What a bank's file holds."""
    with closing(Library.to_read(str(path))) as library:
        return list(news_bank.entries(library))


@pytest.mark.usefixtures("faked", "naming_lima")
def test_what_can_be_no_bank_is_refused(quizgen: Command, article: Path, tmp_path: Path) -> None:
    """Before any work, with what to do."""
    bank = tmp_path / "bank.sqlite3"
    kept = tmp_path / "kept.json"
    assert quizgen("news", article, "-o", kept).status == 0
    assert quizgen("news", kept, "-o", bank).status == 0
    batch = ("batch", article, "-o", tmp_path / "out")
    for command, told in {
        ("news", bank, "-o", bank): "is written to",
        ("news", tmp_path / "none.txt", "-o", bank): "no file",
        ("generate", article, "--news", tmp_path / "none.db"): "quizgen news PATH -o BANK",
        (*batch, "--news", tmp_path / "none.db"): "quizgen news PATH -o BANK",
        (*batch, "--names", kept): "names no bank",
        (*batch, "--names", bank, "--news", bank): "must not change",
    }.items():
        result = quizgen(*command)
        assert (result.status, told in result.complaint) == (2, True)


@pytest.mark.usefixtures("faked", "naming_lima")
def test_the_library_of_the_app_is_a_bank(
    quizgen: Command, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its name, wherever it is."""
    place = tmp_path / "app.sqlite3"
    monkeypatch.setenv("QUIZGEN_DATABASE_URL", str(place))
    assert quizgen("news", article, "-o", "library").status == 0
    assert len(entries(place)) == 1
    assert quizgen("generate", article, "--news", "library").status == 0
    batch = ("batch", article, "-o", tmp_path / "out", "--news", "library", "--names", place)
    assert "must not change" in quizgen(*batch).complaint
