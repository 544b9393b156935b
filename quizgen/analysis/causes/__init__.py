"""Causes: which words of a text tell a cause, which its effect, and what links the two."""

from collections.abc import Iterator

from spacy.tokens import Doc

from quizgen.analysis.causes import adverbials, connectives, nouns, purposes, verbs
from quizgen.analysis.causes.cause import Cause

FAMILIES = (connectives.find, adverbials.find, purposes.find, verbs.find, nouns.find)


def find(doc: Doc) -> Iterator[Cause]:
    """The causes of a doc, in text order of the cause; of two alike the first family's."""
    seen = set()
    found = (cause for family in FAMILIES for cause in family(doc))
    for cause in sorted(found, key=lambda c: (c.cause.start, c.effect.start)):
        key = (cause.cause.start, cause.cause.end, cause.effect.start)
        if key not in seen:
            seen.add(key)
            yield cause
