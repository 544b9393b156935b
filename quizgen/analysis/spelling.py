"""Spelling: faults that typesetting leaves in a text, put right in what is shown of it.

The parse and all offsets stay those of the article; only words that a question shows are mended.
"""

import re

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
BROKEN = re.compile(r"(?<=[a-z])- (?!(?:and|or|to|nor|but|versus|vs|through)\b)(?=[a-z])")
"""A hyphen and a space within a word ("high- powered"), not in "short- and long-term"."""
PREFIXED = re.compile(r"\b((?:[Aa]nti|[Pp]ro|[Ee]x|[Nn]on|[Pp]re|[Pp]ost|[Mm]id))- (?=[A-Z])")
BROKEN_NAME = re.compile(r"(?<=[a-z])- (?=[A-Z])")


def mended(text: str) -> str:
    """The text with ligatures spelled out and words joined that a line break had cut."""
    if not text.isascii():
        for ligature, letters in LIGATURES.items():
            text = text.replace(ligature, letters)
    return PREFIXED.sub(r"\1-", BROKEN.sub("-", text)) if "- " in text else text


def mended_name(text: str) -> str:
    """The same of a name, in which a part after a hyphen has a capital ("Jean- Pierre")."""
    return BROKEN_NAME.sub("-", mended(text)) if "- " in text else mended(text)
