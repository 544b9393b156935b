"""Surnames: which full names are kin of the same name, and which bare names are somebody's."""

from collections import Counter

from spacy.tokens import Span

from quizgen.analysis.evidence import weighed
from quizgen.analysis.mentions import RawMention, name_ends
from quizgen.data import words

NEAR = 10  # tokens between a noun for kin and the name
PLACING = frozenset("in at near from to into around outside across via towards toward".split())
"""Prepositions before a place; a person's name stands after "from" and "to" seldom enough."""


def relatives(raw: list[RawMention], people: list[str]) -> set[str]:
    """Full names of kin that share both ends with another's ("her mother, Maria Lee Santos")."""
    ends = Counter(name_ends(p) for p in people)
    shared = {p for p in people if ends[name_ends(p)] > 1}
    return {r.text for r in raw if r.text in shared and _told_kin(r.span)}


def passing_kin(raw: list[RawMention]) -> set[str]:
    """Names that stand only once, as somebody's kin: "his son Paul Santos"."""
    counts = Counter(r.text for r in raw)
    return {r.text for r in raw if counts[r.text] == 1 and _kin_in_sentence(r.span)}


def _kin_in_sentence(span: Span) -> bool:
    """Whether the sentence speaks of kin before the name: "his daughter, a nurse, Anna Santos"."""
    before = span.doc[max(span.sent.start, span.start - NEAR) : span.start]
    return any(t.lower_ in words("kin_nouns.txt") for t in before)


def _told_kin(span: Span) -> bool:
    """Whether a noun for kin stands before the name: "her mother(,) X"."""
    before = span.doc[max(0, span.start - 2) : span.start]
    return any(t.lower_ in words("kin_nouns.txt") for t in before)


def named_after(raw: list[RawMention], people: list[str]) -> set[str]:
    """Surnames that come after their full name, and are not used as a company's is."""
    first: dict[str, int] = {}
    for at, mention in enumerate(raw):
        first.setdefault(mention.text, at)
    ends = {p: name_ends(p)[1] for p in people}
    after = {end for p, end in ends.items() if first[p] < first.get(end, -1)}
    return {text for text in after if not _as_company([r for r in raw if r.text == text])}


def like_places(raw: list[RawMention], later: set[str]) -> set[str]:
    """Those of the surnames that are used as a place's name is: "in Paris", "Paris, France"."""
    return {r.text for r in raw if r.text in later and _as_place(r.span)}


def _as_place(span: Span) -> bool:
    doc = span.doc
    before = doc[span.start - 1].lower_ if span.start > span.sent.start else ""
    listed = span.end + 1 < len(doc) and doc[span.end].text == ","
    wider = listed and doc[span.end + 1].ent_type_ in {"GPE", "LOC"}
    return before in PLACING or wider


def _as_company(mentions: list[RawMention]) -> bool:
    total = weighed(mentions)
    return total["company"] + total["organisation"] + total["product"] > 0
