"""Dumps: the pages of a MediaWiki export (Wikinews), read one after the other."""

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from quizgen.errors import InputError
from quizgen.ingest.reading import Found, Reading, cause
from quizgen.ingest.trees import SAFE, local
from quizgen.ingest.wikitext import day_told, plain

if TYPE_CHECKING:
    from lxml.etree import _Element

ARTICLES = "0"  # the number of a wiki's space for articles
FEWEST_WORDS = 40  # of an article that is worth a question


def read_dump(file: IO[bytes], name: str) -> Iterator[Found]:
    """The articles of a dump; redirects, other spaces and stubs are passed over.

    One page is held at a time. Raises InputError where the dump is damaged.
    """
    from lxml import etree

    source, licence, address = "", "", ""
    try:
        for _, element in etree.iterparse(file, events=("end",), remove_comments=True, **SAFE):
            match local(element):
                case "sitename":
                    source, licence = element.text or "", _licence(element.text or "")
                case "base":
                    address = re.sub(r"[^/]*$", "", element.text or "")
                case "page":
                    reading = _page(element, source, licence, address)
                    _forget(element)
                    if reading is not None:
                        yield reading
    except etree.XMLSyntaxError as error:
        msg = f"{name} is damaged ({cause(error)}); download it again"
        raise InputError(msg) from None


def _page(page: "_Element", source: str, licence: str, address: str) -> Reading | None:
    parts = {local(element): element for element in page.iter()}
    space = _text(parts, "ns")
    if space not in {"", ARTICLES} or "redirect" in parts:
        return None
    wikitext, title = _text(parts, "text"), _text(parts, "title")
    text = plain(wikitext)
    if len(text.split()) < FEWEST_WORDS:
        return None
    told = day_told(wikitext)
    return Reading(
        text,
        title=title,
        published=told,
        dated_by="the article's date template" if told else "",
        url=address + title.replace(" ", "_") if address else "",
        source=source,
        licence=licence,
        place=f"“{title}”",
    )


def _text(parts: dict[str, "_Element"], name: str) -> str:
    element = parts.get(name)
    return "" if element is None else (element.text or "").strip()


def _licence(site: str) -> str:
    """What a wiki of the Wikimedia Foundation grants; others must tell it themselves."""
    return {"Wikinews": "CC BY 2.5", "Wikipedia": "CC BY-SA 4.0"}.get(site, "")


def _forget(element: "_Element") -> None:
    """Free a page and those before it."""
    element.clear()
    while element.getprevious() is not None:
        parent = element.getparent()
        assert parent is not None
        del parent[0]
