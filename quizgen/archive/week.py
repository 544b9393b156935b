"""The week: several articles of one week become one quiz, as a news desk would print it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from quizgen import quiz as quizzes
from quizgen.analysis.times import spoken
from quizgen.archive.spreading import Pool, spread
from quizgen.archive.stories import Story, stories
from quizgen.article import Article
from quizgen.quiz import Candidates, Quiz, Settings

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis, Pipeline
    from quizgen.news import OtherNews
    from quizgen.rules.loading import Rule

DEFAULT = Settings()
UNDATED = "The week's news"
STORIES = 2  # stories looked at for each question wanted; the smallest are not asked about
TOLD_BY = 4  # articles looked at for each of them
UNASKED = frozenset({"acronym"})
"""Rules left out: readers know what WHO stands for, or don't care, and the question would stand in
for the one on what it did, since both have one answer in one sentence."""


def week(
    articles: Iterable[Article],
    *,
    pipeline: "Pipeline | None" = None,
    rules: tuple["Rule", ...] | None = None,
    settings: Settings = DEFAULT,
    news: "OtherNews | None" = None,
    title: str = "",
) -> Quiz:
    """The quiz on a week's articles: the biggest stories first, no event asked twice.

    What the articles name, then `news`, serves as wrong answers. The title is by default the days
    on which the articles appeared.
    """
    from quizgen.analysis.pipeline import load
    from quizgen.rules.loading import load_rules

    pipeline = pipeline if pipeline is not None else load()
    rules = rules if rules is not None else load_rules()
    analyses = list(pipeline.analyse_all(articles))
    others = quizzes.with_each_other(analyses, news)
    title = title or title_of(analysis.article for analysis in analyses)
    biggest, told = _biggest(analyses, stories(analyses), settings.count)
    every = replace(settings, count=None)
    used = asked_by(rules)
    made = [quizzes.candidates(analysis, used, every, others) for analysis in biggest]
    return chosen(
        biggest, made, told,
        rules=rules, settings=settings, model=pipeline.name, title=title,
    )  # fmt: skip


def asked_by(rules: tuple["Rule", ...]) -> tuple["Rule", ...]:
    """The rules that ask what a news desk would."""
    return tuple(rule for rule in rules if rule.name not in UNASKED)


def _biggest(
    analyses: Sequence["Analysis"], told: Sequence[Story], count: int | None
) -> tuple[list["Analysis"], list[Story]]:
    """The articles of as many stories as may be asked about, and these by the new places."""
    kept = told if count is None else told[: STORIES * count]
    members = [story.members if count is None else story.members[:TOLD_BY] for story in kept]
    places = sorted(place for each in members for place in each)
    new = {place: number for number, place in enumerate(places)}
    moved = [
        Story(tuple(new[place] for place in each), story.size)
        for each, story in zip(members, kept, strict=True)
    ]
    return [analyses[place] for place in places], moved


def chosen(
    analyses: Sequence["Analysis"],
    made: Sequence[Candidates],
    told: Sequence[Story] | None = None,
    *,
    rules: tuple["Rule", ...],
    settings: Settings,
    model: str,
    title: str = "",
) -> Quiz:
    """The quiz of what became of each article, every sound question among it.

    The stories are found where they are not given.
    """
    told = stories(analyses) if told is None else told
    pools = [Pool(a.article, each.questions) for a, each in zip(analyses, made, strict=True)]
    return quizzes.assembled(
        analyses, made, rules=rules, settings=settings, model=model,
        title=title or title_of(analysis.article for analysis in analyses),
        choose=partial(spread, told, pools),
    )  # fmt: skip


def title_of(articles: Iterable[Article]) -> str:
    """The days on which the articles appeared, in words."""
    days = sorted(article.published for article in articles if article.published)
    if not days:
        return UNDATED
    first, last = spoken(days[0].isoformat()), spoken(days[-1].isoformat())
    return f"The news of {last}" if first == last else f"The news from {first} to {last}"
