"""Lines of a PDF's page: glyphs put together where they stand on one line of one column."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

SPACE = 0.18  # of the height of the type: a gap as wide parts words
GUTTER = 1.1  # a gap as wide parts columns
RAISED = 0.45  # a glyph raised or lowered by more is on another line
OVERLAP = 0.6  # a glyph may stand as far left of the last one's end (accents, bold drawn twice)
INITIAL = 1.8  # times the size of the text is a large first letter; it is as many lines high
JOINED = 0.6  # pieces of a line that are drawn apart may be as far from one another


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character with its left and right edge, its base line and the height of its type.

    All in points; the base line counts from the foot of the page.
    """

    char: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of a line that lies within one column; measures as those of a glyph."""

    text: str
    left: float
    right: float
    base: float
    size: float


def with_letters_apart(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The glyphs with the letters of a ligature beside one another.

    All of them come with the box of the one mark that is drawn for them.
    """
    for _, group in groupby(glyphs, key=lambda glyph: (glyph.left, glyph.right, glyph.base)):
        letters = list(group)
        width = (letters[0].right - letters[0].left) / len(letters)
        drawn_twice = len({glyph.char for glyph in letters}) == 1 and letters[0].char not in "ft"
        for number, glyph in enumerate(letters):
            left = glyph.left if drawn_twice else glyph.left + number * width
            yield replace(glyph, left=left, right=glyph.right if drawn_twice else left + width)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of a page from the top, pieces of one height from the left."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        elif glyph.char.strip():
            runs.append([glyph])
    lines = [line for run in runs if (line := _line(run)).text]
    return [line for row in by_row(lines) for line in _joined_near(row)]


def _follows(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph goes on with the line of the last one."""
    size = max(last.size, glyph.size)
    if size >= INITIAL * min(last.size, glyph.size):
        return False
    level = abs(glyph.base - last.base) <= RAISED * size
    return level and -OVERLAP * size <= glyph.left - last.right <= GUTTER * size


def _line(run: list[Glyph]) -> Line:
    text = run[0].char
    for last, glyph in pairwise(run):
        same = glyph.char == last.char and abs(glyph.left - last.left) < SPACE * glyph.size
        if same:  # bold that is drawn twice
            continue
        apart = glyph.left - last.right > SPACE * max(glyph.size, last.size)
        text += (" " if apart else "") + glyph.char
    inked = [glyph for glyph in run if glyph.char.strip()]
    return Line(
        _plain(text),
        inked[0].left,
        max(glyph.right for glyph in inked),
        inked[0].base,
        max(glyph.size for glyph in inked),
    )


def _plain(text: str) -> str:
    """The text without ligatures and doubled spaces."""
    whole = "".join(_letters(char) for char in text)
    return " ".join(whole.split())


def _letters(char: str) -> str:
    return unicodedata.normalize("NFKC", char) if "\ufb00" <= char <= "\ufb06" else char


def by_row(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines of each height from the left, heights from the top."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-round(line.base), line.left)):
        first = found[-1][0] if found else None
        if first is not None and first.base - line.base <= RAISED * min(first.size, line.size):
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda line: line.left) for row in found]


def joined(line: Line, behind: Line) -> Line:
    """A piece of a line and the one behind it as one."""
    text, size = f"{line.text} {behind.text}", max(line.size, behind.size)
    return Line(text, line.left, max(line.right, behind.right), line.base, size)


def _joined_near(row: Sequence[Line]) -> list[Line]:
    """The pieces of a row, those put together that were drawn apart and stand near."""
    found = [row[0]]
    for line in row[1:]:
        if _beside(found[-1], line):
            found[-1] = joined(found[-1], line)
        else:
            found.append(line)
    return found


def _beside(last: Line, line: Line) -> bool:
    alike = max(last.size, line.size) < INITIAL * min(last.size, line.size)
    gap = (line.left - last.right) / max(last.size, line.size, 1.0)
    return alike and -SPACE <= gap <= JOINED


def with_initials(lines: Sequence[Line]) -> list[Line]:
    """The lines with a large first letter put before the line that it begins.

    The lines beside it, which make room for it, then begin where it does.
    """
    found = list(lines)
    for initial in [line for line in lines if len(line.text) == 1 and line.text.isalpha()]:
        beside = [line for line in found if _makes_room(line, initial)]
        if len(beside) < INITIAL:
            continue
        found.remove(initial)
        for line in beside:
            text = initial.text + line.text if line is beside[0] else line.text
            found[found.index(line)] = replace(line, text=text, left=initial.left)
    return found


def _makes_room(line: Line, initial: Line) -> bool:
    level = initial.base - RAISED * line.size <= line.base <= initial.base + initial.size
    near = abs(line.left - initial.right) <= line.size
    return level and near and initial.size >= INITIAL * line.size
