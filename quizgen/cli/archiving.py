"""The command that makes quizzes of an archive: batch. Its clock is read here alone."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from quizgen.cli import banks, options, output, reading_news
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.archive.batch import Keep, Plan, Progress
    from quizgen.archive.jobs import Job
    from quizgen.archive.tallies import Tally
    from quizgen.library.news_bank import BankPlace
    from quizgen.news import NewsNames
    from quizgen.quiz import Settings

INTERRUPTED = 130


def batch(
    corpus: Annotated[
        list[str],
        typer.Argument(metavar="CORPUS...", help="JSON Lines, Parquet, texts, folders, globs."),
    ],
    *,
    out: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="A folder of its own.")
    ],
    workers: Annotated[
        int, typer.Option(min=1, max=256, help="Processes; each holds the pipeline, 0.5 GB.")
    ] = 1,
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
    from quizgen.archive import batch as batches
    from quizgen.archive.corpus import files_of
    from quizgen.archive.jobs import QuizJob

    files = files_of(corpus)
    target = _other_bank(names, news) if names else None
    others = reading_news.for_workers(news, model, quiet=quiet)
    made_with = _made_with(settings, rules, model, others)
    made_with |= {"names": True} if target else {}
    plan = batches.Plan(files, out, made_with, form, shard)
    job = QuizJob(model, settings, rules, others, naming=target is not None)
    if target is None:
        return _run(plan, job, workers, quiet=quiet)
    from quizgen.archive.filling import keep

    with banks.opened(target) as library:
        return _run(plan, job, workers, partial(keep, library), quiet=quiet)


def _other_bank(names: str, news: str) -> str:
    """The URL of the bank that names are put into. Raises InputError where it can't be."""
    target = banks.required(names)
    if target == banks.url_of(news):
        msg = "--names is the bank that --news reads, which must not change; name another for it"
        raise InputError(msg)
    return target


def _made_with(
    settings: "Settings", rules: Path | None, model: str, news: "NewsNames | BankPlace | None"
) -> dict[str, object]:
    """All that the results depend on beside the corpus."""
    from dataclasses import asdict
    from importlib.metadata import PackageNotFoundError, version

    from quizgen import __version__
    from quizgen.quiz import digest
    from quizgen.rules.loading import load_rules

    with suppress(PackageNotFoundError, ValueError):  # as for a path, which has no version
        model = f"{model} {version(model)}"
    return {
        "quizgen": __version__,
        "model": model,
        "rules": digest(load_rules(rules)),
        "settings": asdict(settings),
        "news": news and reading_news.digest(news),
    }


def _run(plan: "Plan", job: "Job", workers: int, keep: "Keep | None" = None, *, quiet: bool) -> int:
    """The exit code after the batch: 1 if any article failed, 130 where it was interrupted."""
    from quizgen.archive import batch as batches

    tally = None
    try:
        for progress in _shown(batches.run(plan, job, workers, keep), quiet=quiet):
            tally = progress.tally
    except KeyboardInterrupt:
        typer.echo("quizgen: interrupted; the same command goes on from here", err=True)
        return INTERRUPTED
    return _told(tally, plan.folder) if tally is not None else 0


def _told(tally: "Tally", folder: Path) -> int:
    from quizgen.archive import tallies

    output.show("".join(f"{row}\n" for row in tallies.summary(tally)).encode())
    if tally.failed:
        msg = f'quizgen: {tally.failed:,} articles failed; see their "error" in {folder}'
        typer.echo(msg, err=True)
    return 1 if tally.failed else 0


def _shown(steps: Iterable["Progress"], *, quiet: bool) -> Iterator["Progress"]:
    """The steps, with a line that tells them on standard error if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from steps
        return
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
