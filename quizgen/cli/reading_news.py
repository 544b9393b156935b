"""Other news: the command that keeps its names, and how `generate --news` reads them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options, output
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Pipeline
    from quizgen.article import Article
    from quizgen.ingest import Failure
    from quizgen.news import NewsNames

MOST_TOLD = 10  # articles that can't be read

Reader = Callable[["Pipeline"], "NewsNames | None"]


def news(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files of all kinds, archives, folders, globs."),
    ],
    *,
    out: options.Output = "",
    model: options.Model = options.DEFAULT_MODEL,
    quiet: options.Quiet = False,
) -> int:
    """Keep the names of other news as JSON, for generate --news.

    So that a batch need not read them again.
    """
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
    articles = _articles([path])
    return lambda pipeline: _collected(articles, pipeline, quiet=quiet)


def names(path: str, model: str, *, quiet: bool) -> "NewsNames | None":
    """The names of the news at a path; the model is loaded only where texts have to be read."""
    if path.endswith(".json"):
        return _kept(Path(path))
    if not path:
        return None
    read = reader(path, quiet=quiet)
    from quizgen.analysis.pipeline import load

    return read(load(model))


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
