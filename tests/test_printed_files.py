"""Printed files: DOCX and PDF as other programs read them, whatever characters a quiz holds."""

import io
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import docx
import docx2txt
import mammoth
import pypdf
import pytest
import typst
from conftest import ARTICLE, WTO
from dangerous import UNCARRIED, every_text, flat, quizzes
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from test_worksheets import ASKED

from quizgen.exports import pdf, render, word
from quizgen.exports.print_settings import USUAL, Part, PrintSettings
from quizgen.question import GAP, Question
from quizgen.quiz import Quiz

ALL = PrintSettings(numbered=True, versions=2, large=True, paper="letter")
MODULES = {"docx": word, "pdf": pdf}


def texts_of(quiz: Quiz) -> Iterator[str]:
    """The texts of a quiz that must stand on paper, on one line each."""
    yield quiz.title
    for question in quiz.questions:
        yield from texts_of_question(question)


def texts_of_question(q: Question) -> Iterator[str]:
    """Those of one question."""
    yield from (q.stem.partition(GAP)[::2] if q.type == "cloze" else (q.stem,))
    yield from (*(q.options or ()), *q.items, q.explanation)
    yield from (text for pair in q.pairs for text in pair)
    yield from (q.accepted if q.type in {"short_answer", "cloze"} else ())
    yield q.evidence.text


def bare(text: str) -> str:
    """The text without white space and marks of direction, which no reader keeps as they were."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")


def read_word(content: bytes) -> list[str]:
    """The text of a DOCX file by two readers that nobody here wrote."""
    raw = mammoth.extract_raw_text(io.BytesIO(content)).value
    return [bare(raw), bare(docx2txt.process(io.BytesIO(content)))]


def read_pdf(content: bytes) -> str:
    """The text of a PDF without the feet of its pages, in the order in which it was written."""
    return bare("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages))


def test_every_dangerous_text_comes_back_from_word() -> None:
    """In every field, by both readers."""
    quiz = every_text()
    for told in read_word(word.render(quiz, settings=ALL)):
        missing = [text for text in texts_of(quiz) if bare(text) not in told]
        assert not missing


@given(quizzes())
@hypothesis_settings(max_examples=6)
def test_any_text_comes_back_from_word(quiz: Quiz) -> None:
    """The same for any texts together."""
    told = read_word(word.render(quiz))[0]
    assert all(bare(text) in told for text in texts_of(quiz))


@pytest.fixture
def own_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no fonts but those that typst brings along."""
    fonts = typst.Fonts(include_system_fonts=False)
    monkeypatch.setattr(pdf, "_fonts", lambda: fonts)


@pytest.mark.usefixtures("own_fonts")
def test_every_dangerous_text_comes_back_from_a_pdf_or_is_told() -> None:
    """What no font can show is told with its characters; nothing else is lost, nothing is cut."""
    quiz = every_text()
    told = read_pdf(pdf.render(quiz))
    unshown = "".join(loss.what for loss in pdf.losses(quiz))
    fine = [t for t in texts_of(quiz) if len(t) < 2000 and not set(flat(t)) & LETTERED_ELSEWHERE]
    assert len(fine) > 1000
    assert not [text for text in fine if bare(text) not in told]
    assert all(mark in unshown for mark in "日本韓国🏫🇰")
    assert told.count("left") >= sum(text.count("left") for text in texts_of(quiz))


LETTERED_ELSEWHERE = frozenset("日本と韓国🧑🏽🏫👍🇰🇷שלום עולםمرحبا بالعالم") - {" "}


def test_texts_do_not_run_off_a_page() -> None:
    """However long they are: what is too long for a page goes on on the next."""
    long = [q for q in every_text().questions if len("".join(texts_of_question(q))) > 9000]
    quiz = replace(every_text(), questions=tuple(long[::5]))
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(quiz, settings=PrintSettings(numbered=True))))
    places: list[float] = []
    for page in reader.pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, *_: places.append(
                cm[5] + tm[5] if text.strip() else 99
            )
        )
    assert 30 < min(places) < max(places) < 830


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("서울은 세계무역기구에 제소했다", "Noto Sans CJK KR"), ("مرحبا بالعالم", "DejaVu Sans")],
)
def test_other_scripts_are_set_where_a_font_has_them(quiz: Quiz, text: str, wanted: str) -> None:
    """Without being named: any font of the machine serves."""
    if wanted not in typst.Fonts().families():
        pytest.skip(f"the font {wanted} is not installed")
    asked = replace(quiz, questions=(replace(WTO, stem=text),))
    told = read_pdf(pdf.render(asked))
    assert set(bare(text)) <= set(told)  # readers differ in the order of what runs to the left
    assert not pdf.losses(asked)


