"""Passages: the text of an article as it is printed, in paragraphs of numbered sentences."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import count, pairwise

from quizgen.article import Article
from quizgen.exports.sheets import NO_TEXT
from quizgen.question import Evidence
from quizgen.quiz import Quiz
from quizgen.reading_level import sentence_ends

LEFT_TO_RIGHT = "\u200e"  # an invisible mark
PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")


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


def passages(quiz: Quiz) -> tuple[Passage, ...]:
    """The articles of a quiz; sentences are numbered from 1 through all of them.

    No sentence that a question quotes is parted.
    """
    numbers = count(1)
    return tuple(_passage(quiz, article, numbers) for article in quiz.articles)


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


def _passage(quiz: Quiz, article: Article, numbers: "count[int]") -> Passage:
    quoted = [each for q in quiz.questions for each in (q.evidence, *q.further)]
    spans = [(each.start, each.end) for each in quoted if each.article == article.id]
    blocks = list(PARAGRAPH.finditer(article.text))
    if blocks and blocks[0].group().strip() == article.title.strip():
        blocks = blocks[1:]
    return Passage(article.id, tuple(_sentences(block, spans, numbers) for block in blocks))


def _sentences(
    block: re.Match[str], spans: list[tuple[int, int]], numbers: "count[int]"
) -> tuple[Sentence, ...]:
    text, offset = block.group(), block.start()
    ends = {offset + end for end in sentence_ends(text)}
    whole = {end for end in ends if not any(start < end < stop for start, stop in spans)}
    places = sorted({offset, *whole, block.end()})
    parts = [(start, end, text[start - offset : end - offset]) for start, end in pairwise(places)]
    return tuple(
        Sentence(next(numbers), start, end, flat(part))
        for start, end, part in parts
        if part.strip()
    )
