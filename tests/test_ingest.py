"""Ingestion takes any text an editor saves, and refuses the rest in one line."""

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.article import MAX_CHARACTERS, Article
from quizgen.errors import InputError
from quizgen.ingest import Failure, read, read_lines
from quizgen.ingest.cleaning import headline
from quizgen.ingest.language import foreign_language
from quizgen.ingest.limits import MAX_TEXT

NEWS = (
    "Seoul calls curbs “retaliatory”\n\n"
    "Seoul has called the export curbs “retaliatory” – and it’s the café owners who said so.\n"
)
FRENCH = "Le gouvernement a annoncé que les exportations ne seront plus autorisées dans le pays."


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A place for an article file."""
    return tmp_path / "article.txt"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_usual_encodings_are_read(article: Path, encoding: str) -> None:
    """The text is the same in whatever encoding an editor saved it."""
    article.write_bytes(NEWS.encode(encoding))
    assert read(article).text == NEWS


def test_line_ends_become_unix_ones(article: Path) -> None:
    """Windows and old Mac line ends count as one character."""
    article.write_bytes(NEWS.replace("\n", "\r\n").encode())
    assert read(article).text == NEWS


def test_what_is_given_stands_in_the_article(article: Path) -> None:
    """A given title and date win; the source is the file's name."""
    article.write_text(NEWS, encoding="utf-8")
    found = read(str(article), title="My title", published=date(2019, 7, 13))
    assert (found.title, found.published, found.source) == (
        "My title",
        date(2019, 7, 13),
        "article.txt",
    )


def test_standard_input_is_read_for_a_dash() -> None:
    """The dash stands for it."""
    assert read("-", stdin=io.BytesIO(NEWS.encode())).title == "Seoul calls curbs “retaliatory”"


