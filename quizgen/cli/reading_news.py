"""Other news: the command that keeps its names, and how `generate --news` reads them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options, output
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Pipeline
    from quizgen.article import Article
    from quizgen.news import NewsNames

Reader = Callable[["Pipeline"], "NewsNames | None"]


def news(
    sources: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Folders of texts, text files, JSON Lines.")
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
    articles = [article for source in sources for article in _articles(Path(source))]
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
    articles = list(_articles(Path(path)))
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


def _collected(articles: list["Article"], pipeline: "Pipeline", *, quiet: bool) -> "NewsNames":
    from quizgen.news import collect

    analyses = pipeline.analyse_all(articles)
    return collect(output.track(analyses, "Other news", total=len(articles), quiet=quiet))


def _articles(path: Path) -> Iterator["Article"]:
    """The articles of a folder of texts, or of a file without what gives none in it."""
    from quizgen.article import Article
    from quizgen.ingest import read, read_all

    if path.is_dir():
        texts = sorted(path.glob("*.txt"))
        if not texts:
            msg = f"{path} holds no .txt files; put the texts of other news there"
            raise InputError(msg)
        yield from (read(text) for text in texts)
    else:
        found = list(read_all([path]))
        articles = [each for each in found if isinstance(each, Article)]
        if not articles:
            raise InputError(str(found[0]))
        yield from articles


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        msg = f"{path} can't be read ({error.strerror}); give a folder, JSON Lines or names of news"
        raise InputError(msg) from None
