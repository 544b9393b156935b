"""Stories: which of a week's articles tell of the same, and which of them are the biggest.

Two articles tell one story when names that matter in both weigh enough together, however many
articles name the president. The weights and the bound were set on 173 dated articles of two years.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from quizgen import gazetteer, public_figures
from quizgen.data import words
from quizgen.gazetteer import PLACES
from quizgen.ranking.importance import importance
from quizgen.wording.surface import root_of, significant

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis

BROAD = PLACES | {"nationality", "group", "media"}
"""Kinds of names that many unlike stories share."""
BROAD_SHARE = 0.3
ONE_NAME = 0.6  # what one name in common may weigh: the president is in many stories
TITLES = 0.5  # what titles in equal words weigh
SAME = 1.0  # from which two articles tell one story
APART = 7  # days; a later article tells of something new
TOLD_AGAIN = 1.0  # what each further article adds to the size of a story
FAME = 0.5  # what names add that readers know anyway; one article more counts for twice as much
LEAD = 3  # paragraphs, the title among them, that tell what an article is about


@dataclass(frozen=True, slots=True)
class Story:
    """Places of the articles that tell it, the most telling first, and how big it is."""

    members: tuple[int, ...]
    size: float


@dataclass(frozen=True, slots=True)
class _Outline:
    """What an article is known by: how much each name weighs, the roots of title and lead, its day.

    `fame` in 0..1 tells how well readers know its names, `words` how long it is.
    """

    names: Mapping[str, float]
    title: frozenset[str]
    lead: frozenset[str]
    fame: float
    words: int
    day: int | None


def stories(analyses: Sequence["Analysis"]) -> tuple[Story, ...]:
    """The stories of a week's articles, the biggest first.

    Bigger is what more articles tell, then what is about people that everybody knows and about
    names and matters that come up in the week's other articles.
    """
    outlines = [_outline(analysis) for analysis in analyses]
    reach = _reach(outlines)
    found = [_story(group, outlines, reach) for group in _groups(outlines)]
    ids = [analysis.article.id for analysis in analyses]
    return tuple(sorted(found, key=lambda story: (-story.size, ids[story.members[0]])))


def _story(group: Sequence[int], outlines: Sequence[_Outline], reach: Sequence[float]) -> Story:
    weight = {place: reach[place] + FAME * outlines[place].fame for place in group}
    members = sorted(group, key=lambda place: (-weight[place], -outlines[place].words, place))
    size = TOLD_AGAIN * (len(members) - 1) + weight[members[0]]
    return Story(tuple(members), round(size, 4))


def _outline(analysis: "Analysis") -> _Outline:
    article = analysis.article
    weights: dict[str, float] = {}
    for name, known in importance(analysis).items():
        weight = known.central * (BROAD_SHARE if name.kind in BROAD else 1.0)
        weights[name.text] = max(weight, weights.get(name.text, 0.0))
    lead = " ".join(paragraph.text for paragraph in analysis.paragraphs[:LEAD])
    fame = min(1.0, sum(weight for name, weight in weights.items() if _is_known(name)))
    day = article.published.toordinal() if article.published else None
    return _Outline(
        weights, _roots(article.title), _roots(lead), fame, len(article.text.split()), day
    )


def _roots(text: str) -> frozenset[str]:
    return frozenset(root_of(word) for word in significant(text) if not word.isdigit())


def _is_known(name: str) -> bool:
    """Whether readers of news anywhere know a name: a public figure, a body, a country."""
    if public_figures.is_one(name) or name in words("well_known.txt"):
        return True
    known = gazetteer.lookup(name)
    return known is not None and known.kind == "country"


def _reach(outlines: Sequence[_Outline]) -> list[float]:
    """How much of each article's names and title the leads of the others tell of, too."""
    naming = Counter(name for outline in outlines for name in outline.names)
    leading = Counter(root for outline in outlines for root in outline.lead | outline.title)
    others = max(1, len(outlines) - 1)
    return [
        sum(weight * (naming[name] - 1) for name, weight in each.names.items()) / others
        + sum(leading[root] - 1 for root in each.title) / others / max(1, len(each.title))
        for each in outlines
    ]


def _groups(outlines: Sequence[_Outline]) -> list[list[int]]:
    """The places of the articles of each story, by the links between any two."""
    group_of = {place: [place] for place in range(len(outlines))}
    for one, other in _linked(outlines):
        first, second = group_of[one], group_of[other]
        if first is not second:
            first += second
            group_of |= dict.fromkeys(second, first)
    return [group for place, group in group_of.items() if min(group) == place]


def _linked(outlines: Sequence[_Outline]) -> Iterator[tuple[int, int]]:
    for one, other in combinations(range(len(outlines)), 2):
        if _near(outlines[one], outlines[other]) and _same(outlines[one], outlines[other]):
            yield one, other


def _near(one: _Outline, other: _Outline) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= APART


def _same(one: _Outline, other: _Outline) -> bool:
    shared = one.names.keys() & other.names.keys()
    named = sum(min(ONE_NAME, one.names[name], other.names[name]) for name in shared)
    roots = {root for name in shared for root in _roots(name)}
    first, second = one.title - roots, other.title - roots
    titles = len(first & second) / max(1, min(len(first), len(second)))
    return named + TITLES * titles >= SAME
