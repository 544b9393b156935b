"""Paragraphs: what each piece of an article is, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.analysis.paragraphs import DATELINE, STRAIGHT, Paragraph, split
from quizgen.article import MAX_PARAGRAPH, Article

PROSE = "Seoul has referred the curbs to the World Trade Organization."


def kinds(text: str, title: str = "") -> list[str]:
    """The kinds of an article's paragraphs."""
    return [paragraph.kind for paragraph in split(Article(text, title))]


def texts(text: str) -> list[str]:
    """The texts of an article's paragraphs."""
    return [paragraph.text for paragraph in split(Article(text))]


def test_the_title_as_first_paragraph_is_a_headline() -> None:
    """Only there, and only the title itself."""
    assert kinds(f"Seoul hits back\n\n{PROSE}", "Seoul hits back") == ["headline", "body"]
    assert kinds(f"{PROSE}\n\n{PROSE}", PROSE) == ["headline", "body"]
    assert kinds(f"{PROSE}\n\n{PROSE}") == ["body", "body"]


def test_labels_without_a_full_stop_are_furniture() -> None:
    """Section labels and captions run into no prose."""
    assert kinds(f"Business\n\n{PROSE}\n\nRead more here\n\n{PROSE}") == [
        "furniture",
        "body",
        "furniture",
        "body",
    ]


@pytest.mark.parametrize("end", [".", "!", "?", "…", '."', ".”", ".)", "!'"])
def test_prose_ends_in_a_mark(end: str) -> None:
    """Quotation marks and brackets may follow it."""
    assert kinds(f"Seoul hits back{end}\n\n{PROSE}") == ["body", "body"]


def test_a_single_paragraph_is_prose() -> None:
    """With or without a full stop."""
    assert kinds("Seoul hits back") == ["body"]


def test_furniture_is_known_by_its_opening() -> None:
    """Whatever its end."""
    assert kinds(f"{PROSE}\n\nAll rights reserved.\n\n{PROSE}") == ["body", "furniture", "body"]


def test_an_overlong_paragraph_is_no_prose() -> None:
    """A minified page is kept out of the questions."""
    assert kinds("a" * (MAX_PARAGRAPH + 1) + ".") == ["furniture"]
    assert kinds("a" * (MAX_PARAGRAPH - 1) + ".") == ["body"]


def test_single_line_breaks_part_paragraphs() -> None:
    """As pages copied from a browser have them."""
    assert texts(f"{PROSE}\n{PROSE}") == [PROSE, PROSE]


def test_hard_wrapped_rows_are_one_paragraph() -> None:
    """Rows of one width that end in mid-sentence belong together."""
    rows = [
        "Seoul has referred the curbs on the export of chemicals",
        "to the World Trade Organization, which may take several",
        "years to decide whether they break the rules of trade.",
    ]
    assert texts("\n".join(rows)) == [" ".join(rows)]
    assert texts("\n".join(rows) + "\n\n" + PROSE) == [" ".join(rows), PROSE]


@pytest.mark.parametrize(
    "dateline",
    [
        "SEOUL — ",
        "SEOUL (Reuters) - ",
        "SEOUL, South Korea (AP) — ",
        "NEW YORK -- ",
        "ST. LOUIS – ",
    ],
)
def test_datelines_are_left_out(dateline: str) -> None:
    """The paragraph starts after them."""
    assert split(Article(dateline + PROSE)) == (Paragraph(len(dateline), PROSE, "body"),)


@pytest.mark.parametrize(
    "text", ["NATO is here.", "Seoul - Tokyo trade fell.", "EU-US talks fail."]
)
def test_capitals_alone_are_no_dateline(text: str) -> None:
    """Nor is a dash."""
    assert texts(text) == [text]


def test_quotation_marks_become_straight() -> None:
    """One character for one, so that offsets hold."""
    assert texts("“Seoul’s «answer»,” he said.") == ['"Seoul\'s "answer"," he said.']


@pytest.mark.parametrize("text", ["", "\n", " \n\n\t\n", "\u00a0"])
def test_white_space_has_no_paragraphs(text: str) -> None:
    """Nothing found is an empty result."""
    assert split(Article(text)) == ()


LETTERS = "abS.?“”’\n\n\t \u00a0\r—-(é漢😀"
articles = st.text(LETTERS, max_size=80) | st.lists(
    st.sampled_from([PROSE, "Business", "SEOUL (AP) — “Yes.”", "a" * 60, "\r", "  x"]), max_size=6
).map("\n".join)


@given(articles)
def test_offsets_point_at_the_same_characters(text: str) -> None:
    """But for straight quotes and plain spaces, a paragraph is a piece of the article."""
    for paragraph in split(Article(text)):
        end = paragraph.start + len(paragraph.text)
        assert text[paragraph.start : end].translate(STRAIGHT) == paragraph.text
        assert paragraph.text.strip()


@given(articles)
def test_paragraphs_come_in_order_and_lose_nothing(text: str) -> None:
    """They don't overlap; only white space and datelines stand between them."""
    last = 0
    for paragraph in split(Article(text)):
        between = text[last : paragraph.start]
        assert not between.strip() or DATELINE.match(text[last:].lstrip())
        assert paragraph.start >= last
        last = paragraph.start + len(paragraph.text)
    assert not text[last:].strip()
