"""Heads: the lines about an article that stand above or below it: byline, dateline, day.

They are taken out of the text; what they tell describes the article where its reader did not.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from quizgen.data import rows, settings, words
from quizgen.ingest.removals import Removal
from quizgen.ingest.written_days import DAY, MONTH, day_in

HEAD = 7  # lines with words, from the top, among which bylines and dates stand
TAIL = 3  # and from the end
LONGEST = 160  # characters of such a line
FEWEST = 60  # characters of a paragraph after the bare name of a city; headlines begin so, too
NAME = (
    r"[A-Z][\w.'’-]*(?: (?:(?:de|da|del|der|di|van|von|bin|al|el|la|le|ter)\b|[A-Z])[\w.'’-]*){0,4}"
)
FULL = rf"(?=\S+ [A-Z]){NAME}"  # first and last name
CLOCK = (
    r"(?:[01]?\d|2[0-3])[:.h][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?\(?(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})\)?)?"
)
BYLINE = re.compile(
    rf"(?:—|–|-|\|)?\s*(?:(?:[Ww]ritten|[Rr]eported|[Ss]tory|REPORTED|WRITTEN) )?(?:By|BY|by):? +"
    rf"(?P<names>{NAME}(?:(?:, | and | & |, and ){FULL})*)"
    r"(?P<rest>(?:,| in| \||\s[–—-]| for)\s*[A-Z][^.!?]{0,80})?\.?"
)
PUBLISHED = re.compile(
    r"(?P<verb>(?:first |originally |last )?(?:published|posted|updated|created|modified|issued|"
    r"release[ds]?|date[d]?|filed|publication date))\s*(?:on|at|:|[–—-])*\s*"
    rf"(?:{CLOCK},?\s*(?:on\s+)?)?(?P<day>{DAY})(?:[,\s|·•–—-]*(?:at\s+)?{CLOCK})?(?P<rest>.{{0,80}})",
    re.IGNORECASE,
)
ALONE = re.compile(rf"(?P<day>{DAY})(?:[,\s|·•–—-]*(?:at\s+)?{CLOCK})?", re.IGNORECASE)
PLACE = r"(?:[A-Z][A-Z.'’-]{2,}(?:[ /-][A-Z][A-Z.'’-]*){0,3})"
COUNTRY = r"(?:, [A-Z][\w.'’]*(?: (?:of|and|[A-Z][\w.'’]*)){0,3})?"
MONTH_DAY = rf"(?:(?i:{MONTH}) \d{{1,2}}|\d{{1,2}} (?i:{MONTH}))(?:,? \d{{4}})?"
DATE_ALONE = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4}"
DASH = r"\s*(?:[–—]{1,2}|-{1,3}|_)\s+"
SIGNED = r"\s*(?:\.?\s*(?:[–—]{1,2}|-{1,3}|_)\s*|\.\s+)"  # after an agency's name
DATED = rf"{PLACE}{COUNTRY},? (?:{MONTH_DAY})"
START = r"(?=[A-Z0-9\"“‘'$€£(])"


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines around an article tell of it; `dated_by` are the words that tell the day."""

    byline: str = ""
    source: str = ""
    published: date | None = None
    dated_by: str = ""


def without_heads(
    lines: list[str], *, title: str, byline: str
) -> tuple[list[str], Head, list[Removal]]:
    """The lines without those about the article, what they tell, and what they were.

    `byline` is what the reader found: a line that says no more goes. A title is never taken.
    """
    head, removals, kept = Head(), [], list(lines)
    for number in _around(lines, title):
        line = kept[number].strip()
        told = _told(line, byline) if len(line) <= LONGEST else None
        if told is not None:
            what, parts = told
            removals.append(Removal(what, line))
            head, kept[number] = _joined(head, parts), ""
    above = frozenset(_around(kept, title)[:HEAD])
    for number, line in enumerate(kept):
        told_by = dateline(line, above=number in above)
        if told_by is not None:
            length, parts = told_by
            removals.append(Removal("dateline", line[:length]))
            head, kept[number] = _joined(head, parts), line[length:]
    return kept, head, removals


