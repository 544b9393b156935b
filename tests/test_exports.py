"""Exports say what the quiz says, whatever characters it holds, and appear whole or not at all."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ARTICLE, WTO, question
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from quizgen.errors import ExportError
from quizgen.exports import FORMATS, by_ending, export, named, render
from quizgen.exports.evidence import Marked, marked, safe_url
from quizgen.exports.files import open_atomically, write_atomically
from quizgen.exports.page import escape
from quizgen.quiz import Quiz

DANGEROUS = [
    "<script>alert(1)</script>",
    "1. not a list",
    "# no heading",
    "- no item",
    "*no* _emphasis_ __at__ `all`",
    "a | b ~~c~~ $d$",
    "[no](link) ![no](image) <https://no.example>",
    "&lt; &amp; &#60;",
    "back\\slash \\* end\\",
    "two\n\nparagraphs",
    "    no code",
    "> no quote",
    "===",
    "+ plus",
    "12) twelve",
    "|x|y|\n|-|-|",
]


def shown(markdown: str) -> str:
    """What a reader of rendered Markdown sees."""
    tags = re.sub(r"<[^>]+>", "", MarkdownIt("gfm-like", {"linkify": False}).render(markdown))
    return " ".join(html.unescape(tags).split())


@pytest.mark.parametrize("text", DANGEROUS)
def test_markdown_shows_dangerous_text_as_it_is(text: str) -> None:
    """Nothing in a text becomes markup."""
    assert shown(escape(text)) == " ".join(text.split())


@given(st.text(st.sampled_from(list("a1 .)#*_-+=<>&;[]()!`~$\\|:'\"\n")), max_size=25))
def test_markdown_shows_any_text_as_it_is(text: str) -> None:
    """The same for every combination of the characters that Markdown knows."""
    assert shown(escape(text)) == " ".join(text.split())


def test_the_page_reads_well(quiz: Quiz) -> None:
    """Title, source, question, options, key, sentence with the answer marked."""
    page = render(quiz, "markdown").decode()
    for part in (
        "# Export curbs\n",
        "[Japan tells officials curbs are not countermeasures](<https://news.example/curbs?a=1&b=2>)",
        "13 July 2019 · Example News",
        "### Question 1\n\n*Japan tells officials",
        "- **B.** World Trade Organization",
        "[Answer 1](#answer-1)",
        "**B. World Trade Organization** (also: WTO)",
        "> Seoul has referred the curbs to the **World Trade Organization**.",
        "Seoul has referred the curbs to the \\_\\_\\_\\_.",
    ):
        assert part in page
    assert "- True\n- False" in page


def test_the_page_names_the_article_of_each_sentence_when_there_are_several(quiz: Quiz) -> None:
    """With one article the head of the page is enough."""
    other = replace(ARTICLE, text="Other.", title="Another story", url="")
    both = replace(quiz, articles=(*quiz.articles, other))
    name = "Japan tells officials curbs are not countermeasures · [Question 1]"
    assert name in render(both, "markdown").decode()
    assert name not in render(quiz, "markdown").decode()


def test_the_page_shows_pairs_and_items(quiz: Quiz) -> None:
    """Matching and ordering are jumbled in the question and right in the key."""
    asked = (
        question("matching", answer="", pairs=(("Seoul", "South Korea"), ("Tokyo", "Japan"))),
        question("ordering", answer="", items=("signed", "broken")),
    )
    page = render(replace(quiz, questions=asked), "markdown").decode()
    assert "- Seoul\n- Tokyo\n- … Japan\n- … South Korea" in page
    assert "- Seoul – South Korea\n- Tokyo – Japan" in page
    assert "- broken\n- signed" in page
    assert "1. signed\n2. broken" in page


@pytest.mark.parametrize(
    ("answer", "accepted", "expected"),
    [
        ("World Trade Organization", (), "World Trade Organization"),
        ("world trade organization", (), "World Trade Organization"),
        ("The WTO", ("Seoul",), "Seoul"),
        ("Organ", (), ""),
        ("", (), ""),
    ],
)
def test_the_key_is_marked_as_whole_words(
    answer: str, accepted: tuple[str, ...], expected: str
) -> None:
    """In any case, by any accepted answer, else not at all."""
    found = marked(replace(WTO, answer=answer, accepted=accepted))
    assert found.key == expected
    assert found.before + found.key + found.after == WTO.evidence.text


def test_only_web_addresses_become_links() -> None:
    """A script in an address is never a link."""
    for url in (
        "javascript:alert(1)",
        "https://x.example/ onclick",
        'https://x.example/"',
        "file:///x",
    ):
        assert safe_url(replace(ARTICLE, url=url)) == ""
    assert safe_url(ARTICLE) == ARTICLE.url
    assert marked(replace(WTO, answer="x", accepted=())) == Marked(WTO.evidence.text)


def test_formats_are_found_by_name_and_ending() -> None:
    """Also by a format's ending as its name, in any case; of a shared ending, the first."""
    assert [named(form.name.upper()) for form in FORMATS] == list(FORMATS)
    for form in FORMATS:
        first = next(other for other in FORMATS if other.ending == form.ending)
        assert by_ending(Path(f"a{form.ending.upper()}")) == first
        assert form.name in {named(name).name for name in (form.name, form.ending[1:])}
    assert named("apkg").name == "anki"
    with pytest.raises(ExportError, match="json, markdown, anki"):
        named("braille")
    with pytest.raises(ExportError, match=r"\.json, \.md, \.apkg"):
        by_ending(Path("quiz"))


