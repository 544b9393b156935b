"""Many articles as JSON Lines: one result a line in the order given, failures among them."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from quizgen.article import Article
from quizgen.cli import output
from quizgen.errors import InputError
from quizgen.exports.files import open_atomically
from quizgen.ingest import Failure, read_all, read_lines
from quizgen.ingest.kinds import HEAD, Kind, kind_of
from quizgen.ingest.lines import rows_of

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis, Pipeline
    from quizgen.news import NewsNames
    from quizgen.quiz import Settings

CHUNK = 64  # articles analysed in one stream; bounds what is held in memory
LINES = frozenset({Kind.RECORDS, Kind.TEXT, Kind.MARKDOWN})  # a first line may be broken

Work = Callable[["Analysis", "Pipeline"], str]


def run(source: str, out: str, work: Work, *, model: str, quiet: bool) -> int:
    """The exit code after writing a result for each line of the source: 1 if any line failed."""
    with ExitStack() as stack:
        entries, write = _entries(source, stack), _writer(out, stack)
        from quizgen.analysis.pipeline import load

        pipeline = load(model)
        failed = 0
        results = output.track(
            _results(entries, pipeline, work), "Articles", total=None, quiet=quiet
        )
        for line, fine in results:
            failed += not fine
            write((line + "\n").encode())
    if failed:
        typer.echo(f'quizgen: {failed} of the lines failed; see their "error"', err=True)
    return 1 if failed else 0


def quiz_lines(
    settings: "Settings", folder: Path | None, news: Callable[["Pipeline"], "NewsNames | None"]
) -> Work:
    """The work that makes a quiz of each article, under the article's id."""
    from quizgen.contract import to_line
    from quizgen.quiz import make
    from quizgen.rules.loading import load_rules

    rules = load_rules(folder)
    others = cache(news)

    def quiz_line(analysis: "Analysis", pipeline: "Pipeline") -> str:
        quiz = make(
            [analysis],
            rules=rules,
            settings=settings,
            model=pipeline.name,
            news=others(pipeline),
        )
        return to_line(replace(quiz, id=analysis.article.id))  # the line's id, as it was given

    return quiz_line


def analysis_line(analysis: "Analysis", _pipeline: "Pipeline") -> str:
    """The work that reports what an article says."""
    from quizgen.analysis.report import as_dict

    return json.dumps(as_dict(analysis), ensure_ascii=False)


def _entries(source: str, stack: ExitStack) -> Iterator[Article | Failure]:
    """The articles of JSON Lines exactly as given, those of any other archive as they are read."""
    if source == output.SCREEN:
        return read_lines(rows_of(sys.stdin.buffer))
    file = _opened(source, stack)
    kind = kind_of(file.read(HEAD), source)
    if kind not in LINES:
        return read_all([source])
    file.seek(0)
    return read_lines(rows_of(file))


def _opened(source: str, stack: ExitStack) -> BinaryIO:
    try:
        return stack.enter_context(Path(source).open("rb"))
    except OSError as error:
        msg = f"{source} can't be read ({error.strerror}); give a file of JSON lines"
        raise InputError(msg) from None


def _writer(out: str, stack: ExitStack) -> Callable[[bytes], object]:
    """What takes the lines: the screen, or a file that appears when all of them are written."""
    if out in {"", output.SCREEN}:
        return output.show
    return stack.enter_context(open_atomically(Path(out))).write


def _results(
    entries: Iterator[Article | Failure], pipeline: "Pipeline", work: Work
) -> Iterator[tuple[str, bool]]:
    """A line for each article or failure, and whether it is a result."""
    while chunk := list(islice(entries, CHUNK)):
        analyses = iter(_analyses([e for e in chunk if isinstance(e, Article)], pipeline))
        for entry in chunk:
            outcome = entry if isinstance(entry, Failure) else next(analyses)
            yield _line(outcome, pipeline, work)


def _analyses(articles: list[Article], pipeline: "Pipeline") -> list["Analysis | Failure"]:
    """The analyses in one stream or, should that fail, one by one: a fault costs one line."""
    try:
        return list(pipeline.analyse_all(articles))
    except Exception:
        return [_analysis(article, pipeline) for article in articles]


def _analysis(article: Article, pipeline: "Pipeline") -> "Analysis | Failure":
    try:
        return pipeline.analyse(article)
    except Exception as error:
        return _failure(article, error)


def _line(outcome: "Analysis | Failure", pipeline: "Pipeline", work: Work) -> tuple[str, bool]:
    if not isinstance(outcome, Failure):
        try:
            return work(outcome, pipeline), True
        except Exception as error:
            outcome = _failure(outcome.article, error)
    return json.dumps({"id": outcome.id, "error": outcome.error}, ensure_ascii=False), False


def _failure(article: Article, error: Exception) -> Failure:
    return Failure(article.id, f"a fault in quizgen ({type(error).__name__}: {error})")
