"""The worksheet in Word: head, articles, and the questions type by type."""

from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm, Length, Pt

from quizgen.data import settings as words
from quizgen.exports.passage import closed
from quizgen.exports.print_settings import PrintSettings
from quizgen.exports.word_parts import (
    TEXT_WIDTH,
    columns,
    indent_of,
    outline,
    ruled,
    turn,
    write,
)
from quizgen.exports.worksheet import Asked, Lettered, Story, Version, Worksheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

GAP, GAP_LARGE = "_" * 24, "_" * 14
BLANK = "_" * 5
BOX, BOX_HEIGHT = Cm(1.4), Cm(1.1)


def write_version(
    document: "Document", sheet: Worksheet, version: Version, settings: PrintSettings
) -> None:
    """Write one version of the worksheet."""
    _head(document, sheet, version, large=settings.large)
    for story in sheet.stories:
        _story(document, story, numbered=settings.numbered)
    for section in version.sections:
        heading = document.add_paragraph(style="Heading 2")
        write(heading, section.heading)
        write(heading, f"   {section.instruction}").font.bold = False
        for asked in section.asked:
            _ask(document, asked, large=settings.large)


def _head(document: "Document", sheet: Worksheet, version: Version, *, large: bool) -> None:
    labels = words("worksheet_labels.toml")
    name, class_, day = (labels[key] for key in ("name", "class", "date"))
    line = document.add_paragraph()
    score = f"\t____ / {sheet.total}"
    if large:
        write(ruled(line, Cm(12)), f"{name}: \t{score}")
        write(ruled(document.add_paragraph(), Cm(6), Cm(12)), f"{class_}: \t {day}: \t")
    else:
        write(ruled(line, Cm(7), Cm(10.3), Cm(13.8)), f"{name}: \t  {class_}: \t  {day}: \t{score}")
    line.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    title = document.add_paragraph(style="Heading 1")
    turn(title, sheet.title)
    write(title, sheet.title)
    if version.letter:
        write(title, f" · {labels['version']} {version.letter}")


def _story(document: "Document", story: Story, *, numbered: bool) -> None:
    named = (
        f"{words('worksheet_labels.toml')['from']}: {closed(story.title)}" if story.title else ""
    )
    told = " · ".join(part for part in (named, story.about) if part)
    if told:
        write(document.add_paragraph(style="Quiet"), told)
    for sentences in story.paragraphs:
        paragraph = document.add_paragraph()
        turn(paragraph, sentences[0].text)
        for place, sentence in enumerate(sentences):
            if numbered:
                number = write(paragraph, f"{' ' * bool(place)}{sentence.number}\u202f", bold=True)
                number.font.superscript = True
            write(paragraph, sentence.text if numbered or not place else f" {sentence.text}")


def _ask(document: "Document", asked: Asked, *, large: bool) -> None:
    """Write a question; all of it stays on one page where it fits one."""
    first = document.add_paragraph(style="Question")
    write(first, f"{asked.number}.\t", bold=True)
    if asked.context:
        write(first, asked.context).italic = True
        first.paragraph_format.keep_with_next = True
        first = document.add_paragraph(style="Beside")
    write(first, asked.before)
    if asked.gap:
        write(first, GAP_LARGE if large else GAP)
        write(first, asked.after)
    rest = _answering(document, asked)
    for paragraph in [first, *rest][: -1 if rest else None]:
        paragraph.paragraph_format.keep_with_next = bool(rest)
    first.paragraph_format.keep_together = True


def _answering(document: "Document", asked: Asked) -> list["Paragraph"]:
    """What stands below a question, its paragraphs in order."""
    if asked.type == "true_false" and asked.columns > 1:
        line = document.add_paragraph(style="Beside")
        write(line, "          ".join(choice.text for choice in asked.choices))
        return [line]
    if asked.type == "matching":
        return _pairs(document, asked)
    if asked.type == "ordering":
        return [*_choices(document, asked.choices), *_boxes(document, len(asked.choices))]
    if asked.choices and asked.columns > 1:
        return _in_columns(document, asked.choices)
    return [*_choices(document, asked.choices), *_lines(document, asked.lines)]


def _choices(document: "Document", choices: Iterable[Lettered]) -> list["Paragraph"]:
    return [_choice(document.add_paragraph, choice) for choice in choices]


def _choice(add: "Callable[..., Paragraph]", choice: Lettered) -> "Paragraph":
    paragraph = add(style="Choice")
    write(paragraph, f"{choice.letter}.\t", bold=True)
    write(paragraph, choice.text)
    return paragraph


def _lines(document: "Document", count: int) -> list["Paragraph"]:
    made = [document.add_paragraph(style="Writing line") for _ in range(count)]
    for line in made:
        write(ruled(line, TEXT_WIDTH), "\t")
    return made


def _in_columns(document: "Document", choices: tuple[Lettered, ...]) -> list["Paragraph"]:
    """Two choices a line, parted by tabs, which programs break between pages better than tables."""
    left = indent_of(document, "Beside")
    letter = indent_of(document, "Choice") - left
    half = (TEXT_WIDTH - left) // 2
    made = []
    for two in zip_longest(choices[::2], choices[1::2]):
        made.append(document.add_paragraph(style="Choice"))
        for place, choice in enumerate(filter(None, two)):
            write(made[-1], f"{chr(9) * place}{choice.letter}.\t", bold=True)
            write(made[-1], choice.text)
        for stop in (left + half, left + half + letter):
            made[-1].paragraph_format.tab_stops.add_tab_stop(Length(stop))
    return made


def _in_cell(cell: "_Cell", choice: Lettered | None, indent: int) -> "Paragraph":
    """A choice in a cell of a table, which has a paragraph from the start."""
    paragraph: Paragraph = cell.paragraphs[0]
    paragraph.style = "Choice"
    _hang(paragraph, indent)
    if choice is not None:
        write(paragraph, f"{choice.letter}.\t", bold=True)
        write(paragraph, choice.text)
    return paragraph


def _pairs(document: "Document", asked: Asked) -> list["Paragraph"]:
    rows = max(len(asked.left), len(asked.choices))
    half = (TEXT_WIDTH - indent_of(document, "Beside")) // 2
    table = columns(document, half - Cm(1), half + Cm(1), rows=rows)
    between = indent_of(document, "Choice") - indent_of(document, "Beside")
    made = []
    for row, left, choice in zip_longest(table.rows, asked.left, asked.choices):
        paragraph = row.cells[0].paragraphs[0]
        write(paragraph, f"{BLANK}\t{left}" if left is not None else "")
        _hang(paragraph, 2 * between)
        paragraph.paragraph_format.space_after = Pt(8)
        made += [paragraph, _in_cell(row.cells[1], choice, between)]
    return made


def _hang(paragraph: "Paragraph", indent: int) -> None:
    """Let the text after a first tab stand in a column of its own."""
    shape = paragraph.paragraph_format
    shape.left_indent, shape.first_line_indent = Length(indent), Length(-indent)
    shape.tab_stops.add_tab_stop(Length(indent))


def _boxes(document: "Document", count: int) -> list["Paragraph"]:
    """Boxes in a row for the letters, numbered in small."""
    if not count:
        return []
    table = outline(columns(document, *[BOX] * count, rows=1))
    table.rows[0].height, table.rows[0].height_rule = BOX_HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
    made = []
    for number, cell in enumerate(table.rows[0].cells, 1):
        write(cell.paragraphs[0], str(number)).font.size = Pt(7)
        made.append(cell.paragraphs[0])
    return made
