"""Wrong dates: of the form of the key, a little earlier or later, and possible.

Only what happens on a date can be dated wrongly: a state that lasts was as true a year before.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.times import MONTHS
from quizgen.data import rows, words
from quizgen.rules.asking import Draft

YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
DAY = re.compile(r"(?<![\d,])([12]?\d|3[01])(st|nd|rd|th)?\b(?!,?\d)")
DAYS = ((-3, -5, -2), (2, 5, 9))
MONTHS_AWAY = ((-1, -3, -2), (2, 1, 4))
YEARS = ((-1, -2, -3), (1, 2, 3))
OLD = 30  # years before publication; of older years readers know the decade at best
LEAP = 2020  # a year in which February has 29 days
OTHER_YEARS = 5  # a year of the article further away belongs to another part of the story


def wrong(draft: Draft, analysis: Analysis, shift: int) -> Iterator[str]:
    """Dates of the key's form; none that the article tells of the same verb."""
    if _lasts(draft):
        return
    barred = _told(draft, analysis)
    published = draft.wording.story.published
    for text in _shifted(draft, analysis, shift):
        if not barred & {text, *YEAR.findall(text if text.isdigit() else "")} and _possible(
            text, draft, published
        ):
            yield text


def _lasts(draft: Draft) -> bool:
    """Whether the clause tells a state, of which no date is the wrong one."""
    clause = draft.fact.clause
    if clause is None:
        return False
    if clause.passive:
        return clause.verb.lemma_ == "know"
    progressive = clause.verb.tag_ == "VBG" and clause.modal is None
    lasting = clause.verb.lemma_ in words("lasting_verbs.txt") or clause.verb.lemma_ == "be"
    return progressive or (lasting and not re.search(r"\b(?:first|last)\b", draft.stem))


def _told(draft: Draft, analysis: Analysis) -> set[str]:
    """Dates of the sentence, and of any sentence with the same verb."""
    own = draft.fact.clause
    verb = own.verb.lemma_ if own is not None else ""
    said = draft.fact.sentence.span.text
    for doc in analysis.docs:
        for token in doc:
            if verb and token.lemma_ == verb:
                said += f" {token.sent.text}"
    days = re.findall(rf"(?:{'|'.join(MONTHS)}) \d+|\d+ (?:{'|'.join(MONTHS)})", said)
    return {*YEAR.findall(said), *days, *re.findall("|".join(MONTHS), said)} - {""}


def _possible(text: str, draft: Draft, published: date | None) -> bool:
    """Whether a date is on the right side of publication and of the other years of the stem."""
    year = _year(text)
    key = _year(draft.key)
    others = [int(y) for y in YEAR.findall(draft.stem)] if year and key else []
    if any((year < y) != (key < y) or year == y for y in others):
        return False
    if published is None:
        return not draft.stem.split("will")[1:]  # a day of the past for what is to come
    told, wrong_one = _ordinal(draft.key, published), _ordinal(text, published)
    today = published.year * 372 + published.month * 31 + published.day
    return (wrong_one <= today) if told <= today else (wrong_one >= today)


def _ordinal(text: str, published: date) -> int:
    """A number that orders dates; what a date leaves out is taken to be as early as can be."""
    year = _year(text) or published.year
    month = next((n for n, m in enumerate(MONTHS, 1) if m in text), 0)
    day = DAY.search(text)
    return year * 372 + (month or 1) * 31 + (int(day[1]) if month and day else 1)


def _year(text: str) -> int:
    year = YEAR.search(text)
    return int(year.group()) if year else 0


def _shifted(draft: Draft, analysis: Analysis, shift: int) -> Iterator[str]:
    """The key with another day, else another month, else another year."""
    year, day = YEAR.search(draft.key), DAY.search(draft.key)
    month = next((m for m in MONTHS if m in draft.key), "")
    if re.search(r"[A-Z][a-z]+day", draft.key):
        return
    if month and day:
        yield from _other_days(draft.key, day, month, shift)
    elif month:
        yield from _other_months(draft.key, month, shift)
    elif year:
        yield from _other_years(draft, year, analysis, shift)


def _other_days(key: str, day: re.Match[str], month: str, shift: int) -> Iterator[str]:
    longest = monthrange(LEAP, MONTHS.index(month) + 1)[1]
    for step in _turns(DAYS, shift):
        other = int(day[1]) + step
        if 1 <= other <= longest:
            ending = _ordinal_ending(other) if day[2] else ""
            yield f"{key[: day.start()]}{other}{ending}{key[day.end() :]}"


def _ordinal_ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _other_months(key: str, month: str, shift: int) -> Iterator[str]:
    """Other months, of the same year where the key tells it."""
    for step in _turns(MONTHS_AWAY, shift):
        other = MONTHS.index(month) + step
        if 0 <= other < len(MONTHS):
            yield key.replace(month, MONTHS[other])


def _other_years(
    draft: Draft, year: re.Match[str], analysis: Analysis, shift: int
) -> Iterator[str]:
    """A year of the article that is near, then years about the key's."""
    own, published = int(year[1]), draft.wording.story.published
    cycle = _cycle(draft.stem.lower())
    near = (
        int(y)
        for y in YEAR.findall(analysis.article.text)
        if 0 < abs(int(y) - own) <= OTHER_YEARS and (int(y) - own) % cycle == 0
    )
    old = published is not None and published.year - own > OLD and cycle == 1
    steps = [*list(near)[:1]] + [own + n * (2 if old else cycle) for n in _turns(YEARS, shift)]
    yield from (draft.key.replace(year.group(), str(other)) for other in steps)


def _cycle(stem: str) -> int:
    """Every how many years the thing happens that a stem is about; 1 where that is any year."""
    found = (
        r["years"] for r in rows("recurring_events.tsv") if re.search(rf"\b{r['word']}\b", stem)
    )
    return max(map(int, found), default=1)


def _turns(steps: tuple[tuple[int, ...], tuple[int, ...]], shift: int) -> list[int]:
    """The steps, so ordered that `shift` says how many of the first three go back."""
    back, on = steps
    earlier = shift % 4
    return [*back[:earlier], *on[: 3 - earlier], *back[earlier:], *on[3 - earlier :]]
