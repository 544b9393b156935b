"""Wrong names: of the key's kind and sort, from the article first, then from what is known."""

import re
from collections.abc import Iterator
from hashlib import sha256

from quizgen import gazetteer, peers
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.distractors import alike, persons
from quizgen.distractors.also_right import barred
from quizgen.rules.asking import Draft

BY_PROMINENCE = frozenset({"country", "body", "agency", "party"})
NEAREST = 4  # known names that come into question beside a key
FROM_ARTICLE_ALONE = frozenset(
    "person place region continent other facility event law product work university hospital "
    "ministry department museum court legislature religious union".split()
)
"""Kinds whose names fit by what the article tells of them, not by what is known of their kind."""


def wrong(draft: Draft, analysis: Analysis, seed: int) -> Iterator[str]:
    """Names that can stand beside the key, best first."""
    key = draft.asked.name
    assert key is not None
    out = barred(draft, analysis)
    near, far = _of_article(draft, analysis, out)
    yield from near
    known = _known_peers(draft, analysis)
    nearest = [t for t in known if not out & _texts(t) and _fits(t, draft)][:NEAREST]
    styled = [t for text in nearest if (t := alike.in_style(text, draft.key))]
    yield from sorted(styled, key=lambda text: _order(text, seed, draft))
    yield from far


def _texts(text: str) -> set[str]:
    known = gazetteer.lookup(text)
    return {text, *(gazetteer.other_names(known) if known is not None else ())}


def _is_seat(draft: Draft) -> bool:
    """Whether a capital is asked for that stands for its government."""
    told = "seat" in draft.asked.tags and draft.asked.role == "subject"
    return told or bool(re.search(r"\b(?:government|claim)\b", draft.stem))


def _known_peers(draft: Draft, analysis: Analysis) -> tuple[str, ...]:
    key = draft.asked.name
    assert key is not None
    if key.kind == "nationality" or "demonym" in draft.asked.tags:
        return peers.peers(draft.key, "country")
    if key.kind == "person":
        called = draft.wording.story.callings.get(key, "")
        by_calling = bool(called) and f"hich {called} " in draft.stem
        return () if by_calling else peers.chosen(key.text)
    if key.kind == "city" and gazetteer.governed_from(key.text) and _is_seat(draft):
        return peers.capitals_near(peers.country_of(key.text))
    at_home = _at_home(key, analysis)
    found = peers.peers(draft.key, key.kind) or peers.peers(key.text, key.kind)
    return found if at_home and key.kind not in FROM_ARTICLE_ALONE else ()


def _at_home(key: Name, analysis: Analysis) -> bool:
    """Whether a party or a force of one country is in a story of that country.

    The Democratic Party of Hong Kong is not that of the United States.
    """
    country = peers.country_of(key.text)
    if key.kind not in peers.BY_COUNTRY or not country:
        return True
    others = [m.name for m in analysis.names.mentions if m.name != key]
    return any(country in {n.text, n.nation, peers.country_of(n.text)} for n in others)


def _of_article(draft: Draft, analysis: Analysis, out: set[str]) -> tuple[list[str], list[str]]:
    """The article's names that fit, as shown: the near ones, and states far from the key."""
    near: list[str] = []
    far: list[str] = []
    for name in _alike(draft, analysis):
        if out & {name.text, *name.aliases} or not _fits(name.text, draft):
            continue
        shown = alike.in_style(name.text, draft.key)
        known = gazetteer.lookup(name.text)
        remote = draft.kind in {"state", "province"} and not (
            known is not None and known.name in peers.peers(draft.key, draft.kind)
        )
        (far if remote else near).extend([shown] if shown else [])
    return near, far


def _alike(draft: Draft, analysis: Analysis) -> list[Name]:
    """The article's names of the key's kind and sort: written as fully, then the most frequent."""
    key, counts = draft.asked.name, analysis.names.counts
    assert key is not None
    if key.kind == "person":
        known_holder = draft.fact.kind == "role" and peers.is_prominent(key.text)
        pool = set() if known_holder else set(persons.fitting(draft, analysis))
    else:
        kind = "country" if "demonym" in draft.asked.tags else key.kind
        pool = {m.name for m in analysis.names.mentions if m.name.kind == kind and m.name != key}
        pool = {n for n in pool if alike.same_sort(key, n, draft) and not _is_plural(n, counts)}
        pool -= _adjectives(analysis)
        if kind in BY_PROMINENCE:
            pool = {n for n in pool if alike.is_comparable(n.text, draft.key)}
        if kind == "city":
            pool = {n for n in pool if alike.is_at_hand(n.text, draft)}
    full = " " in key.text
    return sorted(pool, key=lambda n: ((" " in n.text) != full, -counts[n.text], n.text))


def _adjectives(analysis: Analysis) -> set[Name]:
    """Names that the article has as an adjective alone ("Martian")."""
    nouns = {
        m.name
        for m in analysis.names.mentions
        if any(t.tag_[:2] == "NN" for t in analysis.docs[m.paragraph][m.start : m.end])
    }
    return {m.name for m in analysis.names.mentions} - nouns


def _is_plural(name: Name, counts: dict[str, int]) -> bool:
    """Whether a name is the plural of another ("A330s")."""
    return name.text.endswith("s") and name.text[:-1] in counts


def _fits(text: str, draft: Draft) -> bool:
    apart = not peers.holds(text, draft.key)
    return apart and alike.is_fair(text, draft) and alike.is_placed(text, draft)


def _order(text: str, seed: int, draft: Draft) -> tuple[bool, bytes]:
    """Those written like the key first, else a seeded lot, so that quizzes differ."""
    lot = sha256(f"{seed}/{draft.stem}/{text}".encode()).digest()
    return alike.is_acronym(text) != alike.is_acronym(draft.key), lot
