"""The context line: the story's title and date above a question, without what gives the key away.

Where the key is a name that stands in the title, the title is shown with the name left out
("[…] wins the chess championship in Lisbon"), so that a question on the story's own event still
says which story it is from.
"""

import re
from collections.abc import Iterable

from quizgen import gazetteer
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.times import spoken
from quizgen.analysis.times.calendar import MONTHS
from quizgen.data import words
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words, root_of, significant

OMITTED = "[…]"
INITIALS = re.compile(r"\s*(?:[A-Z]\.?\s*)+")
LEAST_LEFT = 3  # content words of a title with a gap; fewer tell no story
FOR_A_GAP = 2  # content words more for each further gap
RETOLD = 0.6  # share of the title's content words in a key from which the key tells the title
OWNERS = frozenset("its his her their our my your".split())
WITH_VERB = frozenset({"subject", "object"})
DAY = re.compile(rf"(?:^|, )(?P<day>(?:{'|'.join(MONTHS)}) \d{{1,2}}, \d{{4}})$")
WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+(?:['’]s\b)?")


def shown_title(draft: Draft, analysis: Analysis) -> str:
    """The title as a student will see it: "" where it would give the key away."""
    title = analysis.article.title
    if not title or not (gives_away(title, draft) or _retold(title, draft)):
        return title
    shown = _with_gap(title, draft)
    enough = len(significant(shown)) >= LEAST_LEFT
    return shown if enough and not gives_away(shown, draft) and not _retold(shown, draft) else ""


def context(draft: Draft, analysis: Analysis) -> str:
    """The story's title and date, without whatever would give the key away."""
    day = _day(analysis)
    parts = (shown_title(draft, analysis), "" if gives_away(day, draft) else day)
    return ", ".join(part for part in parts if part)


def _day(analysis: Analysis) -> str:
    published = analysis.article.published
    return spoken(published.isoformat()) if published else ""


def gives_away(part: str, draft: Draft) -> bool:
    """Whether a part of the context line holds the key, an alias of it, or half of its words."""
    said = f" {' '.join(content_words(part))} "
    if any(f" {' '.join(content_words(t))} " in said for t in _telling(draft) if content_words(t)):
        return True
    root = _root_of_name if "named" in draft.asked.tags else root_of
    key, known = [root(w) for w in _distinct(draft)], {root(w) for w in content_words(part)}
    half = bool(key) and sum(w in known for w in key) * 2 >= len(key)
    return half or _told_with_its_verb(draft, set(map(root_of, content_words(part))))


def _root_of_name(word: str) -> str:
    return word.removesuffix("s")


def _distinct(draft: Draft) -> list[str]:
    """The key's words, whose it is aside; of a party's name only those that no other party has."""
    key = [w for w in significant(draft.key) if w not in OWNERS]
    name = draft.asked.name
    if name is None or name.kind != "party":
        return key
    common = _leading_place(draft.key) | {"party"}
    return [w for w in key if w not in common] or key


def _leading_place(text: str) -> set[str]:
    """The words of the place that a longer name begins with ("Lima" of "Lima City Council")."""
    parts = text.split()
    heads = (" ".join(parts[:n]) for n in range(1, len(parts)))
    known = ((head, gazetteer.lookup(head)) for head in heads)
    places = (head for head, found in known if found and found.kind in gazetteer.PLACES)
    return {word for place in places for word in content_words(place)}


def _told_with_its_verb(draft: Draft, known: set[str]) -> bool:
    """Whether a title tells what was done to the thing asked for, or by it ("bus crashes")."""
    clause, asked = draft.fact.clause, draft.asked
    if clause is None or asked.role not in WITH_VERB or "named" in asked.tags:
        return False
    told = {clause.verb.lower_, asked.head.lower_}
    shown = asked.head.lower_ in content_words(draft.key) and clause.verb.lemma_ != "be"
    return shown and {root_of(word) for word in told} <= known


def _telling(draft: Draft) -> tuple[str, ...]:
    """The texts that would tell the key: itself, its aliases, the adjectives of its country."""
    name = draft.asked.name
    nation = "" if name is None else name.text if name.kind == "country" else name.nation
    return (draft.key, *draft.accepted, *gazetteer.demonyms_of(nation))


def _retold(title: str, draft: Draft) -> bool:
    """Whether the key says over again most of what the title says."""
    told, key = set(significant(title)), set(significant(draft.key))
    return bool(told) and len(told & key) >= RETOLD * len(told)


def _with_gap(title: str, draft: Draft) -> str:
    """The title without the words of a name that is the key; "" where the key is no name."""
    if draft.asked.name is None or "named" not in draft.asked.tags:
        return ""
    person = draft.asked.name.kind == "person"
    telling = {w for text in _telling(draft) for w in content_words(text)}
    if not person:  # "Lima" may stand where only an alias ("Lima City Council") holds it
        aliased = set[str]().union(*map(_leading_place, draft.accepted))
        telling -= aliased - set(content_words(draft.key))
    telling -= words("grammar_words.txt")
    found = [m.span() for m in WORD.finditer(title) if telling & set(content_words(m[0]))]
    if person:
        found = [(_given_names_before(title, start), end) for start, end in found]
    return _without(title, found)


def _given_names_before(title: str, start: int) -> int:
    """Where a person's name begins whose surname stands at `start`."""
    before = re.search(r"(\S+) $", title[:start])
    if before is None or before[1] not in gazetteer.given_names():
        return start
    return _given_names_before(title, before.start())


def _without(title: str, spans: list[tuple[int, int]]) -> str:
    """The title with one gap for each run of the given stretches, joined over small words."""
    out, end = "", 0
    for start, stop in spans:
        between = title[end:start]
        small = not significant(between) and "," not in between
        joined = out.endswith(OMITTED) and bool(small or INITIALS.fullmatch(between))
        out += "" if joined else between + OMITTED
        end = stop
    return out + title[end:]


def without_keys(context: str, people: Iterable[str], things: Iterable[str]) -> str:
    """A context line beside questions whose keys it would tell, these keys left out.

    Of people each name is left out, of other keys the whole. Where too little is left of the title,
    only the day stands.
    """
    found = DAY.search(context)
    title, day = (context[: found.start()], found["day"]) if found else (context, "")
    names = {word for person in people for word in content_words(person)}
    names -= words("grammar_words.txt")
    gaps = [m.span() for m in re.finditer(re.escape(OMITTED), title)]
    spans = [m.span() for m in WORD.finditer(title) if names & set(content_words(m[0]))]
    for thing in filter(None, things):
        told = re.finditer(rf"(?<!\w){re.escape(thing)}(?!\w)", title, re.IGNORECASE)
        spans += [match.span() for match in told]
    if not spans:
        return context
    shown = _without(title, _apart(sorted(gaps + spans)))
    least = LEAST_LEFT + FOR_A_GAP * (shown.count(OMITTED) - 1)
    parts = (shown if len(significant(shown)) >= least else "", day)
    return ", ".join(part for part in parts if part)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in order without those that begin inside one before."""
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
