"""Other news: the command that keeps its names, and how `generate --news` reads them."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import banks, options, output
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Pipeline
    from quizgen.archive.jobs import Away
    from quizgen.article import Article
    from quizgen.ingest import Failure
    from quizgen.library.news_bank import BankPlace
    from quizgen.news import NewsNames, OtherNews

MOST_TOLD = 10  # articles that can't be read

Reader = Callable[["Pipeline"], "OtherNews | None"]


def news(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files of all kinds, archives, folders, globs."),
    ],
    *,
    out: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="NEWS",
            help="A bank that grows (a file that ends in .sqlite3 or .db, a PostgreSQL URL, "
            "library for that of the app), else JSON; - for the screen.",
        ),
    ] = "",
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes; for a bank.")] = 1,
    model: options.Model = options.DEFAULT_MODEL,
    quiet: options.Quiet = False,
) -> int:
    """Keep the names of other news, for --news.

    A bank takes an archive of any size and more each week: articles that it knows are passed over,
    changed ones replaced; stopped at any point, the same command goes on. Other banks and kept
    names among the paths are joined to it.
    """  # fmt: skip
    if bank := banks.url_of(out):
        return banks.fill(bank, sources, model, workers, quiet=quiet)
    output.check_place(out)
    articles = _articles(sources)
    from quizgen.analysis.pipeline import load
    from quizgen.news import to_json

    names = _collected(articles, load(model), quiet=quiet)
    output.write(to_json(names).encode(), out)
    return 0


def reader(path: str, *, quiet: bool) -> Reader:
    """What gives the names of the news at a path, once a pipeline is loaded; None for no path.

    Raises InputError at once where nothing can be read there.
    """
    if not path:
        return lambda _: None
    if path.endswith(".json"):
        kept = _kept(Path(path))
        return lambda _: kept
    if bank := banks.url_of(path):
        from quizgen.library.news_bank import place_of

        there = place_of(bank).opened()
        return lambda _: there
    articles = _articles([path])
    return lambda pipeline: _collected(articles, pipeline, quiet=quiet)


def for_workers(path: str, model: str, *, quiet: bool) -> "NewsNames | BankPlace | None":
    """The names of the news at a path, or where their bank is, to be sent to other processes.

    The model is loaded only where texts have to be read.
    """
    if path.endswith(".json"):
        return _kept(Path(path))
    if bank := banks.url_of(path):
        from quizgen.library.news_bank import place_of

        return place_of(bank)
    if not path:
        return None
    from quizgen.analysis.pipeline import load

    return _collected(_articles([path]), load(model), quiet=quiet)


def digest(news: "NewsNames | Away") -> str:
    """What tells one state of other news from another."""
    from quizgen.news import NewsNames, to_json

    if isinstance(news, NewsNames):
        return sha256(to_json(news).encode()).hexdigest()
    return news.stamp


def _kept(path: Path) -> "NewsNames":
    from quizgen.news import from_json

    return from_json(_data(path).decode("utf-8", "replace"))


def _collected(articles: Iterable["Article"], pipeline: "Pipeline", *, quiet: bool) -> "NewsNames":
    from quizgen.news import collect

    analyses = pipeline.analyse_all(articles)
    return collect(output.track(analyses, "Other news", total=None, quiet=quiet))


def _articles(sources: list[str]) -> Iterator["Article"]:
    """The articles of files, folders and globs, read when they are due; what gives none is told.

    Raises InputError at once where nothing gives any.
    """
    from quizgen.ingest import Failure, read_all

    failed: list[Failure] = []
    found = _sound(read_all(sources), failed)
    first = next(found, None)
    if first is None:
        raise InputError(str(failed[0]))
    return _told(chain([first], found), failed)


def _sound(found: Iterable["Article | Failure"], failed: list["Failure"]) -> Iterator["Article"]:
    """The articles; the failures are put down."""
    from quizgen.ingest import Failure

    for each in found:
        if isinstance(each, Failure):
            failed.append(each)
        else:
            yield each


def _told(articles: Iterable["Article"], failed: list["Failure"]) -> Iterator["Article"]:
    """The articles, and the first failures told at the end."""
    yield from articles
    for each in failed[:MOST_TOLD]:
        typer.echo(f"quizgen: {each}", err=True)
    if len(failed) > MOST_TOLD:
        typer.echo(f"quizgen: and {len(failed) - MOST_TOLD:,} more", err=True)


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path} can't be read ({error.strerror}); give a folder, JSON Lines or names of news"
        raise InputError(msg) from None
