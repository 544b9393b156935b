"""Alike: whether a name can stand beside the key without being struck out at sight, or the same.

The stem, the key and the other name are all that is looked at.
"""

import re

from quizgen import gazetteer, peers
from quizgen.analysis.names import Name
from quizgen.data import rows, words
from quizgen.rules.asking import Draft
from quizgen.wording import nouns
from quizgen.wording.surface import content_words

WHERE = re.compile(
    r"\b[Ww]hich (?P<before>(?:[\w-]+ )*?)(?:city|town|country|state|province)(?:'s)?"
    r"(?: (?:in|of|on|near) (?:the )?(?P<where>[A-Z][\w.]+(?: [A-Z][\w.]+)*))?"
)
WAYS = frozenset({"from", "to", "via", "into", "towards"})
MOVING = re.compile(r"\b(?:from|to|via|towards) (?:which|the \w+ of which)\b", re.IGNORECASE)
NAMED_EITHER_WAY = frozenset({"company", "media", "country", "person"})
"""Kinds whose acronyms are names like any other ("BMW", "CNN")."""
NEXT_TO = frozenset({"neighboring", "neighbouring", "nearby", "adjacent", "bordering"})
SPELLED_OUT = (("U.S.", "United States"), ("US ", "United States "), ("U.K.", "United Kingdom"))


def is_fair(text: str, draft: Draft) -> bool:
    """Whether a text is not told in the stem, and is neither part nor whole of the key."""
    key, said = set(_words(draft.key)), set(_words(text))
    stem = _words(draft.stem)
    if not said or said <= key or key <= said:
        return False  # "Arlington Cemetery", "Arlington National Cemetery"; "U.S. Navy", "US Navy"
    if f" {' '.join(_words(text))} " in f" {' '.join(stem)} " or len(said & set(stem)) > 1:
        return False  # most of the name is in the stem: "John Luk" beside "John Luk Jok"
    if draft.kind == "event" and key & said - words("class_nouns.txt"):
        return False  # a storm under two of its names
    if draft.asked.name is not None and draft.asked.name.kind == "person":
        own = {w for t in (draft.key, *draft.accepted) for w in _words(t)}
        return not own & said and " " in text and " " in draft.key  # "Guy" beside "Richard K. Guy"
    return not any(" ".join(_words(d)) in " ".join(stem) for d in gazetteer.demonyms_of(text))


def _words(text: str) -> list[str]:
    for short, full in SPELLED_OUT:
        text = text.replace(short, full)
    kept = (w for w in content_words(text) if w not in {"the", "of", "s"})
    return [w.removesuffix("s") for w in kept]  # "iPhones" beside "iPhone 4"


def same_sort(key: Name, other: Name, draft: Draft) -> bool:
    """Whether two names of a kind are of one sort: by field, and by the noun that they hold."""
    known, known_other = _known(key), _known(other)
    if known is not None and known_other is not None and known.field != known_other.field:
        return False  # a grocer beside a network, a river beside an island
    noun = nouns.of(key) or ""
    asked = re.search(rf"\bwhich (?:\w+ )*?{re.escape(noun)}\b", draft.stem, re.IGNORECASE)
    if noun != nouns.general(key.kind) and asked:
        return nouns.of(other) == noun  # "which cemetery"
    waters = [_is_water(text) for text in (key.text, other.text)]
    return waters[0] == waters[1]


def _known(name: Name) -> gazetteer.Known | None:
    found = (gazetteer.lookup(text) for text in (name.text, *name.aliases))
    return next((known for known in found if known is not None), None)


def _is_water(text: str) -> bool:
    known = gazetteer.lookup(text)
    if known is not None and known.field in {"river", "sea", "lake", "ocean"}:
        return True
    return bool({"Bay", "Sea", "Ocean", "River", "Lake", "Gulf", "Strait"} & set(text.split()))


def is_placed(text: str, draft: Draft) -> bool:
    """Whether a place is where the stem says that the place asked for is.

    "Which Canadian city", "which city in Germany", "which neighbouring state", "African".
    """
    country = text if peers.continent_of(text) else peers.country_of(text)
    found = WHERE.search(draft.stem)
    if found is not None and not _in_frame(found, text, country, draft):
        return False
    own = draft.asked.name
    home = "" if own is None else own.nation or peers.country_of(own.text) or own.text
    stem = " ".join(content_words(draft.stem))
    continents = {
        r["continent"] for r in rows("continent_words.tsv") if f" {r['word']} " in f" {stem} "
    }
    told = peers.continent_of(home)
    return told not in continents or peers.continent_of(country) == told


def _in_frame(found: re.Match[str], text: str, country: str, draft: Draft) -> bool:
    before, where = found["before"].split(), found["where"]
    nation = next((n for w in before if (n := gazetteer.nation_of(w))), None)
    if nation and country != nation:
        return False
    if NEXT_TO & {w.lower() for w in before}:
        return _borders(text, draft)
    if not where or text == where:
        return text != where
    region = gazetteer.lookup(where)
    if region is None or region.kind == "country":
        return region is None or country == region.name
    return region.kind == "continent" and peers.continent_of(country) == region.name


def _borders(text: str, draft: Draft) -> bool:
    """Whether a state borders on one that the key borders on and the story names."""
    own = draft.asked.name
    around = peers.states_around(own.text) if own is not None else frozenset()
    known = gazetteer.lookup(text)
    told = f"{draft.wording.story.title} {draft.fact.sentence.span.text}"
    return known is not None and any(
        known.name in peers.states_around(state) for state in around if state in told
    )


def is_comparable(text: str, key: str) -> bool:
    """Whether a name of the article is as prominent as the key, where that is one of a few.

    A small country is no wrong answer beside the United States, nor a local body beside the
    World Health Organization.
    """
    return not peers.is_prominent(key) or peers.is_prominent(text) or text in peers.chosen(key)


def is_at_hand(text: str, draft: Draft) -> bool:
    """Whether a city is of the same country as the key, or the end of somebody's way."""
    key = draft.asked.name
    home, away = ("" if key is None else peers.country_of(key.text)), peers.country_of(text)
    moving = draft.asked.role in WAYS or bool(MOVING.search(draft.stem))
    return moving or not home or not away or home == away


def in_style(text: str, key: str) -> str:
    """A name as it would stand beside the key ("UK" beside "US"); "" where it can't.

    Beside an acronym that is no country's, only acronyms stand.
    """
    text = text.removeprefix("State of ")
    if key.startswith("US ") and text.startswith("U.S. "):
        return "US " + text[5:]
    known = gazetteer.lookup(text)
    known_kind = known.kind if known is not None else ""
    if known is not None and known_kind == "country":
        return _short_country(known.name, key)
    if not is_acronym(key) or is_acronym(text) or known_kind in NAMED_EITHER_WAY:
        return text
    short = gazetteer.other_names(known) if known is not None else ()
    return next((t for t in short if is_acronym(t) and "." not in t), "")


def _short_country(name: str, key: str) -> str:
    for us, uk in (("US", "UK"), ("U.S.", "U.K.")):
        if key in {us, uk}:
            return {"United States": us, "United Kingdom": uk}.get(name, name)
    return name


def is_acronym(text: str) -> bool:
    """Whether a text is all capitals: "WHO", "U.S."."""
    return text.isupper() and " " not in text and len(text) > 1
