"""Margins: what stands at the edges of a PDF's pages and is no part of its text."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median

from quizgen.ingest.pdf_lines import Line
from quizgen.ingest.written_days import day_in

SMALL = 0.95  # of the usual size of type: a running head's or foot's
WHITE = 2.0  # times its own size: how far the text is from it
LONGEST = 60  # characters of each piece of a running head
MARGIN_LINES = 3  # at the head and foot of a page, where running heads stand
PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
PRINTED = re.compile(
    r"(?:https?|file)://\S+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: [AP]M)?.{0,200}"
)


def without_margins(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The pages without running heads and feet, and these.

    They are what returns on another page with other numbers, at the same height among its first or
    last lines, what stands beside a page number, and small type far above or below all else.
    """
    usual = median(line.size for page in pages for line in page) if any(pages) else 0.0
    edges = [_edges(page) for page in pages]
    taken = [
        [
            line
            for line in edge
            if _margin(line, edges, number) or _apart(line, pages[number], usual)
        ]
        for number, edge in enumerate(edges)
    ]
    kept = [
        [line for line in page if line not in margin]
        for page, margin in zip(pages, taken, strict=True)
    ]
    return kept, [line for margin in taken for line in margin]


def day_told(margins: Iterable[Line]) -> date | None:
    """The only day that running heads name; None for none, and where it was that of printing."""
    days = {
        day for line in margins if not PRINTED.fullmatch(line.text) and (day := day_in(line.text))
    }
    return days.pop() if len(days) == 1 else None


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
    outmost = all(line.base >= o.base - 1 for o in edges[page]) or all(
        line.base <= o.base + 1 for o in edges[page]
    )
    if outmost and _numbered(beside):
        return True
    others = (other for number, edge in enumerate(edges) if number != page for other in edge)
    text = _numberless(line)
    return any(
        abs(other.base - line.base) < line.size and _numberless(other) == text for other in others
    )


def _apart(line: Line, page: Sequence[Line], usual: float) -> bool:
    """Whether a line in small type is far above or below all that is not on its height."""
    steps = [other.base - line.base for other in page if abs(other.base - line.base) >= 1]
    alone = all(step > 0 for step in steps) or all(step < 0 for step in steps)
    near = min((abs(step) for step in steps), default=0.0)
    small = line.size <= SMALL * usual and len(line.text) <= LONGEST
    return small and alone and near >= WHITE * usual


def _numbered(row: Sequence[Line]) -> bool:
    """Whether a row has a page number at its end, and nothing as long as a line of text."""
    ends = (min(row, key=lambda line: line.left), max(row, key=lambda line: line.left))
    numbered = any(PAGE_NUMBER.fullmatch(line.text) for line in ends)
    return numbered and all(len(line.text) <= LONGEST for line in row)


def _numberless(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text).casefold()
