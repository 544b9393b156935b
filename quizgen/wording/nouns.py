"""Nouns: the class noun that can ask for a name ("which airline"), from most to least telling.

What the article calls the name, what is known of it, the word of the name itself, its kind.
"""

from functools import cache

from quizgen import gazetteer
from quizgen.analysis.names import Name
from quizgen.data import rows

BY_OWN_NOUN = frozenset(
    "facility event law place award product work region organisation military university agency "
    "hospital religious".split()
)
"""Kinds for which the word of the name asks better: "festival", "laboratory"."""
CHAMBERS = frozenset({"Senate", "House", "Commons", "Lords", "Bundesrat", "Rajya", "Lok"})
NOT_IN = frozenset({"beach", "cape", "channel", "island", "planet"})
"""Nouns that "in" does not go with; the name is then a place's that is called after one."""
PLACED = frozenset({"in", "at", "near", "from", "around", "outside", "to"})
"""Prepositions with which "which place" can be asked."""


@cache
def _table() -> dict[tuple[str, str], str]:
    return {(row["relation"], row["word"]): row["noun"] for row in rows("question_nouns.tsv")}


def of(name: Name, preposition: str = "") -> str | None:
    """The noun that can ask for a name after a preposition, or None where none is certain."""
    word = _fine(name) if preposition != "on" else _table().get(("on", name.text), _fine(name))
    if not word or (word == "place" and preposition not in PLACED):
        return None
    return None if preposition == "in" and word in NOT_IN else word


def general(kind: str) -> str:
    """The noun for any name of a kind."""
    return _table().get(("kind", kind), "")


def _fine(name: Name) -> str | None:
    known = gazetteer.lookup(name.text)
    if known is None and name.kind == "product":
        family = name.text.rpartition(" ")[0] or name.text.removesuffix("s")
        known = gazetteer.lookup(family)  # "iPhone 3GS", "A330s"
    texts = (name.text, known.name) if known is not None else (name.text,)
    alone = next((("name", text) for text in texts if ("name", text) in _table()), None)
    if alone is not None:
        return _table()[alone]
    if name.told:
        return name.told
    if name.kind == "legislature" and any(word in CHAMBERS for word in name.text.split()):
        return "chamber"
    own = _by_own_noun(name, texts[-1])
    field = _by_field(known) if known is not None and known.kind == name.kind else None
    return own or field or _table().get(("kind", name.kind))


def _by_field(known: gazetteer.Known) -> str | None:
    return _table().get(("field", f"{known.kind}/{known.field}"))


def _by_own_noun(name: Name, full: str) -> str | None:
    """By the word of the name, or of its full form, that says what it is."""
    known = gazetteer.lookup(full)
    paper = name.kind == "media" and known is not None and known.field == "newspaper"
    shown = gazetteer.kind_by_words(full)
    if shown is None or not (paper or name.kind in BY_OWN_NOUN):
        return None
    bodies = {shown[0], name.kind} <= gazetteer.ORGANISATIONS
    fits = bodies or shown[0] == name.kind
    return _table().get(("head", shown[1].lower())) if fits else None
