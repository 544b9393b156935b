"""What is kept of an article's names, so that they can stand beside the keys of other articles."""

from collections.abc import Iterator

from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.distractors import invented, named, persons
from quizgen.news import KINDS, NewsName


def names(analysis: Analysis) -> Iterator[NewsName]:
    """The names of kinds that can, the most frequent first; people only with a full name."""
    counts, country = analysis.names.counts, invented.main_country(analysis)
    found = {m.name for m in analysis.names.mentions if m.name.kind in KINDS}
    acting = set(persons.people(analysis))
    kept = [n for n in found - named.adjectives(analysis) if n.kind != "person" or n in acting]
    for name in sorted(kept, key=lambda n: (-counts[n.text], n.text, n.kind)):
        yield _kept(name, country, analysis)


def _kept(name: Name, country: str, analysis: Analysis) -> NewsName:
    if name.kind != "person":
        return NewsName(name, country)
    callings = tuple(dict.fromkeys(persons.callings(name, analysis)))
    return NewsName(name, country, callings)
