"""Acronyms that a sentence spells out: "World Trade Organization (WTO)"."""

from collections.abc import Iterator
from types import MappingProxyType

from spacy.tokens import Token

from quizgen.analysis.aliases import acronyms
from quizgen.facts.fact import Argument, Fact, Sentence

TRIVIAL = frozenset({"EU", "UN", "US", "UK", "USA"})  # nobody teaching the news would ask these


def find(sentence: Sentence) -> Iterator[Fact]:
    """One fact for each pair of long form and acronym, in the slots `long` and `short`."""
    for long, short in acronyms(sentence.span.text):
        first, second = _tokens(sentence, long), _tokens(sentence, short)
        if first and second and short not in TRIVIAL:
            slots = MappingProxyType(
                {"long": _phrase("long", first), "short": _phrase("short", second)}
            )
            yield Fact("acronym", sentence, slots)


def _tokens(sentence: Sentence, text: str) -> tuple[Token, ...]:
    at = sentence.span.text.find(text)
    if at < 0:
        return ()
    base = sentence.span.start_char
    span = sentence.span.doc.char_span(base + at, base + at + len(text))
    return tuple(span) if span is not None else ()


def _phrase(role: str, tokens: tuple[Token, ...]) -> Argument:
    return Argument(role, tokens[-1], tokens, tokens, (), frozenset({"named"}))
