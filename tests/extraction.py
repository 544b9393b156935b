"""How much of an article is found on its page, and how much else: a table of layouts.

    python tests/extraction.py [ARTICLES] [cleaned]

Precision and recall count runs of four words, as public benchmarks of extraction do; "cleaned" asks
for the figures after cleaning.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from statistics import mean

from layouts import LAYOUTS, Known, articles, wanted

from quizgen.errors import InputError
from quizgen.ingest.cleaning import received
from quizgen.ingest.pages import read_page

SEED, ARTICLES = 2019, 20
RUN = 4  # words


@dataclass(frozen=True, slots=True)
class Figures:
    """Of the pages of one layout: all in 0..1; `exact` is the share found to the letter."""

    layout: str
    precision: float
    recall: float
    exact: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def measured(count: int = ARTICLES, *, cleaned: bool = False) -> Iterator[Figures]:
    """The figures of each layout over so many articles."""
    for layout in LAYOUTS:
        yield _figures(layout, articles(SEED, count), cleaned=cleaned)


def _figures(layout: Callable[[Known], str], known: list[Known], *, cleaned: bool) -> Figures:
    shares = [
        _shares(
            replace(article, paragraphs=wanted(layout, article)),
            _found(layout(article), cleaned=cleaned),
        )
        for article in known
    ]
    precision, recall, exact = (mean(each) for each in zip(*shares, strict=True))
    return Figures(layout.__name__, precision, recall, exact)


def _found(html: str, *, cleaned: bool) -> list[str]:
    try:
        reading = read_page(html.encode(), "page")
        text = received(reading, "page").article.text if cleaned else reading.text
        return text.split("\n\n")
    except InputError:
        return []


def _shares(article: Known, found: list[str]) -> tuple[float, float, float]:
    """Precision, recall and whether all is right; the title may stand above the text or not."""
    body = found[1:] if found[:1] == [article.title] else found
    wanted, got = _runs(article.paragraphs), _runs(body)
    both = sum((wanted & got).values())
    exact = float(tuple(body) == article.paragraphs)
    return both / max(got.total(), 1), both / wanted.total(), exact


def _runs(paragraphs: list[str] | tuple[str, ...]) -> Counter[tuple[str, ...]]:
    words = " ".join(paragraphs).split()
    return Counter(tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1))


def _rows(count: int, *, cleaned: bool) -> Iterator[str]:
    yield "| layout | precision | recall | F1 | to the letter |"
    yield "|---|---|---|---|---|"
    for f in measured(count, cleaned=cleaned):
        yield f"| {f.layout} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} | {f.exact:.0%} |"


if __name__ == "__main__":
    number = next((int(word) for word in sys.argv[1:] if word.isdecimal()), ARTICLES)
    for row in _rows(number, cleaned="cleaned" in sys.argv):
        sys.stdout.write(row + "\n")
