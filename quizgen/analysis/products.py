"""Products: names that are a maker's word with a model's number, put together from their parts.

The recogniser cuts "Airbus A380", "Boeing 747", "iPhone 4" and "787 Dreamliner" apart or overlooks
them. What belongs together is a known product or a designation of letters and figures, with the
maker right before it and the version right after it.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from quizgen import gazetteer
from quizgen.analysis.mentions import MODEL, RawMention

DESIGNATION = re.compile(
    r"(?=.*\d)(?:[A-Z]{1,4}-?\d{2,4}[A-Za-z]{0,4}|\d{3}(?:-\d{1,4}[A-Z]{0,2}|s)?)"
)
VERSION = re.compile(
    r"\d{1,2}(?:\.\d+)*[A-Z]{0,2}|\d[GS]+|[A-Z]\d{1,2}|Pro|Max|Plus|Mini|Nano|Classic|Shuffle|Touch|Ultra|SE|XL|XP|Lite"
)
FIGURES = re.compile(r"\d{3}")
AMOUNT = frozenset({"million", "billion", "trillion", "thousand", "percent", "%", "-", "per"})


def with_products(docs: tuple[Doc, ...], found: list[RawMention]) -> list[RawMention]:
    """The mentions with every product as one of them, in place of its parts."""
    spans = {n: list(_products(doc, n, found)) for n, doc in enumerate(docs)}
    parts = {
        (n, i) for n, each in spans.items() for span in each for i in range(span.start, span.end)
    }
    kept = [r for r in found if not any((r.paragraph, t.i) in parts for t in r.span)]
    made = [RawMention(n, s, s.text, MODEL) for n, each in spans.items() for s in each]
    return sorted(kept + made, key=lambda r: (r.paragraph, r.span.start))


def _products(doc: Doc, number: int, found: list[RawMention]) -> Iterator[Span]:
    starts = {r.span.start: r.span.end for r in found if r.paragraph == number and _product(r.text)}
    makers = {r.span.end for r in found if r.paragraph == number and _maker(r.text)}
    at = 0
    while at < len(doc):
        end = _core(doc, at, starts, makers)
        if end:
            start = _start(doc, at)
            yield doc[start : _with_version(doc, end)]
        at = max(end, at + 1)


def _core(doc: Doc, at: int, starts: dict[int, int], makers: set[int]) -> int:
    """The end of the product whose name opens at the token, its maker left aside, else 0."""
    if at in starts:
        return starts[at]
    token = doc[at]
    if not _told(token, makers) or not DESIGNATION.fullmatch(token.text):
        return 0
    return at + 1


def _told(token: Token, makers: set[int]) -> bool:
    """Whether a designation is one of a product: after its maker and no count of other things."""
    if token.i not in makers:
        return False
    counted = token.dep_ == "nummod" and token.head.i > token.i
    return not counted or token.nbor(-1).head == token  # "Boeing 737 jets"


def _product(text: str) -> bool:
    known = gazetteer.lookup(text) or gazetteer.lookup(text.removesuffix("s"))
    return (known is not None and known.kind == "product") or _designated(text)


def _designated(text: str) -> bool:
    """Whether a name is a designation itself, in the plural perhaps ("A321s")."""
    return DESIGNATION.fullmatch(text) is not None and text[0].isalpha() and text[-1] == "s"


def _maker(text: str) -> bool:
    known = gazetteer.lookup(text)
    return known is not None and known.kind == "company"


def _start(doc: Doc, at: int) -> int:
    """Where the name opens with its maker and figures ("Boeing 787 Dreamliner")."""
    start = at
    if start and FIGURES.fullmatch(doc[start - 1].text):
        start -= 1
    if start and _maker(doc[start - 1].text):
        start -= 1
    return start


def _with_version(doc: Doc, end: int) -> int:
    """Where the name closes with its version ("3GS" may come as two tokens)."""
    while end < len(doc) and _versioned(doc[end]):
        end += 1
    return end


def _versioned(token: Token) -> bool:
    glued = token.i > 0 and not token.nbor(-1).whitespace_
    if glued:
        return token.text.isupper() and token.nbor(-1).text.isdigit()
    return VERSION.fullmatch(token.text) is not None and not _counts(token)


def _counts(token: Token) -> bool:
    """Whether a figure counts what follows ("iPhone 4 million times")."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is not None and after.lower_ in AMOUNT:
        return True
    return token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS"
