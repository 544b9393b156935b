"""Wrong dates: of the form of the key, a little earlier or later, and possible.

Only what happens on a date can be dated wrongly: a state that lasts was as true a year before.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quizgen.analysis import times
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.times import MONTHS
from quizgen.data import rows, words
from quizgen.distractors.also_right import SAME_WORDS
from quizgen.rules.asking import Draft
from quizgen.wording.surface import significant

YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
DAY = re.compile(r"(?<![\d,])([12]?\d|3[01])(st|nd|rd|th)?\b(?!,?\d)")
Steps = tuple[tuple[int, ...], tuple[int, ...]]
DAYS: Steps = ((-3, -5, -2, -8, -11, -14), (2, 5, 9, 12))
MONTHS_AWAY: Steps = ((-1, -3, -2, -4, -5, -6), (2, 1, 4, 5))
YEARS: Steps = ((-1, -2, -3, -4, -5), (1, 2, 3, 4))
"""How far wrong dates are off, back and on: three that are shown, then spares."""
BETWEEN = (1, 3, 4)  # days on where publication is near
OLD = 30  # years before publication; of older years readers know the decade at best
LEAP = 2020  # a year in which February has 29 days
FEB = (2, 29)
WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
OTHER_YEARS = 5  # a year of the article further away belongs to another part of the story


def wrong(draft: Draft, analysis: Analysis, shift: int) -> Iterator[str]:
    """Dates of the key's form; none that the article tells of the same verb."""
    if _lasts(draft) or _recurs(draft):
        return
    barred = _told(draft, analysis)
    published = draft.wording.story.published
    for text in dict.fromkeys(_shifted(draft, analysis, shift)):
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


def _recurs(draft: Draft) -> bool:
    """Whether something rose or fell, by no amount told: so it may have in any other year."""
    clause = draft.fact.clause
    moved = clause is not None and clause.verb.lemma_ in words("moving_verbs.txt")
    return moved and not re.search(r"\d", draft.stem)


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
    today = _ordinal_of_day(published)
    return (wrong_one <= today) if told <= today else (wrong_one >= today)


def _ordinal_of_day(day: date) -> int:
    return day.year * 372 + day.month * 31 + day.day


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
        yield from _of_article(draft, analysis)
        yield from _other_days(draft, shift)
    elif month:
        yield from _other_months(draft.key, month, shift)
    elif year:
        yield from _other_years(draft, year, analysis, shift)


def _of_article(draft: Draft, analysis: Analysis) -> Iterator[str]:
    """The day, in the key's form, of its month that the article tells of something else.

    The nearest alone: beside several the key would be the one that is asked about twice.
    """
    key, day = draft.key, DAY.search(draft.key)
    published, own = draft.wording.story.published, _day_of(draft.key)
    if own is None or day is None:
        return
    said = _told_alike(draft, analysis)
    found = {
        date.fromisoformat(time.value)
        for doc in analysis.docs
        for time in times.find(doc, published)
        if time.grain == "day" and WHOLE_DAY.fullmatch(time.value)
    }
    if YEAR.search(key) is None:
        found = {other.replace(year=own.year) for other in found if (other.month, other.day) != FEB}
    of_month = [d for d in found - said - {own} if (d.year, d.month) == (own.year, own.month)]
    near = sorted(of_month, key=lambda other: (abs((other - own).days), other))
    yield from (_put(other, key) for other in near[:1])


def _told_alike(draft: Draft, analysis: Analysis) -> set[date]:
    """The days told in the key's sentence, of its verb, or where mostly the same is told."""
    clause = draft.fact.clause
    verb = clause.verb.lemma_ if clause is not None else ""
    asked = set(significant(draft.stem))
    said = set()
    for doc in analysis.docs:
        for time in times.find(doc, draft.wording.story.published):
            span = doc.char_span(time.start, time.end, alignment_mode="expand")
            if span is None or not WHOLE_DAY.fullmatch(time.value):
                continue
            sentence = span.sent
            alike = len(asked & set(significant(sentence.text))) >= SAME_WORDS * len(asked)
            own = sentence == draft.fact.sentence.span or verb in {t.lemma_ for t in sentence}
            if alike or own:
                said.add(date.fromisoformat(time.value))
    return said


def _day_of(text: str) -> date | None:
    """The day that a text tells; one of a leap year where it tells none."""
    month = next((n for n, m in enumerate(MONTHS, 1) if m in text), 0)
    day = DAY.search(text)
    try:
        return date(_year(text) or LEAP, month, int(day[1]) if day else 0)
    except ValueError:
        return None


def _put(other: date, key: str) -> str:
    """The key with another day, month and year, each written as the key has it."""
    written = DAY.sub(lambda m: f"{other.day}{_ordinal_ending(other.day) if m[2] else ''}", key, 1)
    named = re.sub("|".join(MONTHS), MONTHS[other.month - 1], written, count=1)
    return YEAR.sub(str(other.year), named, count=1)


def _other_days(draft: Draft, shift: int) -> Iterator[str]:
    """Days about the key's; of later ones those up to publication, be they ever so near.

    Else most keys, being news, would be the last day of four.
    """
    own, published = _day_of(draft.key), draft.wording.story.published
    if own is None:
        return
    back, on = DAYS
    dated = (
        own
        if _year(draft.key) or published is None
        else own.replace(year=published.year, day=min(own.day, 28))
    )
    left = (published - dated).days if published is not None else 0
    if 0 < left < on[1]:
        on = tuple(n for n in (*on, *BETWEEN) if n <= left)
    days = [own + timedelta(step) for step in _turns((back, on), shift)]
    days.sort(key=lambda day: day.month != own.month)  # a month that some share is a clue
    yield from (_put(day, draft.key) for day in days)


def _ordinal_ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _other_months(key: str, month: str, shift: int) -> Iterator[str]:
    """Other months, of the year before or after where the key's is told and ends."""
    year, own = YEAR.search(key), MONTHS.index(month)
    moved = [divmod(own + step, len(MONTHS)) for step in _turns(MONTHS_AWAY, shift)]
    for years, other in sorted(moved, key=lambda pair: pair[0] != 0):
        if year is None and years:
            return
        dated = key if year is None else key.replace(year[0], str(int(year[0]) + years))
        yield dated.replace(month, MONTHS[other])


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


def _turns(steps: Steps, shift: int) -> list[int]:
    """The steps, so ordered that `shift` says how many of the first three go back."""
    back, on = steps
    earlier = shift % 4
    return [*back[:earlier], *on[: 3 - earlier], *back[earlier:], *on[3 - earlier :]]
