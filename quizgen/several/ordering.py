"""Ordering: dated events of the articles, to be put in the order in which they happened."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from quizgen import gazetteer
from quizgen.analysis.times import MONTHS
from quizgen.distractors.alike import SHARED_BY_MANY
from quizgen.finishing import evidence_of
from quizgen.question import Question
from quizgen.several.parts import FEWEST, Found, Part, question, spread
from quizgen.wording.surface import sentence_case

if TYPE_CHECKING:
    from quizgen.ranking import Ranked

RULE = "date"
LONGEST = 18  # words of an event; six longer ones are not compared at a glance
STEM = "Put these events in the order in which they happened, the earliest first."
WHEN = re.compile(rf"(?:(?P<month>{'|'.join(MONTHS)}) )(?:(?P<day>\d{{1,2}}), )?(?P<year>\d{{4}})")
DATED = re.compile(
    rf"\b(?:1[5-9]\d\d|20\d\d|{'|'.join(MONTHS)}|\w+day|later|earlier|then|again|after|before"
    r"|following|next|previous|since|until|still|already|now)\b",
    re.IGNORECASE,
)
"""What would place an event in time, or tie it to another, without any knowledge of it."""
NAME = re.compile(r"\b[A-Z]\w{2,}")
Span = tuple[date, date]


def made(found: Sequence[Found]) -> Question | None:
    """The question on the dated events; None for fewer than four whose days do not overlap."""
    pool = sorted(
        (entry for each in found for entry in _events(each)),
        key=lambda entry: (-entry[1].ranked.score, entry[0], entry[1].left),
    )
    kept: list[tuple[Span, Part]] = []
    for span, part in pool:
        apart = all(_apart(span, other) for other, _ in kept)
        if apart and not (len(found) > 1 and any(_tied(part, other) for _, other in kept)):
            kept.append((span, part))
    chosen = spread([part for _, part in kept], len(found))
    if len(chosen) < FEWEST:
        return None
    days = {part.left: span for span, part in kept}
    parts = sorted(chosen, key=lambda part: days[part.left])
    items = tuple(part.left for part in parts)
    told = " ".join(f"{part.right}: {part.left}." for part in parts)
    asked = question("ordering", STEM, "; ".join(items), parts)
    return replace(asked, items=items, explanation=told)


def _events(found: Found) -> Iterator[tuple[Span, Part]]:
    analysis, candidates = found
    for ranked in candidates.sound:
        span = _span(ranked.draft.key) if ranked.draft.rule.name == RULE else None
        told = _told(ranked) if span is not None else ""
        if span is not None and told:
            yield span, Part(told, ranked.draft.key, ranked, evidence_of(ranked.draft, analysis))


def _span(key: str) -> Span | None:
    """The first and the last day of a date that tells at least month and year."""
    found = WHEN.fullmatch(key)
    if found is None:
        return None
    year, month = int(found["year"]), MONTHS.index(found["month"]) + 1
    last = monthrange(year, month)[1]
    first = int(found["day"]) if found["day"] else 1
    return date(year, month, first), date(year, month, first if found["day"] else last)


def _apart(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _tied(one: Part, other: Part) -> bool:
    """Whether one is on whom the other is about: a funeral comes after a death in any case."""
    doers = [set(NAME.findall(_doer(part))) - SHARED_BY_MANY for part in (one, other)]
    told = [set(re.findall(r"\w+", part.left)) for part in (one, other)]
    return bool(doers[0] & told[1] or doers[1] & told[0])


def _doer(part: Part) -> str:
    return part.ranked.draft.wording.clause.subject()


def _told(ranked: "Ranked") -> str:
    """The event as a short statement without its date; "" where it can't be told so.

    What somebody is reported to have said, what is not yet past, and what goes on is no event; one
    of nobody in particular ("an Australian") can't be found in the news.
    """
    draft, clause = ranked.draft, ranked.draft.fact.clause
    if clause is None or clause.speaker is not None or clause.modal is not None:
        return ""
    subject = clause.subject
    if gazetteer.nation_of(subject.head.text) or not any(t.pos_ == "PROPN" for t in subject.tokens):
        return ""
    verbs = (clause.verb, *clause.auxiliaries)
    past = any(token.tag_ == "VBD" for token in verbs) and clause.verb.tag_ != "VBG"
    told = sentence_case(draft.wording.clause.without(draft.asked))
    short = len(told.split()) <= LONGEST and not DATED.search(told)
    return told if past and short else ""
