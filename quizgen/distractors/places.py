"""Places: whether a place can be where the stem says that the one asked for is."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from quizgen import circles, gazetteer, peers, public_figures
from quizgen.data import rows, table, words
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

WHERE = re.compile(
    r"\b[Ww]hich (?P<before>(?:[\w.-]+ )*?)(?:city|town|country|state|province)(?:'s)?"
    r"(?: (?:in|of|on|near) (?:the )?(?P<where>[A-Z][\w.]+(?: [A-Z][\w.]+)*))?"
)
OWNED = re.compile(
    r"^(?:Which|What) (?:is|was) (?P<before>)(?P<where>[A-Z][\w.]+(?: [A-Z][\w.]+)*)[’']s? "
    r"(?:[\w-]+ ){0,4}(?:city|town|capital|state|province|port)\b"
)
"""'Which is Scotland's largest city?'"""
WAYS = frozenset({"from", "to", "via", "into", "towards"})
MOVING = re.compile(r"\b(?:from|to|via|towards) (?:which|the \w+ of which)\b", re.IGNORECASE)
NEXT_TO = frozenset({"neighboring", "neighbouring", "nearby", "adjacent", "bordering"})
BY_SEA = re.compile(
    r"\b(?:coast\w*|ports?|harbou?rs?|beach\w*|nav(?:y|al)|(?:off)?shores?|islands?)\b",
    re.IGNORECASE,
)
PLAYING = re.compile(
    r"\b(?:World Cup|matche?s?|goals?|penalty|goalkeeper|teams?|captain|Stadium|striker|midfielder"
    r"|coach|scor(?:e|ed|ing)|Group [A-H])\b"
)
UNION = "United Kingdom"  # its parts play for themselves
STATE_BODIES = frozenset(
    "agency ministry department court legislature central_bank police military".split()
)
LARGE = 800_000  # people; of smaller cities few readers know the country
LONGEST = 4  # words of a name that is looked up in a stem
TELLING = frozenset(
    "city state province region team legislature party police military court ministry central_bank "
    "department".split()
)
"""Kinds whose names tell their country to those who know nothing of the story."""


def is_placed(text: str, draft: Draft) -> bool:
    """Whether a place is where the stem says that the place asked for is.

    "Which Canadian city", "which city in Germany", "which neighbouring state", "African".
    """
    country = text if peers.continent_of(text) else peers.country_of(text)
    found = WHERE.search(draft.stem)
    owned = OWNED.search(draft.stem) if draft.kind in {"city", "state", "province"} else None
    frames = (found, owned)
    if not all(_in_frame(frame, text, country, draft) for frame in frames if frame is not None):
        return False
    if _is_foreign_body(text, draft) or not _is_of_rank(text, draft):
        return False
    if BY_SEA.search(draft.stem) and _is_inland(text, draft):
        return False
    own = draft.asked.name
    home = "" if own is None else own.nation or peers.country_of(own.text) or own.text
    stem = " ".join(content_words(draft.stem))
    continents = {
        r["continent"] for r in rows("continent_words.tsv") if f" {r['word']} " in f" {stem} "
    }
    told = peers.continent_of(home)
    return told not in continents or peers.continent_of(country) == told


def _is_foreign_body(text: str, draft: Draft) -> bool:
    """Whether a body is of another country than the one that the stem tells to be the key's.

    None but Russia's agency speaks of cosmonauts.
    """
    if draft.kind not in STATE_BODIES:
        return False
    own, other = peers.country_of(draft.key), peers.country_of(text)
    return bool(own and other != own and tells_country(draft.stem, own))


def _is_inland(text: str, draft: Draft) -> bool:
    """Whether a country has no coast, where the key has one."""
    inland = words("landlocked.txt")
    return text in inland and draft.key not in inland


def _is_of_rank(text: str, draft: Draft) -> bool:
    """Whether a country is asked for as one, a territory as one, a team of players as one."""
    known = gazetteer.lookup(text)
    if known is None or known.kind != "country":
        return True
    if known.name == UNION and PLAYING.search(f"{draft.wording.story.title} {draft.stem}"):
        return False
    asked_territory = bool(re.search(r"\bwhich (?:\w+ )?territory\b", draft.stem, re.IGNORECASE))
    return asked_territory == (known.name in _territories())


