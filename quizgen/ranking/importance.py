"""Importance: which names the story is about, by how often, how early and how high they stand.

Readers asked which entities a summary must keep choose those of the headline, of the lead and
those named most often (Gamon et al. 2013, "Identifying salient entities in web pages").
"""

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis

LEAD = 2  # paragraphs of body text; news tells who and what in them


@dataclass(frozen=True, slots=True)
class Importance:
    """How much a name counts in its story.

    `often` is its share of the mentions of the name mentioned most, in 0..1.
    """

    often: float
    in_title: bool
    in_lead: bool

    @property
    def central(self) -> float:
        """One figure in 0..1: a headline's name that the story keeps naming has 1."""
        return round(0.4 * self.often + 0.35 * self.in_title + 0.25 * self.in_lead, 4)


NONE = Importance(0.0, in_title=False, in_lead=False)


def importance(analysis: Analysis) -> Mapping[Name, Importance]:
    """The importance of every name of an article."""
    counts = analysis.names.counts
    most = max(counts.values(), default=1)
    lead = _lead(analysis)
    return {
        name: Importance(counts[name.text] / most, _titled(name, analysis), name in lead)
        for name in {mention.name for mention in analysis.names.mentions}
    }


def _lead(analysis: Analysis) -> set[Name]:
    body = [n for n, p in enumerate(analysis.paragraphs) if p.kind == "body"][:LEAD]
    return {m.name for number in body for m in analysis.names.in_paragraph(number)}


def _titled(name: Name, analysis: Analysis) -> bool:
    title = analysis.article.title.casefold()
    return any(text.casefold() in title for text in (name.text, *name.aliases) if len(text) > 1)
