"""The command that fills the library with a demo, and takes it out again."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options
from quizgen.cli.library import Quiet, Url

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.quiz import Quiz

SEEDS = Path("seeds")
SAMPLE = "sample_article.txt"
SAMPLE_DAY = date(2019, 7, 12)


def demo(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Articles; default the own sample and seeds/."),
    ] = None,
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take the demo out again.")] = False,
    day: Annotated[
        date | None,
        typer.Option("--date", parser=options.day, metavar="YYYY-MM-DD",
                     help="Day on which the term stands; default today."),
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed and day give the same demo.")] = 0,
    model: options.Model = options.DEFAULT_MODEL,
    url: Url = "",
    quiet: Quiet = False,
) -> None:  # fmt: skip
    """Fill the library with quizzes, an invented class and a term of its answers.

    All of it is marked as invented, and --remove takes it out again.
    """
    from quizgen import demo as demos
    from quizgen.library import Library, invented

    on = day or datetime.now(UTC).date()
    chance = demos.drawn(f"{seed}/{on}")
    with closing(Library.open(url, chance=chance)) as library:
        if remove:
            invented.remove(library)
            library.vacuum()
            told = "the demo is taken out"
        else:
            term = demos.fill(library, _quizzes(sources or [], model), day=on, seed=seed)
            told = f"{len(term.publications)} quizzes and a class are in; quizgen app shows them"
    if not quiet:
        typer.echo(told, err=True)


def _quizzes(sources: list[str], model: str) -> "list[Quiz]":
    """A quiz of every sound question for each article."""
    from quizgen.analysis.pipeline import load
    from quizgen.quiz import Settings, make
    from quizgen.rules.loading import load_rules

    rules, pipeline = load_rules(), load(model)
    settings = Settings(count=None)
    return [
        make([analysis], rules=rules, settings=settings, model=pipeline.name, title="")
        for analysis in pipeline.analyse_all(_articles(sources))
    ]


def _articles(sources: list[str]) -> "list[Article]":
    """The articles asked for; else the sample and what seeds/ holds beside it."""
    from importlib.resources import files

    from quizgen.article import Article
    from quizgen.ingest import read, read_data
    from quizgen.ingest.cleaning import headline

    if sources:
        return [read(source) for source in sources]
    text = files("quizgen.data").joinpath(SAMPLE).read_text("utf-8")
    others = [read(path) for path in sorted(SEEDS.glob("*.txt"))]
    (sample,) = (each for each in read_data(text.encode(), SAMPLE) if isinstance(each, Article))
    own = replace(sample, title=headline(text), published=SAMPLE_DAY)
    return [own, *(article for article in others if article.text != own.text)]