def test_a_closed_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with `quizgen generate - <&-`."""
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(InputError, match="is closed"):
        read("-")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"%PDF-1.7 ...", "is a damaged PDF"),
        (b"PK\x03\x04rest", "is damaged"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"text\x00with\x01zeros and more of the same", "is binary"),
        (bytes(range(256)) * 4, "is binary"),
        (FRENCH.encode(), "seems to be French"),
        ("北京政府宣布新的出口管制措施将于下周生效".encode(), "seems to be Chinese"),
    ],
)
def test_unusable_content_is_refused(article: Path, content: bytes, words: str) -> None:
    """The message names the file and says what it is."""
    article.write_bytes(content)
    with pytest.raises(InputError, match=words) as caught:
        read(article)
    assert str(article) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_folders_missing_files_and_addresses_are_refused(tmp_path: Path) -> None:
    """Each says what to do instead."""
    for source, words in (
        (str(tmp_path), "is a folder"),
        (str(tmp_path / "none.txt"), "there is no file"),
        ("https://news.example/a", "save the page to a file"),
        ("bad\x00name", "can't be read"),
    ):
        with pytest.raises(InputError, match=words):
            read(source)


def test_a_file_without_permission_is_refused(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's reason is told; stood in for, as root may read everything."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    article.write_text(NEWS, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="Permission denied"):
        read(article)


def test_a_huge_file_is_refused_without_reading_it(article: Path) -> None:
    """50 MB are refused by their size; a sparse file shows that nothing is read."""
    with article.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match="too long"):
        read(article)


def test_endless_input_is_refused() -> None:
    """No more than the longest article is read from standard input."""
    with pytest.raises(InputError, match="too long"):
        read("-", stdin=io.BytesIO(b"word " * (MAX_TEXT // 5 + 1)))


def test_a_long_text_within_the_bytes_is_refused(article: Path) -> None:
    """The limit counts characters."""
    article.write_text("the word is " * (MAX_CHARACTERS // 12 + 1), encoding="utf-8")
    with pytest.raises(InputError, match="too long"):
        read(article)


def test_one_line_of_100_000_characters_is_accepted(article: Path) -> None:
    """Such a paragraph is furniture for the analysis, not an error."""
    article.write_text("the word of it " * 6_700, encoding="utf-8")
    assert len(read(article).text) > 100_000


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Seoul hits back\n\nIt did.", "Seoul hits back"),
        ("Will Seoul hit back?\n \nIt did.", "Will Seoul hit back?"),
        ("And then…\n\nIt did.", "And then…"),
        ("It said ...\n\nIt did.", "It said ..."),
        ("\n\nSeoul hits back\n\nIt did.", "Seoul hits back"),
        ("Seoul hit back.\n\nIt did.", ""),
        ("Seoul hits back\nIt did.", ""),
        ("Seoul hits back\n\n", ""),
        ("Seoul hits back", ""),
        ("word " * 40 + "\n\nIt did.", ""),
        ("", ""),
    ],
)
def test_headline(text: str, title: str) -> None:
    """A short first line above a blank one is a headline; a sentence is not."""
    assert headline(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "Seoul hits back.",
        "Moon Jae-in met Xi Jinping.",
        "Barra da Tijuca, Rio de Janeiro, Brazil",
        "Real Madrid beat Deportivo de La Coruña.",
        "Angela Merkel spoke.",
        "1,200",
        "GDP +2.1%",
        "The daily “Süddeutsche Zeitung” reported that the minister would resign.",
    ],
)
def test_short_english_is_not_taken_for_foreign(text: str) -> None:
    """Names and single sentences pass."""
    assert foreign_language(text) == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "French"),
        (
            "Die Regierung hat mitgeteilt, dass sie die Ausfuhr nicht mehr erlauben wird.",
            "German",
        ),
        (
            "El gobierno ha dicho que no va a permitir más exportaciones a los países vecinos.",
            "Spanish",
        ),
        ("Правительство объявило о новых ограничениях на экспорт.", "Russian"),
    ],
)
def test_other_languages_are_named(text: str, language: str) -> None:
    """The language is told where it is known."""
    assert foreign_language(text) == language


def lines(*records: object) -> list[Article | Failure]:
    """What becomes of these records as lines."""
    return list(read_lines([json.dumps(record).encode() + b"\n" for record in records]))


def test_lines_become_articles_in_order() -> None:
    """Texts are taken exactly as given, line ends and all."""
    text = "Seoul hits back.\r\nIt did.\t"
    first, second = lines(
        {"id": "a", "text": text, "published": "2019-07-13T09:00:00Z", "url": "u", "source": None},
        {"id": 7, "text": "Tokyo agreed.", "published": None},
    )
    assert first == Article(text, published=date(2019, 7, 13), url="u", given_id="a")
    assert second == Article("Tokyo agreed.", given_id="7")


def test_an_article_without_an_id_gets_its_own() -> None:
    """The line number names failures only."""
    (found,) = lines({"text": "Tokyo agreed."})
    assert isinstance(found, Article)
    assert found.id.startswith("a-")


@pytest.mark.parametrize(
    ("row", "failed", "words"),
    [
        (b"{oops", "line 1", "not a line of JSON"),
        (b"\xff\xfe", "line 1", "not a line of JSON"),
        (b"[" * 100_000, "line 1", "not a line of JSON"),
        (b"[1]", "line 1", "not an object"),
        (b'{"id": "x"}', "x", '"text" is missing'),
        (b'{"id": "x", "text": 3}', "x", '"text" is missing'),
        (b'{"id": "x", "text": ""}', "x", "empty"),
        (b'{"id": "x", "text": "Fine.", "published": "soon"}', "x", "YYYY-MM-DD"),
        (b'{"id": "x", "text": "Half \\ud800."}', "x", "surrogate"),
        (json.dumps({"id": "x", "text": FRENCH}).encode(), "x", "French"),
    ],
)
def test_a_bad_line_is_a_failure_that_names_it(row: bytes, failed: str, words: str) -> None:
    """The next line is read all the same."""
    failure, article = read_lines([row, b"", b'{"text": "Fine."}'])
    assert isinstance(failure, Failure)
    assert failure.id == failed
    assert words in failure.error
    assert isinstance(article, Article)


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_an_input_error(data: bytes) -> None:
    """Whatever comes in, it is read or refused."""
    try:
        assert read("-", stdin=io.BytesIO(data)).text.strip()
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017 - both outcomes are right
