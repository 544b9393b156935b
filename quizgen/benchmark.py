"""Benchmark: how fast quizgen is on this machine, against what it is built on."""

import json
import platform
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from quizgen.analysis.pipeline import BATCH, Pipeline, load
from quizgen.analysis.report import as_dict
from quizgen.article import Article
from quizgen.ingest import read
from quizgen.quiz import Settings, make
from quizgen.rules.loading import load_rules

STARTS = 9  # subprocess runs; the median of fewer wavers
PAIRS = 3  # of runs that take many seconds
QUIZGEN = [sys.executable, "-m", "quizgen"]
HELP = "from quizgen.cli import run; run(['--help'])"
IMPORT = [sys.executable, "-c", "import typer"]
PARSE = """
import sys
from pathlib import Path
from quizgen.analysis.pipeline import load
rows = Path(sys.argv[2]).read_text(encoding="utf-8").split("\\n")
list(load(sys.argv[1]).nlp.pipe([row for row in rows if row.strip()]))
"""
"""Loads the pipeline with all its components and parses the text of a file."""


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
    words = _words(articles)
    yield f"{words} words in {len(articles)} articles, {pipeline.name}, {platform.platform()}"
    _generate(pipeline, articles[:1])  # the first run fills caches
    yield from _speeds(pipeline, articles, words)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield f"peak memory     {peak:8,.0f} MB"
    yield _compared("quizgen --help", [sys.executable, "-c", HELP], "import typer", IMPORT, STARTS)
    with TemporaryDirectory() as folder:
        yield _first_quiz(articles[0], model, Path(folder))
        yield _two_workers(articles, model, Path(folder))


def _speeds(pipeline: Pipeline, articles: list[Article], words: int) -> Iterator[str]:
    """Words per second, and how time grows.

    Each run is done in every way before the next, so that what else the machine does meets all.
    """
    runs = list(_growing(articles))
    works = (_bare, _analyse, _generate, _generate_long)
    times = [[_seconds(partial(work, pipeline, run)) for work in works] for run in runs]
    columns = list(zip(*times, strict=True))
    bare = words / sum(columns[0])
    yield f"bare nlp.pipe   {bare:8,.0f} words/s"
    for name, column in zip(("analyse", "generate"), columns[1:], strict=False):
        speed = words / sum(column)
        yield f"{name:<16}{speed:8,.0f} words/s, {speed / bare:.2f} x bare"
    sizes = [_words(run) for run in runs]
    yield f"by articles     {fit([len(run) for run in runs], columns[2])}"
    yield f"by words        {fit(sizes, columns[2])}"
    yield f"by length of one article {fit(sizes, columns[3])}"


@dataclass(frozen=True, slots=True)
class Fit:
    """The straight line through times: seconds for each thing and on top, and how well it fits.

    `r2` is the share of the variance that it explains, `residual` the largest distance from it as
    a share of the longest time.
    """

    each: float
    more: float
    r2: float
    residual: float

    def __str__(self) -> str:
        line = f"{self.each * 1000:.3g} ms each and {self.more * 1000:.3g} ms"
        return f"{line}, R² {self.r2:.4f}, largest residual {self.residual:.1%} of the longest"


def fit(sizes: Sequence[int], times: Sequence[float]) -> Fit:
    """The least squares line through times over sizes; through the origin where sizes are equal."""
    if len(set(sizes)) == 1:
        return Fit(statistics.mean(times) / sizes[0], 0.0, 1.0, 0.0)
    each, more = statistics.linear_regression(sizes, times)
    left = [t - each * size - more for size, t in zip(sizes, times, strict=True)]
    spread = statistics.pvariance(times) * len(times)
    r2 = 1 - sum(each * each for each in left) / spread if spread else 1.0
    return Fit(each, more, r2, max(map(abs, left)) / max(times))


def _growing(articles: list[Article]) -> Iterator[list[Article]]:
    """The articles in runs of one, two, three and so on."""
    at, size = 0, 1
    while at < len(articles):
        yield articles[at : at + size]
        at, size = at + size, size + 1


def _words(articles: Sequence[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


def _seconds(work: Callable[[], None]) -> float:
    """How long a work takes this process, whatever else the machine does."""
    start = process_time()
    work()
    return process_time() - start


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


def _generate_long(pipeline: Pipeline, articles: list[Article]) -> None:
    """A quiz of all the articles as one."""
    _generate(pipeline, [replace(articles[0], text="\n".join(each.text for each in articles))])


def _first_quiz(article: Article, model: str, folder: Path) -> str:
    """A quiz of one article, against a script that loads the pipeline and parses the article."""
    path = folder / "article.txt"
    path.write_text(article.text, encoding="utf-8")
    out = str(folder / "quiz.json")
    own = [*QUIZGEN, "generate", str(path), "--model", model, "-q", "-o", out]
    base = [sys.executable, "-c", PARSE, model, str(path)]
    return _compared("first quiz", own, "load and parse", base, PAIRS)


def _two_workers(articles: list[Article], model: str, folder: Path) -> str:
    """An archive by one worker and by two."""
    path = folder / "archive.jsonl"
    rows = (json.dumps({"id": each.id, "text": each.text}) for each in articles)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    took: dict[int, list[Took]] = {1: [], 2: []}
    for turn in range(PAIRS):
        for count, found in took.items():
            out = ["-o", str(folder / f"{turn}-{count}"), "--workers", str(count)]
            found.append(_took([*QUIZGEN, "batch", str(path), "--model", model, "-q", *out]))
    one, two = map(_median, took.values())
    return (
        f"two workers     {one.wall / two.wall:8.2f} x one "
        f"({one.wall:.1f} s, {two.wall:.1f} s; user CPU {one.cpu:.1f} s, {two.cpu:.1f} s)"
    )


@dataclass(frozen=True, slots=True)
class Took:
    """How long a process took: seconds by the wall, and of the CPU for it and its children."""

    wall: float
    cpu: float


def _compared(name: str, own: list[str], other: str, base: list[str], turns: int) -> str:
    """The median times of two commands, taken in turns, with compiled modules as installed."""
    with TemporaryDirectory() as compiled:
        pairs = [(_took(own, compiled), _took(base, compiled)) for _ in range(turns + 1)][1:]
    mine, yours = (_median(column) for column in zip(*pairs, strict=True))
    return (
        f"{name:<16}{mine.wall * 1000:8.0f} ms, {mine.wall / yours.wall:.2f} x {other} "
        f"({yours.wall * 1000:.0f} ms; by user CPU {mine.cpu / yours.cpu:.2f} x)"
    )


def _median(found: Sequence[Took]) -> Took:
    walls, cpus = ([each.wall for each in found], [each.cpu for each in found])
    return Took(statistics.median(walls), statistics.median(cpus))


def _took(command: list[str], compiled: str = "") -> Took:
    """How long a command takes; `compiled` is a folder for what Python compiles."""
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": compiled} if compiled else {}
    start, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environ | kept)
    after = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    return Took(perf_counter() - start, after - before)
