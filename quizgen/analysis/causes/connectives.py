"""Fixed connectives: "because of", "in response to", "in a bid to" and their like, as strings.

Found by their words, since parsers hang their parts in many ways; what they link is found by the
heads that leave them.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from quizgen.analysis.causes.cause import Cause
from quizgen.analysis.causes.linking import link
from quizgen.analysis.syntax import is_verb
from quizgen.data import rows


def find(doc: Doc) -> Iterator[Cause]:
    """The causes and purposes that a fixed connective signals, in text order."""
    for token in doc:
        found = at(token)
        if found is None:
            continue
        signal, inner, kind = found
        outer = _governor(signal, inner)
        if outer is not None:
            yield from link(inner, outer, signal, kind=kind)


def at(token: Token) -> tuple[Span, Token, str] | None:
    """The connective that starts at a token, the head of what it introduces, and its kind."""
    signal = _signal_at(token)
    inner = _complement(signal) if signal is not None else None
    if signal is None or inner is None or _is_scheduled(signal, inner):
        return None
    return signal, inner, _kinds()[signal.text.lower()]


def _is_scheduled(signal: Span, inner: Token) -> bool:
    """Whether "due to" tells a plan ("is due to start")."""
    return signal[0].lower_ == "due" and inner.tag_ == "VB"


def _signal_at(token: Token) -> Span | None:
    """The connective that starts at a token, if any."""
    for size in _sizes().get(token.lower_, ()):
        span = token.doc[token.i : token.i + size]
        if len(span) == size and span.text.lower() in _kinds():
            return span
    return None


def _complement(signal: Span) -> Token | None:
    """The head of what the connective introduces: a noun, or the verb after "to" and "that"."""
    last = signal[-1]
    if last.tag_ == "TO" or last.lower_ == "that":
        return last.head if last.head.i >= signal.end and is_verb(last.head) else None
    after = signal.doc[signal.end : signal.sent.end]
    return next((t for t in after if t.head in signal and t.dep_ not in {"punct", "cc"}), None)


def _governor(signal: Span, inner: Token) -> Token | None:
    """The first head outside the connective and the head of what it introduces."""
    at = signal.root if signal.root.head not in signal else signal[0]
    for _ in range(len(signal) + 2):
        if at.head == at:
            return None
        at = at.head
        if at not in signal and at != inner:
            return at
    return None


@cache
def _kinds() -> dict[str, str]:
    return {row["signal"]: row["kind"] for row in rows("causal_connectives.tsv")}


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """By first word the lengths of the connectives in words, longest first."""
    sizes: dict[str, set[int]] = {}
    for signal in _kinds():
        parts = signal.split()
        sizes.setdefault(parts[0], set()).add(len(parts))
    return {first: tuple(sorted(found, reverse=True)) for first, found in sizes.items()}
