"""Keeping: migrations, one document out and in, backups, invented things, threads at once."""

import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta, timezone
from pathlib import Path
from typing import Any

import databases
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from classroom import MINUTE, NOW, PLAIN, QUIZ, Course, course, kept_quiz
from conftest import ARTICLE, WTO, Command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, text

from quizgen.errors import ExportError, InputError
from quizgen.library import (
    Library,
    answering,
    articles,
    attempts,
    backup,
    bank,
    cards,
    classes,
    copying,
    disputes,
    editing,
    exchange,
    invented,
    migrating,
    options,
    publishing,
    quizzes,
    results,
    revisions,
    updating,
)
from quizgen.library.database import engine_of, url_of
from quizgen.library.tables import Table

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
STUDENTS = 24


def filled(library: Library) -> Course:
    """A library with something in every table."""
    class_ = classes.add(library, "9b", now=NOW, students=["Zoë"], term_end=NOW + timedelta(days=9))
    given = course(library, class_=class_)
    ticket = given.take("Ana", "OECD", "12 million", "no")
    cards.deal(library, ticket.token, now=NOW)
    cards.grade(library, ticket.attempt.student, "q-wto", "good", now=NOW, number=1)
    disputes.contest(library, ticket.token, "q-cloze", now=NOW)
    disputes.flag(library, ticket.token, "q-wto", "hm", now=NOW)
    options.put(library, "language", "en", now=NOW)
    options.put(library, "private.passcode", "$argon2", now=NOW)
    editing.rename(library, given.publication.quiz, "Later", now=NOW)
    updating.replace(library, ARTICLE.id, replace(ARTICLE, text="New. " + ARTICLE.text), now=NOW)
    return given


@pytest.fixture
def other(tmp_path: Path) -> Library:
    """Another, empty library."""
    return Library.open(str(tmp_path / "other.sqlite3"))


def test_the_migrations_make_the_tables_of_the_program(library: Library) -> None:
    """Nothing is missing, nothing differs, and every name is known to both databases."""
    with library.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Table.metadata) == []
        names = set(inspect(connection).get_table_names())
    assert names == {*Table.metadata.tables, "alembic_version"}


def test_opening_again_changes_nothing(library: Library) -> None:
    """What was kept is there."""
    filled(library)
    before = exchange.exported(library)
    url = library.url.render_as_string(hide_password=False)
    with closing(Library.open(url)) as again:
        assert exchange.exported(again) == before


def test_an_older_library_is_brought_up_to_date(tmp_path: Path) -> None:
    """Step by step, with what was kept."""
    place = f"sqlite:///{tmp_path / 'old.sqlite3'}"
    engine = engine_of(url_of(place))
    migrating.upgrade(engine, to="0001")
    with engine.begin() as connection:
        assert "classes" not in inspect(connection).get_table_names()
        values = "('k', 'v', '2026-09-01 08:00:00.000000')"
        connection.execute(text(f"INSERT INTO settings VALUES {values}"))  # noqa: S608 - our own
    library = Library.open(place)
    assert options.get(library, "k") == "v"
    assert classes.listed(library) == []


def older(place: Path, value: str = "v") -> None:
    """A library of the first step, with a setting."""
    engine = engine_of(url_of(str(place)))
    migrating.upgrade(engine, to="0001")
    with engine.begin() as connection:
        values = {"v": value}
        line = "INSERT INTO settings VALUES ('k', :v, '2026-09-01 08:00:00.000000')"
        connection.execute(text(line), values)
    engine.dispose()


