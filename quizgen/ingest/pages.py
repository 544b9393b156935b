"""Pages: HTML files and saved web pages, of which trafilatura finds the article."""

import re
from typing import TYPE_CHECKING

from quizgen.errors import InputError
from quizgen.ingest.days import day_of
from quizgen.ingest.decoding import decode
from quizgen.ingest.reading import Reading
from quizgen.ingest.trees import html_tree

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from trafilatura.settings import Document

CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)
DECLARED = 4096  # bytes in which a page says its encoding; browsers look at 1024
EMBEDDED = re.compile(r"data:[\w/+.-]{0,60};base64,[A-Za-z0-9+/=\s]*")
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s<>\"]{1,2000})\s*-->")
MAX_HTML = 5_000_000  # characters without embedded pictures
AS_UTF8 = frozenset({"utf-8", "utf8", "utf_8"})
FEWEST_WORDS = 8  # fewer are no article but a page that a script would fill


def read_page(data: bytes, name: str, *, url: str = "") -> Reading:
    """The article of a page. Raises InputError for a page in which none is found."""
    html = page_text(data, name)
    url = url or _saved_from(html)
    tree = html_tree(html)
    licence = "" if tree is None else _licence(tree)
    found = None if tree is None else _extracted(tree, url)
    text = "" if found is None else _parted(found.text or "")
    if found is None or len(text.split()) < FEWEST_WORDS:
        msg = (
            f"no article is found in {name}; open the page, copy the article's text and save it "
            "as .txt"
        )
        raise InputError(msg)
    return Reading(
        text,
        title=found.title or "",
        published=day_of(found.date),
        dated_by="the page's own data" if found.date else "",
        url=url or found.url or "",
        source=found.sitename or "",
        byline=(found.author or "").replace("; ", ", "),
        licence=found.license or licence,
    )


def page_text(data: bytes, name: str) -> str:
    """The page as text, decoded as it declares unless that does not fit, without pictures in it."""
    html = _declared(data) or decode(data, name)
    html = EMBEDDED.sub("data:,", html)
    if len(html) > MAX_HTML:
        msg = f"{name} is too long for one page; copy the article's text and save it as .txt"
        raise InputError(msg)
    return html


def _declared(data: bytes) -> str:
    match = CHARSET.search(data[:DECLARED])
    encoding = match[1].decode("ascii").lower() if match else ""
    if encoding in AS_UTF8 or b"\0" in data[:DECLARED]:
        return ""
    try:
        return data.decode("cp1252" if encoding in {"iso-8859-1", "latin1", "ascii"} else encoding)
    except (LookupError, ValueError):
        return ""


def _saved_from(html: str) -> str:
    match = SAVED_FROM.search(html[:DECLARED])
    return match[1] if match else ""


def _extracted(tree: "HtmlElement", url: str) -> "Document | None":
    from trafilatura import bare_extraction

    found = bare_extraction(
        tree,
        url=url or None,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return None if found is None or isinstance(found, dict) else found


def _parted(text: str) -> str:
    """The text with a blank line between the paragraphs that stand one to a line."""
    lines = (re.sub(r"^[-–•*] ", "", line.strip()) for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _licence(tree: "HtmlElement") -> str:
    """The address of the licence that a page links as its own."""
    for element in tree.iter("link", "a"):
        if "license" in element.get("rel", "").lower().split():
            return str(element.get("href", ""))
    return ""
