"""Finding amounts: by the model's entities and by form, told apart from figures that only name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span, Token

from quizgen.analysis.amounts.numbers import CURRENCIES, WORDS, number, unit
from quizgen.analysis.patterns import whole
from quizgen.data import lines, settings, words

AmountKind = Literal["money", "percent", "quantity"]
KINDS: dict[str, AmountKind] = {
    "MONEY": "money",
    "PERCENT": "percent",
    "QUANTITY": "quantity",
    "CARDINAL": "quantity",
}
TIMES = frozenset({"DATE", "TIME", "ORDINAL"})
BOUND = re.compile(r"^as (?:high|low|little|big|large) as ", re.IGNORECASE)  # no part of a sum
ROUND = re.compile(r"(?:dozen|score|hundred|thousand|million|billion)s", re.IGNORECASE)
POINTING = frozenset({"the", "these", "those", "both"})
ADULT = 120  # years; nobody is older
LEAST_DIGITS = 2
AGES = re.compile(r"\b(?:aged?|age of) (\d{1,3})\b|(?<=[a-z]), (\d{1,3})(?=[,.)])")


@dataclass(frozen=True, slots=True)
class Amount:
    """Characters `start` to `end` of the paragraph; `value` is None where no number was read."""

    start: int
    end: int
    text: str
    kind: AmountKind
    value: float | None
    unit: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start` to `end` of a doc that may tell an amount."""

    start: int
    end: int
    kind: AmountKind


def find(doc: Doc, named: frozenset[str] = frozenset()) -> list[Amount]:
    """The amounts of a paragraph in order; `named` are figures that stand in names."""
    merged = _merged([*_by_form(doc), *_by_model(doc), *_ages(doc), *_numbers(doc)])
    spans = (_trimmed(c, doc) for c in merged if not _only_names(doc[c.start : c.end], named))
    return [_amount(doc[c.start : c.end], c.kind) for c in spans if c.start < c.end]


def _amount(span: Span, kind: AmountKind) -> Amount:
    value, of = number(span.text), unit(span.text, kind)
    if kind == "quantity" and ROUND.search(span.text):
        value, of = None, ""
    if kind == "quantity" and _is_age(span):
        of = "years"
    return Amount(span.start_char, span.end_char, span.text, kind, value, of)


def name_figures(docs: Iterable[Doc]) -> frozenset[str]:
    """Figures that stand in names somewhere in an article: "717" after "Boeing 717"."""
    return frozenset(
        token.text for doc in docs for token in doc
        if token.text.isdigit() and len(token.text) > LEAST_DIGITS and _after_name(token)
    )  # fmt: skip


@cache
def _forms() -> tuple[tuple[AmountKind, re.Pattern[str]], ...]:
    content = settings("amount_forms.toml")
    currencies = "|".join(f"{c}s?" for c in lines("currencies.txt"))
    units = "|".join(sorted(lines("units.txt"), key=len, reverse=True))
    parts = content["parts"] | {"CURRENCIES": f"(?:{currencies})", "UNITS": f"(?:{units})"}
    return tuple((f["kind"], _compiled(f["pattern"], parts)) for f in content["forms"])


def _compiled(pattern: str, parts: dict[str, str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,])(?:{whole(pattern, parts)})(?!\w)")


def _by_form(doc: Doc) -> Iterator[Candidate]:
    """Sums, shares and measures by their form; a length of time is none."""
    for kind, pattern in _forms():
        for match in pattern.finditer(doc.text):
            span = doc.char_span(*match.span(), alignment_mode="expand")
            if span is not None and not any(t.ent_type_ in TIMES for t in span):
                yield Candidate(span.start, span.end, kind)


def _by_model(doc: Doc) -> Iterator[Candidate]:
    """The model's amounts; it takes "more than 4 billion songs" for money."""
    for ent in doc.ents:
        if ent.label_ in KINDS:
            kind = KINDS[ent.label_]
            start = ent.start - (ent.start > 0 and _is_sign(ent.doc[ent.start - 1]))
            span = doc[start : ent.end]
            kind = "money" if any(map(_is_sign, span)) else kind
            bare = kind == "money" and not any(map(_is_currency, span))
            yield Candidate(start, ent.end, "quantity" if bare and _counts(ent) else kind)


def _is_sign(token: Token) -> bool:
    return token.tag_ == "$" or token.text in CURRENCIES


def _is_currency(token: Token) -> bool:
    known = token.lemma_.lower() in words("currencies.txt")
    return known or _is_sign(token) or any(sign in token.text for sign in CURRENCIES)


def _counts(ent: Span) -> bool:
    """Whether a number counts the things named after it."""
    return ent.root.dep_ == "nummod" and ent.root.head.i >= ent.end


