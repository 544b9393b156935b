"""Passages: the text of an article as it is printed, in paragraphs of numbered sentences."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from quizgen.article import Article
from quizgen.exports.print_settings import PrintSettings
from quizgen.exports.rights import may_hand_out, quoted_spans
from quizgen.exports.sheets import NO_TEXT
from quizgen.question import Evidence
from quizgen.quiz import Quiz
from quizgen.reading_level import sentence_ends

LEFT_TO_RIGHT = "\u200e"  # an invisible mark
LEFT_OUT = "[…]"  # stands where sentences of an article are left out
PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")

Part = tuple[int, int, str]
"""A sentence: where it stands in the article, and its text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: its number on paper, and where it stands in the article's text."""

    number: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """An article as paragraphs of sentences, without the title that may open its text."""

    article: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


def flat(text: str) -> str:
    """The text on one line, with a sign (U+FFFD) for each character that files can't hold."""
    return NO_TEXT.sub("\ufffd", " ".join(text.split()))


def closed(text: str) -> str:
    """The text as part of a line: what stands behind it does not run to the left with its end."""
    leftward = any(unicodedata.bidirectional(mark) in {"R", "AL"} for mark in text)
    return f"{text}{LEFT_TO_RIGHT}" if leftward else text


def passages(quiz: Quiz, settings: PrintSettings) -> tuple[Passage, ...]:
    """The articles of a quiz; sentences are numbered from 1 through all of them.

    No sentence that a question quotes is parted. Of a text that may not be handed out the quoted
    sentences alone are there, behind a sign where others are left out.
    """
    numbers = count(1)
    return tuple(
        _passage(quiz, article, numbers, whole=may_hand_out(article, settings))
        for article in quiz.articles
    )


def number_of(evidence: Evidence, printed: Iterable[Passage]) -> int:
    """The number of the printed sentence in which a piece of evidence begins; 0 for none."""
    found = (
        sentence.number
        for passage in printed
        if passage.article == evidence.article
        for paragraph in passage.paragraphs
        for sentence in paragraph
        if sentence.start <= evidence.start < sentence.end
    )
    return next(found, 0)


def _passage(quiz: Quiz, article: Article, numbers: "count[int]", *, whole: bool) -> Passage:
    spans = quoted_spans(quiz, article)
    blocks = list(PARAGRAPH.finditer(article.text))
    if blocks and blocks[0].group().strip() == article.title.strip():
        blocks = blocks[1:]
    parted = [_parts(block, spans) for block in blocks]
    kept = parted if whole else _quoted(parted, spans)
    return Passage(article.id, tuple(_sentences(parts, numbers) for parts in kept if parts))


def _quoted(parted: Iterable[list[Part]], spans: Sequence[tuple[int, int]]) -> Iterator[list[Part]]:
    """The parts that hold something of a span, with a sign before those behind a gap."""
    gap = ""
    for parts in parted:
        kept = []
        for start, end, text in parts:
            if any(start < stop and begin < end for begin, stop in spans):
                kept.append((start, end, f"{gap}{text.lstrip()}"))
                gap = ""
            elif text.strip():
                gap = f"{LEFT_OUT} "
        yield kept


def _sentences(parts: Iterable[Part], numbers: "count[int]") -> tuple[Sentence, ...]:
    return tuple(
        Sentence(next(numbers), start, end, flat(part))
        for start, end, part in parts
        if part.strip()
    )


def _parts(block: re.Match[str], spans: Sequence[tuple[int, int]]) -> list[Part]:
    """The sentences of a paragraph with their places in the article, no span parted."""
    text, offset = block.group(), block.start()
    ends = {offset + end for end in sentence_ends(text)}
    whole = {end for end in ends if not any(start < end < stop for start, stop in spans)}
    places = sorted({offset, *whole, block.end()})
    return [(start, end, text[start - offset : end - offset]) for start, end in pairwise(places)]
