"""Missed names: mentions that the recogniser passed over, found by agreement and by the gazetteer.

The recogniser tags "Apple" in one sentence and overlooks it in the next. A text that it took for a
name elsewhere in the article is one here too; so is a text that the gazetteer holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Doc, Span, Token

from quizgen import gazetteer
from quizgen.analysis.mentions import NO_LABEL, RawMention, called_by, surname
from quizgen.data import words

SHORTEST = 2  # letters; "X" alone names nothing for certain
LONGEST = 7  # tokens of a name that is looked for
LINKED = 3
WIDER = ((2, 0), (1, 0), (0, LINKED), (0, 2), (0, 1))
"""Tokens before and after; three for "and the Levant"."""
COMMON_TOO = frozenset({"media", "group", "team", "museum", "body", "religious"})
"""Kinds of which single words are common words as well ("Post", "Guardian", "Nature")."""


def missed(docs: tuple[Doc, ...], found: list[RawMention]) -> Iterator[RawMention]:
    """The mentions without a label that stand outside those found, in order."""
    called = {r.text for r in found} | set(_surnames(found))
    taken = {(r.paragraph, i) for r in found for i in range(r.span.start, r.span.end)}
    for number, doc in enumerate(docs):
        free = [t for t in doc if (number, t.i) not in taken and not t.is_space]
        for run in _runs(free):
            for span in _spans(doc, run, called):
                yield RawMention(number, span, span.text, NO_LABEL)


def _surnames(found: list[RawMention]) -> Iterator[str]:
    """The surnames of people named in full, by which the article goes on calling them."""
    full = (r.text for r in found if r.label == "PERSON" and " " in r.text)
    yield from (surname(text) for text in full if text.split()[0] in gazetteer.given_names())


def widened(found: list[RawMention]) -> list[RawMention]:
    """The mentions with those of known names whole: "Air" + "China", "Lockheed" and "Martin"."""
    taken = {(r.paragraph, i): r for r in found for i in range(r.span.start, r.span.end)}
    wider = {(r.paragraph, r.span.start): _wider(r) for r in found}
    done, result = set[tuple[int, int]](), []
    for mention in found:
        span = wider[mention.paragraph, mention.span.start]
        at = {(mention.paragraph, i) for i in range(span.start, span.end)}
        whole = all(
            taken[i].span.start >= span.start and taken[i].span.end <= span.end
            for i in at
            if i in taken
        )
        if not whole:
            span = mention.span
            at = {(mention.paragraph, i) for i in range(span.start, span.end)}
        if not at & done:
            done |= at
            result.append(replace(mention, span=span, text=called_by(span)))
    return result


def _wider(mention: RawMention) -> Span:
    """The widest known name of a token or two more on one side, else the mention as it is."""
    span, doc = mention.span, mention.span.doc
    for before, after in WIDER:
        wide = doc[max(0, span.start - before) : span.end + after]
        more = [t for t in wide if t.i < span.start or t.i >= span.end]
        named = len(more) == before + after and _may_belong(more, span)
        if named and gazetteer.lookup(wide.text):
            return wide
    return span


def _may_belong(more: list[Token], span: Span) -> bool:
    """Whether words beside a name can be of it: capitals, "and the Levant", or an own "'s"."""
    if len(more) == LINKED:
        return more[-1].text[0].isupper()
    if more[0].text == "'s":  # "McDonald's"
        whole = gazetteer.lookup(span.text + "'s")
        return whole is not None and whole != gazetteer.lookup(span.text)
    return all(t.text[0].isupper() and t.lower_ != "the" for t in more)


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Stretches of neighbouring tokens."""
    for _, run in groupby(enumerate(tokens), key=lambda pair: pair[1].i - pair[0]):
        yield [token for _, token in run]


def _spans(doc: Doc, run: list[Token], called: set[str]) -> Iterator[Span]:
    at, end = run[0].i, run[-1].i + 1
    while at < end:
        span = _longest(doc, at, end, called) if _may_open(doc[at]) else None
        if span is not None:
            yield span
        at = span.end if span is not None else at + 1


def _longest(doc: Doc, start: int, end: int, called: set[str]) -> Span | None:
    for stop in range(min(end, start + LONGEST), start, -1):
        span = doc[start:stop]
        known = not _speaks(span[0]) and _is_known(span)
        if not _cut_short(span) and (known or _is_called(span, called)):
            return span
    return None


def _may_open(token: Token) -> bool:
    """Whether a name may open with the token: a capital somewhere, and tagged as a name."""
    if token.text[0].isupper():
        return token.tag_ in {"NNP", "NNPS"} or _speaks(token)
    return token.text[0].islower() and any(letter.isupper() for letter in token.text[1:])


def _speaks(token: Token) -> bool:
    """Whether a noun is the subject of what only people do: "Jobs said"."""
    noun = token.tag_ in {"NN", "NNS"} and token.dep_ == "nsubj"
    return noun and token.head.lemma_ in words("person_verbs.txt")


def _is_called(span: Span, called: set[str]) -> bool:
    """Whether the article has the name elsewhere, in the plural perhaps ("iPods")."""
    return span.text in called or (span[-1].tag_ == "NNPS" and span.text[:-1] in called)


def _is_known(span: Span) -> bool:
    """Whether the gazetteer holds the text, and it is no common word with a capital."""
    if span.text != gazetteer.bare(span.text):
        return False
    known = gazetteer.lookup(span.text)
    if known is None or len(span.text) < SHORTEST:
        return False
    if known.kind == "product":
        return len(span) > 1 or any(c.isupper() or c.isdigit() for c in span.text[1:])
    return len(span) > 1 or span.text.isupper() or known.kind not in COMMON_TOO


def _cut_short(span: Span) -> bool:
    """Whether the name goes on beside the span ("Apple" in "Apple Corps", "China" in "Air China").

    Only where the words hang together; in a headline every word has a capital.
    """
    doc = span.doc
    after = doc[span.end] if span.end < len(doc) else None
    before = doc[span.start - 1] if span.start else None
    if before is not None and before.text == "-" and not before.whitespace_:
        return True  # "Newcastle-upon-Tyne"
    goes_on = after is not None and _name_part(after) and span[-1].dep_ == "compound"
    comes_from = before is not None and _name_part(before) and before.dep_ == "compound"
    return goes_on or (comes_from and before is not None and before.ent_type_ == "")


def _name_part(token: Token) -> bool:
    return token.tag_ in {"NNP", "NNPS"} and token.text[0].isupper()
