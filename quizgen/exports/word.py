"""Word: the worksheet and its key as a DOCX file, in styles that a teacher can change at once."""

import io
import zipfile
from typing import TYPE_CHECKING

from quizgen.data import settings as words
from quizgen.exports.answer_key import answer_key
from quizgen.exports.evidence import noon
from quizgen.exports.loss import Loss
from quizgen.exports.packing import zipped
from quizgen.exports.print_settings import USUAL, PrintSettings
from quizgen.exports.printed_texts import unprintable
from quizgen.exports.rights import not_printed
from quizgen.exports.worksheet import worksheet
from quizgen.quiz import Quiz

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

FONT, SIZE = "Calibri", 11
FONT_LARGE, SIZE_LARGE = "Arial", 18
PAPERS = {"a4": (21.0, 29.7), "letter": (21.59, 27.94)}  # centimetres
MARGIN, FOOT, LONGEST_FOOT = 1.8, 9, 80  # centimetres; points; characters


def render(quiz: Quiz, *, revision: int = 0, settings: PrintSettings = USUAL) -> bytes:
    """The quiz as a DOCX file; its date is that of the latest article, not of the clock."""
    from quizgen.exports import word_key, word_sheet

    sheet, labels = worksheet(quiz, settings), words("worksheet_labels.toml")
    document = _document(quiz, settings)
    leaves = 0
    for version in sheet.versions if settings.part != "key" else ():
        named = f"{labels['version']} {version.letter}" if version.letter else ""
        _leaf(document, settings, sheet.title, named, first=not leaves)
        word_sheet.write_version(document, sheet, version, settings)
        leaves += 1
    if settings.part != "worksheet":
        _leaf(document, settings, labels["key"], sheet.title, first=not leaves)
        word_key.write_key(document, sheet.title, answer_key(quiz, sheet, settings))
    return _packed(document)


def losses(quiz: Quiz, *, settings: PrintSettings = USUAL) -> tuple[Loss, ...]:
    """Texts that may not be handed out, and the characters that a Word file can't hold."""
    return (*not_printed(quiz, settings), *unprintable(quiz, settings))


def _document(quiz: Quiz, settings: PrintSettings) -> "Document":
    """An empty document that tells its title, language and a date, but no author."""
    import docx
    from docx.oxml.ns import qn

    from quizgen.exports.word_parts import set_styles

    document = docx.Document()
    font, size = (FONT_LARGE, SIZE_LARGE) if settings.large else (FONT, SIZE)
    set_styles(document, font, size)
    told = document.core_properties
    told.title = worksheet(quiz, settings).title[:255]
    told.author = told.comments = told.last_modified_by = ""
    told.created = told.modified = noon(quiz)
    language = quiz.articles[0].language if quiz.articles else ""
    if language.isalpha() and language != "en":
        for element in document.styles.element.iter(qn("w:lang")):
            element.set(qn("w:val"), language)
    return document


def _leaf(document: "Document", settings: PrintSettings, *named: str, first: bool) -> None:
    """Begin what is handed out by itself: on a page of its own, its pages counted from 1."""
    from docx.enum.section import WD_SECTION

    from quizgen.exports.word_parts import count_from_one

    section = document.sections[0] if first else document.add_section(WD_SECTION.NEW_PAGE)
    _set_page(section, settings)
    if first:
        count_from_one(section)  # the sections behind take it over
    _foot(section, " · ".join(part for part in named if part))


def _set_page(section: "Section", settings: PrintSettings) -> None:
    from docx.shared import Cm, Length

    from quizgen.exports.word_parts import TEXT_WIDTH

    width, height = (Cm(length) for length in PAPERS[settings.paper])
    section.page_width, section.page_height = width, height
    section.left_margin = section.right_margin = Length((width - TEXT_WIDTH) // 2)
    section.top_margin = section.bottom_margin = Cm(MARGIN)
    section.footer_distance = Cm(MARGIN / 2)


def _foot(section: "Section", named: str) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Pt

    from quizgen.exports.word_parts import TEXT_WIDTH, field, write

    labels = words("worksheet_labels.toml")
    section.footer.is_linked_to_previous = False
    foot = section.footer.paragraphs[0]
    shown = named if len(named) <= LONGEST_FOOT else named[: LONGEST_FOOT - 1] + "…"
    foot.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    write(foot, f"{shown}\t{labels['page']} ")
    field(foot, "PAGE")  # without their number, which other programs than Word don't count
    for run in foot.runs:
        run.font.size = Pt(FOOT)


def _packed(document: "Document") -> bytes:
    """The document's file with the same times in it always: equal documents, equal bytes."""
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as package:
        return zipped((name, package.read(name)) for name in package.namelist())
