"""Paragraphs: the article cut into pieces that are parsed one by one, each told what it is.

Sentences never cross a paragraph, so that a headline or a section label can't run into the prose
below it. Headlines and furniture are parsed for their names but never asked about.
"""

import re
from dataclasses import dataclass
from statistics import median
from typing import Literal

from quizgen.article import MAX_PARAGRAPH, Article
from quizgen.data import lines

ParagraphKind = Literal["headline", "furniture", "body"]

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
WRAPS = 2  # line breaks in a block; one alone is more often a real one
DATELINE = re.compile(
    r"[A-Z][A-Z.' -]{2,30}(?:, [A-Z][\w. ]{1,25})?(?: \([A-Za-z ]{2,25}\))?"
    r" ?[—–-]{1,2} (?=[A-Z\"“])"
)
DATED = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4}[ \xa0]+(?=[A-Z\"“])"
)
WRAPPED = range(45, 100)  # characters: the usual widths of hard-wrapped plain text
STRAIGHT = str.maketrans("“”„‟«»‘’‚‛\u00a0\u2009\u202f\n\t\r", '""""""\'\'\'\'      ')


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `start + len(text)` of the article; `text` has straight quotes.

    `text` is as long as the piece of the article it stands for, so offsets only need `start`.
    """

    start: int
    text: str
    kind: ParagraphKind


def split(article: Article) -> tuple[Paragraph, ...]:
    """The article's paragraphs in order; overlong ones, which are no prose, come as furniture."""
    pieces = [_without_dateline(start, text) for start, text in _pieces(article.text)]
    return tuple(
        Paragraph(start, text.translate(STRAIGHT), _kind(text, position, article, len(pieces)))
        for position, (start, text) in enumerate(pieces)
    )


def _without_dateline(start: int, text: str) -> tuple[int, str]:
    """A paragraph without "SEOUL, South Korea (AP) — " or a bare date before it."""
    match = DATELINE.match(text) or DATED.match(text)
    return (start + match.end(), text[match.end() :]) if match else (start, text)


def _pieces(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for block in re.finditer(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*\S[^\n]*)*", text):
        if hard_wrapped(block.group().split("\n")):
            found.append((block.start(), block.group().rstrip()))
        else:
            found += [
                (block.start() + m.start(), m.group())
                for m in re.finditer(r"[^\s](?:[^\n]*[^\s])?", block.group())
            ]
    return found


def hard_wrapped(rows: list[str]) -> bool:
    """Whether the rows of a block are one paragraph that was cut to a fixed width."""
    inner = rows[:-1]
    if len(inner) < WRAPS:
        return False
    open_ended = sum(not SENTENCE_END.search(row.rstrip()) for row in inner)
    return int(median(map(len, inner))) in WRAPPED and open_ended * 2 >= len(inner)


def _kind(text: str, position: int, article: Article, count: int) -> ParagraphKind:
    if position == 0 and article.title and text.strip() == article.title.strip():
        return "headline"
    if len(text) > MAX_PARAGRAPH:
        return "furniture"
    if count > 1 and not SENTENCE_END.search(text):
        return "furniture"
    if any(text.casefold().startswith(opening) for opening in lines("furniture.txt")):
        return "furniture"
    return "body"
