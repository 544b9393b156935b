"""Pages: HTML files and saved web pages, of which trafilatura finds the article."""

import json
import re
from copy import deepcopy
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
BODY = re.compile(r'"articleBody"\s*:\s*"((?:[^"\\]|\\.)*+)"', re.DOTALL)
LEAD_WORDS = 12
MAX_HTML = 5_000_000  # characters without embedded pictures
MAX_TAGS = 60_000  # of a page: newspapers' front pages have 20,000
AS_UTF8 = frozenset({"utf-8", "utf8", "utf_8"})
FEWEST_WORDS = 8  # fewer are no article but a page that a script would fill


def read_page(data: bytes, name: str, *, url: str = "") -> Reading:
    """The article of a page. Raises InputError for a page in which none is found."""
    html = page_text(data, name)
    url = url or _saved_from(html)
    tree = html_tree(html)
    licence = "" if tree is None else _licence(tree)
    found = None if tree is None else _extracted(tree, url)
    if found is None or tree is None:
        msg = (
            f"no article is found in {name}; open the page, copy the article's text and save it "
            "as .txt"
        )
        raise InputError(msg)
    text = _with_breaks(_parted(found.text or ""), tree)
    return Reading(
        _with_lead(text, found.title or "", tree),
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
    if len(html) > MAX_HTML or html.count("<") > MAX_TAGS:
        msg = f"{name} is too long for one page; copy the article's text and save it as .txt"
        raise InputError(msg)
    return html


def declared_charset(data: bytes) -> str:
    """The encoding that a page names itself, in small letters, "" for none."""
    match = CHARSET.search(data[:DECLARED])
    return match[1].decode("ascii").lower() if match else ""


def _declared(data: bytes) -> str:
    encoding = declared_charset(data)
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

    for precise in (True, False):  # pages laid out in tables are found only without precision
        found = bare_extraction(
            deepcopy(tree),
            url=url or None,
            favor_precision=precise,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
        if found is not None and not isinstance(found, dict) and _enough(found.text):
            return found
    return None


def _enough(text: str | None) -> bool:
    return len((text or "").split()) >= FEWEST_WORDS


def _parted(text: str) -> str:
    """The text with a blank line between the paragraphs that stand one to a line."""
    lines = (re.sub(r"^[-–•*] ", "", line.strip()) for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _with_lead(text: str, title: str, tree: "HtmlElement") -> str:
    """The text with the lead that stands in the article's own header, which extraction drops."""
    leads = [
        line
        for paragraph in tree.xpath("//article//header//p | //main//header//p")
        if _is_lead(line := " ".join(paragraph.text_content().split())) and line not in text
    ]
    if not leads:
        return text
    first, _, rest = text.partition("\n\n")
    headed = [first, *leads, rest] if first == title else [*leads, text]
    return "\n\n".join(part for part in headed if part)


def _is_lead(line: str) -> bool:
    """Whether a paragraph of a header is a sentence or more, no byline or caption."""
    return len(line.split()) >= LEAD_WORDS and line.endswith((".", "!", "?", ".”", '."'))


def _with_breaks(text: str, tree: "HtmlElement") -> str:
    """The text with the breaks that the page's data for search engines have, if it comes from them.

    Extraction puts the paragraphs of an `articleBody` together to one.
    """
    bare = "".join(text.split())
    for script in tree.xpath("//script[@type='application/ld+json']"):
        for body in BODY.findall(script.text or ""):
            told = _string(body)
            if "".join(told.split()) == bare:
                return _parted(told)
    return text


def _string(written: str) -> str:
    """What a string of JSON says, "" for a damaged one."""
    try:
        return str(json.loads(f'"{written}"', strict=False))
    except ValueError:
        return ""


def _licence(tree: "HtmlElement") -> str:
    """The address of the licence that a page links as its own."""
    for element in tree.iter("link", "a"):
        if "license" in element.get("rel", "").lower().split():
            return str(element.get("href", ""))
    return ""