def _ages(doc: Doc) -> Iterator[Candidate]:
    """Ages in figures after a name or after "aged": "Papermaster, 49,"."""
    for match in AGES.finditer(doc.text):
        span = doc.char_span(*match.span(match.lastindex or 0))
        if span is None or int(span.text) > ADULT:
            continue
        told = match.lastindex == 1 or doc[max(0, span.start - 2)].pos_ == "PROPN"
        if told and not any(t.ent_type_ in TIMES for t in span):
            yield Candidate(span.start, span.end, "quantity")


def _is_age(span: Span) -> bool:
    match = AGES.search(span.doc.text, max(0, span.start_char - len("age of ") - 1))
    return match is not None and match.end() == span.end_char


def _numbers(doc: Doc) -> Iterator[Candidate]:
    """Numbers that the model passed over: they count a plural, or stand alone after a verb."""
    for token in doc:
        plain = token.tag_ == "CD" and not token.ent_type_ and number(token.text) is not None
        counted = token.dep_ == "nummod" and token.head.tag_ in {"NNS", "NNPS"}
        alone = token.dep_ in {"pobj", "dobj"}
        if plain and (counted or alone) and not _hyphened(token):
            yield Candidate(token.i, token.i + 1, "quantity")


def _hyphened(token: Token) -> bool:
    """Whether a hyphen ties the number to a word: "top-ten", "2019-nCoV"."""
    return any(
        0 <= i < len(token.doc) and token.doc[i].text == "-" for i in (token.i - 1, token.i + 1)
    )


def _merged(found: list[Candidate]) -> list[Candidate]:
    """Candidates that overlap joined; the kind is that of the form, which comes first."""
    kept: list[Candidate] = []
    for each in found:
        across = [k for k in kept if each.start < k.end and k.start < each.end]
        kept = [k for k in kept if k not in across]
        first = across[0].kind if across else each.kind
        start = min([each.start, *(k.start for k in across)])
        kept.append(Candidate(start, max([each.end, *(k.end for k in across)]), first))
    return sorted(kept, key=lambda c: c.start)


def _trimmed(candidate: Candidate, doc: Doc) -> Candidate:
    """Without "as high as", with "all" before a figure and "of" after "thousands"."""
    start, end = candidate.start, candidate.end
    if BOUND.match(doc[start:end].text):
        start += 3
    if start and doc[start - 1].lower_ == "all" and doc[start].text[0].isdigit():
        start -= 1
    if end < len(doc) and ROUND.fullmatch(doc[end - 1].text) and doc[end].lower_ == "of":
        end += 1
    return replace(candidate, start=start, end=end)


def _only_names(span: Span, named: frozenset[str]) -> bool:
    """Whether a number is no amount: it names ("No. 1"), points back ("the two") or is none."""
    if any(sign in span.text for sign in (*CURRENCIES, "%")):
        return False
    first = span[0]
    told = number(span.text) is not None or ROUND.search(span.text) or _measures(span)
    if not told:
        return True
    if span.text.lower() == "one" or span.text in named:
        return True
    if len(span) == 1 and (_after_name(first) or _numbered(first) or _glued(first)):
        return True
    small = len(span) == 1 and first.lower_ in WORDS
    return small and any(c.lower_ in POINTING and c.i == first.i - 1 for c in first.head.children)


def _measures(span: Span) -> bool:
    """Whether an amount without a number is one: "several", "a few euros", "a metre"."""
    known = words("units.txt") | words("currencies.txt")
    vague = span.text.lower() in {"several", "dozens", "many"}
    return vague or (len(span) > 1 and any({t.lower_, t.lemma_.lower()} & known for t in span))


def _after_name(token: Token) -> bool:
    """Whether a figure belongs to the name before it: "iPhone 4", "Boeing 717"."""
    if not token.i or not token.text[0].isdigit():
        return False
    before = token.nbor(-1)
    together = token.head == before or before.head in (token, token.head)
    branded = bool(re.match(r"[a-z]+[A-Z]", before.text))  # "iOS 12"
    return branded or (before.tag_ in {"NNP", "NNPS"} and together)


def _numbered(token: Token) -> bool:
    before = token.nbor(-1) if token.i else token
    if before.text == "." and before.i:
        before = before.nbor(-1)
    return before.lower_.strip("#") in words("numbered_nouns.txt") and before != token


def _glued(token: Token) -> bool:
    """Whether letters follow a figure without space that are no unit: "3G", "7e7"."""
    if not token.text[0].isdigit():
        return False
    if re.search(r"[A-Za-z]", token.text):
        return not re.fullmatch(r"\d+x\d+", token.text)
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return not token.whitespace_ and after.is_alpha and after.lower_ not in {"th", "st"}
