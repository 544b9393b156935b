"""Distractors: wrong answers of the key's kind, first from the article, then from what is known.

Nothing that could also be right: no alias, part or whole of the key, nothing said in the stem,
nothing coordinated with the key, nothing that fills the same slot of the same verb elsewhere.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import is_verb
from quizgen.analysis.times import MONTHS
from quizgen.rules.asking import Draft
from quizgen.wording import figures, nouns
from quizgen.wording.surface import content_words

WANTED = 3
SPARES = 3
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
DAY = re.compile(r"\b([12]?\d|3[01])\b(?!\d)")
SHORTEST_MONTH = 28  # days
NEAREST = 6  # known names that come into question beside a key
FEWEST = 2  # with fewer the question is asked without options
NUMERIC = {"money", "percent", "count"}


def distractors(draft: Draft, analysis: Analysis, seed: int) -> tuple[str, ...]:
    """Wrong answers, best first, at most `WANTED + SPARES`; empty when fewer than `FEWEST` fit."""
    if draft.kind in NUMERIC:
        found = list(_numbers(draft, seed))
    elif draft.kind == "date":
        found = list(_dates(draft))
    elif "demonym" in draft.asked.tags:
        found = list(_fitting(gazetteer.peers(draft.key, "country"), {draft.key}, draft))[:NEAREST]
    elif draft.asked.name is not None and "named" in draft.asked.tags:
        found = list(_names(draft, analysis, seed))
    else:
        found = []
    found = _distinct(found)[: WANTED + SPARES]
    return tuple(found) if len(found) >= FEWEST else ()


def _distinct(texts: list[str]) -> list[str]:
    seen: set[str] = set()
    return [t for t in texts if not (t.casefold() in seen or seen.add(t.casefold()))]  # type: ignore[func-returns-value]


def _names(draft: Draft, analysis: Analysis, seed: int) -> Iterator[str]:
    key = draft.asked.name
    assert key is not None
    barred = _barred(draft, analysis)
    family = {key.kind}
    counts = analysis.names.counts
    own = {m.name for m in analysis.names.mentions if m.name.kind in family and m.name != key}
    if key.kind in NEEDS_MORE_THAN_KIND:
        return
    if key.kind == "person":
        own &= _acting(analysis)
        own = {n for n in own if _called_alike(n, draft)}
    full = " " in key.text
    for name in sorted(own, key=lambda n: ((" " in n.text) != full, -counts[n.text], n.text)):
        plural = name.text.endswith("s") and name.text[:-1] in counts
        if _other_gender(draft, name.gender):
            continue
        if plural or _other_field(key.text, name.text) or nouns.of(name) != nouns.of(key):
            continue
        if not barred & {name.text, *name.aliases} and _fair(name.text, draft):
            yield name.text
    if "seat" in draft.asked.tags and draft.asked.role == "subject":
        yield from _fitting(gazetteer.capitals_near(key.nation), barred, draft)
        return
    if key.kind in {
        "place",
        "region",
        "continent",
        "person",
        "nationality",
        "other",
        "facility",
        "event",
        "law",
        "product",
        "work",
    }:
        return
    nearest = list(_fitting(gazetteer.peers(key.text, key.kind), barred, draft))[:NEAREST]
    yield from sorted(nearest, key=lambda text: _lot(text, seed, draft))


def _acting(analysis: Analysis) -> set[Name]:
    """The names that do something in the article: a telescope named after somebody does not."""
    return {
        m.name
        for m in analysis.names.mentions
        for t in (analysis.docs[m.paragraph][m.start : m.end].root,)
        if t.dep_ in {"nsubj", "nsubjpass", "agent", "appos", "poss"}
        and (t.dep_ != "nsubj" or is_verb(t.head))
    }


def _called_alike(name: Name, draft: Draft) -> bool:
    """Whether a person can be meant by the calling that the stem asks by, if it does."""
    called = draft.wording.story.callings
    own = called.get(draft.asked.name) if draft.asked.name is not None else None
    asked_by = own is not None and f"which {own} " in draft.stem[0].lower() + draft.stem[1:]
    return not asked_by or called.get(name) == own


NEEDS_MORE_THAN_KIND = frozenset({"university", "hospital", "agency", "ministry", "department"})
"""Kinds whose members only fit by place or field, which is not known: blind readers struck out a
quarter of such options at sight."""
GENDERED = re.compile(r"\b(he|him|his|himself|she|her|herself|man|woman)\b")


def _other_gender(draft: Draft, gender: str) -> bool:
    """Whether a pronoun of the stem would strike a person out at sight."""
    name = draft.asked.name
    if name is None or name.kind != "person" or not GENDERED.search(draft.stem):
        return False
    return gender != name.gender or not gender


def _other_field(key: str, other: str) -> bool:
    """Whether both are known and of different fields: a grocer beside a network."""
    first, second = gazetteer.lookup(key), gazetteer.lookup(other)
    return first is not None and second is not None and first.field != second.field


def _fitting(texts: Iterable[str], barred: set[str], draft: Draft) -> Iterator[str]:
    return (text for text in texts if text not in barred and _fair(text, draft))


def _lot(text: str, seed: int, draft: Draft) -> bytes:
    """A seeded lot, so that quizzes differ in their wrong answers."""
    return sha256(f"{seed}/{draft.stem}/{text}".encode()).digest()


def _spelled(name: str) -> str:
    return name.replace("U.S.", "United States").replace("US ", "United States ").casefold()


def _fair(text: str, draft: Draft) -> bool:
    """Whether a text is not in the stem, and neither part nor whole of the key."""
    if _spelled(text) == _spelled(draft.key):
        return False  # "U.S. Navy", "United States Navy"
    if draft.asked.name is not None and draft.asked.name.kind == "person":
        own = " ".join((draft.key, *draft.accepted))
        alone = " " not in text or " " not in draft.key
        if set(content_words(own)) & set(content_words(text)) or alone:
            return False  # "Guy" beside "Richard K. Guy"; a lone surname may be no person
    stem, key, said = (" ".join(content_words(t)) for t in (draft.stem, draft.key, text))
    if len(set(stem.split()) & set(said.split())) > 1:
        return False  # most of the name is in the stem: "John Luk" beside "John Luk Jok"
    return f" {said} " not in f" {stem} " and said not in key and key not in said


def _barred(draft: Draft, analysis: Analysis) -> set[str]:
    """Names that could also be right: in the evidence's clause, or in the same slot of the verb."""
    key = draft.asked.name
    assert key is not None
    barred = {key.text, key.nation, *key.aliases, *draft.accepted}
    fact = draft.fact
    for token in fact.sentence.span:
        mention = analysis.names.at(fact.sentence.paragraph, token)
        if mention is not None and _beside_key(token, draft):
            barred.add(mention.name.text)
    return barred | _same_slot(draft, analysis)


