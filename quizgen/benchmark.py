"""Benchmark: how fast quizgen is on this machine, against what it is built on."""

import platform
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from time import perf_counter, process_time

from quizgen.analysis.pipeline import BATCH, Pipeline, load
from quizgen.analysis.report import as_dict
from quizgen.article import Article
from quizgen.ingest import read
from quizgen.quiz import Settings, make
from quizgen.rules.loading import load_rules

STARTS = 9  # subprocess runs; the median of fewer wavers
HELP = "from quizgen.cli import run; run(['--help'])"


def corpus(sources: list[str], words: int) -> list[Article]:
    """The articles of files and folders (else the sample), repeated up to so many words."""
    paths = [path for source in sources for path in _files(Path(source))]
    articles = [read(path) for path in paths] or [sample()]
    size = sum(len(article.text.split()) for article in articles)
    times = max(1, round(words / max(size, 1)))
    return [
        replace(article, given_id=f"{article.id}-{time}")
        for time in range(times)
        for article in articles
    ]


def sample() -> Article:
    """The sample article that comes with quizgen."""
    text = files("quizgen.data").joinpath("sample_article.txt").read_text("utf-8")
    return Article(text=text, title=text.partition("\n")[0])


def measure(articles: list[Article], model: str) -> Iterator[str]:
    """The figures, a line each, as they come."""
    pipeline = load(model)
    words = sum(len(article.text.split()) for article in articles)
    yield f"{words} words in {len(articles)} articles, {pipeline.name}, {platform.platform()}"
    pipeline.analyse(articles[0])  # the first run fills caches
    bare = words / _seconds(lambda: _bare(pipeline, articles))
    yield f"bare nlp.pipe   {bare:8,.0f} words/s"
    for name, work in (("analyse", _analyse), ("generate", _generate)):
        speed = words / _seconds(lambda work=work: work(pipeline, articles))  # type: ignore[misc]
        yield f"{name:<16}{speed:8,.0f} words/s, {speed / bare:.2f} x bare"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"peak memory     {peak:8,.0f} MB"
    yield from _start_up()


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


def _seconds(work: Callable[[], None], clock: Callable[[], float] = process_time) -> float:
    """How long a work takes this process, whatever else the machine does; or by another clock."""
    start = clock()
    work()
    return clock() - start


def _bare(pipeline: Pipeline, articles: list[Article]) -> None:
    paragraphs = [row for article in articles for row in article.text.split("\n") if row.strip()]
    for _ in pipeline.nlp.pipe(paragraphs, batch_size=BATCH):
        pass


def _analyse(pipeline: Pipeline, articles: list[Article]) -> None:
    for analysis in pipeline.analyse_all(articles):
        as_dict(analysis)


def _generate(pipeline: Pipeline, articles: list[Article]) -> None:
    rules = load_rules()
    for analysis in pipeline.analyse_all(articles):
        make([analysis], rules=rules, settings=Settings(), model=pipeline.name)


def _start_up() -> Iterator[str]:
    """Median times of `quizgen --help` and of importing typer, taken in turns."""
    pairs = [(_started(HELP), _started("import typer")) for _ in range(STARTS)]
    own, base = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = f"{own / base:.2f} x import typer ({base * 1000:.0f} ms)"
    yield f"quizgen --help  {own * 1000:8.0f} ms, {ratio}"


def _started(code: str) -> float:
    command = [sys.executable, "-c", code]
    return _seconds(lambda: _run(command), perf_counter)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
