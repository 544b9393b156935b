"""Marking: names and dates of an article for underlining, and its dated events in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen.analysis import report
from quizgen.analysis.pipeline import Analysis

WORDS = {
    "person": "a person",
    "organisation": "an organisation",
    "place": "a place",
    "date": "a date",
}
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
class Marks:
    """The marks of an article in order, none within another."""

    marks: tuple[Mark, ...] = ()

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
        Mark(t["start"], t["end"], "date", f"{t['value']}: {WORDS['date']}")
        for t in found["times"]
        if t["kind"] == "date" and t["value"]
    )
    return Marks(tuple(_apart([*names, *dates])))


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
