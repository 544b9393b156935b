"""Dating: dates as answers, and the nouns that ask for them; days are counted from publication."""

import re
from typing import TYPE_CHECKING

from quizgen.facts.fact import Argument
from quizgen.wording.surface import text_of

if TYPE_CHECKING:
    from quizgen.wording.forms import Wording

DATE_LEAD = re.compile(r"^(?:on|in) (?:the \w+ of )?|^the \w+ of ")
EDGE = re.compile(r"^(?:early|late|mid)[ -](?:in )?", re.IGNORECASE)
LAST_YEAR = re.compile(r"\d{4}$")
GRAINS = ("day", "month", "year")
LONGEST_DATE = 7  # tokens: "Thursday, July 11, 2019" has six


def date(wording: "Wording", slot: Argument) -> str | None:
    """A date without what is around it, with its year where the day of publication tells it.

    "1964" in "1964, when Bolivia ..." and in "the end of 1964"; None for a long one. A day told
    from the day of publication ("on Friday") is written out; None where it can't be.
    """
    labels = {"DATE", "TIME"} if "duration" in slot.tags else {"DATE"}
    tokens = [t for t in slot.tokens if t.ent_type_ in labels]
    if len(tokens) > LONGEST_DATE:
        return None
    if "relative" in slot.tags:
        return _written_out(wording, slot)
    text = text_of(tokens, wording.swaps)
    year = LAST_YEAR.search(text)
    if "year" in slot.tags and year is not None:
        return year[0]  # "the summer of 2014"
    return EDGE.sub("", text.removeprefix("on ")) or None


def _written_out(wording: "Wording", slot: Argument) -> str | None:
    """The date that a time told from the day of publication means: "July 12, 2019"."""
    told = [wording.swaps[t.i] for t in slot.tokens if wording.swaps.get(t.i)]
    return EDGE.sub("", DATE_LEAD.sub("", told[0])) if len(told) == 1 else None


def grain(wording: "Wording", slot: Argument) -> str | None:
    """The noun for a date: "on which date", "in which year"."""
    noun = span(wording, slot)
    if noun is None:
        return None
    return f"{'on' if noun == 'which date' else 'in'} {noun}"


def span(wording: "Wording", slot: Argument) -> str | None:
    """The noun for a date without a preposition: "which year"."""
    found = next((g for g in GRAINS if g in slot.tags), "")
    if "relative" in slot.tags:
        parts = len(EDGE.sub("", _written_out(wording, slot) or "").split())
        found = ("", "year", "month", "day")[parts] if parts < LONGEST_DATE else ""
    return f"which {'date' if found == 'day' else found}" if found else None
