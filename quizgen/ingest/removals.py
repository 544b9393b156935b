"""Removals: what cleaning took away or mended, told so that nothing vanishes unseen."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_SHOWN = 80  # characters of what was taken away


@dataclass(frozen=True, slots=True)
class Removal:
    """One thing taken away: what it was ("byline") and its words, or how it was mended."""

    what: str
    text: str = ""

    def __str__(self) -> str:
        """As a teacher reads it: 'byline: "By Maria Santos"'."""
        words = " ".join(self.text.split())
        if not words:
            return self.what
        shown = words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1].rstrip() + "…"
        return f'{self.what}: "{shown}"'


def summary(removals: Iterable[Removal]) -> str:
    """The removals by what they were, counted ("byline, 3 captions"), "" for none."""
    counts = Counter(removal.what for removal in removals)
    return ", ".join(what if n == 1 else f"{what} ({n})" for what, n in counts.items())
