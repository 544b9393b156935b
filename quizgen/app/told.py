"""Told: days, times and states in a teacher's words."""

import re
from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from itertools import chain, count

from quizgen.library.publishing import Publication, Status
from quizgen.library.quizzes import QuizSummary

STATUS: dict[Status, str] = {"not_open": "opens later", "open": "open", "closed": "closed"}


def day(given: date | None) -> str:
    """The day like "3 November 2026"; "" without one."""
    return f"{given.day} {given:%B %Y}" if given else ""


def moment(given: datetime | None, zone: tzinfo) -> str:
    """The time in a zone like "3 November 2026, 14:30"; "" without one."""
    if given is None:
        return ""
    local = given.astimezone(zone)
    return f"{day(local.date())}, {local:%H:%M}"


def number(count: int, one: str, many: str = "") -> str:
    """Like "1 question", "3 questions"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def sentence(error: Exception) -> str:
    """An error as a sentence of its own."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def questions(counts: Mapping[str, int]) -> str:
    """How many questions a quiz has: those kept, and those left to read."""
    kept, left = counts.get("kept", 0), counts.get("offered", 0)
    if kept and left:
        return f"{number(kept, 'question')}, {left} left to read"
    return number(kept, "question") if kept else f"{number(left, 'question')} to read"


def use(summary: QuizSummary) -> str:
    """How a quiz is used: open, closed, or not handed out."""
    if summary.open:
        return "open"
    return "closed" if summary.publications else "not handed out"


def terms(publication: Publication, now: datetime, zone: tzinfo) -> str:
    """When and to whom a quiz is open."""
    given = publication.terms
    status = publication.status(now)
    parts = [STATUS[status]]
    if status == "not_open":
        parts = [f"opens {moment(given.opens_at, zone)}"]
    if given.closes_at and status == "closed":
        return f"closed {moment(given.closes_at, zone)}"
    if given.closes_at:
        parts.append(f"closes {moment(given.closes_at, zone)}")
    return ", ".join(parts)


def apart(labels: Mapping[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """The labels by what they stand for, with a number behind one that another has already.

    What is picked from a list is told from the rest by its label alone; so those `known` from
    before stay, whatever else the list holds now. They are returned, too.
    """
    told = dict(known)
    for key, label in labels.items():
        if not re.fullmatch(rf"{re.escape(label)}( \(\d+\))?", told.get(key, "")):
            taken = {other for each, other in told.items() if each != key}
            spellings = chain([label], (f"{label} ({n})" for n in count(2)))
            told[key] = next(each for each in spellings if each not in taken)
    return told