def test_a_library_is_copied_aside_before_it_is_changed(tmp_path: Path) -> None:
    """Whole, private, once for each change; a new library and one up to date make no copy."""
    place, copy = tmp_path / "old.sqlite3", tmp_path / "old.step-0001.sqlite3"
    older(place)
    assert not copy.exists()
    Library.open(str(place)).close()
    Library.open(str(place)).close()
    assert {path.name for path in tmp_path.glob("*.sqlite3")} == {place.name, copy.name}
    assert copy.stat().st_mode & 0o077 == 0
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
        assert found.execute("SELECT value FROM settings").fetchall() == [("v",)]
    place.unlink()
    older(place, "later")
    Library.open(str(place)).close()
    with closing(Library.open(str(tmp_path / "old.step-0001-2.sqlite3"))) as second:
        assert options.get(second, "k") == "later"
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("SELECT value FROM settings").fetchall() == [("v",)]


def test_a_copy_restores_what_was(tmp_path: Path, other: Library) -> None:
    """Like any backup."""
    older(tmp_path / "old.sqlite3")
    Library.open(str(tmp_path / "old.sqlite3")).close()
    backup.restore(other, tmp_path / "old.step-0001.sqlite3", replace=True)
    assert options.get(other, "k") == "v"


def test_without_room_for_the_copy_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half copy is left either."""
    place = tmp_path / "old.sqlite3"
    older(place)

    def full(_source: Path, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(copying, "copy", full)
        with pytest.raises(InputError, match=r"No space left on device.*nothing was changed"):
            Library.open(str(place))
    assert not list(tmp_path.glob("*step*"))
    with closing(sqlite3.connect(place)) as found:
        assert found.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]


def test_many_may_open_a_new_library_at_once(tmp_path: Path) -> None:
    """Its tables are made once."""
    place = str(tmp_path / "new.sqlite3")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: Library.open(place), range(4)))
    assert all(exchange.exported(library) for library in found)


def test_a_library_of_a_newer_quizgen_is_refused(library: Library) -> None:
    """With the advice to update; and then left alone."""
    url = library.url.render_as_string(hide_password=False)
    with library.work() as session:
        (known,) = session.scalars(text("SELECT version_num FROM alembic_version"))
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(InputError, match="newer quizgen; update"):
        Library.open(url)
    with library.work() as session:
        query = text("UPDATE alembic_version SET version_num = :known")
        session.execute(query, {"known": known})


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be one " * 40, None])
def test_what_is_no_library_is_refused(tmp_path: Path, content: bytes | None) -> None:
    """Another file, another program's database; neither is changed."""
    place = tmp_path / "some.sqlite3"
    if content is None:
        with closing(sqlite3.connect(place)) as connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
    else:
        place.write_bytes(content)
    with pytest.raises(InputError, match=r"can't be used|something else") as error:
        Library.open(str(place))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://x@y/z", "not supported"),
        ("sqlite://", "in memory would be lost"),
        ("sqlite:///:memory:", "in memory would be lost"),
        ("postgresql://a:secret@127.0.0.1:1/none?connect_timeout=2", "can't be used"),
        ("://", "can't be read"),
        ("/proc/none/library.sqlite3", "can't be opened"),
    ],
)
def test_a_place_that_will_not_do_is_refused(url: str, told: str) -> None:
    """In one line that tells no password."""
    with pytest.raises(InputError, match=told) as error:
        Library.open(url)
    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


def test_postgres_is_spelled_in_several_ways() -> None:
    """As providers hand it out, or with a driver."""
    names = {url_of(f"{name}://u@h/d").drivername for name in ("postgres", "postgresql")}
    assert names == {"postgresql+psycopg"}


def test_an_sqlite_library_is_safe_and_private(tmp_path: Path) -> None:
    """Write-ahead log, keys enforced, deleted content overwritten, readable by its owner only."""
    place = tmp_path / "deep" / "library.sqlite3"
    library = Library.open(str(place))
    wanted = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "secure_delete": 1}
    with library.reading() as session:
        found = {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted}
    assert found == wanted
    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o077 == 0


