"""Characters: what encodings and layout left among a text's letters, put right."""

import html
import re
import unicodedata
from collections.abc import Callable

from quizgen.ingest.removals import Removal

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
    "\u00ad\u034f\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
JOINER = re.compile("(?<=[^\\W_])\u200d|\u200d(?=[^\\W_])")  # within a pictograph it has a meaning
BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")
TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|a|span|div|sup|sub)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE
)
LIGATURE = re.compile("[\ufb00-\ufb06]")
QUOTES = re.compile(r"``|(?<!')''(?!')")
LOST_APOSTROPHE = re.compile("(?<=[A-Za-z])\ufffd(?=(?:s|t|re|ve|ll|d|m)\\b)")

Mending = Callable[[str], str]


def mended(text: str) -> tuple[str, list[Removal]]:
    """The text with its characters put right, and what was done; a clean text stays as it is."""
    found: list[Removal] = []
    for what, mending in MENDINGS:
        after = mending(text)
        if after != text:
            found.append(Removal(what))
            text = after
    if "\ufffd" in text:
        found.append(Removal("characters that the file has lost (shown as \ufffd)"))
    return text, found


def _decoded(text: str) -> str:
    """The text with what was decoded wrongly ("donâ€™t") decoded rightly, line by line."""
    if text.isascii():
        return text
    from ftfy import fix_encoding

    lines = text.split("\n")
    return "\n".join(line if line.isascii() else fix_encoding(line) for line in lines)


def _without_entities(text: str) -> str:
    """The text with "&amp;#8217;" and its like as the characters they stand for."""
    for _ in range(2):  # some are escaped twice
        text = ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return text


def _without_tags(text: str) -> str:
    return TAG.sub(lambda match: "\n" if match[0][1:3].lower() == "br" else "", text)


def _visible(text: str) -> str:
    return JOINER.sub("", INVISIBLE.sub("", text))


def _broken(text: str) -> str:
    return BREAKS.sub("\n", text)


def _composed(text: str) -> str:
    """The text without ligatures, each accent in one character with its letter."""
    letters = LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return unicodedata.normalize("NFC", letters)


def _quoted(text: str) -> str:
    """The text with typewriters' double quotes as one character, and lost apostrophes back."""
    return LOST_APOSTROPHE.sub("’", QUOTES.sub('"', text))


MENDINGS: tuple[tuple[str, Mending], ...] = (
    ("wrongly decoded characters put right", _decoded),
    ("character codes put right", _without_entities),
    ("leftover tags", _without_tags),
    ("invisible characters", _visible),
    ("line and page breaks put right", _broken),
    ("letters put together with their accents", _composed),
    ("quotation marks put right", _quoted),
)
