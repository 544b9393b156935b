"""Feeds: the entries of RSS and Atom files; those with a summary alone are no articles."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.errors import InputError
from quizgen.ingest import blocks
from quizgen.ingest.days import day_of
from quizgen.ingest.limits import MAX_CHAPTERS
from quizgen.ingest.reading import Failure, Found, Reading
from quizgen.ingest.trees import children, local, words, xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element

FEWEST_WORDS = 60  # of an entry that is the article; teasers have 20 to 50
TEXTS = ("encoded", "content", "description", "summary")
DAYS = ("pubDate", "published", "date", "updated")


def read_feed(data: bytes, name: str) -> Iterator[Found]:
    """A reading or a failure for each entry. Raises InputError for XML that is no feed."""
    root = xml_tree(data, name, mend=True)
    if local(root) not in {"rss", "feed", "RDF"}:
        msg = f"{name} is XML, but neither a feed nor a Wikinews dump; give the article's text"
        raise InputError(msg)
    entries = [element for element in root.iter() if local(element) in {"item", "entry"}]
    if not entries:
        msg = f"{name} is a feed without entries; give the articles themselves"
        raise InputError(msg)
    channel = next((e for e in root.iter() if local(e) == "channel"), root)
    for number, entry in enumerate(entries[:MAX_CHAPTERS], 1):
        yield _entry(entry, channel, name, f"entry {number}")


def _entry(entry: "_Element", channel: "_Element", name: str, place: str) -> Found:
    title, url = _title(entry), _link(entry)
    text = max((_text(e) for e in children(entry, *TEXTS)), key=len, default="")
    told = next((day for e in children(entry, *DAYS) if (day := day_of(words(e)))), None)
    reading = Reading(
        text,
        title=title,
        published=told,
        dated_by="the feed's entry" if told else "",
        url=url,
        source=_first(entry, "source") or _first(channel, "title"),
        byline=_author(entry),
        licence=_licence(entry) or _licence(channel),
        place=place,
    )
    return _summary(reading, name) if len(text.split()) < FEWEST_WORDS else reading


def _summary(entry: Reading, name: str) -> Failure:
    """What is said of an entry that is no article, with what it tells of one."""
    of = f" of “{entry.title[:100]}”" if entry.title else ""
    at = f" at {entry.url}" if entry.url else ""
    error = f"the feed gives only a summary{of}; open the article{at}, save the page and give that"
    return Failure(f"{name}, {entry.place}", error, entry=entry if entry.url else None)


def _text(element: "_Element") -> str:
    """The text of an entry's part, which is HTML as text, HTML as elements, or plain."""
    if len(element):
        from lxml import etree

        html = etree.tostring(element, encoding="unicode")
    else:
        html = element.text or ""
    return "\n\n".join(blocks.paragraphs(f"<div>{html}</div>"))


def _title(entry: "_Element") -> str:
    """The title; some feeds write it as HTML."""
    found = next((_text(e) for e in children(entry, "title")), "")
    return " ".join(found.split())


def _link(entry: "_Element") -> str:
    for link in children(entry, "link"):
        if link.get("rel", "alternate") == "alternate":
            url = (link.get("href") or link.text or "").strip()
            if url:
                return str(url)
    return ""


def _first(element: "_Element", name: str) -> str:
    """The text of the first child of a name; of an Atom source, its title."""
    found = next(children(element, name), None)
    if found is None:
        return ""
    inner = next(children(found, "title"), None)
    return words(found if inner is None else inner)


def _author(entry: "_Element") -> str:
    names = []
    for author in children(entry, "author", "creator"):
        named = next(children(author, "name"), author)
        names.append(words(named))
    return ", ".join(dict.fromkeys(name for name in names if name and "@" not in name))


def _licence(element: "_Element") -> str:
    links = (
        link.get("href", "") for link in children(element, "link") if link.get("rel") == "license"
    )
    parts = (
        e.get("resource")
        or e.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource")
        or words(e)
        for e in children(element, "license", "rights", "copyright")
    )
    return next((text for text in (*links, *parts) if text), "")
