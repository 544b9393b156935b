"""Reading files: what is refused and how, limits in a process of their own, batches that go on."""

import gzip
import json
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from conftest import NEWS, Command
from hostile_files import handmade
from made_files import paragraph, pdf, word

from quizgen.article import Article
from quizgen.contract import article_dict
from quizgen.errors import InputError
from quizgen.ingest import Failure, read, read_all
from quizgen.ingest.days import day_of
from quizgen.ingest.kinds import Kind, kind_of
from quizgen.ingest.limits import MAX_LINE
from quizgen.ingest.lines import rows_of
from quizgen.ingest.process import ReaderProcess
from quizgen.ingest.readers import readings
from quizgen.ingest.sources import entries_of
from quizgen.ingest.worker import serve

GOLDEN = Path(__file__).parent / "ingest"
INPUTS = sorted(GOLDEN.glob("*/*/input.*"))
FILES = dict(handmade())
PAGE = (GOLDEN / "page" / "crowded" / "input.html").read_bytes()


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.parent.name)
def test_the_worker_answers_as_the_readers_do(path: Path) -> None:
    """A line of JSON for each reading, and one at the end."""
    request = {"name": path.name, "path": str(path), "size": 0}
    answers = BytesIO()
    serve(BytesIO(json.dumps(request).encode() + b"\n"), answers)
    *found, last = [json.loads(line) for line in answers.getvalue().splitlines()]
    with path.open("rb") as file:
        here = list(readings(file, path.name))
    texts = [each["reading"]["text"] for each in found if "reading" in each]
    assert texts == [each.text for each in here if not isinstance(each, Failure)]
    assert last == {"done": True}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bomb.docx", "unpacks to far more"),
        ("many.docx", "unpacks to far more"),
        ("nested.zip", "unpack it and give the files in it"),
        ("laughs.docx", "is damaged"),
        ("deep.docx", "Excessive depth"),
        ("excel.xlsx", "is an Excel file"),
        ("pages.pdf", "has 100 pages"),
        ("scanned.pdf", "text recognition"),
        ("secret.pdf", "has a password"),
        ("loop.pdf", "page 1 of loop.pdf is damaged"),
        ("head.pdf", "is a damaged PDF"),
        ("wide.html", "too long for one page"),
        ("empty.html", "no article is found"),
        ("forwarded.eml", "mails within mails"),
        ("secret.eml", "is an encrypted mail"),
        ("smime.eml", "is an encrypted mail"),
        ("no-text.eml", "is a mail without text"),
        ("remote.xml", "a feed without entries"),
        ("other.xml", "neither a feed nor"),
        ("long-dump.xml", "Text node too long"),
        ("twice.gz", "is a packed file"),
        ("bomb.jsonl.gz", "longer than"),
        ("footer.parquet", "is a damaged Parquet file"),
        ("no-column.parquet", "no column named text"),
        ("digits.json", "is damaged JSON"),
        ("paragraphs.txt", "more than 5,000 paragraphs"),
    ],
)
def test_refusals_say_what_to_do(name: str, words: str) -> None:
    """In this process, as the readers say it."""
    with ReaderProcess() as process:
        first = next(entries_of(FILES[name], name, process))
    assert isinstance(first, Failure)
    assert words in first.error


def test_a_file_that_takes_too_long_costs_only_itself() -> None:
    """Its process is ended, and the next file is read by another."""
    with ReaderProcess(seconds=0.05) as process:
        (late,) = entries_of(FILES["attributes.html"], "slow.html", process)
        process._seconds = 20
        (fine,) = entries_of(PAGE, "page.html", process)
    assert isinstance(late, Failure)
    assert "takes longer than 0.05 seconds" in late.error
    assert isinstance(fine, Article)


def test_a_process_without_memory_refuses() -> None:
    """As where a file takes more of it than there is."""
    greedy = b"[" + b'{"text": 1},\n' * 1_000_000 + b"{}]"
    with ReaderProcess(memory=150_000_000) as process:
        (found,) = entries_of(greedy, "greedy.json", process)
        (fine,) = entries_of(PAGE, "page.html", process)
    assert isinstance(found, Failure)
    assert "takes more memory" in found.error
    assert isinstance(fine, Article)


def test_a_process_that_ends_is_told() -> None:
    """As by a fault in a parser."""
    with ReaderProcess() as process:
        process._started().kill()
        process._started().wait()
        (found,) = entries_of(PAGE, "page.html", process)
        assert isinstance(found, Article)
        started = process._started()
        entries = process.read(PAGE, "page.html")
        started.kill()
        assert "gave up" in str(next(entries))


def test_a_reading_that_is_left_ends_its_process() -> None:
    """So that the next file's answers are its own."""
    line = json.dumps({"text": NEWS}).encode() + b"\n"
    with ReaderProcess() as process:
        entries = process.read(line * 1000, "many.jsonl")
        next(entries)
        entries.close()  # type: ignore[attr-defined]
        (found,) = entries_of(PAGE, "page.html", process)
    assert isinstance(found, Article)


