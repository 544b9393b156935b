"""Text of a PDF: lines in reading order joined to paragraphs, words that were cut made whole."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from quizgen.ingest.heads import is_about
from quizgen.ingest.pdf_lines import Line
from quizgen.ingest.wrapping import hyphen

LEADING = 1.35  # times the usual distance of lines begins a paragraph
INDENT = 0.6  # of the size of type: as much further right begins a paragraph
OTHER_SIZE = 0.12  # share by which type differs that is of another kind
SHORT = 0.8  # of the column: a line that ends before has been ended
LARGE = 1.2  # times the usual size is a headline's
AROUND = 40  # lines before and behind that show how wide a column is
LONGEST_TITLE = 200  # characters
EDGE = 2.0  # points: ends of lines that differ by less are one
FLUSH = 0.2  # of the lines end where a column does
CENTRED = 0.4  # of the size of type: twice as far apart the middles of centred lines may be
COLUMN = 3.0  # times the size of type: lines that begin within it stand in one column
ROWS = 3  # of a table
TABULAR = 0.4  # of its words are figures
FIGURE = re.compile(r"[^\w\s]?\d[\d.,:/-]*[^\w\s]?(?:bn|m|k)?")
SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
CUT = re.compile(r"(?<=\w)[-\xad\u2010]$")
DASH = re.compile(r"\w[–—]$")  # set close, it is followed by no space


@dataclass(frozen=True, slots=True)
class Setting:
    """The usual distance of lines in points, and whether paragraphs begin with an indent."""

    leading: float
    indented: bool


def flowed(pages: Iterable[Sequence[Line]]) -> str:
    """The text of pages, whose lines come as they are read, a blank line between paragraphs."""
    lines = [line for page in pages for line in page]
    if not lines:
        return ""
    known = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(x.text for x in lines)))
    setting = Setting(_leading(lines), indented=_indented(lines))
    found = [[lines[0]]]
    for number, line in enumerate(lines[1:], 1):
        around = lines[max(0, number - AROUND) : number + AROUND]
        if _begins(found[-1], lines[number:], around, setting):
            found.append([line])
        else:
            found[-1].append(line)
    told = [_whole([line.text for line in part], known) for part in found if not _tabular(part)]
    return "\n\n".join(told)


def headed(pages: Sequence[Sequence[Line]]) -> str:
    """What stands in the largest type of the first page, "" where none is larger than the text."""
    first = pages[0] if pages else []
    if not first:
        return ""
    usual = median(line.size for page in pages for line in page)
    largest = max(line.size for line in first)
    title = [line.text for line in first if line.size > largest * (1 - OTHER_SIZE)]
    text = _whole(title, frozenset())
    return text if largest >= usual * LARGE and len(text) <= LONGEST_TITLE else ""


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of one line from the next."""
    steps = [a.base - b.base for a, b in pairwise(lines) if a.base > b.base]
    return median(steps) if steps else 0.0


def _tabular(part: Sequence[Line]) -> bool:
    """Whether lines are the rows or columns of a table: mostly figures, and no sentence."""
    words = " ".join(line.text for line in part).split()
    figures = sum(FIGURE.fullmatch(word) is not None for word in words)
    sentence = SENTENCE_END.search(part[-1].text)
    return not sentence and len(part) >= ROWS and figures >= max(ROWS, TABULAR * len(words))


def _indented(lines: Sequence[Line]) -> bool:
    """Whether paragraphs begin with an indent: some lines stand right of those on both sides."""
    steps = zip(lines, lines[1:], lines[2:], strict=False)
    further = (min(b.left - a.left, b.left - c.left) / b.size for a, b, c in steps if b.size)
    return sum(INDENT < by < COLUMN for by in further) >= ROWS


def _begins(
    part: Sequence[Line], lines: Sequence[Line], around: Sequence[Line], setting: Setting
) -> bool:
    """Whether the first of lines begins a paragraph after that part; `around` are those near."""
    last, line = part[-1], lines[0]
    if abs(line.size - last.size) > OTHER_SIZE * max(line.size, last.size):
        return True
    step = last.base - line.base
    if not 0 < step <= LEADING * max(setting.leading, last.size):
        return _new_place(last, lines, around, setting)
    indent = INDENT * line.size
    if line.left > last.left + indent and _centred(last, line):
        return False
    outdented = line.left < last.left - (indent if len(part) > 1 else COLUMN * line.size)
    if outdented or line.left > last.left + indent:
        return True
    return _ended(last, around) and (not _open(last) or is_about(last.text))


def _centred(last: Line, line: Line) -> bool:
    """Whether two lines have their middle in one place."""
    return abs(last.left + last.right - line.left - line.right) < CENTRED * line.size


def _new_place(last: Line, lines: Sequence[Line], around: Sequence[Line], setting: Setting) -> bool:
    """The same at the head of a column or page, and after a gap."""
    line, upwards = lines[0], lines[0].base >= last.base
    if CUT.search(last.text):
        return False
    if not upwards:
        return True
    if _open(last):
        return line.text[:1].isupper() and _ended(last, around)
    below = lines[1] if len(lines) > 1 else line
    indented = line.left > below.left + INDENT * line.size
    return not setting.indented or indented or _ended(last, around)


def _open(line: Line) -> bool:
    """Whether a line ends within a sentence."""
    return not SENTENCE_END.search(line.text)


def _ended(last: Line, around: Sequence[Line]) -> bool:
    """Whether the last line ends well before those near it in its column do."""
    alike = (line for line in around if abs(line.size - last.size) < OTHER_SIZE * last.size)
    near = (line for line in alike if line.left > last.left - COLUMN * last.size)
    column = [line for line in near if line.left < last.left + last.size]
    left, right = min(line.left for line in column), max(line.right for line in column)
    level = sum(abs(line.right - last.right) <= EDGE for line in column)
    flush = level >= max(ROWS, FLUSH * len(column))  # beside lines of a wider column
    return not flush and last.right < left + SHORT * (right - left)


def _whole(lines: Sequence[str], known: frozenset[str]) -> str:
    """The lines as one, with the words whole that were cut at their ends."""
    text = lines[0]
    for line in lines[1:]:
        cut = CUT.search(text)
        if cut is None:
            text += line if DASH.search(text) else f" {line}"
        else:
            text = text[: cut.start()] + hyphen(text, line, known) + line
    return CUT.sub("-", text).replace("\xad", "")
