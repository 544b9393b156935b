"""Homes: the country that an article tells of, by which names shared by several are read."""

from collections import Counter

from quizgen import gazetteer
from quizgen.analysis.mentions import RawMention

OF_COUNTRIES = frozenset("party legislature police military ministry department court".split())
"""Kinds that every country has, often by the same name ("Congress")."""


def home(raw: list[RawMention]) -> str:
    """The code of the country that the article names most, by countries, cities and peoples; ""."""
    known = (gazetteer.lookup(gazetteer.nation_of(r.text) or r.text) for r in raw)
    codes = Counter(k.country for k in known if k is not None and k.kind in gazetteer.PLACES)
    codes.pop("", None)
    return codes.most_common(1)[0][0] if codes else ""


def is_state(country: str, home: str) -> bool:
    """Whether a country's name is that of a state of the country told of ("Georgia")."""
    state = gazetteer.lookup(f"State of {country}")
    return state is not None and state.kind == "state" and state.country == home
