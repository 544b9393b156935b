"""Stories: articles that tell the same one, such as an agency's copy in several papers.

Compared are the runs of `RUN` words that two articles share, counted in the shorter one, because
papers cut agency copy from its end (Broder 1997 calls the measure containment).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import NamedTuple

from quizgen.article import Article, canonical_url
from quizgen.practice.folding import words_of

RUN = 5  # words: two accounts of one event share few runs of five, but for quotations and names
SAME = 0.3  # share of the shorter one's runs; of 42,195 pairs of different news none reaches 0.14
FEWEST = 20  # runs: shorter texts say too little to be compared

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell the same: the one to ask about, and its copies and older versions."""

    article: Article
    others: tuple[Article, ...] = ()


class _Rank(NamedTuple):
    """What makes one version of a story better than another: later, then longer."""

    published: date
    length: int


def runs_of(article: Article) -> Runs:
    """The runs of `RUN` words in an article, whatever their case and the signs between them."""
    words = words_of(article.text)
    return frozenset(zip(*(words[start:] for start in range(RUN)), strict=False))


def shared(one: Runs, other: Runs) -> float:
    """The share of the shorter one's runs that the other has, too; 0 where it has too few."""
    fewer = min(len(one), len(other))
    return len(one & other) / fewer if fewer >= FEWEST else 0.0


def same(one: Article, other: Article) -> bool:
    """Whether two articles tell the same story."""
    return one.text == other.text or shared(runs_of(one), runs_of(other)) >= SAME


def updates(newer: Article, older: Article) -> bool:
    """Whether an article is a later version of another: of the same page, or of the same paper.

    Where both tell the same story; a version is not older than what it replaces.
    """
    if newer.text == older.text or (newer.published or date.max) < (older.published or date.min):
        return False
    page = bool(newer.url) and canonical_url(newer.url) == canonical_url(older.url)
    paper = bool(newer.source) and newer.source.casefold() == older.source.casefold()
    return (page or paper) and same(newer, older)


def stories(articles: Iterable[Article]) -> tuple[Story, ...]:
    """The stories of articles, in the order of each one's first article.

    Asked about is the latest version of a story, of those of one day the longest.
    """
    given = list(articles)
    runs = [runs_of(article) for article in given]
    group = list(range(len(given)))
    for one, other in combinations(range(len(given)), 2):
        if group[one] == group[other]:
            continue
        if given[one].text == given[other].text or shared(runs[one], runs[other]) >= SAME:
            group = [group[one] if each == group[other] else each for each in group]
    return tuple(
        _story([given[n] for n in range(len(given)) if group[n] == number])
        for number in dict.fromkeys(group)
    )


def _story(versions: Sequence[Article]) -> Story:
    best = max(range(len(versions)), key=lambda n: (_rank(versions[n]), -n))
    return Story(versions[best], tuple(a for n, a in enumerate(versions) if n != best))


def _rank(article: Article) -> _Rank:
    return _Rank(article.published or date.min, len(article.text))
