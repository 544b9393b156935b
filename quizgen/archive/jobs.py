"""Jobs: what a worker is told once, in whatever process it runs, and what it then does."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Protocol

from quizgen.archive.corpus import Item
from quizgen.archive.work import Outcome, QuizWork, Work, outcomes

if TYPE_CHECKING:
    from quizgen.news import NewsNames, OtherNews
    from quizgen.quiz import Settings
    from quizgen.rules.loading import Rule

SWEPT = 4
"""Runs after which their parses, which refer to themselves, are swept out: a sweep takes 0.1 s, and
left to Python's own count a long batch holds ever more of them."""

Doing = Callable[[Sequence[Item]], list[Outcome]]
"""Takes a run of items to their outcomes, in the same order."""


class Job(Protocol):
    """What can be sent to another process and made ready there."""

    @property
    def packages(self) -> tuple[str, ...]:
        """The packages, beside quizgen, by whose versions its results are decided."""
        ...

    def ready(self) -> Doing:
        """What does the job from now on; loads all that takes long."""
        ...


class Away(Protocol):
    """Where other news is, told to a worker that opens it."""

    @property
    def stamp(self) -> str:
        """What tells one state of the news from another."""
        ...

    def opened(self) -> "OtherNews":
        """The news; raises NewsError where this process can't reach it."""
        ...


@dataclass(frozen=True, slots=True)
class QuizJob:
    """The job that makes a quiz of each article, by the built-in rules where none are given.

    `news` are names that go with the job, or where a bank of them is. `naming`: what each article
    names is told, too.
    """

    model: str
    settings: "Settings"
    rules: "tuple[Rule, ...] | None" = None
    news: "NewsNames | Away | None" = None
    naming: bool = False

    @property
    def packages(self) -> tuple[str, ...]:
        """The parser, what it computes with, and the model."""
        return packages_of(self.model)

    def ready(self) -> Doing:
        """What makes quizzes with a pipeline loaded once."""
        from quizgen.archive.naming import Naming
        from quizgen.news import OtherNews
        from quizgen.rules.loading import load_rules

        news = self.news
        others = news if news is None or isinstance(news, OtherNews) else news.opened()
        rules = load_rules() if self.rules is None else self.rules
        work = QuizWork(rules, self.settings, others)
        return doing_of(self.model, Naming(work, self.model) if self.naming else work)


def packages_of(model: str) -> tuple[str, ...]:
    """The packages by whose versions an analysis by this model is decided."""
    return ("spacy", "numpy", model)


def doing_of(model: str, work: Work) -> Doing:
    """What does a work on runs of items, with a pipeline loaded once."""
    from quizgen.analysis import pipeline as pipelines
    from quizgen.benchmark import sample

    pipeline = pipelines.load(model)
    list(outcomes([sample()], pipeline, work))  # what is built on first use outlives passages

    runs = count(1)

    def doing(run: Sequence[Item]) -> list[Outcome]:
        with pipeline.passing():
            done = list(outcomes([item.read() for item in run], pipeline, work))
        if next(runs) % SWEPT == 0:
            gc.collect()
        return done

    return doing
