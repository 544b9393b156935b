"""Anchoring: times that are counted from the day of publication written out, so that they last.

"Friday" becomes "on July 12, 2019", "last month" "in June 2019", "this week" "in July 2019".
Only what is certain is written out: the verb must tell whether a weekday is gone by or to come, and
a week must lie within one month. Anything else stays as it is, and the gate may refuse it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Span

from quizgen.analysis import times
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.times import Time, tense

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-WE)?")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA)")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "fall"}
SEASON_MONTHS = {"SP": (1, 8), "SU": (4, 11), "FA": (7, 12)}
"""Months of publication in which "this summer" surely means the one of the same year."""
KEPT_EDGE = re.compile(r"(?:early|late|mid)(?=[ -])", re.IGNORECASE)
NOUN_EDGE = re.compile(r"(?:the )?(?:very )?(?:start|beginning|middle|end) of(?= )", re.IGNORECASE)
DAY_PART = re.compile(r"\b(morning|afternoon|evening|night)\b", re.IGNORECASE)
PREPOSITIONS = frozenset(
    "on in since until till by of from before after for to through between around as than at "
    "during about within over".split()
)
AHEAD = frozenset("until till through to for by from before after starting beginning - –".split())
"""Words after which a weekday may lie ahead of a verb in the past."""
SINCE = frozenset({"since", "from", "until", "before", "after"})
MODIFYING = frozenset({"compound", "nmod", "amod", "poss"})
GRAIN_PREPOSITION = {"day": "on", "month": "in", "year": "in"}
NEAR = 150  # days; the same day of another year is then 215 days off at least
OPENING_MONTH_DAYS = 7  # early in a month "in July" may still mean the last one


@dataclass(frozen=True, slots=True)
class Case:
    """A time in its sentence: its entity, value and form, and what the article says beside it.

    `said` are the years told before it; `way` says whether its verb looks back or ahead.
    """

    ent: Span
    time: Time
    parts: dict[str, str]
    published: date
    said: tuple[str, ...]
    way: int

    def led_by(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands right before the time."""
        return self.ent.start > 0 and self.ent.doc[self.ent.start - 1].lower_ in words


