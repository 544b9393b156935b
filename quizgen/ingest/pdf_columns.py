"""Columns: which pieces of a PDF's rows are one line, and in which order the lines are read.

A gutter is a strip that stays free down several rows with text on both sides, which the gaps of
rows that are spread out to a column's width do not. The pieces of a row that no gutter parts are
one line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from quizgen.ingest.pdf_blocks import HEADLINE, in_reading_order
from quizgen.ingest.pdf_lines import Line, by_row, joined

FEWEST = 3  # rows with text on both sides of a gutter
NARROWEST = 0.5  # of the size of type: a gutter
STEP = 2.0  # points: edges that differ by less are one
WHITE = 1.5  # times its own size, above the headline of a story that begins below others' columns
ALIGNED = 0.5  # of the lines right of a gutter begin at its edge; of words spread out few do

Strip = tuple[float, float]
"""The left and right edge of what is free of text."""
Rows = Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip with the page on which, and the base lines between which, it was found."""

    left: float
    right: float
    page: int
    top: float
    foot: float

    def parts(self, line: Line, behind: Line, page: int) -> bool:
        """Whether two pieces of a row of a page stand on either side.

        Elsewhere than where it was found, a column begins right at its edge.
        """
        here = page == self.page and self.foot <= line.base <= self.top
        beside = line.right <= self.left and self.right <= behind.left
        return beside and (here or behind.left - self.right <= STEP)


def in_order(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of pages in reading order: down each column, and what spans columns in its place.

    A page's gutters are looked for on the others too: its own columns may have but a row or two.
    """
    usual = median(line.size for page in pages for line in page) if any(pages) else 0.0
    bands = [(n, band) for n, page in enumerate(pages) for band in _bands(by_row(page), usual)]
    gutters = [gutter for number, band in bands for gutter in _gutters(band, number)]
    found: list[list[Line]] = [[] for _ in pages]
    for number, band in bands:
        lines = [line for row in band for line in _parted(row, gutters, number)]
        strips = frozenset((each.left, each.right) for each in gutters if each.page == number)
        found[number] += in_reading_order(lines, strips, usual)
    return found


def _bands(rows: Rows, usual: float) -> Iterator[Rows]:
    """The rows from one story's headline to the next, where columns stand above and below it.

    The headline may be no wider than a column, so that its place among the blocks tells nothing.
    """
    start = 0
    for number, row in enumerate(rows):
        above = rows[start:number]
        white = above and above[-1][0].base - row[0].base >= WHITE * row[0].size
        large = min(line.size for line in row) >= HEADLINE * usual
        if white and large and _parallel(above) and _parallel(rows[number:]):
            yield above
            start = number
    if rows:
        yield rows[start:]


def _parallel(rows: Rows) -> bool:
    """Whether some pieces stand beside one another."""
    return any(len(row) > 1 for row in rows)


def _parted(row: Sequence[Line], gutters: Sequence[Gutter], page: int) -> Iterator[Line]:
    """The lines of a row: its pieces put together, except across gutters."""
    line = row[0]
    for piece in row[1:]:
        if any(gutter.parts(line, piece, page) for gutter in gutters):
            yield line
            line = piece
        else:
            line = joined(line, piece)
    yield line


def _gutters(rows: Rows, page: int) -> list[Gutter]:
    """The gutters of a page, each found once."""
    found: list[Gutter] = []
    for number, row in enumerate(rows):
        for before, behind in pairwise(row):
            if not any(gutter.parts(before, behind, page) for gutter in found):
                gutter = _followed(rows[number:], (before.right, behind.left), page)
                found += [gutter] if gutter else []
    return found


def _followed(rows: Rows, strip: Strip, page: int) -> Gutter | None:
    """How much of a gap stays free down the rows, None where too few have text on both sides."""
    starts: list[float] = []
    foot = rows[0][0].base
    for row in rows:
        free = _free(row, strip)
        if free[1] - free[0] < NARROWEST * row[0].size:
            break
        strip, foot = free, row[0].base
        behind = [line.left for line in row if line.left >= strip[1]]
        if behind and row[0].right <= strip[0]:
            starts.append(min(behind))
    near = sum(start - strip[1] <= STEP for start in starts)
    if near < max(FEWEST, ALIGNED * len(starts)):
        return None
    return Gutter(*strip, page, rows[0][0].base, foot)


def _free(row: Sequence[Line], strip: Strip) -> Strip:
    """The widest part of a strip that the pieces of a row leave free."""
    left, right = strip
    edges = [left]
    for line in row:
        if line.right > left and line.left < right:
            edges += [line.left, line.right]
    edges.append(right)
    return max(zip(edges[::2], edges[1::2], strict=True), key=lambda part: part[1] - part[0])
