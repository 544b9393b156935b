"""Finding: the times of a text, told apart from numbers and names, each with its value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc, Span

from quizgen.analysis.times import dated, forms, lengths, relative, tense
from quizgen.analysis.times.credible import NOT_IN_PARSE, TIMES, across, credible, tells_time
from quizgen.analysis.times.forms import Found
from quizgen.analysis.times.values import Context, Grain, TimeKind, Value
from quizgen.data import words

READINGS = dated.READINGS | relative.READINGS | lengths.READINGS
CLOCK = re.compile(r"\d")  # a time of day, or a length, which needs no day
DAY = re.compile(r"\d{4}-\d\d-\d\d")
HARMLESS = frozenset("the a an on in at of by since until from early late mid about around".split())
INTERVAL = frozenset({"to", "-", "–", "—", "and", "until", "till", "through"})
OPENING = frozenset({"from", "between"})


@dataclass(frozen=True, slots=True)
class Time:
    """Characters `start` to `end` of the paragraph.

    `absolute` when it needs no day of publication to be understood.
    """

    start: int
    end: int
    text: str
    value: str
    kind: TimeKind
    grain: Grain
    absolute: bool


@Language.component("quizgen_times")
def mark(doc: Doc) -> Doc:
    """The doc whose DATE and TIME entities are the times found here in place of the model's."""
    found = [span for span in spans(doc) if span.label_ in TIMES]
    taken = {i for span in found for i in range(span.start, span.end)}
    kept = [ent for ent in doc.ents if ent.label_ not in TIMES and not taken & set(_tokens(ent))]
    doc.set_ents([*found, *kept])
    return doc


def _tokens(span: Span) -> range:
    return range(span.start, span.end)


def spans(doc: Doc) -> list[Span]:
    """The times of a doc by form, and those that only the model found, in order."""
    likely = list(credible(doc))
    kept = forms.apart(found for found, _ in likely)
    found = [span for each, span in likely if each in kept]
    others = [ent for ent in doc.ents if ent.label_ in TIMES and tells_time(ent)]
    wider = [ent for ent in others if _says_more(ent, found)]
    found = [s for s in found if not any(across(s, ent) for ent in wider)]
    alone = [ent for ent in others if not any(across(s, ent) for s in found)]
    return sorted({*found, *wider, *alone}, key=lambda span: span.start)


def _says_more(ent: Span, found: list[Span]) -> bool:
    """Whether a time of the model's holds one found here beside a noun ("the week of July 8")."""
    inside = [span for span in found if across(span, ent)]
    return (
        len(inside) == 1
        and ent.start <= inside[0].start
        and inside[0].end <= ent.end
        and ent.root.i not in _tokens(inside[0])
        and ent.root.lemma_.lower() in words("time_nouns.txt")
    )


def find(doc: Doc, published: date | None) -> list[Time]:
    """The times of a paragraph in order; a range comes before its two ends."""
    known = [ent for ent in doc.ents if ent.label_ in TIMES]
    present = [span for span in spans(doc) if span.label_ in NOT_IN_PARSE]
    single = [read(span, _day_of(span, known, published)) for span in (*known, *present)]
    return sorted((*single, *ranges(known, published)), key=lambda time: (time.start, -time.end))


def _day_of(span: Span, known: list[Span], published: date | None) -> date | None:
    """The day of a clock time: the one told in its sentence, else that of publication."""
    if published is None or not CLOCK.match(span.text):
        return published
    beside = [other for other in known if other.sent == span.sent and other != span]
    told = [read(other, published).value[:10] for other in beside]
    days = [date.fromisoformat(value) for value in told if DAY.fullmatch(value)]
    return days[-1] if len(set(days)) == 1 else published


def ranges(known: list[Span], published: date | None) -> Iterator[Time]:
    """The times from one to another: "from 2009 to 2011", "between May and June 2019"."""
    for one, other in pairwise(known):
        doc, between = one.doc, one.doc[one.end : other.start]
        opened = one.start > 0 and doc[one.start - 1].lower_ in OPENING
        if not opened or len(between) != 1 or between[0].lower_ not in INTERVAL:
            continue
        first, last = read(one, published), read(other, published)
        if first.kind == last.kind == "date" and first.value and last.value:
            value = f"{first.value}/{last.value}"
            absolute = first.absolute and last.absolute
            span = doc[one.start - 1 : other.end]
            yield _time(span, Value(value, "date", "other", absolute))


def read(span: Span, published: date | None) -> Time:
    """The time that a span of text tells; what the text does not make clear has no value."""
    return _time(span, _value(span, published))


def _time(span: Span, value: Value) -> Time:
    place = (span.start_char, span.end_char, span.text)
    return Time(*place, value.text, value.kind, value.grain, value.absolute)


def form_of(span: Span) -> Found | None:
    """The longest form of a time within a span of text."""
    return max(forms.scan(span.text), key=lambda each: each.end - each.start, default=None)


def _value(span: Span, published: date | None) -> Value:
    found, text = form_of(span), span.text
    if found is None:
        return Value("", "time" if span.label_ == "TIME" else "date")
    value = READINGS[found.reading](found.parts, Context(published, tense.way_of(span)))
    rest = (text[: found.start] + text[found.end :]).lower().split()
    if all(word in HARMLESS for word in rest):
        return value
    return Value("", value.kind, "other", value.absolute)