def test_files_of_a_shared_ending_tell_their_format() -> None:
    """No two formats give a file the same name."""
    names = [form.file_name("a") for form in FORMATS]
    assert len(set(names)) == len(names)
    assert {"a.json", "a.apkg", "a-kahoot.xlsx", "a-gift.txt"} <= set(names)


def test_export_writes_a_file(quiz: Quiz, tmp_path: Path) -> None:
    """The library's way in one call, the same bytes each time."""
    for ending in {form.ending for form in FORMATS}:
        path = tmp_path / f"a{ending}"
        export(quiz, path)
        assert path.read_bytes() == render(quiz, by_ending(path).name)


def names(folder: Path) -> list[str]:
    """What is in a folder, hidden files too."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing else is left in the folder."""
    write_atomically(tmp_path / "a.json", b"old")
    write_atomically(tmp_path / "a.json", b"new")
    assert names(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"new"


def test_a_link_keeps_pointing(tmp_path: Path) -> None:
    """The file behind a link is replaced, not the link."""
    (tmp_path / "link").symlink_to(tmp_path / "a.json")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()


def stopped() -> Iterator[bytes]:
    """What happens when the user presses Ctrl-C."""
    yield b"half"
    raise KeyboardInterrupt


def test_an_interrupted_file_disappears(tmp_path: Path) -> None:
    """What was there before stays."""
    write_atomically(tmp_path / "a.json", b"old")
    with pytest.raises(KeyboardInterrupt), open_atomically(tmp_path / "a.json") as file:
        file.writelines(stopped())
    assert names(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_bytes() == b"old"


def full_disk() -> Iterator[bytes]:
    """What happens when a disk is full."""
    yield b"half"
    raise OSError(28, "No space left on device")


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    """The system's reason is told."""
    with (
        pytest.raises(ExportError, match="No space left on device"),
        open_atomically(tmp_path / "a.json") as file,
    ):
        file.writelines(full_disk())
    assert names(tmp_path) == []


def test_places_that_take_no_file_are_refused(tmp_path: Path) -> None:
    """A missing folder, a folder, a file as folder, a device."""
    (tmp_path / "file").touch()
    for place, words in (
        (tmp_path / "none" / "a.json", "is missing"),
        (tmp_path, "is no file"),
        (tmp_path / "file" / "a.json", "can't be written"),
        (Path("/dev/null"), "is no file"),
    ):
        with pytest.raises(ExportError, match=words):
            write_atomically(place, b"x")
