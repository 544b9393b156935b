"""Allegiance: whether somebody is of another nation or party than the one asked for."""

import re

from quizgen import gazetteer, peers, public_figures
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.distractors import places
from quizgen.rules.asking import Draft

BEFORE = 4  # words before a name among which its nation stands
QUOTE = ("Who said, ", "Who says, ")
"""Openings of questions for words that anybody whom the article quotes may have said."""
CAPITALISED = re.compile(r"[A-Z]\w+")


def is_elsewhere(name: Name, draft: Draft, analysis: Analysis) -> bool:
    """Whether somebody of the article is of another nation or party than the one asked for."""
    if _other_nation(name, draft, analysis) or not _of_own_nation(name, draft, analysis):
        return True
    return is_other(name.text, draft)


def is_other(text: str, draft: Draft) -> bool:
    """Whether a public figure is of another party, country or rank than the one asked for."""
    above = public_figures.is_head(text) and not public_figures.is_head(draft.key)
    return (above and not draft.stem.startswith(QUOTE)) or any(
        other(text, draft) for other in (_other_party, _other_side, _other_country)
    )


def parties_of_named(stem: str) -> set[str]:
    """The parties of the public figures whom a stem names."""
    return {public_figures.party_of(span) for span in places.capitalised(stem)} - {""}


def _other_nation(name: Name, draft: Draft, analysis: Analysis) -> bool:
    """Whether somebody is told to be of another nation than the stem says of the key.

    "The Swedish captain" is no Korean; of whom no nation is told is not taken for one. The mayor of
    a city is nobody of whom another nation is told.
    """
    asked, own = _nation_of_post(draft), told(name, analysis)
    town = _nation_of_city(draft)
    return (bool(asked) and asked not in own) or bool(town and own and town not in own)


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


def told(name: Name, analysis: Analysis) -> set[str]:
    """The nations that the article's words right before a name tell."""
    found: set[str] = set()
    for mention in analysis.names.mentions:
        if mention.name == name:
            doc = analysis.docs[mention.paragraph]
            before = doc[max(0, mention.start - BEFORE) : mention.start]
            texts = [t.text for t in before]
            found |= {gazetteer.nation_of(w) or peers.country_of(w) for w in texts}
    return found - {""}


def _other_party(text: str, draft: Draft) -> bool:
    """Whether a public figure is of another party than the one that the stem names."""
    known = public_figures.parties()
    told = {known[span] for span in places.capitalised(draft.stem) if span in known}
    own = public_figures.party_of(text)
    return len(told) == 1 and bool(own) and own not in told


def _other_side(text: str, draft: Draft) -> bool:
    """Whether of a party's own people in stem and key a public figure of another would be one."""
    key, own = public_figures.party_of(draft.key), public_figures.party_of(text)
    return bool(key) and bool(own) and own != key and key in parties_of_named(draft.stem)


def _of_own_nation(name: Name, draft: Draft, analysis: Analysis) -> bool:
    """Whether in a story of matches somebody is told to be of the nation of the key.

    Players of two teams would not be taken for each other.
    """
    key = draft.asked.name
    story = f"{draft.wording.story.title} {draft.stem}"
    if key is None or draft.stem.startswith(QUOTE) or not places.PLAYING.search(story):
        return True
    own, other = (told(each, analysis) for each in (key, name))
    return bool(own & other)


def _other_country(text: str, draft: Draft) -> bool:
    """Whether a public figure is of another country than the one that stem and key share."""
    own, key = public_figures.country_of(text), public_figures.country_of(draft.key)
    if not own or not key or own == key:
        return False
    told = [*gazetteer.demonyms_of(key), key]
    return places.tells_country(draft.stem, key) or any(word in draft.stem for word in told)
