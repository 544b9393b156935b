"""Text of a PDF: lines in reading order joined to paragraphs, words that were cut made whole."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from quizgen.ingest.pdf_columns import in_order
from quizgen.ingest.pdf_lines import Line
from quizgen.ingest.wrapping import hyphen

LEADING = 1.35  # times the usual distance of lines begins a paragraph
INDENT = 0.6  # of the size of type: as much further right begins a paragraph
OTHER_SIZE = 0.12  # share by which type differs that is of another kind
SHORT = 0.8  # of the column: a line that ends before has been ended
LARGE = 1.2  # times the usual size is a headline's
LONGEST_TITLE = 200  # characters
COLUMN = 3.0  # times the size of type: lines that begin within it stand in one column
SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*$")
CUT = re.compile(r"(?<=[^\W\d_])[-\xad\u2010]$")


def flowed(pages: Iterable[Sequence[Line]]) -> str:
    """The text of pages, with a blank line between paragraphs."""
    lines = [line for page in pages for line in in_order(page)]
    if not lines:
        return ""
    known = frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(x.text for x in lines)))
    leading = _leading(lines)
    found = [[lines[0]]]
    for last, line in pairwise(lines):
        if _begins(found[-1], last, line, leading):
            found.append([line])
        else:
            found[-1].append(line)
    return "\n\n".join(_whole([line.text for line in part], known) for part in found)


def headed(pages: Sequence[Sequence[Line]]) -> str:
    """What stands in the largest type of the first page, "" where none is larger than the text."""
    first = in_order(pages[0]) if pages else []
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


def _begins(part: Sequence[Line], last: Line, line: Line, leading: float) -> bool:
    """Whether a line begins a paragraph after those of `part`, of which `last` is the last."""
    if abs(line.size - last.size) > OTHER_SIZE * max(line.size, last.size):
        return True
    step = last.base - line.base
    if not 0 < step <= LEADING * max(leading, last.size):
        return _new_place(part, last, line)
    indented = line.left > last.left + INDENT * line.size
    return indented or (_ended(part, last) and bool(SENTENCE_END.search(last.text)))


def _new_place(part: Sequence[Line], last: Line, line: Line) -> bool:
    """The same at the head of a column or page, and after a gap."""
    upwards = line.base >= last.base
    if CUT.search(last.text):
        return False
    goes_on = not SENTENCE_END.search(last.text) and not line.text[:1].isupper()
    return not (upwards and (goes_on or (not _ended(part, last) and _open(last))))


def _open(line: Line) -> bool:
    return not SENTENCE_END.search(line.text)


def _ended(part: Sequence[Line], last: Line) -> bool:
    """Whether the last line ends well before those above it in its column do."""
    column = [line for line in part if abs(line.left - last.left) < COLUMN * last.size]
    left, right = min(line.left for line in column), max(line.right for line in column)
    return len(column) > 1 and last.right < left + SHORT * (right - left)


def _whole(lines: Sequence[str], known: frozenset[str]) -> str:
    """The lines as one, with the words whole that were cut at their ends."""
    text = lines[0]
    for line in lines[1:]:
        cut = CUT.search(text)
        if cut is None:
            text += " " + line
        else:
            text = text[: cut.start()] + hyphen(text, line, known) + line
    return CUT.sub("-", text).replace("\xad", "")
