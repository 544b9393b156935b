"""PDF: the glyphs of its pages, as pdfium finds them, put together to the text of an article."""

import re
from collections.abc import Iterator
from ctypes import c_double
from typing import TYPE_CHECKING, Any

from quizgen.errors import InputError
from quizgen.ingest.limits import MAX_PAGES
from quizgen.ingest.pdf_lines import Glyph, Line, lines_of, with_initials
from quizgen.ingest.pdf_margins import without_margins
from quizgen.ingest.pdf_text import flowed, headed
from quizgen.ingest.reading import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_GLYPHS = 30_000  # of a page: a broadsheet's has 20,000
PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD
FEWEST_LETTERS = 40  # of a page that is text; scans have a page number or a stamp
FILE_NAME = re.compile(r"^(?:microsoft|untitled|document\d*$)|\.\w{2,5}$", re.IGNORECASE)
UPRIGHT = (0.0, -0.0)
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
    columns = without_margins(pages)
    title = "" if FILE_NAME.search(given) else given
    return Reading(flowed(columns), title=headed(columns) or title)


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
        return with_initials(lines_of(_glyphs(text.raw, text.count_chars())))
    finally:
        text.close()
        page.close()


def _glyphs(raw: Any, count: int) -> Iterator[Glyph]:  # noqa: ANN401 - pdfium's own handle
    """The glyphs of a page in the order in which they are drawn, without what stands askew."""
    from pypdfium2 import raw as pdfium

    x, base, box = c_double(), c_double(), pdfium.FS_RECTF()
    for index in range(min(count, MAX_GLYPHS)):
        char = _char(pdfium.FPDFText_GetUnicode(raw, index))
        if pdfium.FPDFText_IsGenerated(raw, index) != 1:
            if pdfium.FPDFText_GetCharAngle(raw, index) not in UPRIGHT:
                continue
            pdfium.FPDFText_GetCharOrigin(raw, index, x, base)
            pdfium.FPDFText_GetLooseCharBox(raw, index, box)
            yield Glyph(char, box.left, box.right, base.value, abs(box.top - box.bottom))
        elif index:  # pdfium's own space stands where the last glyph ends
            yield Glyph(" ", box.right, box.right, base.value, abs(box.top - box.bottom))


def _char(code: int) -> str:
    """A character; pdfium has a mark of its own for a hyphen that ends a line."""
    if code in {0xFFFE, 0x02}:
        return "-"
    return chr(code) if 0x1F < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "  # noqa: PLR2004
