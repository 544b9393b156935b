"""The command that makes quizzes of an archive: batch. Its clock is read here alone."""

import sys
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from quizgen.cli import articles, banks, options, output, reading_news
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.archive.batch import Progress
    from quizgen.archive.jobs import QuizJob
    from quizgen.archive.tallies import Tally

INTERRUPTED = 130
BETWEEN_LINES = 30.0  # seconds


def batch(
    corpus: Annotated[
        list[str],
        typer.Argument(metavar="CORPUS...", help="Files of all kinds, archives, folders, globs."),
    ],
    *,
    out: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="A folder of its own.")
    ],
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Processes; each holds the pipeline, 0.5 GB.")
    ] = 1,
    scheduler: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="A Dask scheduler, like tcp://host:8786, whose workers do it; trust them all.",
        ),
    ] = "",
    form: Annotated[
        Literal["jsonl", "parquet"], typer.Option("--format", help="Of what is written.")
    ] = "jsonl",
    shard: Annotated[int, typer.Option(min=1, max=10_000, help="Articles in one file.")] = 256,
    count: options.Count = "10",
    types: options.Types = "",
    reading_level: options.ReadingLevel = "",
    topic: options.Topics = None,
    difficulty: options.DifficultyName = "",
    rules: options.RulesFolder = None,
    seed: options.Seed = 0,
    model: options.Model = options.DEFAULT_MODEL,
    news: options.News = "",
    names: Annotated[
        str,
        typer.Option(metavar="BANK", help="Put what each article names into this news bank, too."),
    ] = "",
    quiet: options.Quiet = False,
) -> int:
    """Make a quiz of each article of an archive.

    Interrupted, or killed, the same command goes on where it was and leaves the same files,
    whatever the number of workers. An article that fails is told in its place. The bank given with
    --news must not change meanwhile, so --names takes another one.
    """
    settings = options.settings(
        count, types, seed, reading_level, topics=topic, difficulty=difficulty
    )
    _require(workers, scheduler, form)
    from quizgen.archive import batch as batches
    from quizgen.archive.corpus import files_of
    from quizgen.archive.jobs import QuizJob
    from quizgen.rules.loading import load_rules

    files = files_of(corpus)
    target = _other_bank(names, news) if names else None
    others = reading_news.for_workers(news, model, quiet=quiet)
    job = QuizJob(model, settings, load_rules(rules), others, naming=target is not None)
    plan = batches.Plan(files, out, _made_with(job), form, shard)
    tell = articles.teller(quiet=False)  # what is waited for, is told
    work = partial(batches.run, plan, job, workers, scheduler=scheduler, tell=tell)
    if target is None:
        return _run(work(), out, quiet=quiet)
    from quizgen.archive.filling import keep

    with banks.opened(target) as library:
        return _run(work(keep=partial(keep, library)), out, quiet=quiet)


def _require(workers: int, scheduler: str, form: str) -> None:
    """Raise InputError for what can't be, before anything is read."""
    from quizgen.archive import cluster, parquet

    if scheduler and workers > 1:
        msg = "give either --workers or --scheduler; Dask's workers are counted where they start"
        raise InputError(msg)
    if scheduler:
        cluster.require()
    if form == "parquet":
        parquet.require()


def _other_bank(names: str, news: str) -> str:
    """The URL of the bank that names are put into. Raises InputError where it can't be."""
    target = banks.required(names)
    if target == banks.url_of(news):
        msg = "--names is the bank that --news reads, which must not change; name another for it"
        raise InputError(msg)
    return target


def _made_with(job: "QuizJob") -> dict[str, object]:
    """All that the results depend on beside the corpus."""
    from dataclasses import asdict

    from quizgen.archive.versions import NONE, installed
    from quizgen.quiz import digest

    known = installed(("quizgen", job.model))
    version = known[job.model]
    return {
        "quizgen": known["quizgen"],
        "model": job.model if version == NONE else f"{job.model} {version}",
        "rules": digest(job.rules or ()),
        "settings": asdict(job.settings),
        "news": job.news and reading_news.digest(job.news),
        **({"names": True} if job.naming else {}),
    }


def _run(steps: Iterable["Progress"], out: Path, *, quiet: bool) -> int:
    """The exit code after the batch: 1 if any article failed, 130 where it was interrupted."""
    tally = None
    try:
        for progress in _shown(steps, quiet=quiet):
            tally = progress.tally
    except KeyboardInterrupt:
        typer.echo("quizgen: interrupted; the same command goes on from here", err=True)
        return INTERRUPTED
    return _told(tally, out) if tally is not None else 0


def _told(tally: "Tally", folder: Path) -> int:
    from quizgen.archive import tallies

    output.show("".join(f"{row}\n" for row in tallies.summary(tally)).encode())
    if tally.failed:
        msg = f'quizgen: {tally.failed:,} articles failed; see their "error" in {folder}'
        typer.echo(msg, err=True)
    return 1 if tally.failed else 0


def _shown(steps: Iterable["Progress"], *, quiet: bool) -> Iterator["Progress"]:
    """The steps, told on standard error: by a bar if that is a terminal, else by a few lines."""
    if quiet:
        return iter(steps)
    return _by_bar(steps) if sys.stderr.isatty() else _by_lines(steps)


def _by_lines(steps: Iterable["Progress"]) -> Iterator["Progress"]:
    """The steps, with a line at each hundredth of the way, but not more often than it is read."""
    begun = last = monotonic()
    first, hundredth = None, 0.0
    for step in steps:
        now = monotonic()
        first = first or step
        if now - last >= BETWEEN_LINES and step.share >= hundredth + 0.01:
            typer.echo(f"quizgen: {step.share:.0%}, {told(first, step, now - begun)}", err=True)
            last, hundredth = now, step.share
        yield step


def _by_bar(steps: Iterable["Progress"]) -> Iterator["Progress"]:
    """The steps, with a bar that is gone at the end."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(24), TextColumn("{task.description}"))
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task, begun, first = bar.add_task("Getting ready", total=1.0), monotonic(), None
        for step in steps:
            first = first or step
            words = told(first, step, monotonic() - begun)
            bar.update(task, completed=step.share, description=words)
            yield step


def told(first: "Progress", step: "Progress", seconds: float) -> str:
    """The progress in words; speed and time left by what this run has done in so many seconds."""
    tally, done = step.tally, step.share - first.share
    counts = f"{tally.articles:,} articles, {tally.questions:,} questions"
    if done <= 0 or seconds <= 0:
        return counts
    speed = (tally.words - first.tally.words) / seconds
    left = timedelta(seconds=round(seconds * (1 - step.share) / done))
    return f"{counts}, {speed:,.0f} words/s, {left} left"
