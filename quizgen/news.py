"""News names: what other articles name, made once from their analyses, kept as JSON, looked up.

They stand beside a key as wrong answers, after the names of its own article: students have met them
in the same week's news, or in other news on the same people and places.
"""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from pydantic import TypeAdapter, ValidationError

from quizgen.analysis.names import Name
from quizgen.errors import ContractError
from quizgen.gazetteer import ORGANISATIONS

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis

NEWS_SCHEMA = "quizgen/news/1"
KINDS = ORGANISATIONS | {"person", "country", "city", "state", "province", "product"}
"""Kinds whose names can stand beside a key of another article; a law or an event is of its own."""
NEAREST = 40  # articles looked at for one article
BESIDE = 20  # articles looked at on either side of its day
BANDS = (7, 31, 366)  # days; news of one week, one month, one year
FEW = 12  # articles that name something; what more of them name tells nothing of a topic


@dataclass(frozen=True, slots=True)
class NewsName:
    """A name, the country of its article's story (a code), and for people what they are called."""

    name: Name
    country: str = ""
    callings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """What is kept of an article: its id, its day, and its names, the most frequent first."""

    id: str
    published: date | None
    names: tuple[NewsName, ...]


@runtime_checkable
class OtherNews(Protocol):
    """What gives the names of other news: `NewsNames` in memory, or a bank in a database."""

    def beside(self, analysis: "Analysis") -> "AtHand":
        """The names of the articles nearest to another: of its week first, then of its topic."""
        ...


@dataclass(frozen=True)
class NewsNames:
    """The names of many articles, found by the day and by what the articles name in common."""

    articles: tuple[NewsArticle, ...] = ()

    @cached_property
    def _by_day(self) -> list[tuple[date, int]]:
        dated = enumerate(self.articles)
        return sorted((a.published, place) for place, a in dated if a.published is not None)

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, article in enumerate(self.articles):
            for each in article.names:
                found.setdefault(each.name.text, []).append(place)
        return {text: places for text, places in found.items() if len(places) <= FEW}

    def beside(self, analysis: "Analysis") -> "AtHand":
        """The names of the articles nearest to another: of its week first, then of its topic."""
        own, shared = analysis.article, self._sharing(analysis)
        places = {*shared, *self._about(own.published)}
        near = [place for place in places if self.articles[place].id != own.id]

        def far(place: int) -> Distance:
            other = self.articles[place]
            return distance(own.published, other.published, shared.get(place, 0), other.id)

        return by_kind(self.articles[place] for place in sorted(near, key=far)[:NEAREST])

    def _sharing(self, analysis: "Analysis") -> dict[int, int]:
        """How many names an article has in common with another, for those that have any."""
        found: dict[int, int] = {}
        for text in analysis.names.counts:
            for place in self._by_name.get(text, ()):
                found[place] = found.get(place, 0) + 1
        return found

    def _about(self, day: date | None) -> Iterator[int]:
        """The articles about a day; without one, the latest."""
        at = len(self._by_day) if day is None else bisect_left(self._by_day, (day, 0))
        yield from (place for _, place in self._by_day[max(0, at - BESIDE) : at + BESIDE])
        if len(self._by_day) < BESIDE:
            undated = (n for n, a in enumerate(self.articles) if a.published is None)
            yield from (place for place, _ in zip(undated, range(BESIDE), strict=False))


@dataclass(frozen=True, slots=True)
class Sought:
    """What a further name has to be: its fine kind, its story's country, a person's callings."""

    kind: str
    country: str
    callings: frozenset[str] = frozenset()


def nobody(_: Sought) -> Sequence[NewsName]:
    """No further names."""
    return ()


@dataclass(frozen=True, slots=True)
class AtHand:
    """The names at hand for one article, by their kinds, those of the nearest news first.

    `further` looks up names of other articles than the nearest, by what they have to be.
    """

    by_kind: Mapping[str, tuple[NewsName, ...]] = field(default_factory=dict)
    further: Callable[[Sought], Sequence[NewsName]] = field(default=nobody, compare=False)