def dateline(line: str, *, above: bool = True) -> tuple[int, Head] | None:
    """How long the dateline before a paragraph is and what it tells, None for none.

    A place alone ("SEOUL —") is one only in the paragraphs `above`, at the article's top.
    """
    for pattern in _datelines() if above else _datelines()[:-2]:
        match = pattern.match(line)
        if match and match[0].strip(" –—-") not in words("acronyms.txt"):
            told = match[0].strip(" –—-")
            day = day_in(told)
            agency = match.groupdict().get("agency") or ""
            source = settings("agencies.toml")["names"].get(agency.casefold(), agency)
            return match.end(), Head("", source, day, f"the dateline {told!r}" if day else "")
    return None


def _around(lines: list[str], title: str) -> list[int]:
    """The numbers of the lines at the top and the end that may be about the article."""
    worded = [number for number, line in enumerate(lines) if line.strip()]
    if title and worded and lines[worded[0]].strip() == title.strip():
        worded = worded[1:]
    return list(dict.fromkeys([*worded[:HEAD], *worded[max(HEAD, len(worded) - TAIL) :]]))


def is_about(line: str) -> bool:
    """Whether a line is a byline or a date, and so no headline."""
    return len(line) <= LONGEST and _told(line.strip(), "") is not None


def _told(line: str, byline: str) -> tuple[str, Head] | None:
    """What a line about the article is and tells, None for prose."""
    bare = re.sub(r"^(?:by|BY|By):? ", "", line)
    if byline and bare.casefold() == byline.casefold():
        return "byline", Head(byline=byline)
    if match := BYLINE.fullmatch(line):
        return "byline", Head(byline=match["names"])
    if match := PUBLISHED.fullmatch(line) or ALONE.fullmatch(line):
        return _dated(line, match)
    return None


def _dated(line: str, match: re.Match[str]) -> tuple[str, Head] | None:
    day = day_in(match["day"])
    rest = match.groupdict().get("rest") or ""
    if day is None or re.search(r"[.!?][\"”]?$", rest):
        return None
    return "line with the date", Head(published=day, dated_by=f"the line {line!r}")


def _joined(head: Head, told: Head) -> Head:
    """Both together; the day of publication goes before that of an update, else the first wins."""
    first = re.search(r"updat|modif", head.dated_by, re.IGNORECASE) is None
    keeps = head.published is not None and (first or told.published is None)
    dated = head if keeps else told
    return replace(
        head,
        byline=head.byline or told.byline,
        source=head.source or told.source,
        published=dated.published,
        dated_by=dated.dated_by,
    )


@cache
def _cities() -> str:
    """The names of cities as datelines write them, in capitals or not."""
    names = sorted({city["name"] for city in rows("cities.tsv")})
    return "|".join(re.escape(each) for name in names for each in (name, name.upper()))


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    agency = "|".join(re.escape(name) for name in settings("agencies.toml")["names"])
    by = rf" ?(?:--)?\((?P<agency>(?i:{agency}))(?:\)|, [^)]{{1,40}}\))"
    mixed = r"[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}"
    place = rf"(?:{PLACE}|{mixed}){COUNTRY}"
    first = by.removeprefix(" ?")
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{place}(?:,? {MONTH_DAY}(?: / {CLOCK})?)?,?{by}{SIGNED}{START}",
            rf"{place},? {MONTH_DAY}{by}\s+{START}",
            rf"(?:{place})?{by}{START}",
            rf"{MONTH_DAY}{by}{SIGNED}{START}",
            rf"{first}{DASH}{place},? {MONTH_DAY}{DASH}{START}",
            rf"{first}{SIGNED}{START}",
            rf"{DATED}[.,]? /(?P<agency>[A-Z][A-Za-z ]{{2,20}})/[.,]?(?:{DASH}|\s+){START}",
            rf"{DATED}(?: \([A-Za-z .]{{2,25}}\))?{DASH}{START}",
            rf"{DATE_ALONE}[ \xa0]+{START}",
            rf"{PLACE}{COUNTRY}(?: \([A-Za-z .]{{2,25}}\))?{DASH}{START}",
            rf"(?:{_cities()})(?:\s*[:|]\s+|{DASH}){START}(?=.{{{FEWEST},}})",
        )
    )
