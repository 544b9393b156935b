"""PDF: the glyphs of its pages, as pdfium finds them, put together to the text of an article."""

import re
from collections.abc import Iterator
from ctypes import c_double
from typing import TYPE_CHECKING, Any

from quizgen.errors import InputError
from quizgen.ingest.limits import MAX_PAGES
from quizgen.ingest.pdf_columns import in_order
from quizgen.ingest.pdf_lines import Glyph, Line, lines_of, with_initials, with_letters_apart
from quizgen.ingest.pdf_margins import day_told, without_margins
from quizgen.ingest.pdf_text import flowed, headed
from quizgen.ingest.reading import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_GLYPHS = 30_000  # of a page: a broadsheet's has 20,000
PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
FEWEST_LETTERS = 40  # of a page that is text; scans have a page number or a stamp
FILE_NAME = re.compile(r"^(?:microsoft|untitled|document\d*$)|\.\w{2,5}$", re.IGNORECASE)
UPRIGHT = (0.0, -0.0)
HYPHENS = frozenset({0xFFFE, 0x02})  # pdfium's own marks for one that ends a line; flat boxes
OCR = "scan it with text recognition (OCR), or give the article's text"


def read_pdf(data: bytes, name: str) -> Reading:
    """The article of a PDF. Raises InputError for an encrypted, scanned, long or broken one."""
    document = _opened(data, name)
    try:
        if len(document) > MAX_PAGES:
            msg = f"{name} has {len(document)} pages; save the pages of one article (at most 60)"
            raise InputError(msg)
        pages = [_lines(page) for page in _pages(document, name)]
        given = document.get_metadata_dict().get("Title", "").strip()
    finally:
        document.close()
    if sum(len(line.text) for page in pages for line in page) < FEWEST_LETTERS * len(pages):
        msg = f"{name} holds pictures of pages, no text; {OCR}"
        raise InputError(msg)
    kept, margins = without_margins(pages)
    ordered = in_order(kept)
    day = day_told(margins)
    return Reading(
        flowed(ordered),
        title=headed(ordered) or ("" if FILE_NAME.search(given) else given),
        published=day,
        dated_by="the head of its pages" if day else "",
    )


def _opened(data: bytes, name: str) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD_ERROR:
            msg = f"{name} has a password; open it and save or print it without one"
        else:
            msg = f"{name} is a damaged PDF; save it again, or give the article's text"
        raise InputError(msg) from None


def _pages(document: "PdfDocument", name: str) -> Iterator["PdfPage"]:
    from pypdfium2 import PdfiumError

    for number in range(len(document)):
        try:
            yield document[number]
        except PdfiumError:
            msg = f"page {number + 1} of {name} is damaged; save the PDF again"
            raise InputError(msg) from None


def _lines(page: "PdfPage") -> list[Line]:
    text = page.get_textpage()
    try:
        glyphs = with_letters_apart(_glyphs(text.raw, text.count_chars()))
        return with_initials(lines_of(glyphs))
    finally:
        text.close()
        page.close()


def _glyphs(raw: Any, count: int) -> Iterator[Glyph]:  # noqa: ANN401 - pdfium's own handle
    """The glyphs of a page in the order in which they are drawn, without what stands askew."""
    from pypdfium2 import raw as pdfium

    x, base, box, last = c_double(), c_double(), pdfium.FS_RECTF(), 0.0
    for index in range(min(count, MAX_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        char = _char(code)
        if pdfium.FPDFText_IsGenerated(raw, index) != 1:
            if pdfium.FPDFText_GetCharAngle(raw, index) not in UPRIGHT:
                continue
            pdfium.FPDFText_GetCharOrigin(raw, index, x, base)
            pdfium.FPDFText_GetLooseCharBox(raw, index, box)
            size = last if code in HYPHENS else abs(box.top - box.bottom)
            yield Glyph(char, box.left, box.right, base.value, size)
            last = size
        elif index:  # pdfium's own space stands where the last glyph ends
            yield Glyph(" ", box.right, box.right, base.value, abs(box.top - box.bottom))


def _char(code: int) -> str:
    """A character, marks of pdfium's own as what they stand for."""
    if code in HYPHENS:
        return "-"
    return chr(code) if 0x1F < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "  # noqa: PLR2004
