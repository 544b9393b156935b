"""What is known of names before any article is read: countries, cities, organisations, titles.

Lookups only: every function is one or two hash lookups in tables that are read once.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from quizgen.data import rows, table, words

ORGANISATIONS = frozenset(
    (
        "ministry department company court body agency party university team media group "
        "museum central_bank legislature military police religious union hospital "
        "organisation "
    ).split()
)
PLACES = frozenset("country city region state place continent province facility".split())

SHOUTED = 4  # letters of a word in capitals that is no mere acronym


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the gazetteer: canonical text, fine kind, country's code and field ("": none).

    The field of a place is what it is ("river"). `size` is the population of cities, else 0.
    """

    name: str
    kind: str
    country: str = ""
    field: str = ""
    size: int = 0


@cache
def _index() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for row in rows("cities.tsv"):
        found[row["name"]] = Known(
            row["name"], "city", row["country"], size=int(row["population"] or 0)
        )
        found |= {text: found[row["name"]] for text in row["aliases"].split("|") if text}
    for row in table("regions.json")["regions"]:
        known = Known(
            row["name"], _region_kind(row["kind"]), row.get("country") or "", field=row["kind"]
        )
        for text in (row["name"], *row["aliases"]):
            found[text] = known
    for row in rows("organisations.tsv"):
        known = Known(row["name"], row["kind"], row["country"], row["field"])
        for text in (row["name"], row["acronym"], *row["aliases"].split("|")):
            if text:
                found[text] = known
    found |= {text: Known(text, "award") for text in words("awards.txt")}
    found |= {text: Known(text, "work") for text in words("works.txt")}
    for row in rows("products.tsv"):
        known = Known(row["name"], "product", field=row["field"])
        found |= dict.fromkeys(filter(None, (row["name"], *row["aliases"].split("|"))), known)
    for country in table("countries.json")["countries"]:
        known = Known(country["name"], "country", country["code"])
        for text in (country["name"], *country["aliases"]):
            found[text] = known
    return found


def _region_kind(kind: str) -> str:
    return kind if kind in {"state", "province", "continent", "region"} else "place"


@lru_cache(maxsize=8192)  # an article's names come up again and again
def lookup(text: str) -> Known | None:
    """The known name behind a text ("the" and a final "'s" ignored), or None.

    A word all in capitals is read as a name as well ("TOYOTA"), unless it is short: acronyms.
    """
    found = _index().get(text) or _index().get(bare(text).replace(" - ", "-"))
    if found is None and text.isupper() and text.isalpha() and len(text) >= SHOUTED:
        return _index().get(text.title())
    return found


@cache
def _others() -> dict[Known, tuple[str, ...]]:
    found: dict[Known, list[str]] = {}
    for text, known in _index().items():
        found.setdefault(known, []).append(text)
    return {known: tuple(texts) for known, texts in found.items()}


def other_names(known: Known) -> tuple[str, ...]:
    """Every text that the gazetteer holds for a known name."""
    return _others()[known]


def all_known() -> tuple[Known, ...]:
    """Every known name once."""
    return tuple(_others())


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """The name without a leading "the", a possessive ending and outer white space.

    The "'s" of a known name ("McDonald's") is part of it.
    """
    text = text.strip()
    text = text[4:] if text[:4].lower() == "the " else text
    return text if text in _index() else text.removesuffix("'s").removesuffix("'").strip()


@cache
def _demonyms() -> dict[str, str]:
    return {
        text: country["name"]
        for country in table("countries.json")["countries"]
        for text in country["demonyms"]
    }


@cache
def _with_article() -> frozenset[str]:
    return frozenset(c["name"] for c in table("countries.json")["countries"] if c.get("article"))


def has_article(country: str) -> bool:
    """Whether a country's canonical name takes "the" ("the Netherlands")."""
    return country in _with_article()


def nation_of(adjective: str) -> str | None:
    """The country of a demonym ("Japanese": "Japan"), or None."""
    return _demonyms().get(adjective)


@cache
def demonyms_of(country: str) -> tuple[str, ...]:
    """The demonyms of a country by its canonical name; empty when unknown."""
    return tuple(text for text, name in _demonyms().items() if name == country)


@cache
def _seats() -> dict[str, str]:
    """Capitals and nicknames of governments, with the country that they can stand for."""
    found: dict[str, str] = {}
    for country in table("countries.json")["countries"]:
        for text in (country["capital"], *country["seats"]):
            if text:
                found.setdefault(text, country["name"])
    return found


def governed_from(seat: str) -> str | None:
    """The country whose government a capital or a seat ("the Kremlin") stands for, or None."""
    return _seats().get(bare(seat))


@cache
def _heads() -> dict[tuple[str, str], str]:
    return {(row["head"], row["position"]): row["kind"] for row in rows("org_heads.tsv")}


def kind_by_words(name: str) -> tuple[str, str] | None:
    """The kind and the word that shows it ("Ministry of Health": ministry, "Ministry").

    A single word shows its kind only where it does so anywhere ("Parliament"): "Hall", "Park" and
    "Bill" alone are more often people.
    """
    parts = bare(name).replace(".", "").replace(",", "").split()
    cut = next((n for n, part in enumerate(parts) if part in {"of", "for"} and n), 0)
    if cut:
        head = _head(parts[cut - 1], "of")
        return head or _at_ends(parts[:cut]) or _anywhere(parts)
    return (_at_ends(parts) if len(parts) > 1 else None) or _anywhere(parts)


def _at_ends(parts: list[str]) -> tuple[str, str] | None:
    """By the last two words ("Central Bank"), the last or the first."""
    pair = _heads().get((" ".join(parts[-2:]), "last"))
    if pair is not None:
        return pair, " ".join(parts[-2:])
    return _head(parts[-1], "last") or _head(parts[0], "first")


def _anywhere(parts: list[str]) -> tuple[str, str] | None:
    return next((found for part in parts if (found := _head(part, "any"))), None)


def _head(word: str, position: str) -> tuple[str, str] | None:
    kind = _heads().get((word, position)) or _heads().get((word, "any"))
    return (kind, word) if kind else None


@cache
def titles() -> dict[str, str]:
    """Titles that stand before a person's name, with the gender that they show (m, f or "")."""
    return {row["title"]: row["gender"] for row in rows("titles.tsv")}


@cache
def given_names() -> dict[str, str]:
    """Given names with their gender (m, f or u)."""
    return {row["name"]: row["gender"] for row in rows("given_names.tsv")}


@cache
def known_people() -> dict[str, tuple[str, str]]:
    """The full name and the gender of people whom the news calls by one name ("Putin")."""
    return {row["name"]: (row["full"], row["gender"]) for row in rows("known_people.tsv")}


def is_person_noun(lemma: str) -> bool:
    """Whether a common noun names people ("official", "lawmaker")."""
    return lemma.lower() in words("person_nouns.txt")


def is_group_noun(lemma: str) -> bool:
    """Whether a common noun names a body that acts ("government", "firm")."""
    return lemma.lower() in words("group_nouns.txt")
