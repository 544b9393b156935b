"""Marking: names and dates of an article for underlining, and its dated events in order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from quizgen.analysis import report
from quizgen.analysis.pipeline import Analysis
from quizgen.app import told

WORDS = {
    "person": "a person",
    "organisation": "an organisation",
    "place": "a place",
    "date": "a date",
}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
PLACES = frozenset({"country", "city", "region", "place", "facility"})
NOTHING = frozenset({"event", "law", "product", "work", "other"})
"""Kinds that are not underlined: a page in which everything is marked shows nothing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` (exclusive) of an article that name something of a kind.

    `told` explains it: the full name, or the day that is meant.
    """

    start: int
    end: int
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence that tells of a day, and the day like "2019-07-11"."""

    day: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Because:
    """What an article says happened because of what, in its own words."""

    effect: str
    cause: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of an article in order, none within another; its dated events; its causes."""

    marks: tuple[Mark, ...] = ()
    events: tuple[Event, ...] = ()
    causes: tuple[Because, ...] = ()

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """The marks that lie wholly between two offsets."""
        return (mark for mark in self.marks if start <= mark.start and mark.end <= end)


def marks_of(analysis: Analysis) -> Marks:
    """The people, organisations, places and dates that an article names."""
    found = report.as_dict(analysis)
    names = (
        Mark(e["start"], e["end"], kind, f"{e['name']}: {WORDS[kind]}")
        for e in found["entities"]
        if (kind := _kind(e["kind"]))
    )
    dates = (
        Mark(t["start"], t["end"], "date", f"{spoken(t['value'])}: {WORDS['date']}")
        for t in found["times"]
        if t["kind"] == "date" and t["value"]
    )
    events = dict.fromkeys(_events(found["times"], analysis))
    return Marks(
        tuple(_apart([*names, *dates])),
        tuple(sorted(events, key=lambda event: event.day)),
        tuple(_causes(found["causes"])),
    )


def _events(times: Iterable[dict[str, Any]], analysis: Analysis) -> Iterator[Event]:
    sentences = [
        (paragraph.start + sent.start_char, paragraph.start + sent.end_char)
        for paragraph, doc in zip(analysis.paragraphs, analysis.docs, strict=True)
        if paragraph.kind == "body"
        for sent in doc.sents
    ]
    for time in times:
        if time["kind"] == "date" and DAY.fullmatch(time["value"] or ""):
            at = int(time["start"])
            found = (analysis.article.text[s:e].strip() for s, e in sentences if s <= at < e)
            yield from (Event(time["value"], sentence) for sentence in found)


def _causes(found: Iterable[dict[str, Any]]) -> Iterator[Because]:
    for cause in found:
        if cause["certain"] and cause["positive"]:
            yield Because(cause["effect"]["text"], cause["cause"]["text"])


def spoken(value: str) -> str:
    """A time's value with a day in words, like "11 July 2019"; others as they are."""
    return told.day(date.fromisoformat(value)) if DAY.fullmatch(value) else value


def _kind(kind: str) -> str:
    """The kind by which a name is underlined; "" for none."""
    if kind in NOTHING:
        return ""
    return "person" if kind == "person" else "place" if kind in PLACES else "organisation"


def _apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks in order, without those that begin within another; of two, the longer."""
    end = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        if mark.start >= end:
            yield mark
            end = mark.end
