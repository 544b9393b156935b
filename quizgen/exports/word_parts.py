"""Parts of a Word document: styles, paragraphs, tables and fields that python-docx leaves out."""

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

TEXT_WIDTH = Cm(17)
INDENT, FURTHER = Cm(0.9), Cm(1.6)  # at 11 points
USUAL_SIZE = 11  # points
GREY, BLACK = RGBColor(0x50, 0x50, 0x50), RGBColor(0, 0, 0)
THEME = re.compile("(?:T|t)heme$")
TWENTIETH = 635  # units of python-docx in a twentieth of a point, in which Word counts widths
AFTER_SIZE = "w:highlight w:u w:effect w:bdr w:shd w:vertAlign w:rtl w:cs w:lang".split()
AFTER_BIDI = "w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:jc w:rPr".split()
AFTER_INDENT = "w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook".split()
AFTER_BORDERS = AFTER_INDENT[1:]
AFTER_NUMBERS = "w:cols w:formProt w:vAlign w:titlePg w:textDirection w:bidi w:docGrid".split()
"""What must stand behind an element in its parent: Word refuses files in another order."""


@dataclass(frozen=True, slots=True)
class Look:
    """A style of paragraphs: spaces in points, indents in the units of python-docx at 11 points.

    The first line begins `hanging` before `left`.
    """

    name: str
    size: float = 1.0
    bold: bool = False
    quiet: bool = False
    before: float = 0
    after: float = 3
    left: int = 0
    hanging: int = 0


LOOKS = (
    Look("Normal", after=4),
    Look("Heading 1", size=1.5, bold=True, before=8, after=4),
    Look("Heading 2", size=1.1, bold=True, before=16, after=4),
    Look("Question", before=8, after=4, left=INDENT, hanging=INDENT),
    Look("Choice", left=FURTHER, hanging=FURTHER - INDENT),
    Look("Beside", left=INDENT),
    Look("Writing line", before=10, after=2, left=INDENT),
    Look("Quotation", size=0.88, left=FURTHER, after=2),
    Look("Quiet", size=0.88, quiet=True),
    Look("Footer", quiet=True),
)
"""The styles of a worksheet; `size` is a share of that of its text."""


def set_styles(document: "Document", font: str, size: float) -> None:
    """Give the document the styles of a worksheet, in this font, its text of `size` points."""
    for look in LOOKS:
        known = [style.name for style in document.styles]
        if look.name not in known:
            document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        _set_style(document.styles[look.name], look, font, size)


def _set_style(style: "ParagraphStyle", look: Look, font: str, size: float) -> None:
    large = size > USUAL_SIZE  # nothing is small or grey in large print
    share = max(1, look.size) if large else look.size
    style.font.name, style.font.size, style.font.bold = font, Pt(size * share), look.bold
    style.font.color.rgb = GREY if look.quiet and not large else BLACK
    style.font.cs_bold = look.bold
    _set_other_size(style.element.rPr, size * share)
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if THEME.search(name)]:
        del fonts.attrib[name]  # a theme's font would come before ours
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    left, hanging = (Length(round(part * size / USUAL_SIZE)) for part in (look.left, look.hanging))
    shape.left_indent, shape.first_line_indent = left, Length(-hanging)
    shape.tab_stops.clear_all()
    if look.hanging:
        shape.tab_stops.add_tab_stop(left)


def _set_other_size(properties: "BaseOxmlElement", size: float) -> None:
    """Set the size of Arabic and Hebrew, which Word keeps apart."""
    for other in properties.findall(qn("w:szCs")):
        properties.remove(other)
    other = made("w:szCs", val=str(round(size * 2)))
    properties.insert_element_before(other, *AFTER_SIZE)


def made(name: str, **attributes: str) -> "BaseOxmlElement":
    """A new element with these attributes, all of Word's own vocabulary."""
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def write(paragraph: "Paragraph", text: str, *, bold: bool = False) -> "Run":
    """Add the text; what is written from right to left is marked so, for Word does not see it."""
    run = paragraph.add_run(text)
    run.bold = run.font.cs_bold = bold or None
    if from_right(text):
        run.font.rtl = True
    return run


def from_right(text: str) -> bool:
    """Whether the first letter of a text belongs to a script written from right to left."""
    kinds = (unicodedata.bidirectional(mark) for mark in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def turn(paragraph: "Paragraph", text: str) -> None:
    """Let a paragraph begin at the right where its text does."""
    if from_right(text):
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)


def ruled(paragraph: "Paragraph", *ends: int) -> "Paragraph":
    """Let each tab of a paragraph draw a line to its place in `ends`."""
    for end in ends:
        paragraph.paragraph_format.tab_stops.add_tab_stop(end, leader=WD_TAB_LEADER.LINES)
    return paragraph


def indent_of(document: "Document", style: str) -> Length:
    """How far in the lines of a style begin; its first may hang out."""
    indent: Length = document.styles[style].paragraph_format.left_indent
    return indent


def columns(document: "Document", *widths: int, rows: int) -> "Table":
    """A table without lines, its columns of these widths, as far in as a question's text."""
    start = indent_of(document, "Beside")
    table: Table = document.add_table(rows, len(widths))
    table.autofit = False
    indent = made("w:tblInd", w=str(start // TWENTIETH), type="dxa")
    table._tbl.tblPr.insert_element_before(indent, *AFTER_INDENT)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    return table


def outline(table: "Table") -> "Table":
    """The table with a thin line round each of its cells."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(made(f"w:{side}", val="single", sz="6", space="0", color="707070"))
    table._tbl.tblPr.insert_element_before(borders, *AFTER_BORDERS)
    return table


def field(paragraph: "Paragraph", code: str) -> None:
    """Add what Word counts: "PAGE" for one."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run(kind if kind == "1" else "")._r
        if not kind:
            text = OxmlElement("w:instrText")
            text.text = code
            run.append(text)
        elif kind != "1":
            run.append(made("w:fldChar", fldCharType=kind))


def count_from_one(section: "Section") -> None:
    """Let the pages of a section be counted by themselves."""
    numbers = made("w:pgNumType", start="1")
    section._sectPr.insert_element_before(numbers, *AFTER_NUMBERS)
