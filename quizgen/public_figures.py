"""Public figures: country, party and rank of people whom readers know without the article."""

from functools import cache

from quizgen import gazetteer, peers
from quizgen.data import rows


def is_one(name: str) -> bool:
    """Whether somebody is one of them."""
    return name in _rows()


def country_of(name: str) -> str:
    """The country, by its canonical name, that somebody belongs to; "" for anybody else."""
    return peers.country_by_code(_rows().get(name, {}).get("country", ""))


def party_of(name: str) -> str:
    """The party, by its canonical name, that somebody is known by; "" for anybody else."""
    return _rows().get(name, {}).get("party", "")


def is_head(name: str) -> bool:
    """Whether somebody is or was the head of a state or a government."""
    return bool(_rows().get(name, {}).get("head"))


@cache
def parties() -> dict[str, str]:
    """The parties that they belong to, by every text that these go by."""
    found = {row["party"] for row in _rows().values()} - {""}
    return {text: party for party in found for text in (party, *_texts(party))}


def _texts(party: str) -> tuple[str, ...]:
    known = gazetteer.lookup(party)
    others = gazetteer.other_names(known) if known is not None else ()
    single = (text.removesuffix("s") for text in others if " " not in text)
    return (*others, *single, party.removesuffix(" Party"))  # "Democrat", "Democratic"


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in rows("public_figures.tsv")}
