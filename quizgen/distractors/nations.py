"""Nations: whether somebody is told to be of another nation than the post asked for."""

import re

from quizgen import gazetteer, peers
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.rules.asking import Draft

BEFORE = 4  # words before a name among which its nation stands
CAPITALISED = re.compile(r"[A-Z]\w+")


def other_nation(name: Name, draft: Draft, analysis: Analysis) -> bool:
    """Whether somebody is told to be of another nation than the stem says of the key.

    "The Swedish captain" is no Korean; of whom no nation is told is not taken for one. The mayor of
    a city is nobody of whom another nation is told.
    """
    told, own = _nation_of_post(draft), _nations(name, analysis)
    town = _nation_of_city(draft)
    return (bool(told) and told not in own) or bool(town and own and town not in own)


def _nation_of_post(draft: Draft) -> str:
    """The nation of the post that a stem asks for, else ""."""
    if draft.fact.kind != "role" or draft.asked.role != "holder":
        return ""
    found = (gazetteer.nation_of(w) or _country(w) for w in CAPITALISED.findall(draft.stem))
    return next((nation for nation in found if nation), "")


def _nation_of_city(draft: Draft) -> str:
    """The country of the city whose post a stem asks for, else ""."""
    if draft.fact.kind != "role" or draft.asked.role != "holder":
        return ""
    found = (gazetteer.lookup(word) for word in CAPITALISED.findall(draft.stem))
    cities = (known.name for known in found if known is not None and known.kind == "city")
    return next(map(peers.country_of, cities), "")


def _country(word: str) -> str:
    known = gazetteer.lookup(word)
    return known.name if known is not None and known.kind == "country" else ""


def _nations(name: Name, analysis: Analysis) -> set[str]:
    """The nations that the article's words right before a name tell."""
    found: set[str] = set()
    for mention in analysis.names.mentions:
        if mention.name == name:
            doc = analysis.docs[mention.paragraph]
            before = doc[max(0, mention.start - BEFORE) : mention.start]
            texts = [t.text for t in before]
            found |= {gazetteer.nation_of(w) or peers.country_of(w) for w in texts}
    return found - {""}
