"""Blocks: the paragraphs of HTML that has no page around its article: mail, books, feeds."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.ingest.trees import html_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BLOCKS = frozenset(
    "address article aside blockquote body center dd div dl dt figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
LEFT_OUT = frozenset(
    "head script style template noscript svg math form nav iframe object button select textarea "
    "figcaption title".split()
)
HEADINGS = ("h1", "h2", "h3")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0", re.IGNORECASE)
SPACE = re.compile(r"[ \t\r\n\f]+")  # what HTML collapses; no-break spaces stay
BREAK = "\x1e"  # a paragraph's end while the pieces are put together


def paragraphs(html: str) -> list[str]:
    """The paragraphs of an HTML text in order, without what is hidden or no prose."""
    root = html_tree(html)
    if root is None:
        return []
    text = "".join(_pieces(root))
    return [line for part in text.split(BREAK) if (line := SPACE.sub(" ", part).strip())]


def heading(html: str) -> str:
    """The first heading of an HTML text, else its title, "" without either."""
    root = html_tree(html)
    if root is None:
        return ""
    found = (root.find(f".//{name}") for name in (*HEADINGS, "title"))
    texts = (" ".join(e.text_content().split()) for e in found if e is not None)
    return next((text for text in texts if text), "")


def _pieces(root: "HtmlElement") -> Iterator[str]:
    """The text of a tree with a break at each edge of a block; walks without recursion."""
    skipped: HtmlElement | None = None
    from lxml.etree import iterwalk

    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            if skipped is None and _left_out(element):
                skipped = element
            if skipped is None:
                yield _edge(element) + (element.text or "")
        else:
            if skipped is None:
                yield _edge(element)
            if skipped is element:
                skipped = None
            if skipped is None:
                yield element.tail or ""


def _edge(element: "HtmlElement") -> str:
    if element.tag == "br":
        return "\n"
    return BREAK if element.tag in BLOCKS else ""


def _left_out(element: "HtmlElement") -> bool:
    hidden = "hidden" in element.attrib or HIDDEN.search(element.get("style", ""))
    return element.tag in LEFT_OUT or bool(hidden)
