"""Wrong names from other news: of the key's fine kind, of its field, its country or its calling.

What an article tells of its own names is not known of these. So they must be alike by more than the
kind, and nowhere in the article of the key.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from quizgen import gazetteer, peers
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.data import words
from quizgen.distractors import alike, allegiance, invented, persons, places
from quizgen.news import AtHand, NewsName, Sought
from quizgen.rules.asking import Draft

NEAREST = 6  # countries; the table goes on to those at the other end of a continent
MOST = 4  # names from other news beside one key; further ones are less near
OF_A_COUNTRY = frozenset(
    "agency ministry department court legislature central_bank university hospital museum "
    "military police party religious union".split()
)
"""Kinds whose names stand beside each other within one country."""


def names(
    draft: Draft, analysis: Analysis, out: set[str], at_hand: AtHand, known: tuple[str, ...]
) -> Iterator[str]:
    """The names of other news that can stand beside the key, the nearest news first.

    A bank is also looked through for names of the sort that the nearest news lacks.

    Where `known` names can stand there, only those of them that are in the news.
    """
    key = draft.asked.name
    assert key is not None
    kind = "country" if "demonym" in draft.asked.tags else key.kind
    nearest = known[:NEAREST] if kind == "country" else known
    story = Story(analysis, invented.main_country(analysis), frozenset(nearest))
    fit = (
        shown
        for other in _others(at_hand, kind, key, story)
        if not (out & _texts(other.name) or _is_told(other.name, analysis))
        and _can_stand(other, draft, story)
        and (shown := alike.in_style(other.name.text, draft.key))
    )
    yield from islice(fit, MOST)


def _others(at_hand: AtHand, kind: str, key: Name, story: "Story") -> Iterator[NewsName]:
    """Names of the nearest news, then of other news on the country, each text once.

    People of these are of the key's calling, without one there are none; others are known names.
    """
    near = at_hand.by_kind.get(kind, ())
    yield from near
    is_person, seen = kind == "person", {other.name.text for other in near}
    callings = frozenset(persons.callings(key, story.analysis) if is_person else ())
    if is_person and not callings:
        return
    known = gazetteer.lookup(key.text)
    for country in dict.fromkeys((story.country, known.country if known is not None else "")):
        for other in at_hand.further(Sought(kind, country, callings)) if country else ():
            if other.name.text not in seen and (is_person or _is_known(other.name)):
                seen.add(other.name.text)
                yield other


def _is_known(name: Name) -> bool:
    """Whether a name is known to be of its kind; an article far away may have been misread."""
    known = gazetteer.lookup(name.text)
    return known is not None and known.kind == name.kind


@dataclass(frozen=True, slots=True)
class Story:
    """What names of other news are held against: the article, its country, the known peers."""

    analysis: Analysis
    country: str
    known: frozenset[str]


def _texts(name: Name) -> set[str]:
    known = gazetteer.lookup(name.text)
    return {name.text, *name.aliases, *(gazetteer.other_names(known) if known is not None else ())}


def _is_told(name: Name, analysis: Analysis) -> bool:
    """Whether the article has the name, or the last word of a person's."""
    told = f"{analysis.article.title}\n{analysis.article.text}"
    last = {name.text.split()[-1]} if name.kind == "person" else set()
    return any(text in told for text in {*_texts(name), *last})


def _can_stand(other: NewsName, draft: Draft, story: Story) -> bool:
    key, name = draft.asked.name, other.name
    assert key is not None
    if peers.holds(name.text, draft.key) or not alike.is_fair(name.text, draft):
        return False
    if not places.is_placed(name.text, draft) or not alike.is_comparable(name.text, draft.key):
        return False
    if story.known:
        return bool(story.known & _texts(name))
    if name.kind == "person":
        return _person(other, draft, story)
    same_country = bool(story.country) and story.country == other.country
    return alike.same_sort(key, name, draft) and _is_near(key, name, same_country=same_country)


def _is_near(key: Name, name: Name, *, same_country: bool) -> bool:
    """Whether two names of a kind are alike in what matters for that kind."""
    homes = {peers.country_of(each.text) for each in (key, name)}
    known = len(homes) == 1 and homes != {""}
    if name.kind == "city":
        return known and _as_large(key, name)
    if name.kind in peers.BY_FIELD:
        field = alike.field_of(key)
        return bool(field) and field not in peers.TOO_WIDE and field == alike.field_of(name)
    return name.kind in OF_A_COUNTRY and (known or (same_country and key.noun == name.noun != ""))


def _as_large(key: Name, name: Name) -> bool:
    """Whether neither of two cities dwarfs the other."""
    own, other = gazetteer.lookup(key.text), gazetteer.lookup(name.text)
    sizes = sorted(known.size for known in (own, other) if known is not None)
    return len(sizes) == 2 and sizes[1] <= peers.ALIKE * max(1, sizes[0])  # noqa: PLR2004


def _person(other: NewsName, draft: Draft, story: Story) -> bool:
    """Whether somebody of other news is of the key's calling, country, gender and fame.

    Nobody stands where the question is who did wrong: a real person would be named as the doer.
    """
    key, name = draft.asked.name, other.name
    assert key is not None
    if persons.BLAMING.search(draft.stem) or not story.country or story.country != other.country:
        return False
    if persons.is_famous(name) or persons.is_famous(key) or peers.is_prominent(key.text):
        return False
    shared = set(persons.callings(key, story.analysis)) & set(other.callings)
    if not shared or not _of_gender(name, key):
        return False
    if allegiance.is_other(name.text, draft) or persons.is_described(name, draft):
        return False
    return _called(other, draft)


def _of_gender(name: Name, key: Name) -> bool:
    own, other = invented.gender_of(key), invented.gender_of(name)
    return bool(own) and own == other


def _called(other: NewsName, draft: Draft) -> bool:
    """Whether a person is of the calling that the stem asks by, and had not the post asked for."""
    asked = re.search(r"\b[Ww]hich (?:[\w-]+ ){0,3}?(\w+)\b", draft.stem)
    named = asked is not None and asked[1].lower() in words("person_nouns.txt")
    if draft.fact.kind == "role" and draft.asked.role == "holder":
        role = draft.fact.slots.get("role")
        return role is None or role.head.lemma_.lower() not in other.callings
    own = persons.calling_of_key(draft)
    asked_by = named and bool(own)
    return not asked_by or own.split()[-1] in other.callings
