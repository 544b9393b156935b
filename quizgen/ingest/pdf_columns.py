"""Columns: which pieces of a PDF's rows are one line, and in which order the lines are read.

A gutter is a strip that stays free down several rows with text on both sides, which the gaps of
rows that are spread out to a column's width do not. The pieces of a row that no gutter parts are
one line.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.ingest.pdf_blocks import in_reading_order
from quizgen.ingest.pdf_lines import Line, by_row, joined

FEWEST = 3  # rows with text on both sides of a gutter
NARROWEST = 0.5  # of the size of type: a gutter
STEP = 2.0  # points: starts of lines that differ by less are one
ALIGNED = 0.5  # of the lines right of a gutter begin at its edge; of words spread out few do

Strip = tuple[float, float]
"""The left and right edge of what is free of text."""
Rows = Sequence[Sequence[Line]]


def in_order(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of pages in reading order: down each column, and what spans columns in its place.

    A page's gutters are looked for on the others too: its own columns may have but a row or two.
    """
    by_page = [by_row(page) for page in pages]
    gutters = sorted({gutter for rows in by_page for gutter in _gutters(rows)})
    return [
        in_reading_order([list(_parted(row, gutters)) for row in rows]) for rows in by_page
    ]


def _parted(row: Sequence[Line], gutters: Sequence[Strip]) -> Iterator[Line]:
    """The lines of a row: its pieces put together, except across gutters."""
    line = row[0]
    for piece in row[1:]:
        if any(line.right <= left and right <= piece.left for left, right in gutters):
            yield line
            line = piece
        else:
            line = joined(line, piece)
    yield line


def _gutters(rows: Rows) -> list[Strip]:
    """The gutters of a page; one that runs through others' rows is found once for each row."""
    found: dict[Strip, None] = {}
    for number, row in enumerate(rows):
        for before, behind in pairwise(row):
            strip = _followed(rows[number:], (before.right, behind.left), before.size)
            if strip is not None:
                found[strip] = None
    return list(found)


def _followed(rows: Rows, strip: Strip, size: float) -> Strip | None:
    """How much of a gap stays free down the rows, None where too few have text on both sides."""
    starts: list[float] = []
    for row in rows:
        free = _free(row, strip)
        if free[1] - free[0] < NARROWEST * size:
            break
        strip = free
        behind = [line.left for line in row if line.left >= strip[1]]
        if behind and row[0].right <= strip[0]:
            starts.append(min(behind))
    near = sum(start - strip[1] <= STEP for start in starts)
    return strip if near >= max(FEWEST, ALIGNED * len(starts)) else None


def _free(row: Sequence[Line], strip: Strip) -> Strip:
    """The widest part of a strip that the pieces of a row leave free."""
    left, right = strip
    edges = [left]
    for line in row:
        if line.right > left and line.left < right:
            edges += [line.left, line.right]
    edges.append(right)
    return max(zip(edges[::2], edges[1::2], strict=True), key=lambda part: part[1] - part[0])
