"""Words cut at line ends, and columns, however a page is set; `tests/ingest/pdf` has more."""

import pytest

from quizgen.ingest.pdf_columns import in_order
from quizgen.ingest.pdf_lines import Glyph, Line, with_letters_apart
from quizgen.ingest.wrapping import hyphen

KEPT = """export-|oriented
twenty-|first mother-in-|law mother-|in-law Anglo-|American half-|forgotten
twenty-first-|century then-|mayor well-|known market-|like oil-|based Covid-|19 20-|year mid-|July
Moscow-|based self-|styled long-|term part-|time high-|rise anti-|corruption pro-|government US-|led
ex-|president vice-|president two-|thirds state-of-|the-art state-|of-the-art steel-and-|glass
tit-for-|tat Chinese-|made Franco-|Peruvian""".split()
CUT = """govern-|ment infra-|structure Sep-|tember chair-|woman fish-|mongers mid-|night orches-|tra
or-|chestra ori-|ented weigh-|ing mar-|ket re-|main Hoff-|mann New-|ton Good-|man Lon-|don
criti-|cised organi-|sation govern-|ment-backed well-gov-|erned over-|whelming home-|owners
pro-|gramme neighbour-|hood spokes-|woman every-|thing with-|out semi-|conductors work-|shops
multi-|nationals bat-|teries con\xad|struction""".split()


@pytest.mark.parametrize("word", KEPT)
def test_compounds_keep_their_hyphen_at_a_line_end(word: str) -> None:
    """Though the text has the word nowhere else."""
    before, behind = word.split("|")
    assert hyphen(before, behind, frozenset()) == "-"


@pytest.mark.parametrize("word", CUT)
def test_words_cut_at_a_line_end_are_whole(word: str) -> None:
    """Names of two words too."""
    before, behind = word.split("|")
    assert hyphen(before, behind, frozenset()) == ""


def test_the_text_itself_decides_first() -> None:
    """By how it writes the word elsewhere."""
    assert hyphen("co-", "operative", frozenset({"co-operative"})) == "-"
    assert hyphen("then-", "mayor", frozenset({"thenmayor"})) == ""


def test_letters_of_a_ligature_stand_beside_one_another() -> None:
    """They come with one box; bold that is drawn twice has one, too."""
    office = [Glyph(char, 10, 22, 700, 10) for char in "ffi"]
    assert [round(glyph.left) for glyph in with_letters_apart(office)] == [10, 14, 18]
    bold = [Glyph("O", 10, 16, 700, 10)] * 2
    assert list(with_letters_apart(bold)) == bold


def spread(text: str, left: float, right: float, base: float) -> list[Line]:
    """The words of a line, set apart to fill a column."""
    words = text.split()
    step = (right - left) / len(words)
    edges = [left + step * number for number in range(len(words))]
    return [Line(w, x, x + step * 0.5, base, 10) for w, x in zip(words, edges, strict=True)]


def column(name: str, left: float, rows: int, top: float = 700) -> list[Line]:
    """Full lines with one in between whose words are spread out."""
    found: list[Line] = []
    for number in range(rows):
        base, text = top - 12 * number, f"{name}{number}"
        line = Line(text, left, left + 150, base, 10)
        found += spread(f"{text} is wide", left, left + 150, base) if number % 3 == 1 else [line]
    return found


def read(*pages: list[Line]) -> list[list[str]]:
    """The first words of the lines of each page in order."""
    return [[line.text.split()[0] for line in page] for page in in_order(pages)]


def test_words_that_are_spread_out_make_no_columns() -> None:
    """They are one line of their column."""
    page = [*column("a", 50, 9), *column("b", 215, 9), *column("c", 380, 7)]
    wanted = [f"{name}{n}" for name, rows in (("a", 9), ("b", 9), ("c", 7)) for n in range(rows)]
    assert read(page) == [wanted]


def test_a_headline_above_columns_is_read_first() -> None:
    """Centred, though the first column begins left of it."""
    page = [*column("a", 50, 6), *column("b", 215, 6), Line("Title", 120, 300, 730, 24)]
    assert read(page)[0][:2] == ["Title", "a0"]


def test_another_story_below_is_read_after_all_columns_above() -> None:
    """Its headline is as wide as the first column."""
    below = [*column("c", 50, 4, 560), *column("d", 300, 4, 560)]
    page = [*column("a", 50, 7), *column("b", 215, 7), Line("Next", 50, 150, 590, 18), *below]
    names = "".join(word[0] for word in read(page)[0])
    assert names == "aaaaaaabbbbbbbNccccdddd"


def test_columns_of_a_line_or_two_are_known_from_other_pages() -> None:
    """At the end of an article."""
    first = [*column("a", 50, 6), *column("b", 215, 6)]
    last = [*column("c", 50, 2), *column("d", 215, 2)]
    assert read(first, last)[1] == ["c0", "c1", "d0", "d1"]