def test_one_bad_file_never_stops_a_batch(tmp_path: Path) -> None:
    """Each source gives an article or says why not, in order."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 no more")
    (tmp_path / "b.txt").write_text(NEWS, "utf-8")
    (tmp_path / "c.docx").write_bytes(word(paragraph(NEWS)))
    found = list(read_all([tmp_path / name for name in ("a.pdf", "none", "b.txt", "c.docx")]))
    assert [type(each) for each in found] == [Failure, Failure, Article, Article]


@pytest.mark.usefixtures("faked")
def test_generate_takes_all_kinds(quizgen: Command, article: Path, tmp_path: Path) -> None:
    """And goes on without what it can't read, which it tells."""
    page = GOLDEN / "page" / "crowded" / "input.html"
    feed = GOLDEN / "feed" / "rss" / "input.xml"
    result = quizgen("generate", page, tmp_path / "none.pdf", feed, article, "-o", "-")
    assert result.status == 1
    assert "there is no file" in result.err
    assert "only a summary" in result.err
    told = json.loads(result.out)["articles"]
    assert "the same story" in result.err or "left aside" in result.err
    assert [each["licence"] for each in told] == [
        "https://creativecommons.org/licenses/by/4.0/",
        "",
    ]


@pytest.mark.usefixtures("faked")
def test_generate_refuses_what_gives_nothing(quizgen: Command, tmp_path: Path) -> None:
    """And what is too much for one quiz."""
    assert quizgen("generate", tmp_path / "a.pdf", tmp_path / "b.pdf").status == 2
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"id": n, "text": NEWS}) + "\n" for n in range(51)), "utf-8")
    result = quizgen("generate", many)
    assert result.status == 2
    assert "use --jsonl" in result.err


@pytest.mark.usefixtures("faked")
def test_a_batch_takes_other_archives(quizgen: Command, tmp_path: Path) -> None:
    """A packed one, and a table."""
    packed = tmp_path / "news.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps({"id": "a", "text": NEWS}).encode()))
    assert json.loads(quizgen("generate", "--jsonl", packed, "-o", "-").out)["id"] == "a"
    table = GOLDEN / "records" / "table" / "input.parquet"
    result = quizgen("generate", "--jsonl", table, "-o", "-")
    assert [("error" in json.loads(row)) for row in result.out.splitlines()] == [False, True, False]


def test_several_articles_are_no_article() -> None:
    """Where one is asked for."""
    with pytest.raises(InputError, match="holds several articles"):
        read(GOLDEN / "book" / "daily" / "input.epub")


def test_the_licence_stands_in_the_quiz() -> None:
    """With the other parts of its article."""
    assert article_dict(Article("Text.", licence="CC BY 2.5"))["licence"] == "CC BY 2.5"


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"From: me\n\nNo mail, but a note.", "a", Kind.TEXT),
        (b"Dear all: news\nFrom Lima: a bridge\n", "a", Kind.TEXT),
        (b"From x@y Fri Jul 12\nFrom: x\nDate: y\n\n", "a", Kind.MAIL),
        (b"# Title\n\nText", "a.txt", Kind.MARKDOWN),
        (b"#1 in the charts", "a.txt", Kind.TEXT),
        (b"Text", "a.md", Kind.MARKDOWN),
        (b"{curly} news", "a.txt", Kind.TEXT),
        (b'\xef\xbb\xbf [ { "text"', "a.txt", Kind.RECORDS),
        ("<!DOCTYPE html>".encode("utf-16"), "a.txt", Kind.PAGE),
        (b"<b>Bold</b> news", "a.txt", Kind.TEXT),
        (b"<?xml version='1.0'?><!-- x --><!DOCTYPE html>", "a.xml", Kind.PAGE),
        (b"  <rss version='2.0'>", "a.txt", Kind.XML),
    ],
)
def test_kinds_are_told_by_content(head: bytes, name: str, kind: Kind) -> None:
    """The name decides between texts alone."""
    assert kind_of(head, name) is kind


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2019-07-12T23:59:59-05:00", date(2019, 7, 12)),
        ("20190712", date(2019, 7, 12)),
        ("Fri, 12 Jul 2019 23:30:00 GMT", date(2019, 7, 12)),
        ("July 12, 2019", date(2019, 7, 12)),
        ("12  July 2019", date(2019, 7, 12)),
        (datetime(2019, 7, 12, 23), date(2019, 7, 12)),  # noqa: DTZ001 - as tables hold it
        ("2019-13-40", None),
        ("20190712123", None),
        ("Friday", None),
        (None, None),
        (float("inf"), None),
    ],
)
def test_days_are_read_as_they_are_written(written: object, day: date | None) -> None:
    """Without a shift into another zone."""
    assert day_of(written) == day


def test_no_line_is_held_longer_than_an_article() -> None:
    """Its rest is passed over, and the next one is whole."""
    rows = list(rows_of(BytesIO(b"a" * (3 * MAX_LINE) + b"\nnext\n")))
    assert [len(row) for row in rows] == [MAX_LINE + 1, 5]


def test_a_single_column_is_read_from_the_top() -> None:
    """Drawn from the foot; its title is what stands in large type."""
    lines = [(60.0, 700.0 - 14 * n, 10.0, f"Line {n} of the city of Lima has") for n in range(6)]
    found = read_pdf([*reversed(lines), (60.0, 760.0, 20.0, "Lima")])
    assert found.title == "Lima"
    assert found.text.startswith("Lima\n\nLine 0 of the city of Lima has Line 1")


def read_pdf(page: list[tuple[float, float, float, str]]) -> Article:
    """The article of a PDF of one page."""
    with ReaderProcess() as process:
        (found,) = entries_of(pdf([page]), "a.pdf", process)
    assert isinstance(found, Article)
    return found
