"""Trees: XML and HTML parsed with nothing fetched, no entity expanded and libxml2's own limits."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.errors import InputError
from quizgen.ingest.reading import cause

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def xml_tree(data: bytes, name: str, *, mend: bool = False) -> "_Element":
    """The root of an XML file; `mend` goes on after what is not well-formed.

    Raises InputError for what is no XML, or nested more than 256 deep.
    """
    from lxml import etree

    parser = etree.XMLParser(recover=mend, remove_pis=True, remove_comments=True, **SAFE)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        msg = f"{name} is damaged ({cause(error)}); save it again or give its text"
        raise InputError(msg) from None
    if root is None:
        msg = f"{name} is damaged; save it again or give its text"
        raise InputError(msg)
    return root


def html_tree(text: str) -> "HtmlElement | None":
    """The root of an HTML text, None for one without any element."""
    from lxml import etree, html

    encoded = text.encode("utf-8", "replace")
    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        root: HtmlElement | None = html.document_fromstring(encoded, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root


def local(element: "_Element") -> str:
    """The name of an element without its namespace, "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: "_Element", *names: str) -> Iterator["_Element"]:
    """The element's own children of these names, whatever their namespace."""
    return (child for child in element if local(child) in names)


def words(element: "_Element | None") -> str:
    """All text within an element, in one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