def anchored(number: int, analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Texts by token for the times of a paragraph."""
    doc, published = analysis.docs[number], analysis.article.published
    if published is None:
        return
    before = analysis.docs[number - 1].text if number else ""
    for ent in doc.ents:
        named = any(analysis.names.at(number, token) for token in ent)  # "Theresa May"
        if ent.label_ in {"DATE", "TIME"} and not named and not _attributive(ent):
            text = _told(ent, published, _years_said(ent, before))
            if text:
                yield ent.start, text
                yield from ((i, "") for i in range(ent.start + 1, ent.end))


def _attributive(ent: Span) -> bool:
    """Whether a time stands before a noun ("today's edition", "the Friday march")."""
    after = ent.doc[ent.end].text if ent.end < len(ent.doc) else ""
    return ent.root.dep_ in MODIFYING or {"'s", "’s", "'"} & {after, ent[-1].text} != set()


def _years_said(ent: Span, before: str) -> tuple[str, ...]:
    """The years told before a time and in its sentence, the last one last."""
    return tuple(YEAR.findall(before + " " + ent.doc[: ent.sent.end].text))


def _told(ent: Span, published: date, said: tuple[str, ...]) -> str:
    """The time with its preposition, as it is told in any year; "" when it is not certain."""
    time, found = times.read(ent, published), times.form_of(ent)
    if found is None or YEAR.search(ent.text) or not time.value or time.kind != "date":
        return ""
    case = Case(ent, time, found.parts, published, said, tense.way_of(ent))
    dated = tense.is_perfect(ent.root) and not case.led_by(SINCE)  # "has opened on May 3"
    if found.reading not in SURE or dated or not SURE[found.reading](case):
        return ""
    if "/" in time.value:
        return f"{ent.text}, {time.value[:4]}"  # "July 12-14"
    lead = _lead(case)
    return "" if lead is None else lead + _named(ent, time)


def _lead(case: Case) -> str | None:
    """The preposition that the text needs and lacks; None where no text fits after the word."""
    led = case.ent.root.dep_ == "conj" or case.led_by(PREPOSITIONS)  # "on Friday and Saturday"
    if NOUN_EDGE.match(case.ent.text):
        return "" if led else None
    if WEEK.fullmatch(case.time.value) and led:
        return "" if case.led_by(frozenset({"in"})) else None
    return "" if led else GRAIN_PREPOSITION.get(case.time.grain, "in") + " "


def _named(ent: Span, time: Time) -> str:
    """The time in English: "late June 2019", "the evening of July 12, 2019"."""
    season = SEASON.fullmatch(time.value)
    if season:
        return f"the {SEASONS[season[2]]} of {season[1]}"
    if WEEK.fullmatch(time.value):
        return times.spoken(_days_of(time.value)[0].isoformat()[:7])
    spoken = times.spoken(time.value)
    part = DAY_PART.search(ent.text) or DAY_PART.search("night" if "TNI" in time.value else "")
    if time.grain == "day" and part:
        return f"the {part[1].lower()} of {spoken}"
    edge = KEPT_EDGE.match(ent.text) or NOUN_EDGE.match(ent.text)
    if edge is None or time.grain == "day":
        return spoken
    joint = "-" if edge[0].lower() == "mid" else " "
    return f"{edge[0].lower()}{joint}{spoken}"


def _sure_weekday(case: Case) -> bool:
    return "week" in case.parts or _tells_day(case)


def _sure_date(case: Case) -> bool:
    """Whether the year of "July 9" or "May" is sure: by the verb, or because none else is near."""
    if case.parts.get("shift", "").lower() == "last" or not _of_this_story(case):
        return False
    return _near(case) or _tells_day(case)


def _sure_turn(case: Case) -> bool:
    return case.parts.get("turn", "").lower() in {"this", "last", "next"}


def _sure_unit(case: Case) -> bool:
    """Whether "last month" or "the end of the year" is sure; a week must lie in one month."""
    if WEEK.fullmatch(case.time.value):
        return _in_one_month(case.time.value)
    if "shift" not in case.parts:
        return case.way != tense.OPEN and _of_this_story(case)
    return case.time.grain in GRAIN_PREPOSITION


def _sure_season(case: Case) -> bool:
    season = SEASON.fullmatch(case.time.value)
    if season is None or case.parts.get("shift", "").lower() != "this":
        return False
    first, last = SEASON_MONTHS[season[2]]
    return first <= case.published.month <= last


def _sure_named(case: Case) -> bool:
    """Whether "today" is a day, and not these days, as it is with a verb in the present."""
    return case.ent.text.lower() != "today" or case.ent.root.head.tag_ not in {"VBZ", "VBP"}


SURE: dict[str, Callable[[Case], bool]] = {
    "weekday": _sure_weekday,
    "day": _sure_date,
    "bare_month": _sure_date,
    "month": _sure_turn,
    "unit": _sure_unit,
    "season": _sure_season,
    "named_day": _sure_named,
    "ago": lambda case: case.time.grain == "day",
}
"""By form, whether the value can only be the one meant; other forms are never written out."""


def _tells_day(case: Case) -> bool:
    """Whether the verb says if a day is gone by: "announced talks for Friday" does not."""
    if case.way == tense.PAST:
        return not case.led_by(AHEAD) and not tense.may_announce(case.ent)
    return case.way == tense.COMING


def _of_this_story(case: Case) -> bool:
    """Whether a date without a year is near the publication: no other year was told before it."""
    value, published, past = case.time.value, case.published, case.way == tense.PAST
    if case.said and case.said[-1] != value[:4]:
        return False
    if past and case.time.grain == "day" and value > published.isoformat():
        return case.led_by(AHEAD)  # not "was born on April 5", told in March
    this_month = case.time.grain == "month" and value == published.isoformat()[:7]
    return not this_month or (past and published.day > OPENING_MONTH_DAYS)


def _near(case: Case) -> bool:
    """Whether a day or month is so near, on the verb's side, that no other year can be meant.

    A verb that leaves it open ("could open in May") looks ahead.
    """
    told = date.fromisoformat(f"{case.time.value.partition('/')[0]}-01"[:10])
    gap = (told - case.published).days
    if case.way == tense.OPEN:
        return 0 < gap < NEAR and not case.led_by(SINCE)
    return abs(gap) < NEAR


def _in_one_month(week: str) -> bool:
    """Whether a week lies in one month, be its first day Sunday or Monday."""
    first, last = _days_of(week)
    return (first - timedelta(1)).month == last.month


def _days_of(week: str) -> tuple[date, date]:
    match = WEEK.fullmatch(week)
    assert match is not None
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return monday, monday + timedelta(6)