def test_nothing_deleted_stays_in_the_file(tmp_path: Path) -> None:
    """After a vacuum neither the file nor the log beside it holds a word of it."""
    place = tmp_path / "library.sqlite3"
    library = Library.open(str(place))
    marked = replace(ARTICLE, text=ARTICLE.text + "Xylophone. " * 900)
    quiz = kept_quiz(library, replace(QUIZ, articles=(marked,)))

    def traces() -> int:
        return sum(b"Xylophone" in path.read_bytes() for path in tmp_path.iterdir())

    assert traces()
    size = place.stat().st_size
    quizzes.delete(library, quiz)
    articles.delete(library, marked.id)
    library.vacuum()
    assert not traces()
    assert place.stat().st_size <= size


def test_vacuum_is_for_both_databases(library: Library) -> None:
    """And changes nothing that is kept."""
    filled(library)
    before = exchange.exported(library)
    library.vacuum()
    assert exchange.exported(library) == before


def test_a_unit_of_work_is_whole_or_undone(library: Library) -> None:
    """Several steps in one: an error in the last undoes the first; inside, all is seen."""

    def steps() -> None:
        with library.work():
            assert quizzes.get(library, kept_quiz(library))
            classes.add(library, "", now=NOW)

    with pytest.raises(InputError):
        steps()
    assert quizzes.listed(library, now=NOW) == []


def test_times_need_a_zone(library: Library) -> None:
    """And come back in UTC."""
    with pytest.raises(Exception, match="no time zone"):
        classes.add(library, "9b", now=NOW.replace(tzinfo=None))
    later = NOW.astimezone(timezone(timedelta(hours=5)))
    id_ = classes.add(library, "9b", now=NOW, term_end=later)
    assert classes.get(library, id_).term_end == NOW


def test_texts_no_database_takes_are_mended(library: Library) -> None:
    """NUL and lone surrogates, in names, answers and questions; backups can be written."""
    odd = "a\0b\ud800c"
    given = course(library)
    ticket = given.join(f"N {odd}")
    given.answer(ticket.token, "q-wto", odd)
    editing.edit(library, given.publication.quiz, replace(WTO, stem=odd), now=NOW)
    assert ticket.attempt.student_name == "N a\ufffdb\ufffdc"
    assert exchange.exported(library).encode()


def test_everything_goes_out_and_comes_in(library: Library, other: Library) -> None:
    """Equal; from either database into either; twice is once."""
    filled(library)
    document = exchange.exported(library, private=True)
    filled_tables = {name for name, rows in json.loads(document).items() if rows}
    assert filled_tables == {table.name for table in exchange.kept_tables()} | {"schema"}
    assert exchange.imported(other, document) > 20
    assert exchange.exported(other, private=True) == document
    assert exchange.imported(other, document) == 0
    assert exchange.exported(other, private=True) == document
    with library.work() as session:
        exchange.clear(session)
        assert exchange.is_empty(session)
    exchange.imported(library, exchange.exported(other, private=True))
    assert exchange.exported(library, private=True) == document


def test_the_bank_and_the_students_go_on_after_an_import(library: Library, other: Library) -> None:
    """Questions are found, attempts resumed by their token, results the same."""
    given = filled(library)
    token = given.join("Bo").token
    exchange.imported(other, exchange.exported(library))
    hits = bank.search(other, bank.Wanted(text="cars"))
    assert [hit.question.id for hit in hits] == ["q-cars"]
    answering.answer(other, token, "q-wto", WTO.answer, now=NOW)
    assert len(results.of_publication(other, given.publication.id, now=NOW).rows) == 2


def test_libraries_that_went_apart_are_merged(library: Library, other: Library) -> None:
    """Revisions of both are kept, the library's own stay current; students of one name are one."""
    given = filled(library)
    exchange.imported(other, exchange.exported(library))
    quiz = given.publication.quiz
    editing.rename(library, quiz, "Here", now=NOW)
    editing.rename(other, quiz, "There", now=NOW + MINUTE)
    away = Course(other, given.publication)
    for place in (given, away):
        place.take("Bo", WTO.answer)
    away.take("Cy", "OECD")
    exchange.imported(library, exchange.exported(other))
    assert quizzes.get(library, quiz).title == "Here"
    assert len(revisions.history(library, quiz)) == 5
    rows = results.of_publication(library, given.publication.id, now=NOW).rows
    assert [(row.name, len(row.answers)) for row in rows] == [("Ana", 3), ("Bo", 1), ("Cy", 1)]


