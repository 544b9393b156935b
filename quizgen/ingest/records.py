"""Records: an article as the fields of a line of JSON, a row of a table or front matter."""

from collections.abc import Mapping
from datetime import date

from quizgen.errors import InputError
from quizgen.ingest.days import day_of
from quizgen.ingest.reading import Reading

FIELDS = {
    "text": (
        "text", "content", "body", "article", "maintext", "article_text", "content_text", "story",
    ),
    "title": ("title", "headline"),
    "published": (
        "published", "date", "date_published", "date_publish", "publication_date",
        "publish_date", "pub_date", "pubdate", "publishedat", "timestamp",
    ),
    "url": ("url", "link", "source_url", "canonical"),
    "source": ("source", "publisher", "publication", "newspaper", "site", "source_domain"),
    "byline": ("byline", "author", "authors", "creator"),
    "licence": ("licence", "license", "rights"),
}  # fmt: skip
"""The names, in small letters, under which archives keep the parts of an article."""


def first_of(record: Mapping[str, object], part: str) -> object:
    """The value of a part of the article under the first of its names that has one."""
    for name in FIELDS[part]:
        value = record.get(name)
        if value is not None and value not in ("", []):
            return value
    return None


def reading_of(record: Mapping[str, object], place: str) -> Reading:
    """The reading of a record. Raises InputError when it holds no text, or parts of no use."""
    record = {name.casefold(): value for name, value in record.items()}
    given = first_of(record, "text")
    text = string(record.get("text") if given is None else given, "text")
    parts = {part: described(record, part) for part in ("title", "url", "source", "byline")}
    known = record.get("id")
    return Reading(
        text,
        published=published(record),
        dated_by="the archive's field",
        licence=described(record, "licence"),
        given_id=str(known) if isinstance(known, str | int) else "",
        place=place,
        **parts,
    )


def described(record: Mapping[str, object], part: str) -> str:
    """A part that describes the article, several authors as one; "" where it is missing.

    Raises InputError for what is no text.
    """
    value = first_of(record, part)
    values = value if isinstance(value, list | tuple) else [value]
    named = (_named(each) for each in values)
    return ", ".join(string(each, part) for each in named if each is not None)


def _named(value: object) -> object:
    """The name of what several fields describe, as some archives do sources and authors."""
    return value.get("name") if isinstance(value, dict) else value


def published(record: Mapping[str, object]) -> date | None:
    """The day of publication. Raises InputError for one that can't be read."""
    value = first_of(record, "published")
    day = day_of(value)
    if value is not None and day is None:
        msg = f'"published" is {str(value)[:60]!r}; write the day as YYYY-MM-DD'
        raise InputError(msg)
    return day


def string(value: object, part: str) -> str:
    """The value as text. Raises InputError for another kind of value and for half a character."""
    if not isinstance(value, str):
        msg = f'"{part}" is missing or not a string'
        raise InputError(msg)
    try:
        value.encode()
    except UnicodeEncodeError:
        msg = f'"{part}" holds half a character (a lone surrogate); encode it as UTF-8'
        raise InputError(msg) from None
    return value
