"""Alike: whether a name can stand beside the key without being struck out at sight, or the same.

The stem, the key and the other name are all that is looked at.
"""

import re
from functools import cache

from quizgen import circles, gazetteer, peers
from quizgen.analysis.names import Name
from quizgen.data import rows, words
from quizgen.rules.asking import Draft
from quizgen.wording import nouns
from quizgen.wording.surface import content_words

NAMED_EITHER_WAY = frozenset({"company", "media", "country", "person"})
"""Kinds whose acronyms are names like any other ("BMW", "CNN")."""
JOINED = re.compile(r"^[A-Z][a-z]+[A-Z]")
SHARED_BY_MANY = frozenset(
    (
        "United National New International General Royal Federal First Global World European Great "
        "North South East West Northern Southern Eastern Western Central State States Which Who "
        "Democratic American British"
    ).split()
)
SAME_STEM = 7  # letters with which two forms of one long word begin
HEADS = frozenset({"Party", "Department", "Ministry", "University", "Agency"})
"""What a body is: where the key says so, its full name stands beside it."""
UNKNOWN = gazetteer.Known("", "")
SPELLED_OUT = (("U.S.", "United States"), ("US ", "United States "), ("U.K.", "United Kingdom"))


def is_fair(text: str, draft: Draft) -> bool:
    """Whether a text is not told in the stem, and is neither part nor whole of the key."""
    key, said = set(_words(draft.key)), set(_words(text))
    stem = _words(draft.stem)
    if not said or said <= key or key <= said:
        return False  # "Arlington Cemetery", "Arlington National Cemetery"; "U.S. Navy", "US Navy"
    if f" {' '.join(_words(text))} " in f" {' '.join(stem)} " or len(said & set(stem)) > 1:
        return False  # most of the name is in the stem: "John Luk" beside "John Luk Jok"
    if draft.kind in gazetteer.ORGANISATIONS and _proper(text) & _proper(draft.stem):
        return False  # "Boeing Commercial Airplanes" where Boeing is said
    if draft.kind in gazetteer.ORGANISATIONS and _akin(key, said):
        return False
    if draft.kind == "event" and key & said - words("class_nouns.txt"):
        return False  # a storm under two of its names
    if draft.asked.name is not None and draft.asked.name.kind == "person":
        own = {w for t in (draft.key, *draft.accepted) for w in _words(t)}
        return not own & said and " " in text and " " in draft.key  # "Guy" beside "Richard K. Guy"
    return not any(" ".join(_words(d)) in " ".join(stem) for d in gazetteer.demonyms_of(text))


def _akin(key: set[str], said: set[str]) -> bool:
    """Whether two names have two forms of one word: "Emergencies", "Emergency Situations"."""
    own, others = (
        {word[:SAME_STEM] for word in each if len(word) >= SAME_STEM}
        for each in (key - said, said - key)
    )
    return bool(own & others)


def _proper(text: str) -> set[str]:
    """The words of a text with a capital that few names share."""
    found = set(re.findall(r"\b[A-Z][\w&]{2,}", text)) - SHARED_BY_MANY
    common = words("class_nouns.txt") | words("general_nouns.txt") | words("grammar_words.txt")
    return {
        w
        for w in found
        if w.lower() not in common
        and not gazetteer.nation_of(w)
        and gazetteer.kind_by_words(f"New {w}") is None
        and (gazetteer.lookup(w) or UNKNOWN).kind not in gazetteer.PLACES
    }


def _words(text: str) -> list[str]:
    for short, full in SPELLED_OUT:
        text = text.replace(short, full)
    kept = (w for w in content_words(text) if w not in {"the", "of", "s"})
    return [w.removesuffix("s") for w in kept]  # "iPhones" beside "iPhone 4"


def same_sort(key: Name, other: Name, draft: Draft) -> bool:
    """Whether two names of a kind are of one sort: by field, and by the noun that they hold."""
    if not _in_one_field(key, other):
        return False  # a grocer beside a network, a river beside an island
    noun = nouns.of(key) or ""
    asked = re.search(rf"\bwhich (?:\w+ )*?{re.escape(noun)}\b", draft.stem, re.IGNORECASE)
    if noun != nouns.general(key.kind) and asked:
        return nouns.of(other) == noun  # "which cemetery"
    if other.kind in gazetteer.PLACES and JOINED.search(other.text):
        return False  # "EastMed" is a pipeline
    waters = [_is_water(text) for text in (key.text, other.text)]
    return waters[0] == waters[1]


def _in_one_field(key: Name, other: Name) -> bool:
    """Whether two names are of one line of business, as far as it is known.

    Those of a circle stand beside each other; a studio is no wrong answer beside a shop.
    """
    own, others = (circles.of(n.text, n.kind) for n in (key, other))
    if own & others:
        return True
    if own and key.kind == "company" and _known(other) is not None:
        return False  # a maker of paper beside a shop
    if key.kind in peers.BY_FIELD:
        return not (own and others) and field_of(key) == field_of(other)
    known, known_other = _known(key), _known(other)
    return known is None or known_other is None or known.field == known_other.field


def field_of(name: Name) -> str:
    """The line of business of a name, by what is known of it or by its words; else ""."""
    known = _known(name)
    if known is not None and known.kind == name.kind:
        return known.field
    by_word = _fields_by_word()
    return next((by_word[w] for w in reversed(name.text.split()) if w in by_word), "")


@cache
def _fields_by_word() -> dict[str, str]:
    return {row["word"]: row["field"] for row in rows("sector_words.tsv")}


def _known(name: Name) -> gazetteer.Known | None:
    found = (gazetteer.lookup(text) for text in (name.text, *name.aliases))
    return next((known for known in found if known is not None), None)


def _is_water(text: str) -> bool:
    known = gazetteer.lookup(text)
    if known is not None and known.field in {"river", "sea", "lake", "ocean"}:
        return True
    return bool({"Bay", "Sea", "Ocean", "River", "Lake", "Gulf", "Strait"} & set(text.split()))


def is_comparable(text: str, key: str) -> bool:
    """Whether a name of the article is as prominent as the key, where that is one of a few.

    A small country is no wrong answer beside the United States, nor a local body beside the
    World Health Organization.
    """
    return not peers.is_prominent(key) or peers.is_prominent(text) or text in peers.chosen(key)


def in_style(text: str, key: str) -> str:
    """A name as it would stand beside the key ("UK" beside "US"); "" where it can't.

    Beside an acronym that is no country's, only acronyms stand.
    """
    text = "The Hague" if text == "Hague" else text.removeprefix("State of ")
    if key.startswith("US ") and text.startswith("U.S. "):
        return "US " + text[5:]
    known = gazetteer.lookup(text)
    known_kind = known.kind if known is not None else ""
    heads = HEADS & set(key.split()) - set(text.split())
    if known is not None and heads & set(known.name.split()):
        return known.name  # "Republican Party" beside "Democratic Party"
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
