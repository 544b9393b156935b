"""Templates: text with placeholders `{slot:form}`; plain names only, checked when loaded."""

import re
from dataclasses import dataclass

from quizgen.errors import RuleError
from quizgen.wording.forms import FACT_FORMS, SLOT_FORMS, Wording
from quizgen.wording.surface import tidy

PLACEHOLDER = re.compile(r"\{([a-z_ ]+):([a-z_]+)\}")
FACT = "clause"  # the slot name that stands for the fact as a whole


@dataclass(frozen=True, slots=True)
class Template:
    """A template with its own further conditions (slot, condition)."""

    text: str
    where: tuple[tuple[str, str], ...] = ()


def check(text: str) -> None:
    """Raise RuleError unless every brace belongs to a known placeholder."""
    for slot, form in PLACEHOLDER.findall(text):
        known = FACT_FORMS if slot == FACT else SLOT_FORMS
        if form not in known:
            msg = f"unknown form {{{slot}:{form}}}; forms here: {', '.join(sorted(known))}"
            raise RuleError(msg)
    if set("{}") & set(PLACEHOLDER.sub("", text)):
        msg = f"a placeholder is written {{slot:form}} with plain names: {text}"
        raise RuleError(msg)


def fill(text: str, wording: Wording) -> str | None:
    """The template with every placeholder filled, or None where one can't be."""
    out, last = "", 0
    for match in PLACEHOLDER.finditer(text):
        place = (match[1], match[2])
        if place not in wording.filled:
            wording.filled[place] = _value(*place, wording)
        value = wording.filled[place]
        if value is None:
            return None
        out += text[last : match.start()] + value
        last = match.end()
    return tidy(out + text[last:])


def _value(slot: str, form: str, wording: Wording) -> str | None:
    if slot == FACT:
        return FACT_FORMS[form](wording)
    phrase = wording.asked if slot == "asked" else wording.fact.slots.get(slot)
    return None if phrase is None else SLOT_FORMS[form](wording, phrase)
