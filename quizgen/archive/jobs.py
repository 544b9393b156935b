"""Jobs: what a worker is told once, in whatever process it runs, and what it then does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from quizgen.archive.corpus import Item
from quizgen.archive.work import Outcome, QuizWork, outcomes

if TYPE_CHECKING:
    from quizgen.news import NewsNames
    from quizgen.quiz import Settings
    from quizgen.rules.loading import Rule

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


@dataclass(frozen=True, slots=True)
class QuizJob:
    """The job that makes a quiz of each article, by the built-in rules where none are given."""

    model: str
    settings: "Settings"
    rules: "tuple[Rule, ...] | None" = None
    news: "NewsNames | None" = None

    @property
    def packages(self) -> tuple[str, ...]:
        """The parser, what it computes with, and the model."""
        return ("spacy", "numpy", self.model)

    def ready(self) -> Doing:
        """What makes quizzes with a pipeline loaded once."""
        from quizgen.analysis import pipeline as pipelines
        from quizgen.benchmark import sample
        from quizgen.rules.loading import load_rules

        pipeline = pipelines.load(self.model)
        rules = load_rules() if self.rules is None else self.rules
        work = QuizWork(rules, self.settings, self.news)
        list(outcomes([sample()], pipeline, work))  # what is built on first use outlives passages

        def doing(run: Sequence[Item]) -> list[Outcome]:
            with pipeline.passing():
                return list(outcomes([item.read() for item in run], pipeline, work))

        return doing