def test_private_settings_stay(library: Library) -> None:
    """The passcode's hash leaves only with a backup."""
    filled(library)
    assert "argon2" not in exchange.exported(library)
    assert "argon2" in exchange.exported(library, private=True)
    options.drop(library, "private.passcode")
    options.drop(library, "private.passcode")
    assert options.get(library, "private.passcode", "none") == "none"
    options.put(library, "language", "de", now=NOW)
    assert options.get(library, "language") == "de"


def wrong(document: dict[str, Any], table: str, column: str, value: Any) -> dict[str, Any]:
    """The document with one value of the first row of a table changed."""
    first, *rest = document[table]
    return document | {table: [first | {column: value}, *rest]}


BREAKS: list[Callable[[dict[str, Any]], Any]] = [
    lambda _: "no object",
    lambda d: d | {"schema": "quizgen/quiz/1"},
    lambda d: d | {"schema": "quizgen/library/2"},
    lambda d: d | {"articles": 7},
    lambda d: d | {"articles": [7]},
    lambda d: d | {"articles": [{"id": "a"}]},
    lambda d: d | {"articles": []},
    lambda d: d | {"heads": []},
    lambda d: d | {"question_versions": []},
    lambda d: wrong(d, "articles", "published", "soon"),
    lambda d: wrong(d, "articles", "title", None),
    lambda d: wrong(d, "articles", "invented", 1),
    lambda d: wrong(d, "answers", "score", "1"),
    lambda d: wrong(d, "attempts", "number", True),
    lambda d: wrong(d, "classes", "added_at", 5),
    lambda d: wrong(d, "revisions", "entries", [["q", "d", "lost", ""]]),
    lambda d: wrong(d, "question_versions", "body", {"id": "q"}),
    lambda d: wrong(d, "quizzes", "made_with", []),
]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A whole document."""
    source = Library.open(str(tmp_path_factory.mktemp("source") / "library.sqlite3"))
    filled(source)
    return exchange.exported(source)


@pytest.mark.parametrize("change", BREAKS)
def test_a_broken_document_changes_nothing(
    library: Library, document: str, change: Callable[[dict[str, Any]], Any]
) -> None:
    """It is refused in one line."""
    with pytest.raises(InputError) as error:
        exchange.imported(library, json.dumps(change(json.loads(document))))
    assert "\n" not in str(error.value)
    with library.reading() as session:
        assert exchange.is_empty(session)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=TEXTS,
    stem=TEXTS.filter(str.strip),
    body=TEXTS,
    names=st.lists(TEXTS.filter(lambda name: name.strip()), max_size=3),
    published=st.none() | st.dates(date(1, 1, 1)),
    reason=TEXTS,
    score=st.floats(0, 1),
    state=st.sampled_from(["offered", "kept", "rejected"]),
)
def test_whatever_is_kept_comes_back(
    library: Library, other: Library, title: str, body: str, published: date | None, **parts: Any
) -> None:
    """Any text, date and number: the round trip is equal, in both databases."""
    article = replace(ARTICLE, text=body, published=published, title=title)
    asked = replace(WTO, stem=parts["stem"], score=parts["score"])
    asked = replace(asked, evidence=replace(asked.evidence, article=article.id))
    for place in (library, other):
        with place.work() as session:
            exchange.clear(session)
    quiz = replace(QUIZ, title=title, articles=(article,), questions=(asked,))
    refused = [(replace(asked, id="q-2"), parts["reason"])]
    id_ = quizzes.add(library, quiz, now=NOW, refused=refused, state=parts["state"])
    classes.add(library, "9b", now=NOW, students=parts["names"])
    document = exchange.exported(library)
    exchange.imported(other, document)
    assert exchange.exported(other) == document
    assert quizzes.get(other, id_) == quizzes.get(library, id_)
    assert quizzes.get(other, id_).quiz(parts["state"]) == quiz


@pytest.mark.parametrize("name", ["backup.sqlite3", "backup.json"])
def test_a_backup_is_restored(library: Library, other: Library, tmp_path: Path, name: str) -> None:
    """Of either kind, into an empty library, or in place of what is there, or beside it."""
    filled(library)
    document = exchange.exported(library, private=True)
    file = tmp_path / name
    backup.backup(library, file)
    assert backup.restore(other, file) > 20
    assert exchange.exported(other, private=True) == document
    with pytest.raises(InputError, match="not empty"):
        backup.restore(other, file)
    kept_quiz(other)
    backup.restore(other, file, merge=True)
    assert len(quizzes.listed(other, now=NOW)) == 2
    backup.restore(other, file, replace=True)
    assert exchange.exported(other, private=True) == document


def test_a_backup_that_is_none_changes_nothing(library: Library, tmp_path: Path) -> None:
    """Even where it should replace all; each is refused in one line."""
    filled(library)
    before = exchange.exported(library)
    (tmp_path / "text.json").write_text("hello", "utf-8")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "db").write_bytes(backup.SQLITE + b"x" * 4000)
    for name in ("text.json", "bytes", "db", "none", "."):
        with pytest.raises(InputError):
            backup.restore(library, tmp_path / name, replace=True)
    assert exchange.exported(library) == before
    with pytest.raises(ExportError):
        backup.backup(library, tmp_path / "none" / "b.json")


def test_what_the_demo_made_is_removed(library: Library) -> None:
    """All of it, and nothing else; where something real hangs on it, it stays."""
    filled(library)
    before = exchange.exported(library)
    made = replace(
        QUIZ, id="quiz-d", articles=(replace(ARTICLE, url="https://d.example", given_id="a-d"),)
    )
    made = replace(
        made,
        questions=tuple(
            replace(q, evidence=replace(q.evidence, article="a-d")) for q in QUIZ.questions
        ),
    )
    quiz = quizzes.add(library, made, now=NOW, state="kept", invented=True)
    class_ = classes.add(library, "Demo", now=NOW, students=["Ed"], invented=True)
    demo = publishing.publish(library, quiz, now=NOW, class_=class_, terms=PLAIN, invented=True)
    Course(library, demo).take("Ed", "OECD")
    assert invented.is_there(library)
    invented.remove(library)
    assert not invented.is_there(library)
    assert exchange.exported(library) == before
    quiz = quizzes.add(library, made, now=NOW, state="kept", invented=True)
    real = Course(library, publishing.publish(library, quiz, now=NOW, terms=PLAIN))
    real.take("Ana", "OECD")
    invented.remove(library)
    assert len(results.of_publication(library, real.publication.id, now=NOW).rows) == 1


def test_many_students_answer_at_once_and_nothing_is_lost(library: Library) -> None:
    """Every acknowledged answer is there, though each is sent twice, by threads all at once."""
    given = course(library)
    tickets = [given.join(f"Student {n}") for n in range(STUDENTS)]
    ready = threading.Barrier(STUDENTS)

    def take(number: int) -> list[answering.Receipt]:
        ready.wait()
        token = tickets[number // 2 * 2].token if number % 2 else tickets[number].token
        text = "OECD" if number % 3 else WTO.answer
        return [given.answer(token, asked, text) for asked in ("q-wto", "q-cars", "q-cloze")]

    with ThreadPoolExecutor(STUDENTS) as pool:
        receipts = list(pool.map(take, range(STUDENTS)))
    rows = results.of_publication(library, given.publication.id, now=NOW).rows
    kept = {row.attempt: row.answers for row in rows}
    assert sum(map(len, kept.values())) == STUDENTS // 2 * 3
    for number, acknowledged in enumerate(receipts):
        attempt = tickets[number // 2 * 2].attempt.id
        for receipt in acknowledged:
            assert kept[attempt][receipt.question].given == receipt.given


def test_a_killed_process_loses_no_acknowledged_answer(tmp_path: Path) -> None:
    """A program that answers and prints what was acknowledged is killed in between."""
    place = tmp_path / "library.sqlite3"
    library = Library.open(str(place))
    asked = tuple(replace(WTO, id=f"q-{n}") for n in range(400))
    quiz = kept_quiz(library, replace(QUIZ, questions=asked))
    given = Course(library, publishing.publish(library, quiz, now=NOW, terms=PLAIN))
    ticket = given.join("Ana")
    program = (
        "from datetime import datetime, UTC\n"
        "from quizgen.library import Library, answering\n"
        f"library = Library.open({str(place)!r})\n"
        "for n in range(400):\n"
        f"    answering.answer(library, {ticket.token!r}, f'q-{{n}}', 'OECD',"
        f" now=datetime.fromisoformat({NOW.isoformat()!r}))\n"
        "    print(n, flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(5)]
        process.kill()
        told += process.stdout.readlines()
    acknowledged = {f"q-{int(line)}" for line in told}
    assert len(acknowledged) < 400
    (row,) = results.of_publication(library, given.publication.id, now=NOW).rows
    assert acknowledged <= set(row.answers)


def test_many_join_at_once(library: Library) -> None:
    """One attempt each; of those who come under one name only the first gets in."""
    given = course(library, replace(PLAIN, versions=2))

    def join(number: int) -> str:
        try:
            return given.join(f"Student {number // 2}").attempt.version
        except InputError:
            return ""

    with ThreadPoolExecutor(12) as pool:
        versions = list(pool.map(join, range(24)))
    assert sorted(versions) == [""] * 12 + ["A"] * 6 + ["B"] * 6


def test_many_edit_at_once(library: Library) -> None:
    """No edit is lost: the last revision holds them all."""
    quiz = quizzes.add(library, QUIZ, now=NOW)

    def keep(question: str) -> None:
        editing.set_state(library, quiz, [question], "kept", now=NOW)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(keep, ["q-wto", "q-cars", "q-cloze"]))
    assert len(quizzes.get(library, quiz).of_state("kept")) == 3


def test_the_command_line_backs_up_and_restores(
    quizgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the library of the environment or the one named; errors are one line."""
    place, file = tmp_path / "library.sqlite3", tmp_path / "backup.sqlite3"
    filled(Library.open(str(place)))
    monkeypatch.setenv("QUIZGEN_DATABASE_URL", f"sqlite:///{place}")
    assert quizgen("backup", file).err == f"{file} written\n"
    other = tmp_path / "other.sqlite3"
    assert "rows brought back" in quizgen("restore", file, "--library", other).err
    assert "--replace" in quizgen("restore", file).complaint
    assert quizgen("restore", file, "--replace", "--quiet").err == ""
    assert quizgen("restore", file, "--merge").status == 0
    assert quizgen("restore", file, "--merge", "--replace").status == 2
    assert quizgen("restore", tmp_path / "none").status == 2


def test_the_default_place_is_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the system has it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    library = Library.open()
    assert str(library.url.database) == str(tmp_path / "quizgen" / "library.sqlite3")
    library.close()


def test_a_server_is_chosen_by_its_number(tmp_path: Path) -> None:
    """Of several PostgreSQL the newest serves the tests; other folders are passed over."""
    assert databases._version(tmp_path / "15" / "bin" / "pg_ctl") == 15
    assert databases._version(tmp_path / "lost" / "bin" / "pg_ctl") == 0


def test_a_late_answer_to_a_deleted_attempt_is_refused(library: Library) -> None:
    """In one line, not by a fault."""
    given = course(library)
    ticket = given.join("Ana")
    attempts.delete(library, ticket.attempt.id)
    with pytest.raises(InputError, match="no longer valid"):
        given.answer(ticket.token, "q-wto", "OECD")
