"""Forms: the ways in which English writes times, found in a text by the patterns of a data file."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from quizgen.analysis.patterns import whole
from quizgen.data import settings

FILE = "time_forms.toml"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a time; `reading` names the function that makes its value."""

    reading: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """Characters `start` to `end` of a text, and the parts of the time told there, never empty."""

    start: int
    end: int
    reading: str
    parts: dict[str, str]


@cache
def forms() -> tuple[Form, ...]:
    """The forms of the data file in order."""
    content = settings(FILE)
    parts: dict[str, str] = content["parts"]
    return tuple(
        Form(form["reading"], re.compile(rf"(?<!\w)(?:{whole(form['pattern'], parts)})(?!\w)"))
        for form in content["forms"]
    )


@lru_cache(maxsize=256)  # the parser, the times of a story and wrong dates all read a paragraph
def scan(text: str) -> tuple[Found, ...]:
    """All times of a text, also those within and across others, in order, the longer first."""
    found = [each for form in forms() for each in _matches(form, text)]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


def _matches(form: Form, text: str) -> Iterator[Found]:
    for match in form.pattern.finditer(text):
        parts = {name: part for name, part in match.groupdict().items() if part}
        yield Found(match.start(), match.end(), form.reading, parts)


def apart(found: Iterable[Found]) -> list[Found]:
    """Those that remain when the longer of two that overlap is kept, in order."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda f: f.start)
