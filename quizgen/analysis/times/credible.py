"""Credible forms: what looks like a time and is one, no name, verb, count or plain figure."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from quizgen.analysis.times import forms
from quizgen.analysis.times.calendar import MONTHS, WEEKDAYS
from quizgen.analysis.times.forms import Found
from quizgen.data import words

TIMES = frozenset({"DATE", "TIME"})
MEASURES = TIMES | {"CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY"}
NOT_IN_PARSE = frozenset({"reference"})  # adverbs like others for the rules
BARE = frozenset({"bare_month", "year", "years"})  # a figure or a name may look the same
COMMON = frozenset({"unit", "named_day", "ago", "later", "duration", "vague", "bare_length", "set"})
LEADING = frozenset(
    "in since by from of to until till through during before after between and "
    "early late mid around circa about for".split()
)
MEASURING = frozenset("for in within over after during into until through take takes took".split())
BRIEF = frozenset("second seconds minute minutes hour hours".split())


def credible(doc: Doc) -> Iterator[tuple[Found, Span]]:
    """The forms found in a doc that are times there, with their spans."""
    for found in forms.scan(doc.text):
        span = _span(found, doc)
        if span is not None and not _in_name(span, found) and _likely(span, found):
            yield found, span


def _span(found: Found, doc: Doc) -> Span | None:
    brief = found.reading == "clock" or found.parts.get("length", "").lower() in BRIEF
    label = found.reading if found.reading in NOT_IN_PARSE else "TIME" if brief else "DATE"
    return doc.char_span(found.start, found.end, label)


def across(one: Span, other: Span) -> bool:
    """Whether two spans share a token."""
    return one.start < other.end and other.start < one.end


def _in_name(span: Span, found: Found) -> bool:
    """Whether a time is part of a name ("Bloody Sunday"), or is one by itself ("May", "April")."""
    names = [e for e in span.doc.ents if e.label_ not in MEASURES and across(e, span)]
    inside = all(span.start <= e.start and e.end <= span.end for e in names)
    return bool(names) and not (inside and found.reading not in BARE)


def _likely(span: Span, found: Found) -> bool:
    first, last = span[0], span[-1]
    if found.parts.get("length", "").lower() == "second" and last.tag_:
        return last.tag_ == "NN"  # "a second term"
    if found.parts.get("shift") == "last" and first.tag_[:2] == "VB":
        return False  # "may last two days"
    if found.reading in COMMON and _capital(span):
        return False  # "Kamloops This Week", "USA Today"
    if found.reading == "unit" and last.i + 1 < len(last.doc) and last.nbor(1).lower_ == "of":
        return False  # "the last week of June"
    if found.reading == "rate":
        return _counted_before(first)
    if found.reading == "bare_length":
        return "-long" in span.text or _led_by(first, MEASURING)
    if found.reading in BARE:
        return _likely_bare(span, found)
    return "often" not in found.parts or first.tag_[:2] != "JJ" or _known(span)


def _likely_bare(span: Span, found: Found) -> bool:
    """Whether a month or year alone is one, by the model or by the word before it."""
    first, last = span[0], span[-1]
    if first.tag_[:2] in {"MD", "VB"} or (found.reading == "bare_month" and _surname(first)):
        return False  # "May", "March"
    counting = last.dep_ == "nummod" and last.head.tag_ in {"NNS", "NNPS"}
    return _known(span) or (not counting and (len(span) > 1 or _led_by(first, LEADING)))


def tells_time(ent: Span) -> bool:
    """Whether a time of the model's holds a word for one; "49", "2GB" and "Theresa May" do not."""
    telling = (t for t in ent if t.lemma_.lower() in words("time_words.txt"))
    common = any(found.reading in COMMON for found in forms.scan(ent.text))
    name = common and _capital(ent)  # "Kamloops This Week"
    return not name and any(t.text not in MONTHS or not _surname(t) for t in telling)


def _known(span: Span) -> bool:
    """Whether the model too has found a time there."""
    return any(e.label_ in TIMES and across(e, span) for e in span.doc.ents)


def _led_by(token: Token, told: frozenset[str]) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ in told


def _capital(span: Span) -> bool:
    """Whether a word has a capital that the start of a sentence does not explain."""
    start = span.start == span.sent.start or not span[0].nbor(-1).is_alpha
    return any(t.is_title for t in span[int(start) :])


def _surname(token: Token) -> bool:
    """Whether "May" follows a first name, or acts: "Theresa May", "May resigned"."""
    if token.dep_ in {"nsubj", "nsubjpass", "poss"} and token.tag_ == "NNP":
        return True
    before = token.nbor(-1) if token.i > token.sent.start else token
    return before != token and before.tag_ == "NNP" and before.text not in (*MONTHS, *WEEKDAYS)


def _counted_before(first: Token) -> bool:
    """Whether a number or sum stands before "a year" or "per day"."""
    if first.lower_ == "per":
        return True
    before = first.nbor(-1) if first.i else first
    return (
        before.like_num
        or before.ent_type_ in {"MONEY", "PERCENT", "CARDINAL"}
        or before.lower_ in {"times", "once", "twice"}
    )
