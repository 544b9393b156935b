"""Work: what is done with each article of many, so that a fault costs that article alone."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizgen.article import Article
from quizgen.errors import NewsError
from quizgen.ingest import Failure

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis, Pipeline
    from quizgen.news import OtherNews
    from quizgen.quiz import Settings
    from quizgen.rules.loading import Rule


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article: its line of JSON, without the newline, and what was counted.

    `error` is "" for a result, `copy_of` the id of the earlier article that this one copies, which
    is then not asked about. `asked` counts questions by rule, `refused` drafts by check. `names`
    is what the article names, as `naming` tells it, "" where that is not wanted.
    """

    id: str
    line: str
    error: str = ""
    words: int = 0
    asked: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, int] = field(default_factory=dict)
    copy_of: str = ""
    names: str = ""


Work = Callable[["Analysis", "Pipeline"], Outcome]


def outcomes(
    entries: Sequence[Article | Failure], pipeline: "Pipeline", work: Work
) -> Iterator[Outcome]:
    """The outcome of each entry, in order; the articles are analysed in one stream."""
    articles = [entry for entry in entries if isinstance(entry, Article)]
    analyses = iter(_analyses(articles, pipeline))
    for entry in entries:
        yield _done(entry if isinstance(entry, Failure) else next(analyses), pipeline, work)


def failed(failure: Failure) -> Outcome:
    """The outcome of what failed."""
    record = {"id": failure.id, "error": failure.error}
    return Outcome(failure.id, json.dumps(record, ensure_ascii=False), failure.error)


def copied(article: str, original: str) -> Outcome:
    """The outcome of an article, by its id, that copies an earlier one."""
    record = {"id": article, "copy_of": original}
    return Outcome(article, json.dumps(record, ensure_ascii=False), copy_of=original)


def _analyses(articles: list[Article], pipeline: "Pipeline") -> list["Analysis | Failure"]:
    """The analyses in one stream or, should that fail, one by one: a fault costs one article."""
    try:
        return list(pipeline.analyse_all(articles))
    except Exception:
        return [_analysis(article, pipeline) for article in articles]


def _analysis(article: Article, pipeline: "Pipeline") -> "Analysis | Failure":
    try:
        return pipeline.analyse(article)
    except Exception as error:
        return _fault(article, error)


def _done(found: "Analysis | Failure", pipeline: "Pipeline", work: Work) -> Outcome:
    if isinstance(found, Failure):
        return failed(found)
    try:
        return work(found, pipeline)
    except NewsError:
        raise  # of all articles, not of this
    except Exception as error:
        return failed(_fault(found.article, error))


def _fault(article: Article, error: Exception) -> Failure:
    return Failure(article.id, f"a fault in quizgen ({type(error).__name__}: {error})")


@dataclass(frozen=True, slots=True)
class QuizWork:
    """The work that makes a quiz of each article, under the article's id."""

    rules: tuple["Rule", ...]
    settings: "Settings"
    news: "OtherNews | None" = None

    def __call__(self, analysis: "Analysis", pipeline: "Pipeline") -> Outcome:
        """The quiz of an analysed article as a line."""
        from quizgen import quiz as quizzes
        from quizgen.contract import to_line

        made = quizzes.candidates(analysis, self.rules, self.settings, self.news)
        quiz = quizzes.assembled(
            [analysis], [made], rules=self.rules, settings=self.settings, model=pipeline.name
        )
        article = analysis.article
        return Outcome(
            article.id,
            to_line(replace(quiz, id=article.id)),  # the line's id, as it was given
            words=len(article.text.split()),
            asked=Counter(question.rule for question in quiz.questions),
            refused=Counter(refusal.check for refusal in made.refusals),
        )
