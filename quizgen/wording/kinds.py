"""Kinds: which wh-phrase asks for a phrase, and the noun in "Which <noun>"."""

from quizgen.facts.fact import Argument

NOUNS = {
    "country": "country",
    "city": "city",
    "state": "state",
    "province": "province",
    "continent": "continent",
    "region": "region",
    "place": "place",
    "ministry": "ministry",
    "department": "department",
    "company": "company",
    "court": "court",
    "body": "body",
    "agency": "agency",
    "party": "party",
    "university": "university",
    "team": "team",
    "media": "news outlet",
    "group": "group",
    "museum": "museum",
    "central_bank": "central bank",
    "legislature": "legislature",
    "police": "police force",
    "military": "military force",
    "religious": "religious body",
    "union": "union",
    "hospital": "hospital",
    "organisation": "organization",
    "event": "event",
    "law": "law",
    "product": "product",
    "work": "work",
    "award": "award",
}
BY_OWN_NOUN = {
    "facility",
    "event",
    "law",
    "place",
    "award",
    "product",
    "work",
    "region",
    "organisation",
}
CHAMBERS = frozenset({"Senate", "House", "Commons", "Lords", "Bundesrat", "Rajya", "Lok"})
PLURALS = {
    "country": "countries",
    "city": "cities",
    "ministry": "ministries",
    "company": "companies",
    "body": "bodies",
    "agency": "agencies",
    "party": "parties",
    "university": "universities",
}
WRITTEN = {2: "two", 3: "three", 4: "four", 5: "five"}


def noun(argument: Argument, *, acting: bool = False) -> str | None:
    """The class noun of a named phrase ("company"), or None where the kind isn't certain.

    `acting`: the name does something that only people do; a capital then means its government.
    """
    name = argument.name
    if name is None or "named" not in argument.tags or name.kind == "person":
        return None
    if acting and name.kind in {"city", "facility", "place", "organisation"} and name.nation:
        return "government"
    if name.noun and name.kind in BY_OWN_NOUN and name.noun.isalpha():
        return name.noun
    if name.kind == "legislature" and any(word in CHAMBERS for word in name.text.split()):
        return "chamber"
    return NOUNS.get(name.kind)


def plural(word: str) -> str:
    """The plural of a class noun."""
    return PLURALS.get(word) or (word + "es" if word.endswith(("s", "x", "ch")) else word + "s")


def wh(argument: Argument, *, acting: bool = False) -> str | None:
    """Who or "which <noun>" for a phrase, or None where neither is certain."""
    if "person" in argument.tags or "people" in argument.tags:
        return "who"
    word = noun(argument, acting=acting)
    return f"which {word}" if word else None


def wh_object(argument: Argument, *, acting: bool = False) -> str | None:
    """Whom (after a preposition) or "which <noun>"."""
    found = wh(argument, acting=acting)
    return "whom" if found == "who" else found


def in_place(argument: Argument) -> str | None:
    """What stands for a name or number in its own place: "which company's", "how many"."""
    if "count" in argument.tags:
        return "how many"
    if argument.tags >= {"person", "possessive"}:
        return "whose"
    if "classed" in argument.tags:
        noun_words = [t.lower_ for t in argument.tokens if t.pos_ == "NOUN"]
        return "which " + " ".join(noun_words)
    if "demonym" in argument.tags:
        return "which country's"
    before = [t for t in argument.tokens if t.dep_ == "prep" and t.lower_ == "of"]
    if before and before[0].i < argument.head.left_edge.i:
        told = [t for t in argument.tokens if t.i < before[0].i and t.dep_ != "det"]
        return "which " + " ".join(t.text for t in told)
    word = noun(argument)
    if word is None:
        return None
    return f"which {word}'s" if "possessive" in argument.tags else f"which {word}"


def is_acting(tags: frozenset[str]) -> bool:
    """Whether a clause is an active one, whose subject is the doer."""
    return "active" in tags and "copula" not in tags
