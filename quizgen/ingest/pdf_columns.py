"""Columns: in which order the lines of a PDF's page are read, and what is no part of the text."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from quizgen.ingest.pdf_lines import Line, rows

STEP = 2.0  # points between the places where a gutter is looked for
FEWEST = 3  # lines on either side of a gutter
CROSSING = 0.35  # at most as much of the lines may cross it: headlines, pictures' captions
ALIGNED = 0.55  # of the lines right of a gutter; indented and centred ones are fewer
MARGIN_LINES = 3  # at the head and foot of a page, where running heads stand
PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)
PRINTED = re.compile(
    r"(?:https?|file)://\S+|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?: [AP]M)?.{0,200}"
)


def in_order(lines: Sequence[Line]) -> list[Line]:
    """The lines in reading order: down each column, and what spans columns in its place."""
    gutter = _gutter(lines)
    if gutter is None:
        return rows(lines)
    found: list[Line] = []
    downwards = sorted(lines, key=lambda line: -line.base)
    for spanning, band in groupby(downwards, key=lambda line: line.left < gutter < line.right):
        part = list(band)
        if spanning:
            found += rows(part)
        else:
            found += in_order([line for line in part if line.right <= gutter])
            found += in_order([line for line in part if line.left >= gutter])
    return found


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where a vertical gap parts lines that stand side by side, None where none does."""
    if len(lines) < 2 * FEWEST:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    places = [left + STEP * step for step in range(1, int((right - left) / STEP))]
    scored = [(crossing, x) for x in places if (crossing := _crossing(lines, x)) is not None]
    if not scored:
        return None
    fewest = min(crossing for crossing, _ in scored)
    best = [x for crossing, x in scored if crossing == fewest]
    return best[len(best) // 2] if _run(best) else best[0]


def _run(places: list[float]) -> bool:
    """Whether the places lie next to one another."""
    return places[-1] - places[0] <= STEP * len(places)


def _crossing(lines: Sequence[Line], x: float) -> int | None:
    """How many lines cross a place, None where it can be no gutter."""
    before = [line for line in lines if line.right <= x]
    behind = [line for line in lines if line.left >= x]
    crossing = len(lines) - len(before) - len(behind)
    if min(len(before), len(behind)) < FEWEST or crossing > CROSSING * len(lines):
        return None
    return crossing if _side_by_side(before, behind) and _aligned(behind) else None


def _side_by_side(before: Sequence[Line], behind: Sequence[Line]) -> bool:
    """Whether most of the shorter side stands at heights where the other has lines too."""
    top, foot = max(line.base for line in before), min(line.base for line in before)
    level = sum(foot <= line.base <= top for line in behind)
    return level >= FEWEST


def _aligned(lines: Sequence[Line]) -> bool:
    """Whether most lines begin where others do; the words of lines that are spread out do not."""
    starts = Counter(round(line.left / STEP) for line in lines)
    shared = sum(number for number in starts.values() if number >= FEWEST)
    return shared >= ALIGNED * len(lines)


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
