"""Word: the paragraphs of a .docx file, as they read with all changes accepted."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.errors import InputError
from quizgen.ingest.packages import Package
from quizgen.ingest.reading import Reading
from quizgen.ingest.trees import children, local, words, xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

LEFT_OUT = frozenset(  # deleted text, doubles for old programs, tables, pictures' descriptions
    "del moveFrom Fallback tbl instrText delText pPr rPr sectPr footnoteReference docPr".split()
)
MARKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "sym": ""}
TITLES = ("Title", "Titel", "Headline")
HEADINGS = ("Heading1", "heading1", "berschrift1")


def read_word(package: Package) -> Reading:
    """The article of a Word file. Raises InputError for one without text."""
    body = xml_tree(package.read("word/document.xml"), package.name)
    found = [(style, text) for style, text in _paragraphs(body) if text]
    if not found:
        msg = f"{package.name} holds no text; give the article's text"
        raise InputError(msg)
    return Reading(
        "\n\n".join(text for _, text in found),
        title=_styled(found, TITLES) or _property(package) or _styled(found, HEADINGS),
    )


def _paragraphs(root: "_Element") -> Iterator[tuple[str, str]]:
    """The style and text of each paragraph, those in text boxes after the one they hang on."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if local(element) in LEFT_OUT:
            continue
        inner = [child for child in element if local(child) not in LEFT_OUT]
        if local(element) == "p":
            pieces, boxes = _pieces(element)
            yield _style(element), _tidy("".join(pieces))
            inner = boxes
        waiting += reversed(inner)


def _pieces(paragraph: "_Element") -> tuple[list[str], list["_Element"]]:
    """The texts of a paragraph, and the text boxes in it."""
    pieces: list[str] = []
    boxes: list[_Element] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name == "txbxContent":
            boxes.append(element)
        elif name in MARKS:
            pieces.append(MARKS[name])
        elif name not in LEFT_OUT:
            waiting += reversed(element)
    return pieces, boxes


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _style(paragraph: "_Element") -> str:
    for properties in children(paragraph, "pPr"):
        for style in children(properties, "pStyle"):
            return next((value for key, value in style.items() if key.endswith("val")), "")
    return ""


def _styled(found: list[tuple[str, str]], styles: tuple[str, ...]) -> str:
    """The first paragraph in one of these styles."""
    return next((text for style, text in found if style.endswith(styles)), "").replace("\n", " ")


def _property(package: Package) -> str:
    """The title that the file's properties name."""
    if "docProps/core.xml" not in package:
        return ""
    root = xml_tree(package.read("docProps/core.xml"), package.name, mend=True)
    return next((words(child) for child in children(root, "title")), "")
