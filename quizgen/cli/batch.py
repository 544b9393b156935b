"""Many articles as JSON Lines: one result a line in the order given, failures among them."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from quizgen.archive.work import Outcome, QuizWork, Work, outcomes
from quizgen.cli import output
from quizgen.errors import InputError
from quizgen.exports.files import open_atomically
from quizgen.ingest import read_lines

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Analysis, Pipeline
    from quizgen.news import NewsNames
    from quizgen.quiz import Settings

CHUNK = 64  # articles analysed in one stream; bounds what is held in memory


def run(source: str, out: str, work: Work, *, model: str, quiet: bool) -> int:
    """The exit code after writing a result for each line of the source: 1 if any line failed."""
    with ExitStack() as stack:
        rows, write = _opened(source, stack), _writer(out, stack)
        from quizgen.analysis.pipeline import load

        pipeline = load(model)
        failed = 0
        results = output.track(_results(rows, pipeline, work), "Articles", total=None, quiet=quiet)
        for outcome in results:
            failed += bool(outcome.error)
            write((outcome.line + "\n").encode())
    if failed:
        typer.echo(f'quizgen: {failed} of the lines failed; see their "error"', err=True)
    return 1 if failed else 0


def quiz_lines(
    settings: "Settings", folder: Path | None, news: Callable[["Pipeline"], "NewsNames | None"]
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


def _opened(source: str, stack: ExitStack) -> BinaryIO:
    if source == output.SCREEN:
        return sys.stdin.buffer
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


def _results(rows: Iterable[bytes], pipeline: "Pipeline", work: Work) -> Iterator[Outcome]:
    """The outcome of each line."""
    entries = read_lines(rows)
    while chunk := list(islice(entries, CHUNK)):
        yield from outcomes(chunk, pipeline, work)
