"""Sheets: tables for spreadsheets, as CSV and as XLSX, in which no text becomes a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook

Cell = str | int | float | None

FORMULA = re.compile(r"(^|[;\t\r\n])(?=\s*[=+\-@＝＋－＠])")
"""Where a spreadsheet would begin a formula: its opening, also behind what parts cells."""
NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not take."""
NO_NAME = re.compile(r"[\[\]:*?/\\']")  # characters that the name of a sheet can't hold
LONGEST_NAME, LONGEST_CELL = 31, 32_767  # characters of a sheet's name and of a cell
NARROW, WIDE = 9, 45  # characters of a column's width, at least and at most


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a line of headings; every row has a cell for each of them."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lines(self) -> tuple[tuple[Cell, ...], ...]:
        """The headings and the rows."""
        return (self.head, *self.rows)


def safe(text: str) -> str:
    """The text for a cell of a CSV file: an apostrophe keeps what looks like a formula a text."""
    return FORMULA.sub(r"\1'", text)


def as_csv(sheet: Sheet, *, marked: bool = True) -> bytes:
    """The sheet as CSV; its first bytes tell spreadsheets, if `marked`, that it is UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerows([_told(cell) for cell in line] for line in sheet.lines)
    return out.getvalue().encode("utf-8-sig" if marked else "utf-8", "replace")


def _told(cell: Cell) -> str:
    if isinstance(cell, str):
        return safe(cell)
    return "" if cell is None else f"{cell:g}"


def as_xlsx(sheets: Iterable[Sheet], *, created: datetime) -> bytes:
    """The sheets as one workbook, said to be made at `created` (aware): equal sheets, equal bytes.

    Texts stay texts, whatever they begin with.
    """
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": created.astimezone(UTC).replace(tzinfo=None)})
        for sheet in sheets:
            _add(book, sheet)
    return out.getvalue()


def _add(book: "Workbook", sheet: Sheet) -> None:
    page = book.add_worksheet(NO_NAME.sub(" ", sheet.name)[:LONGEST_NAME].strip())
    page.freeze_panes(1, 1)
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for column, width in enumerate(_widths(sheet.lines)):
        page.set_column(column, column, width)
    for line, cells in enumerate(sheet.lines):
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                page.write_string(line, column, _plain(cell), None if line else heading)
            elif cell is not None:
                page.write_number(line, column, cell)


def _plain(text: str) -> str:
    """The text as XML takes it; with a space before what XlsxWriter would take for its own XML."""
    plain = NO_TEXT.sub("\ufffd", text)
    return f" {plain}" if plain.startswith("<r>") else plain


def _widths(lines: Sequence[Sequence[Cell]]) -> Iterable[int]:
    """The widths of the columns, by their longest cell."""
    for column in zip(*lines, strict=True):
        yield min(WIDE, max(NARROW, *(len(_told(cell)) + 1 for cell in column)))
