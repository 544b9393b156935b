"""Books: the chapters of an EPUB file, as news programs make them of a day's articles."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from quizgen.errors import InputError
from quizgen.ingest import blocks
from quizgen.ingest.days import day_of
from quizgen.ingest.limits import MAX_CHAPTERS
from quizgen.ingest.packages import Package
from quizgen.ingest.pages import page_text
from quizgen.ingest.reading import Found, Reading
from quizgen.ingest.trees import local, words, xml_tree

FEWEST_WORDS = 40  # of a chapter that is an article; covers and contents have fewer
CONTENTS = 0.3  # share of paragraphs that end a sentence; lists of contents have none


def read_book(package: Package) -> Iterator[Found]:
    """The chapters of a book that may be articles. Raises InputError when there are none."""
    place = _package_document(package)
    root = xml_tree(package.read(place), package.name, mend=True)
    parts = {local(e): words(e) for e in reversed(list(root.iter())) if words(e)}
    chapters = [_chapter(package, member) for member in _spine(root, place)]
    found = [chapter for chapter in chapters if chapter is not None]
    if not found:
        msg = f"{package.name} holds no article; copy the text of one into a .txt file"
        raise InputError(msg)
    for number, (title, text) in enumerate(found, 1):
        yield Reading(
            text,
            title=title,
            published=day_of(parts.get("date")),
            dated_by="the book's own data" if day_of(parts.get("date")) else "",
            source=parts.get("title", ""),
            licence=parts.get("rights", ""),
            place=f"chapter {number}" if len(found) > 1 else "",
        )


def _package_document(package: Package) -> str:
    root = xml_tree(package.read("META-INF/container.xml"), package.name)
    paths = (element.get("full-path") for element in root.iter() if local(element) == "rootfile")
    path = str(next((path for path in paths if path), ""))
    if not path:
        msg = f"{package.name} is a damaged book; save it again"
        raise InputError(msg)
    return path


def _spine(root: object, place: str) -> list[str]:
    """The members that are read one after the other, at most as many as a book may have."""
    elements = list(root.iter())  # type: ignore[attr-defined]
    items = {e.get("id"): e.get("href", "") for e in elements if local(e) == "item"}
    order = [e.get("idref") for e in elements if local(e) == "itemref"]
    hrefs = [unquote(items[key].partition("#")[0]) for key in order if key in items]
    return [normpath(join(dirname(place), href)) for href in hrefs][:MAX_CHAPTERS]


def _chapter(package: Package, member: str) -> tuple[str, str] | None:
    """The title and text of a chapter, None for a cover, a list of contents, a missing one."""
    if member not in package:
        return None
    html = page_text(package.read(member), package.name)
    found = blocks.paragraphs(html)
    sentences = sum(text.endswith((".", "!", "?", "”", '"')) for text in found)
    text = "\n\n".join(found)
    prose = sentences >= CONTENTS * len(found) and len(text.split()) >= FEWEST_WORDS
    return (blocks.heading(html), text) if prose else None
