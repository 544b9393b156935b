"""Margins: what stands at the edges of a PDF's pages and is no part of its text."""

import re
from collections.abc import Sequence

from quizgen.ingest.pdf_lines import Line

MARGIN_LINES = 3  # at the head and foot of a page, where running heads stand
PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
PRINTED = re.compile(
    r"(?:https?|file)://\S+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: [AP]M)?.{0,200}"
)


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without running heads and feet, which return with other numbers, and page numbers.

    A line returns when it stands among the first or last of another page at the same height.
    """
    edges = [_edges(page) for page in pages]
    return [
        [line for line in page if line not in edge or not _margin(line, edges, number)]
        for number, (page, edge) in enumerate(zip(pages, edges, strict=True))
    ]


def _edges(page: Sequence[Line]) -> list[Line]:
    """The pieces of the first and last few lines of a page."""
    heights = sorted({round(line.base) for line in page})
    outer = {*heights[:MARGIN_LINES], *heights[-MARGIN_LINES:]}
    return [line for line in page if round(line.base) in outer]


def _margin(line: Line, edges: Sequence[Sequence[Line]], page: int) -> bool:
    """Whether a line at the edge of a page is a page number, or returns on another.

    Nor is the text what browsers print there: the page's address, and when it was printed.
    """
    beside = [other for other in edges[page] if abs(other.base - line.base) < 1]
    if PAGE_NUMBER.fullmatch(line.text) or any(PRINTED.fullmatch(o.text) for o in beside):
        return True
    others = (other for number, edge in enumerate(edges) if number != page for other in edge)
    text = _numberless(line)
    return any(
        abs(other.base - line.base) < line.size and _numberless(other) == text for other in others
    )


def _numberless(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text).casefold()