@pytest.mark.usefixtures("own_fonts")
def test_characters_without_a_font_are_told_by_question(quiz: Quiz) -> None:
    """Each with the question it stands in; those of the articles' titles for the whole quiz."""
    asked = replace(quiz, title="Curbs 漢", questions=(replace(WTO, stem="서울 é?"), WTO))
    losses = [(loss.question, loss.what[:33]) for loss in pdf.losses(asked)]
    assert losses == [
        ("", "no font on this machine has 漢: bo"),
        ("q-wto", "no font on this machine has 서 울: "),
    ]
    assert pdf.render(asked).startswith(b"%PDF")


@pytest.mark.parametrize("name", sorted(MODULES))
@pytest.mark.parametrize(
    "chosen", [USUAL, ALL, replace(USUAL, part="key"), replace(ALL, part="worksheet")]
)
def test_equal_quizzes_give_equal_bytes(quiz: Quiz, name: str, chosen: PrintSettings) -> None:
    """By the formats' own name and with every setting."""
    asked, module = replace(quiz, questions=ASKED), MODULES[name]
    assert module.render(asked, settings=chosen) == module.render(asked, settings=chosen)
    assert render(asked, name) == module.render(asked)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_a_worksheet_can_be_without_its_key(quiz: Quiz, name: str) -> None:
    """And the key without the worksheet; usually both are in one file."""
    asked = replace(quiz, questions=ASKED)
    read = {"docx": lambda content: read_word(content)[0], "pdf": read_pdf}[name]
    parts: tuple[tuple[Part, int, int], ...] = (("all", 1, 1), ("worksheet", 1, 0), ("key", 0, 1))
    for part, question, key in parts:
        told = read(MODULES[name].render(asked, settings=PrintSettings(part=part)))
        assert told.count("Name:") == question
        assert ("Answerkey" in told) == bool(key)


def test_a_word_file_tells_no_author_and_no_other_day(quiz: Quiz) -> None:
    """Its day is that of the latest article, its parts have none."""
    content = word.render(quiz)
    told = docx.Document(io.BytesIO(content)).core_properties
    assert (told.title, told.author, told.comments) == ("Export curbs", "", "")
    assert told.created is not None
    assert told.created.date() == date(2019, 7, 13)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    undated = replace(quiz, articles=(replace(ARTICLE, published=None, language="fr"),))
    assert b"fr" in zipfile.ZipFile(io.BytesIO(word.render(undated))).read("word/styles.xml")


def test_a_pdf_is_made_for_screen_readers(quiz: Quiz) -> None:
    """It says that it is PDF/UA, its language and its title."""
    reader = pypdf.PdfReader(io.BytesIO(pdf.render(quiz)))
    assert b"pdfuaid" in pdf.render(quiz)
    assert reader.metadata is not None
    assert reader.metadata.title == "Export curbs"
    assert str(reader.root_object["/Lang"]) == "en"


@pytest.mark.parametrize("name", sorted(MODULES))
@pytest.mark.parametrize("text", UNCARRIED)
def test_what_no_file_can_hold_is_replaced_and_told(quiz: Quiz, name: str, text: str) -> None:
    """Control characters and halves of characters, in any field."""
    asked = replace(quiz, title=text, questions=(replace(WTO, stem=text),))
    assert MODULES[name].render(asked)
    if flat(text) == text:
        assert [loss.question for loss in MODULES[name].losses(asked)] == ["", "q-wto"]


def test_an_empty_quiz_can_be_printed(quiz: Quiz) -> None:
    """A sheet with a head and nothing to answer."""
    for module in MODULES.values():
        assert module.render(replace(quiz, questions=(), articles=()))


def test_a_word_that_never_ends_is_broken() -> None:
    """So that it does not run over the edge of the page."""
    quiz = replace(every_text(), questions=(replace(WTO, stem="x" * 300),), articles=(ARTICLE,))
    assert (
        "\n"
        in pypdf.PdfReader(io.BytesIO(pdf.render(quiz)))
        .pages[0]
        .extract_text()
        .partition("xxx")[2]
        .partition("a.")[0]
        .strip()
    )
