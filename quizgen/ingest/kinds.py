"""Kinds: what a file is, told by its first bytes; its name decides only between texts."""

import re
from enum import StrEnum

from quizgen.errors import InputError
from quizgen.ingest.decoding import SIGNATURES, decode_head

HEAD = 65_536  # bytes looked at


class Kind(StrEnum):
    """The kinds of files that are read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    PAGE = "page"
    PDF = "PDF"
    PACKAGE = "Word file or book"
    MAIL = "mail"
    WEB_ARCHIVE = "Safari web archive"
    XML = "feed or dump"
    RECORDS = "JSON"
    PARQUET = "Parquet"
    PACKED = "packed archive"


MAGIC = (
    (b"%PDF", Kind.PDF),
    (b"PK\x03\x04", Kind.PACKAGE),
    (b"PAR1", Kind.PARQUET),
    (b"bplist00", Kind.WEB_ARCHIVE),
    (b"\x1f\x8b", Kind.PACKED),
    (b"BZh", Kind.PACKED),
    (b"\xfd7zXZ\x00", Kind.PACKED),
)
PROLOGUE = re.compile(r"(?:\s|<\?xml.*?\?>|<!--.*?-->)*", re.DOTALL)
PAGE = re.compile(
    r"<!doctype html|<(?:html|head|body|main|article|section|div|meta|p|h1)[\s>]", re.IGNORECASE
)
XML = re.compile(r"<(?:rss|feed|rdf:RDF|mediawiki)[\s>]|<!DOCTYPE|<!ENTITY", re.IGNORECASE)
HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*[^\n]*\n(?:[ \t][^\n]*\n)*")
OF_MAIL = frozenset({"mime-version", "message-id", "received", "return-path", "content-type"})
OF_LETTERS = frozenset({"from", "to", "subject", "date", "sender", "reply-to"})
FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*(?:\n|$)")
RECORDS = re.compile(r'\s*(?:\{\s*["}]|\[\s*\{\s*")')
MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown)$", re.IGNORECASE)


def kind_of(head: bytes, name: str) -> Kind:
    """The kind of a file of which `head` are the first bytes; raises InputError for others."""
    for signature, kind in MAGIC:
        if head.startswith(signature):
            return kind
    if b"%PDF-" in head[:1024]:  # the standard's readers allow for some rubbish before it
        return Kind.PDF
    for signature, what in SIGNATURES:
        if head.startswith(signature):
            msg = f"{name} is {what}"
            raise InputError(msg)
    return _text_kind(decode_head(head[:HEAD]), name)


def _text_kind(text: str, name: str) -> Kind:
    """The kind of what is text or, if it is nothing else, refused when it is decoded."""
    inner = PROLOGUE.sub("", text, count=1)
    if PAGE.match(inner):
        return Kind.PAGE
    if XML.match(inner) or text.lstrip().startswith("<?xml"):
        return Kind.XML
    if RECORDS.match(text):
        return Kind.RECORDS
    if _is_mail(text):
        return Kind.MAIL
    marked = FRONT_MATTER.match(text) or re.match(r"\s*# \S", text)
    return Kind.MARKDOWN if marked or MARKDOWN_NAME.search(name) else Kind.TEXT


def _is_mail(text: str) -> bool:
    """Whether the text begins with header lines that mail has."""
    lines = re.sub(r"\AFrom [^\n]*\n", "", text.lstrip("\n"))
    names, at = set(), 0
    while match := HEADER.match(lines, at):
        names.add(match[1].lower())
        at = match.end()
    both = len(names & OF_LETTERS)
    return both + len(names & OF_MAIL) >= 2 and (both >= 2 or bool(names & OF_MAIL))  # noqa: PLR2004
