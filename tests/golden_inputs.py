"""Writes the inputs of the golden folders that no editor shows: PDFs, a Word file, a book, a table.

    python tests/golden_inputs.py

Golden PDFs with known columns come from here. Others were made by programs that know nothing of
them: `pdf/printed` was printed by Chromium, and from the sources beside them

    pdf/newspaper    typst compile source.typ input.pdf
    pdf/office       soffice --headless --convert-to pdf source.fodt
    pdf/web_columns  chromium --headless --no-pdf-header-footer --print-to-pdf=input.pdf source.html
"""

from pathlib import Path

from made_files import Placed, book, paragraph, pdf, word

GOLDEN = Path(__file__).parent / "ingest"

LEFT = """The city of Lima opened a bridge
over the river on Friday, four
years after work began. It is two
kilometres long and carries six-
teen trams in each direction.
   The mayor, Maria Santos, called
it a gift to the city and crossed
it on foot with about 2,000 peo-
ple who had waited since early""".splitlines()
RIGHT = """morning behind the barriers.
   The bridge cost $20 million,
twice as much as planned. A well-
known Japanese company supplied
the steel-and-glass roof.
   The old bridge will be closed in
May. Franco-
Peruvian builders will take it
down, a spokesman said.""".splitlines()
SECOND = """A second page follows the first.
It holds a well-known ending, and
no word of it is torn.""".splitlines()


def column(lines: list[str], left: float, top: float) -> list[Placed]:
    """Lines below one another; three spaces stand for an indent."""
    return [
        (left + 12 * line.startswith("   "), top - 13 * number, 10, line.strip())
        for number, line in enumerate(lines)
    ]


def margins(page: int) -> list[Placed]:
    """A running head with a number in it, and a page number."""
    return [
        (60, 810, 8, f"LIMA TIMES, Friday, July 12, 2019 - {page}"),
        (290, 30, 8, f"- {page} -"),
    ]


def columns() -> bytes:
    """Two columns under a headline in two lines, and a second page."""
    first = [
        *margins(1),
        (60, 760, 24, "Lima opens its long"),
        (60, 732, 24, "bridge over the river"),
        *column(LEFT, 60, 690),
        *column(RIGHT, 310, 690),
    ]
    return pdf([first, [*margins(2), *column(SECOND, 60, 690)]], title="Microsoft Word - b.docx")


def rows_across() -> bytes:
    """The same columns, drawn row by row across the page, in no order of their pieces."""
    pieces = [*column(LEFT, 60, 690), *column(RIGHT, 310, 690)]
    rows = sorted(pieces, key=lambda placed: (placed[1] % 26, placed[1], -placed[0]))
    return pdf([[*rows, (60, 740, 20, "Lima opens its bridge")]])


def initial() -> bytes:
    """A large first letter three lines high, a bold headline drawn twice, and a ligature's gap."""
    room = ["he city of Lima opened a bridge", "over the river on Friday, four", "years late."]
    below = ["It is two kilometres long and", "carries trams. Nobody was hurt."]
    page = [
        (60, 760, 20, "Lima opens its bridge"),
        (60.4, 760, 20, "Lima opens its bridge"),
        (60, 664, 44, "T"),
        *[(90, 690 - 13 * number, 10, line) for number, line in enumerate(room)],
        *column(below, 60, 651),
        *column(["   The mayor called it", "a gift to the city."], 60, 625),
    ]
    return pdf([page])


def revised() -> bytes:
    """A Word file with tracked changes, a text box, a table, a note, fields and special marks."""
    box = (
        "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/"
        "markup-compatibility/2006'><mc:Choice><w:txbxContent>"
        + paragraph("A box beside the text tells that the bridge has two decks.")
        + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
        + paragraph("A box beside the text tells that the bridge has two decks.")
        + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = [
        paragraph("Lima opens its bridge", "Title"),
        paragraph(
            "<w:r><w:t>The city of </w:t></w:r>"
            "<w:del><w:r><w:delText>Cusco</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>Lima</w:t></w:r></w:ins><w:r><w:t xml:space='preserve"
            "'> opened a long</w:t><w:noBreakHyphen/><w:t>awaited</w:t><w:tab/><w:t>bri</w:t>"
            "<w:softHyphen/><w:t>dge on Friday.</w:t><w:footnoteReference w:id='1'/></w:r>" + box
        ),
        "<w:tbl><w:tr><w:tc>" + paragraph("Year") + "</w:tc></w:tr></w:tbl>",
        paragraph(""),
        "<w:sdt><w:sdtContent>"
        + paragraph(
            "<w:r><w:t>The mayor called it a gift</w:t><w:br/><w:t>to the city.</w:t></w:r>"
        )
        + "</w:sdtContent></w:sdt>",
        paragraph(
            "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>It cost $20 million."
            "</w:t></w:r></w:hyperlink>"
        ),
    ]
    return word("".join(body), word__footnotes_xml="<x/>")


def daily() -> bytes:
    """A book of a day's two articles, with a cover and a list of contents."""
    told = (
        "<p>The city of Lima opened a bridge over the river on Friday, four years after work "
        "began. It is two kilometres long.</p><p>The mayor, Maria Santos, called it a gift to the "
        "city and crossed it on foot with about 2,000 people, who had waited since morning.</p>"
    )
    return book(
        {
            "cover.xhtml": "<html><body><img src='c.jpg'/></body></html>",
            "toc.xhtml": "<html><body>" + "<p><a href='1'>Lima opens its bridge</a></p>" * 30,
            "one%201.xhtml": f"<html><head><title>x</title></head><body><h1>Lima opens</h1>{told}",
            "two.xhtml": "<html><body><h2>Cusco follows</h2>" + told.replace("Lima", "Cusco"),
            "missing.xhtml": "",
        },
        described="<dc:title>Lima Times, 12 July 2019</dc:title><dc:date>2019-07-12</dc:date>"
        "<dc:creator>calibre</dc:creator><dc:rights>CC BY 4.0</dc:rights>",
    )


def table() -> bytes:
    """A Parquet table of two row groups with a column that is not asked for, and gaps."""
    from datetime import date
    from io import BytesIO

    import pyarrow as pa
    from pyarrow import parquet

    text = "The city of Lima opened a bridge over the river on Friday. The mayor called it a gift."
    rows = pa.table(
        {
            "ID": ["a", "b", None],
            "Text": [text, None, f"{text} It cost $20 million."],
            "date": pa.array([date(2019, 7, 12), None, date(2019, 7, 13)], pa.date32()),
            "authors": [["Ann Lee", "Bob Ray"], [], None],
            "embedding": [[0.1, 0.2], [0.3], [0.4]],
            "licence": ["CC BY 4.0", "", None],
        }
    )
    buffer = BytesIO()
    parquet.write_table(rows, buffer, row_group_size=2)
    return buffer.getvalue()


INPUTS = {
    "pdf/columns/input.pdf": columns,
    "pdf/rows_across/input.pdf": rows_across,
    "pdf/initial/input.pdf": initial,
    "word/revised/input.docx": revised,
    "book/daily/input.epub": daily,
    "records/table/input.parquet": table,
}

if __name__ == "__main__":
    for place, make in INPUTS.items():
        (GOLDEN / place).write_bytes(make())