NOTHING = AtHand()
Distance = tuple[int, int, int, str]


def distance(own: date | None, day: date | None, shared: int, id_: str) -> Distance:
    """How far an article is, to sort by: the band of days, names in common, days, its id."""
    days = _apart(own, day)
    band = next((n for n, most in enumerate(BANDS) if days <= most), len(BANDS))
    return band, -shared, days, id_


def _apart(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one is not None and other is not None else BANDS[-1] + 1


def by_kind(articles: Iterable[NewsArticle]) -> AtHand:
    """The names of articles given the nearest first; of equal texts of a kind the first counts."""
    found: dict[str, dict[str, NewsName]] = {}
    for article in articles:
        for each in article.names:
            found.setdefault(each.name.kind, {}).setdefault(each.name.text, each)
    return AtHand({kind: tuple(names.values()) for kind, names in found.items()})


def collect(analyses: Iterable["Analysis"]) -> NewsNames:
    """The names of analysed articles; of two articles with one id the first counts."""
    from quizgen.distractors import kept

    found: dict[str, NewsArticle] = {}
    for analysis in analyses:
        own = analysis.article
        if own.id not in found:
            found[own.id] = NewsArticle(own.id, own.published, tuple(kept.names(analysis)))
    return NewsNames(tuple(found.values()))


def joined(one: NewsNames, other: NewsNames) -> NewsNames:
    """The names of both; of two articles with one id the first counts."""
    found = {article.id: article for article in (*other.articles, *one.articles)}
    return NewsNames(tuple(found.values()))


@dataclass(frozen=True, slots=True)
class Together:
    """The names of a few articles that belong together, then those of other news."""

    own: NewsNames
    others: OtherNews

    def beside(self, analysis: "Analysis") -> AtHand:
        """The names of the own articles first, each text of a kind once."""
        near, far = self.own.beside(analysis), self.others.beside(analysis)
        found = {
            kind: {each.name.text: each for each in names} for kind, names in near.by_kind.items()
        }
        for kind, names in far.by_kind.items():
            for each in names:
                found.setdefault(kind, {}).setdefault(each.name.text, each)
        return AtHand({kind: tuple(each.values()) for kind, each in found.items()}, far.further)


def to_json(news: NewsNames) -> str:
    """The names as one JSON document with a newline at the end."""
    articles = [_plain(asdict(article)) for article in news.articles]
    record = {"schema": NEWS_SCHEMA, "articles": articles}
    return json.dumps(record, ensure_ascii=False) + "\n"


def _plain(record: dict[str, object]) -> dict[str, object]:
    day = record["published"]
    return record | {"published": day.isoformat() if isinstance(day, date) else None}


def from_json(text: str) -> NewsNames:
    """The names of their JSON; raises ContractError for anything else."""
    try:
        record = json.loads(text)
        if not isinstance(record, dict) or record.get("schema") != NEWS_SCHEMA:
            msg = f'the file holds no names of news: "schema" is not "{NEWS_SCHEMA}"'
            raise ContractError(msg)
        return NewsNames(ARTICLES.validate_python(record.get("articles")))
    except (ValidationError, ValueError, RecursionError):
        msg = "the names of news are broken; make the file anew with quizgen news"
        raise ContractError(msg) from None


def plain_names(article: NewsArticle) -> list[Any]:
    """The names of an article as JSON can hold them."""
    return list(NAMES.dump_python(article.names, mode="json"))


def names_of(plain: object) -> tuple[NewsName, ...]:
    """The names that JSON held; raises ContractError for anything else."""
    try:
        return NAMES.validate_python(plain)
    except ValidationError:
        msg = "the names of an article are broken; they have to be collected anew"
        raise ContractError(msg) from None


ARTICLES = TypeAdapter(tuple[NewsArticle, ...])
NAMES = TypeAdapter(tuple[NewsName, ...])