@cache
def _territories() -> frozenset[str]:
    """Parts of states that are no nations of their own."""
    return frozenset(
        c["name"]
        for c in table("countries.json")["countries"]
        if c.get("part_of") and not c["code"].startswith("GB-")
    )


def tells_country(text: str, country: str) -> bool:
    """Whether a text names something that everybody knows to be of a country ("the Kremlin").

    With that in the question, all other countries would be struck out.
    """
    said = text.replace("’s", "").replace("'s", "")
    return any(
        _home_of(span) == country for span in (*capitalised(said), *re.findall(r"\w+", said))
    )


def capitalised(text: str) -> Iterator[str]:
    """The runs of words, up to `LONGEST`, that open with a capital."""
    parts = re.findall(r"[^\s,.?!;:()\"“”]+", text)
    yield from (
        " ".join(parts[start : start + length])
        for start, part in enumerate(parts)
        if part[0].isupper()
        for length in range(1, LONGEST + 1)
    )


@lru_cache(maxsize=4096)
def _home_of(text: str) -> str:
    """The country that a name shows to all readers, else ""."""
    seat = gazetteer.governed_from(text)
    if seat or text in _telling_words():
        return seat or _telling_words()[text]
    if figure := public_figures.country_of(text):
        return figure
    known = gazetteer.lookup(text)
    if known is None or known.kind not in TELLING or (known.kind == "city" and known.size < LARGE):
        return ""
    return peers.country_of(text)


@cache
def _telling_words() -> dict[str, str]:
    return {row["word"]: row["country"] for row in rows("telling_words.tsv")}


def _in_frame(found: re.Match[str], text: str, country: str, draft: Draft) -> bool:
    before, where = found["before"].split(), found["where"]
    nation = next((n for w in before if (n := gazetteer.nation_of(w))), None)
    if nation and country != nation:
        return False
    if not _is_in_part(text, draft, {w.lower() for w in before}):
        return False
    if NEXT_TO & {w.lower() for w in before}:
        return _borders(text, draft)
    if not where or text == where:
        return text != where
    if where in circles.of(text, draft.kind):
        return True
    region = gazetteer.lookup(where)
    if region is not None and region.country.startswith("GB-"):
        return False  # the table of cities does not tell Scotland from England
    if region is None or region.kind == "country":
        return region is None or country == region.name
    return region.kind == "continent" and peers.continent_of(country) == region.name


def _is_in_part(text: str, draft: Draft, told: set[str]) -> bool:
    """Whether a state lies in the part of the country that a stem tells, as the key does.

    "Which southern U.S. state".
    """
    named = (r["states"] for r in rows("state_parts.tsv") if r["word"] in told)
    parts = (frozenset(states.split("|")) for states in named)
    known = {each: gazetteer.lookup(each) for each in (text, draft.key)}
    own, key = (each.name if each is not None else "" for each in known.values())
    return all(own in part for part in parts if key in part)


def _borders(text: str, draft: Draft) -> bool:
    """Whether a state borders on one that the key borders on and the story names."""
    own = draft.asked.name
    around = peers.states_around(own.text) if own is not None else frozenset()
    known = gazetteer.lookup(text)
    told = f"{draft.wording.story.title} {draft.fact.sentence.span.text}"
    return known is not None and any(
        known.name in peers.states_around(state) for state in around if state in told
    )


def is_wide(text: str) -> bool:
    """Whether a place is a country or a part of the world: what is asked for may lie in it."""
    known = gazetteer.lookup(text)
    wide = known is not None and known.kind in {"country", "continent", "region"}
    return wide or text.lower() in {r["word"] for r in rows("continent_words.tsv")}


def is_at_hand(text: str, draft: Draft) -> bool:
    """Whether a city is of the same country as the key, or the end of somebody's way."""
    key = draft.asked.name
    home, away = ("" if key is None else peers.country_of(key.text)), peers.country_of(text)
    moving = draft.asked.role in WAYS or bool(MOVING.search(draft.stem))
    return moving or not home or not away or home == away
