"""Licences: whether what is known of an article's licence lets its text be handed out in class.

Evidence sentences are quotations and need no licence; the whole text does. What is not recognised
to the last word does not count, as in "Photo: CC BY 2.0, text all rights reserved".
"""

import re
import unicodedata

from quizgen.data import words

ADDRESS = re.compile(
    r"(?:https?:)?(?://)?(?:www\.)?creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)"
    r"(?:/\d\.\d)?(?:/[a-z]{2,4})?(?:/(?:deed|legalcode)(?:\.[a-z_-]{2,10})?)?/?"
)
PARTS = (
    (r"\bcreative commons\b", "cc"),
    (r"\bcc-?(?=(?:by|0|zero)\b)", "cc "),
    (r"\battribution\b", "cc by"),
    (r"\bnon-?commercial\b", "nc"),
    (r"\bshare-? ?alike\b", "sa"),
    (r"\bno-? ?deriv(?:atives?|s)\b", "nd"),
    (r"\bu\. ?s\.?(?= )", "us"),
    (r"\b(?:v|version )?\d\.\d\b", " "),
    (r"\b(?:international|unported|generic|universal|intl|licen[cs]e)\b", " "),
    (r"[^a-z0-9]+", "-"),
    (r"^(?:-|cc-(?=cc-))+|-+$", ""),
)
"""What other spellings of a licence's parts become, in order."""


def allows_text(licence: str) -> bool:
    """Whether a licence, by its name or address, lets the whole text be handed out in class.

    Creative Commons, the public domain and some governments' licences do; no licence ("") and
    unknown ones do not.
    """
    text = " ".join(unicodedata.normalize("NFKC", licence).casefold().split())
    address = ADDRESS.fullmatch(text)
    return (f"cc-{address[1]}" if address else _spelt(text)) in words("open_licences.txt")


def _spelt(name: str) -> str:
    """The name of a licence as the list spells it: "CC BY-SA 4.0 International" as "cc-by-sa"."""
    for spelling, part in PARTS:
        name = re.sub(spelling, part, name)
    return name
