"""Patterns of a data file: regular expressions built of named parts."""

import re
from collections.abc import Mapping

PART = re.compile(r"\b[A-Z]{3,}\b")


def whole(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern in which each word in capitals that names a part stands for it."""
    while (put := PART.sub(lambda name: parts.get(name[0], name[0]), pattern)) != pattern:
        pattern = put
    return pattern
