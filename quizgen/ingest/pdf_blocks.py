"""Blocks: lines below one another in one column, and the order in which blocks are read.

By two rules of Breuel, "High performance document layout analysis" (2003): of blocks above one
another the upper is read first; of blocks beside one another the left is, unless a third one
between them in height reaches over both, as the headline of the next story does.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizgen.ingest.pdf_lines import Line

TOUCHING = 1.0  # points by which lines of two columns may overlap
HEADLINE = 1.2  # times the usual size of type
MOST_LINES = 1_000  # of a page, of which every two are compared; a broadsheet's has 700
MOST_BLOCKS = 80  # of which every three are compared; newspapers' pages have thirty


@dataclass(slots=True)
class Block:
    """Lines from the top, and the box that holds them; its height is that of base lines."""

    lines: list[Line]
    left: float
    right: float

    @property
    def top(self) -> float:
        """The base of the first line."""
        return self.lines[0].base

    @property
    def foot(self) -> float:
        """The base of the last line."""
        return self.lines[-1].base


def in_reading_order(
    lines: Sequence[Line], gutters: Collection[tuple[float, float]], usual: float
) -> list[Line]:
    """The lines, which come from the top, block by block; as they come where they are chaos.

    `gutters` are the left and right edges of the strips between columns, `usual` the size of type.
    """
    blocks = _blocks(lines) if len(lines) <= MOST_LINES else []
    if not 0 < len(blocks) <= MOST_BLOCKS:
        return list(lines)
    for block in blocks:
        if block.lines[0].size >= HEADLINE * usual:
            _spread(block, blocks, gutters)
    return [line for block in _ordered(blocks) for line in block.lines]


def _blocks(lines: Sequence[Line]) -> list[Block]:
    """The lines put to the block whose last line alone stands right above them alone."""
    above: list[list[int]] = []
    below: list[list[int]] = [[] for _ in lines]
    for number, line in enumerate(lines):
        above.append(_neighbours(lines[:number], line))
        for other in above[-1]:
            below[other].append(number)
    blocks: dict[int, Block] = {}
    found: list[Block] = []
    for number, line in enumerate(lines):
        over = above[number][0] if len(above[number]) == 1 else -1
        if over >= 0 and below[over] == [number]:
            block = blocks[number] = blocks[over]
            block.lines.append(line)
            block.left, block.right = min(block.left, line.left), max(block.right, line.right)
        else:
            blocks[number] = Block([line], line.left, line.right)
            found.append(blocks[number])
    return found


def _spread(
    block: Block, blocks: Sequence[Block], gutters: Collection[tuple[float, float]]
) -> None:
    """Let a headline reach over the page where it lies across columns with nothing beside it.

    It is centred above them, or shorter than they are together.
    """
    across = any(block.left < (left + right) / 2 < block.right for left, right in gutters)
    size = block.lines[0].size
    beside = (
        b for b in blocks if b.foot < block.top + size and block.foot < b.top + b.lines[0].size
    )
    if across and not any(other is not block for other in beside):
        block.left = min(other.left for other in blocks)
        block.right = max(other.right for other in blocks)


def _neighbours(lines: Sequence[Line], line: Line) -> list[int]:
    """The numbers of the lines right above a line: no other stands between."""
    found: list[int] = []
    free = [(line.left, line.right)]
    for number in range(len(lines) - 1, -1, -1):
        other = lines[number]
        if other.base <= line.base or not any(_over(other, *part) for part in free):
            continue
        found.append(number)
        free = [rest for part in free for rest in _without(part, other)]
        if not free:
            break
    return found


def _without(part: tuple[float, float], line: Line) -> list[tuple[float, float]]:
    """What a line leaves of a part of another's width."""
    pieces = ((part[0], min(part[1], line.left)), (max(part[0], line.right), part[1]))
    return [(left, right) for left, right in pieces if right - left > TOUCHING]


def _over(one: Line | Block, left: float, right: float) -> bool:
    """Whether one stands above or below a width."""
    return one.left < right - TOUCHING and left < one.right - TOUCHING


def _ordered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks by the two rules; where these contradict one another, from the top."""
    waiting = dict(enumerate(blocks))
    before = {n: {m for m in waiting if m != n and _first(blocks, m, n)} for n in waiting}
    found: list[Block] = []
    while waiting:
        free = [n for n in waiting if not before[n] & waiting.keys()]
        number = min(free or waiting, key=lambda n: (-blocks[n].top, blocks[n].left))
        found.append(waiting.pop(number))
    return found


def _first(blocks: Sequence[Block], one: int, other: int) -> bool:
    """Whether one block is read before another, by either rule."""
    a, b = blocks[one], blocks[other]
    if _over(a, b.left, b.right):
        return a.top > b.top
    if a.left > b.left:
        return False
    low, high = min(a.top, b.top), max(a.foot, b.foot)
    return not any(
        low < c.foot <= c.top < high and _over(c, a.left, a.right) and _over(c, b.left, b.right)
        for c in blocks
    )
