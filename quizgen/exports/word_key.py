"""The answer key in Word: the line of all answers, then each with the sentence that tells it."""

from typing import TYPE_CHECKING

from docx.shared import Cm, Length

from quizgen.data import settings as words
from quizgen.exports.answer_key import Answer, Key, Line, Quoted
from quizgen.exports.word_parts import FURTHER, TEXT_WIDTH, outline, turn, write

NUMBER = Cm(0.25)  # about the width of a figure or letter in bold

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


def write_key(document: "Document", title: str, key: Key) -> None:
    """Write the answer key of the worksheet with this title."""
    labels = words("worksheet_labels.toml")
    write(document.add_paragraph(style="Heading 1"), f"{labels['key']}: {title}")
    _lines(document, key.lines)
    write(document.add_paragraph(style="Heading 2"), labels["answers"])
    for answer in key.answers:
        _answer(document, answer)
    write(document.add_paragraph(style="Heading 2"), labels["sources"])
    for source in key.sources:
        write(document.add_paragraph(style="Quiet"), source)


def _lines(document: "Document", lines: tuple[Line, ...]) -> None:
    cell = outline(document.add_table(1, 1)).rows[0].cells[0]
    cell.width = TEXT_WIDTH
    for place, line in enumerate(lines):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        if line.version:
            version = words("worksheet_labels.toml")["version"]
            write(paragraph, f"{version} {line.version}: ", bold=True)
        write(paragraph, line.text)


def _answer(document: "Document", answer: Answer) -> None:
    labels = words("worksheet_labels.toml")
    first = document.add_paragraph(style="Question")
    wide = Length(max(FURTHER, NUMBER * len(answer.numbers)))
    first.paragraph_format.left_indent, first.paragraph_format.first_line_indent = wide, -wide
    first.paragraph_format.tab_stops.add_tab_stop(wide)
    write(first, f"{answer.numbers}\t{answer.text}", bold=True)
    if answer.also:
        write(first, f" ({labels['also']}: {answer.also})")
    rest = [(part, "Quotation") for part in (*answer.parts, answer.explanation) if part]
    made = [first]
    for text, style in rest:
        made.append(document.add_paragraph(style=style))
        write(made[-1], text, bold=text in answer.parts)
    made += [_quotation(document, quoted) for quoted in answer.quoted]
    if answer.story:
        write(document.add_paragraph(style="Quotation"), answer.story).italic = True
    for paragraph in made[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _quotation(document: "Document", quoted: Quoted) -> "Paragraph":
    paragraph = document.add_paragraph(style="Quotation")
    sentence = quoted.sentence
    turn(paragraph, sentence.before + sentence.key)
    write(paragraph, sentence.before)
    write(paragraph, sentence.key, bold=True)
    write(paragraph, sentence.after)
    if quoted.number:
        write(paragraph, f" ({words('worksheet_labels.toml')['sentence']} {quoted.number})")
    return paragraph
