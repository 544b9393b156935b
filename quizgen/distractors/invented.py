"""Invented people: names that can stand beside somebody hardly known, where an article has too few.

Of the key's culture and gender, by its own name and the countries of the story. Nobody whom readers
may know stands beside them: the known one would be the answer.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from quizgen import gazetteer, peers
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.data import rows, words
from quizgen.distractors import persons
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

OFFERED = 6  # three to show, three to spare
KNOWN_WALKS = frozenset({"arts", "sport", "royalty", "flight"})
"""Walks of life whose people in the news many readers know by name."""
PARTICLES = frozenset("van von de der den del di da dos bin ibn al el la le".split())
LONGEST = 3  # words of a name beside which two words do not look short


@dataclass(frozen=True, slots=True)
class Stock:
    """The names of a culture; `endings` and `openings` are those of further surnames."""

    countries: frozenset[str]
    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[str, ...]
    of_women: tuple[str, ...]
    endings: tuple[str, ...]
    openings: tuple[str, ...]
    surname_first: bool

    def has_given(self, name: str) -> bool:
        """Whether a given name is of the culture."""
        return name in self.men or name in self.women

    def has_surname(self, name: str) -> bool:
        """Whether a surname is of the culture."""
        listed = name in self.surnames or name in self.of_women
        return listed or name.endswith(self.endings) or name.startswith(self.openings)

    def made(self, given: str, surname: str) -> str:
        """The whole name in the order of the culture."""
        return f"{surname} {given}" if self.surname_first else f"{given} {surname}"


def beside(draft: Draft, analysis: Analysis, seed: int) -> Iterator[str]:
    """Names of nobody in particular; none where the key is known or its culture is not."""
    key = draft.asked.name
    assert key is not None
    gender = persons.gender_told(draft) or gender_of(key)
    if _is_known(key, analysis) or not gender or not 1 < len(draft.key.split()) <= LONGEST:
        return
    stock = _culture_of(key, analysis)
    if stock is None:
        return
    said = set(content_words(f"{analysis.article.title} {analysis.article.text}"))
    given = stock.women if gender == "f" else stock.men
    last = stock.of_women if gender == "f" and stock.of_women else stock.surnames
    lot = f"{seed}/{draft.stem}"
    first, family = _drawn(given, said, lot), _drawn(last, said, lot)[:OFFERED]
    middle = first[OFFERED : 2 * OFFERED] if _has_middle_name(key, stock) else []
    yield from (
        stock.made(" ".join(parts), other)
        for parts, other in zip(_with_middle(first[:OFFERED], middle), family, strict=False)
        if other not in parts and f"{parts[0]} {other}" not in known_names()
    )


def _has_middle_name(key: Name, stock: Stock) -> bool:
    """Whether a name has a word between given name and surname, as others would then have."""
    parts = key.text.split()
    short = len(parts) == LONGEST and not set(parts) & PARTICLES
    return short and not stock.surname_first


def _with_middle(first: Sequence[str], middle: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Given names, every other one with a middle name where there are any."""
    for place, one in enumerate(first):
        yield (one, middle[place]) if place < len(middle) and place % 2 == 0 else (one,)


def _is_known(key: Name, analysis: Analysis) -> bool:
    """Whether readers may know somebody: by a table, or by walk of life or post."""
    if persons.is_famous(key) or peers.is_prominent(key.text) or key.text in known_names():
        return True
    callings = set(persons.callings(key, analysis))
    return persons.walk_of(key, analysis) in KNOWN_WALKS or bool(callings & words("top_posts.txt"))


@cache
def known_names() -> frozenset[str]:
    """Full names of people whom the tables know."""
    full = {name for name, _ in gazetteer.known_people().values()}
    return frozenset(full | {row["name"] for row in rows("famous_people.tsv")})


def gender_of(key: Name) -> str:
    """The gender of somebody by the article or by the given name, else ""."""
    first = gazetteer.given_names().get(key.text.split()[0], "")
    return next((g for g in (key.gender, first) if g in {"m", "f"}), "")


def _drawn(names: Sequence[str], said: set[str], lot: str) -> list[str]:
    """The names that the article does not have, in an order that the lot gives."""
    free = (name for name in names if not set(content_words(name)) & said)
    return sorted(free, key=lambda name: sha256(f"{lot}/{name}".encode()).digest())


def _culture_of(key: Name, analysis: Analysis) -> Stock | None:
    """The culture that both parts of a name show, or one of them and the story's countries."""
    first, last = key.text.split()[0], key.text.split()[-1]
    by_given = {s for s in _stocks() if s.has_given(last if s.surname_first else first)}
    by_surname = {s for s in _stocks() if s.has_surname(first if s.surname_first else last)}
    both = by_given & by_surname
    countries = _countries(analysis)
    home = {s for s in _stocks() if s.countries & countries}
    for found in (both, both & home):
        if len(found) == 1:
            return found.pop()
    if both or (by_given and by_surname) or set(key.text.split()[1:-1]) & PARTICLES:
        return None
    if not by_surname:
        home = {s for s in home if main_country(analysis) in s.countries}
    one = (by_given | by_surname) & home
    return one.pop() if len(one) == 1 and first in gazetteer.given_names() else None


def main_country(analysis: Analysis) -> str:
    """The code of the country that the article names most, by itself or by its places."""
    found = Counter(
        known.country
        for mention in analysis.names.mentions
        for text in (mention.name.text, mention.name.nation)
        if text and (known := gazetteer.lookup(text)) is not None and known.country
    )
    return found.most_common(1)[0][0] if found else ""


def _countries(analysis: Analysis) -> set[str]:
    """The codes of the countries that the article names, or places of."""
    names = {m.name for m in analysis.names.mentions}
    found = {known for n in names for t in (n.text, n.nation) if (known := gazetteer.lookup(t))}
    return {known.country for known in found} - {""}


@cache
def _stocks() -> tuple[Stock, ...]:
    return tuple(
        Stock(
            frozenset(row["countries"].split("|")),
            tuple(row["men"].split("|")),
            tuple(row["women"].split("|")),
            tuple(row["surnames"].split("|")),
            tuple(filter(None, row["of_women"].split("|"))),
            tuple(t for t in row["endings"].split("|") if t and not t.endswith("-")),
            tuple(t[:-1] for t in row["endings"].split("|") if t.endswith("-")),
            row["order"] == "first",
        )
        for row in rows("name_stock.tsv")
    )