def _beside_key(token: Token, draft: Draft) -> bool:
    """Whether a name of the sentence may be right too: with the key, or not said in the stem.

    "Before joining the Senate, she served in the House": both are places where she served.
    """
    if token in draft.asked.whole or token in draft.asked.head.conjuncts:
        return True
    return draft.asked.role not in {"subject", "object", "agent"}


def _same_slot(draft: Draft, analysis: Analysis) -> set[str]:
    """Names that hang on the same verb in the same role elsewhere in the article."""
    clause = draft.fact.clause
    if clause is None:
        return set()
    found: set[str] = set()
    for index, doc in enumerate(analysis.docs):
        for token in doc:
            if (
                token.dep_ == draft.asked.head.dep_
                and token.head.lemma_ == draft.asked.head.head.lemma_
            ):
                mention = analysis.names.at(index, token)
                if mention is not None:
                    found.add(mention.name.text)
    return found


def _numbers(draft: Draft, seed: int) -> Iterator[str]:
    """The key with other numbers of the same form and magnitude."""
    said = figures.said(draft.fact.sentence.span.text)
    ceiling = figures.MOST_PERCENT if draft.kind == "percent" else None
    yield from figures.others(draft.key, said=said, shift=seed + len(draft.stem), ceiling=ceiling)


def _dates(draft: Draft) -> Iterator[str]:
    """Dates of the same form a little earlier or later, none said in the sentence."""
    said = draft.fact.sentence.span.text
    published = draft.wording.story.published
    return (
        text
        for text in _shifted_dates(draft)
        if text not in said and not (published and _year_of(text) > published.year)
    )


def _year_of(text: str) -> int:
    year = YEAR.search(text)
    return int(year.group()) if year else 0


def _shifted_dates(draft: Draft) -> Iterator[str]:
    year = YEAR.search(draft.key)
    day = DAY.search(draft.key)
    month = next((m for m in MONTHS if m in draft.key), "")
    if re.search(r"[A-Z][a-z]+day", draft.key):
        return
    if day and day.group() != (year.group() if year else ""):
        for step in (2, -3, 5, -6, 9):
            other = int(day.group()) + step
            if 1 <= other <= SHORTEST_MONTH:
                yield draft.key[: day.start()] + str(other) + draft.key[day.end() :]
    elif month:
        for step in (2, -1, 4, -3, 6):
            yield draft.key.replace(month, MONTHS[(MONTHS.index(month) + step) % len(MONTHS)])
    elif year:
        for step in (-1, -2, 1, -3, 2, -4):
            yield draft.key.replace(year.group(), str(int(year.group()) + step))
