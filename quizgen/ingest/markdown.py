"""Markdown: its text without marks, the title line, and front matter as static sites write it."""

import re
from typing import TYPE_CHECKING

from quizgen.ingest.decoding import decode
from quizgen.ingest.kinds import FRONT_MATTER
from quizgen.ingest.reading import Reading
from quizgen.ingest.records import described, published

if TYPE_CHECKING:
    from markdown_it.token import Token

FIELD = re.compile(r"([A-Za-z][\w-]{0,40}):[ \t]*(.*)")
SHOWN = frozenset({"text", "code_inline", "softbreak", "hardbreak", "html_inline"})
BREAKS = {"softbreak": " ", "hardbreak": "\n", "html_inline": ""}


def read_markdown(data: bytes, name: str) -> Reading:
    """The article of a Markdown file; tables, code and pictures are left out."""
    text = re.sub(r"\r\n?", "\n", decode(data, name))
    front = FRONT_MATTER.match(text)
    fields = _fields(front.group()) if front else {}
    blocks = _blocks(text[front.end() :] if front else text)
    heading = next((line for level, line in blocks if level == "h1"), "")
    day = published(fields)
    return Reading(
        "\n\n".join(line for _, line in blocks),
        title=described(fields, "title") or heading,
        published=day,
        dated_by="the front matter" if day else "",
        url=described(fields, "url"),
        source=described(fields, "source"),
        byline=described(fields, "byline"),
        licence=described(fields, "licence"),
    )


def _fields(front: str) -> dict[str, object]:
    """The simple fields of front matter: a text, or a list of texts, under a name."""
    found: dict[str, object] = {}
    listed: list[str] = []
    for line in front.splitlines()[1:-1]:
        field, item = FIELD.fullmatch(line), re.fullmatch(r"\s*- +(.+)", line)
        if field:
            listed = []
            found[field[1].lower()] = _values(field[2]) or listed
        elif item:
            listed.append(_unquoted(item[1]))
    return found


def _values(written: str) -> str | list[str]:
    inner = re.fullmatch(r"\[(.*)\]", written.strip())
    if inner:
        return [_unquoted(part) for part in inner[1].split(",") if part.strip()]
    return _unquoted(written)


def _unquoted(written: str) -> str:
    text = re.sub(r"\s+#.*$", "", written.strip())
    quoted = re.fullmatch(r"([\"'])(.*)\1", text)
    return quoted[2] if quoted else text


def _blocks(text: str) -> list[tuple[str, str]]:
    """Paragraphs and headings in order, each with its kind ("p", "h1")."""
    from markdown_it import MarkdownIt

    found: list[tuple[str, str]] = []
    kind, tables = "p", 0
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        tables += (token.type == "table_open") - (token.type == "table_close")
        if token.type in {"heading_open", "paragraph_open"}:
            kind = token.tag
        elif token.type == "inline" and not tables and (line := _inline(token)):
            found.append((kind, line))
    return found


def _inline(token: "Token") -> str:
    pieces = (BREAKS.get(t.type, t.content) for t in token.children or () if t.type in SHOWN)
    return "".join(pieces).strip()
