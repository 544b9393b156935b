"""Cleaning: from what a reader found to the article that is stored, shown and asked about.

All offsets of the project count in the text that comes out of here. Each step takes a reading and
gives one; they stand in `STEPS` in the order in which they work, before `dirt` is taken out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from quizgen.article import MAX_CHARACTERS, Article
from quizgen.errors import InputError, printable
from quizgen.ingest.dating import GIVEN, dated
from quizgen.ingest.dirt import below, clean
from quizgen.ingest.language import require_english
from quizgen.ingest.limits import require_paragraphs
from quizgen.ingest.reading import Reading
from quizgen.ingest.removals import Removal, summary

LONGEST_TITLE = 150  # characters; headlines rarely pass 120
LONGEST_PART = 500  # characters of a title, byline, source, licence
SENTENCE_END = re.compile(r"(?<!\.)\.[\"'”’)]*$|[,;:]$")  # "..." may end a headline, "." may not


def with_unix_lines(reading: Reading) -> Reading:
    """The reading with one character for each line end."""
    return replace(reading, text=re.sub(r"\r\n?", "\n", reading.text))


def with_a_title(reading: Reading) -> Reading:
    """The reading titled by its first line, should that look like a headline, where it has none."""
    return replace(reading, title=_part(reading.title) or headline(below(reading.text)))


STEPS: tuple[Callable[[Reading], Reading], ...] = (with_unix_lines, with_a_title)


@dataclass(frozen=True, slots=True)
class Received:
    """An article as it was taken in: its name for messages, what dated it, what was taken out."""

    article: Article
    name: str
    dated_by: str = ""
    removals: tuple[Removal, ...] = ()

    @property
    def told(self) -> str:
        """What the user should know of it in one line, "" for nothing."""
        day, taken = self.article.published, summary(self.removals)
        found = f"dated {day} by {self.dated_by}" if day and self.dated_by != GIVEN else ""
        parts = [part for part in (found, taken and f"taken out or mended: {taken}") if part]
        return printable(f"{self.name}: {'; '.join(parts)}") if parts else ""


def received(
    reading: Reading,
    name: str,
    *,
    title: str = "",
    published: date | None = None,
    source: str = "",
) -> Received:
    """The article of a reading: a given title and day win, a given source stands in for none.

    Raises InputError for a text that is empty, too long, or not English.
    """
    for step in STEPS:
        reading = step(reading)
    require_usable(reading.text, name)
    require_paragraphs(reading.text, name)
    byline, paper = _part(reading.byline), _part(reading.source)
    found = clean(reading.text, title=reading.title, byline=byline, source=paper)
    dating = dated(
        found.head,
        given=published,
        read=reading.published,
        read_from=reading.dated_by,
        url=reading.url,
        name="" if reading.place else name,
    )
    article = Article(
        text=found.text,
        title=title or _part(found.title),
        published=dating.day,
        url=reading.url.strip()[:2000],
        source=paper or found.head.source or source,
        byline=byline or _part(found.head.byline),
        licence=_part(reading.licence),
        given_id=reading.given_id,
    )
    known = _known_by(article, reading.text)
    return Received(known, name, dating.told_by, found.removals)


def _known_by(article: Article, text: str) -> Article:
    """The article with the id that its text gave before it was cleaned.

    So it and its questions keep their ids when a later version cleans more of it or less.
    """
    id_ = replace(article, text=text).id
    return article if article.id == id_ else replace(article, given_id=id_)


def require_usable(text: str, name: str) -> None:
    """Raise InputError for a text that is empty, too long, or not English."""
    if not text.strip():
        msg = f"{name} is empty; give an article with some text"
        raise InputError(msg)
    if len(text) > MAX_CHARACTERS:
        raise InputError(too_long(name))
    require_english(text, name)


def headline(text: str) -> str:
    """The first line when it looks like a headline with an article below it, else ""."""
    first, _, rest = text.lstrip("\n").partition("\n")
    line = first.strip()
    fits = 0 < len(line) <= LONGEST_TITLE and not SENTENCE_END.search(line)
    followed = re.match(r"[^\S\n]*\n", rest) and rest.strip()
    return line if fits and followed else ""


def too_long(name: str) -> str:
    """What is said of a text that is longer than an article may be."""
    return (
        f"{name} is too long for one article (over {MAX_CHARACTERS:,} characters); "
        "split it, or use --jsonl for many articles"
    )


def _part(text: str) -> str:
    """A part that describes the article, in one line."""
    return " ".join(printable(text).split())[:LONGEST_PART]
