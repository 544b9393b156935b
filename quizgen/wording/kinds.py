"""Kinds: which wh-phrase asks for a phrase, and the noun in "Which <noun>"."""

from quizgen import gazetteer
from quizgen.analysis.syntax import children
from quizgen.data import words
from quizgen.facts.fact import Argument
from quizgen.wording import nouns
from quizgen.wording.surface import text_of

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
    word = nouns.of(name, _preposition(argument))
    if word == "place" and _lies_in_country(argument):
        return "town or city"
    if word is None or name.kind != "product" or not _several(argument.head.text, name.text):
        return word
    return plural(word) if argument.role != "subject" else None


def _lies_in_country(argument: Argument) -> bool:
    """Whether a state or country stands behind a place, which would answer "which place" too."""
    return any(
        known is not None and known.kind in {"state", "country"}
        for behind in children(argument.head, "appos")
        if (known := gazetteer.lookup(text_of(list(behind.subtree))))
    )


def _several(said: str, name: str) -> bool:
    """Whether a product is told of in the plural: "A330s", "iPhones" for the iPhone."""
    figures = any(letter.isdigit() for letter in said)
    return said.endswith("s") and (figures or said != name.rpartition(" ")[2])


def _preposition(argument: Argument) -> str:
    """The preposition before a phrase, its own or the one that it hangs on."""
    if argument.preposition:
        return argument.preposition[-1].lower_
    return argument.head.head.lower_ if argument.head.dep_ == "pobj" else ""


def plural(word: str) -> str:
    """The plural of a class noun."""
    if word.endswith("craft"):
        return word
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "es" if word.endswith(("s", "x", "ch")) else word + "s"


def event(argument: Argument) -> str:
    """What kind of event a phrase tells of: "summit", "war"; "event" where nothing shows it."""
    if "named" in argument.tags:
        return noun(argument) or "event"
    compounds = [t for t in children(argument.head, "compound") if t.tag_ == "NN"]
    beside = [t.text for t in compounds if t.text.islower()]
    own = " ".join([*beside[-1:], argument.head.lemma_.lower()])  # "trade fair"
    return own if "occasion" in argument.tags and "singular" in argument.tags else "event"


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
    """Whether a clause is an active one, whose subject acts: a town may only look or lie."""
    seems = any(f"verb:{verb}" in tags for verb in words("seeming_verbs.txt"))
    return "active" in tags and "copula" not in tags and not seems
