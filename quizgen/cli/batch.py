"""Many articles as JSON Lines: one result a line in the order given, failures among them."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from quizgen.archive.work import Outcome, QuizWork, Work, outcomes
from quizgen.article import Article
from quizgen.cli import output
from quizgen.errors import InputError
from quizgen.exports.files import open_atomically
from quizgen.ingest import Failure, read_all, read_lines
from quizgen.ingest.kinds import HEAD, Kind, kind_of
from quizgen.ingest.lines import rows_of

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis, Pipeline
    from quizgen.news import OtherNews
    from quizgen.quiz import Settings

CHUNK = 64  # articles analysed in one stream; bounds what is held in memory
LINES = frozenset({Kind.RECORDS, Kind.TEXT, Kind.MARKDOWN})  # a first line may be broken


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
        for outcome in results:
            failed += bool(outcome.error)
            write((outcome.line + "\n").encode())
    if failed:
        typer.echo(f'quizgen: {failed} of the lines failed; see their "error"', err=True)
    return 1 if failed else 0


def quiz_lines(
    settings: "Settings", folder: Path | None, news: Callable[["Pipeline"], "OtherNews | None"]
) -> Work:
    """The work that makes a quiz of each article, under the article's id."""
    from quizgen.rules.loading import load_rules

    rules = load_rules(folder)
    ready = cache(lambda pipeline: QuizWork(rules, settings, news(pipeline)))
    return lambda analysis, pipeline: ready(pipeline)(analysis, pipeline)


def analysis_line(analysis: "Analysis", _pipeline: "Pipeline") -> Outcome:
    """The work that reports what an article says."""
    from quizgen.analysis.report import as_dict

    return Outcome(analysis.article.id, json.dumps(as_dict(analysis), ensure_ascii=False))


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
) -> Iterator[Outcome]:
    """The outcome of each article or failure."""
    while chunk := list(islice(entries, CHUNK)):
        yield from outcomes(chunk, pipeline, work)
