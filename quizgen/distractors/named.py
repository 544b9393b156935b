"""Wrong names: of the key's kind and sort, from the article first, then from what is known.

Beside somebody hardly known stand invented people where the article has too few.
"""

import re
from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from quizgen import circles, context_line, gazetteer, makers, peers
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.distractors import alike, allegiance, from_news, invented, loose, persons, places
from quizgen.distractors.also_right import barred
from quizgen.news import NOTHING, AtHand
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

BY_PROMINENCE = frozenset({"country", "body", "agency", "party"})
NEAREST = 4  # known names that come into question beside a key
SPARE = 3  # further ones, to be put in by hand
INITIAL = re.compile(r" [A-Z]\.?$")
OUTLAWED = re.compile(r"\b(?:banned|outlawed|proscribed|designated|terrorist)\b")
FROM_ARTICLE_ALONE = frozenset(
    "person place region continent other facility event law product work university hospital "
    "ministry department museum court legislature religious union".split()
)
"""Kinds whose names fit by what the article tells of them, not by what is known of their kind."""


def wrong(draft: Draft, analysis: Analysis, seed: int, at_hand: AtHand = NOTHING) -> Iterator[str]:
    """Names that can stand beside the key, best first."""
    key = draft.asked.name
    assert key is not None
    if key.kind == "person" and INITIAL.search(key.text):
        return  # the one whose name is kept back
    if (
        key.kind == "product"
        and makers.is_known(draft.key.removesuffix("s"))
        and draft.key[-1] == "s"
    ):
        return  # "iPhones" between names of one thing each
    if _is_given_away(draft, analysis) or loose.fits_several(draft):
        return
    out = barred(draft, analysis)
    near, far = _of_article(draft, analysis, out)
    yield from near
    known = () if loose.is_general(draft) else _known_peers(draft, analysis)
    yield from from_news.names(draft, analysis, out, at_hand, known)
    if key.kind == "person":
        yield from invented.beside(draft, analysis, seed)
    shown = {t: styled for t in known if not out & _texts(t) and (styled := _shown(t, draft))}
    fit = sorted(shown, key=lambda text: analysis.names.called(text) is None)[: NEAREST + SPARE]
    nearest = sorted((shown[text] for text in fit[:NEAREST]), key=partial(_order, seed, draft))
    yield from sorted(nearest, key=lambda text: analysis.names.called(text) is None)
    yield from far
    yield from (shown[text] for text in fit[NEAREST:])


def _is_given_away(draft: Draft, analysis: Analysis) -> bool:
    """Whether readers who know nothing of the story would take the key at once.

    By a place that all know to be of the country asked for, or by a product of the maker.
    """
    key = draft.asked.name
    assert key is not None
    if key.kind in {"country", "nationality"} or "demonym" in draft.asked.tags:
        told = f"{draft.stem}\n{context_line.shown_title(draft, analysis)}"
        return places.tells_country(told, key.nation or peers.country_of(key.text))
    if key.kind == "party":
        return bool({key.text, *key.aliases, draft.key} & allegiance.parties_of_named(draft.stem))
    if key.kind == "group" and OUTLAWED.search(draft.stem):
        return True  # most of its kind are
    if key.kind == "body" and any(circles.of(s, "team") for s in places.capitalised(draft.stem)):
        return True  # a team tells its league
    return key.kind == "company" and key.text in makers.named_by(draft.stem)


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
    told = _told(draft, analysis)
    if key.kind == "person":
        called = draft.wording.story.callings.get(key, "")
        by_calling = bool(called) and f"hich {called} " in draft.stem
        found = () if by_calling else peers.peers(key.text, "person", told)
        refused = draft.fact.kind != "role"  # whom the article names was among its people
        return tuple(
            t
            for t in found
            if persons.fits(t, draft) and not (refused and analysis.names.called(t))
        )
    if key.kind == "city" and gazetteer.governed_from(key.text) and _is_seat(draft):
        return peers.capitals_near(peers.country_of(key.text))
    of_circle = circles.of(draft.key, key.kind) | circles.of(key.text, key.kind)
    if not _at_home(key, analysis) or (key.kind in FROM_ARTICLE_ALONE and not of_circle):
        return ()
    found = peers.peers(draft.key, key.kind, told) or peers.peers(key.text, key.kind, told)
    return of_maker(found, draft) if key.kind == "product" else found


def of_maker(found: tuple[str, ...], draft: Draft) -> tuple[str, ...]:
    """Products of the key's maker alone where the stem names the maker."""
    own = {makers.maker_of().get(text, "") for text in (draft.key, *draft.accepted)} - {""}
    told = [maker for maker in own if maker in draft.stem]
    return tuple(t for t in found if makers.maker_of().get(t) in told) if told else found


def _told(draft: Draft, analysis: Analysis) -> frozenset[str]:
    """The words that say what a question is about: its own, those of the title."""
    return frozenset(content_words(f"{draft.stem} {analysis.article.title}"))


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
    """The article's names that fit, as shown: the near ones, and places far from the key."""
    near: list[str] = []
    far: list[str] = []
    for name in _alike(draft, analysis):
        if out & {name.text, *name.aliases}:
            continue
        if shown := _shown(name.text, draft):
            (far if _is_remote(name, draft) else near).append(shown)
    return near, far


def _is_remote(name: Name, draft: Draft) -> bool:
    """Whether a state is not about the key, or a country on another continent."""
    known = gazetteer.lookup(name.text)
    if draft.kind in {"state", "province"}:
        return known is None or known.name not in peers.peers(draft.key, draft.kind)
    if draft.kind != "country" or known is None or not peers.peers(draft.key, "country"):
        return False
    own = gazetteer.lookup(draft.key)
    return own is not None and peers.continent_of(known.name) != peers.continent_of(own.name)


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
        pool -= adjectives(analysis)
        if kind in BY_PROMINENCE:
            pool = {n for n in pool if alike.is_comparable(n.text, draft.key)}
        if key.kind in {"place", "facility"}:
            pool = {n for n in pool if not places.is_wide(n.text)}
        if draft.asked.role in places.WAYS and kind in {"country", "city"}:
            pool = {n for n in pool if not _is_home(n, analysis)}
        if kind == "city":
            pool = {n for n in pool if places.is_at_hand(n.text, draft)}
    full = " " in key.text
    return sorted(pool, key=lambda n: ((" " in n.text) != full, -counts[n.text], n.text))


def _is_home(name: Name, analysis: Analysis) -> bool:
    """Whether a name is the country that a story is set in: the other end of all ways."""
    known = gazetteer.lookup(name.text)
    home = invented.main_country(analysis)
    return known is not None and known.kind == "country" and known.country == home


def adjectives(analysis: Analysis) -> set[Name]:
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


def _shown(text: str, draft: Draft) -> str:
    """A name as it stands beside the key; "" where it does not fit, in that form or its own."""
    styled = alike.in_style(text, draft.key)
    return styled if styled and _fits(text, draft) and _fits(styled, draft) else ""


def _fits(text: str, draft: Draft) -> bool:
    apart = not peers.holds(text, draft.key)
    return apart and alike.is_fair(text, draft) and places.is_placed(text, draft)


def _order(seed: int, draft: Draft, text: str) -> tuple[bool, bytes]:
    """Those written like the key first, else a seeded lot, so that quizzes differ."""
    lot = sha256(f"{seed}/{draft.stem}/{text}".encode()).digest()
    return alike.is_acronym(text) != alike.is_acronym(draft.key), lot
