"""Naming: what an article names, told by a worker beside what else it makes of the article."""

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from quizgen.archive.jobs import Doing, doing_of, packages_of
from quizgen.archive.work import Outcome, Work
from quizgen.article import Article
from quizgen.news import NewsArticle, plain_names

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis, Pipeline


@dataclass(frozen=True, slots=True)
class Naming:
    """A work whose outcomes also tell what the article names; the model's name as it was given."""

    work: Work
    model: str

    def __call__(self, analysis: "Analysis", pipeline: "Pipeline") -> Outcome:
        """The outcome of the work, with the names."""
        from quizgen.distractors import kept

        own = analysis.article
        article = NewsArticle(own.id, own.published, tuple(kept.names(analysis)))
        day = own.published.isoformat() if own.published else None
        record = {"digest": digest(own, self.model), "day": day, "names": plain_names(article)}
        told = json.dumps(record, ensure_ascii=False)
        return replace(self.work(analysis, pipeline), names=told)


def nothing(analysis: "Analysis", _: "Pipeline") -> Outcome:
    """The work where an article is read for its names alone."""
    return Outcome(analysis.article.id, "")


@dataclass(frozen=True, slots=True)
class NamingJob:
    """The job that reads articles for their names."""

    model: str

    @property
    def packages(self) -> tuple[str, ...]:
        """The parser, what it computes with, and the model."""
        return packages_of(self.model)

    def ready(self) -> Doing:
        """What does it, with a pipeline loaded once."""
        return doing_of(self.model, Naming(nothing, self.model))


def digest(article: Article, model: str) -> str:
    """What tells that an article's names need not be made again."""
    parts = (model, article.title, str(article.published), article.text)
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
