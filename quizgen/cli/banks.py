"""News banks as the command line names them: a file, a PostgreSQL database, the app's library."""

import os
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli import output
from quizgen.cli.telling import tell
from quizgen.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgen.library import Library
    from quizgen.library.news_bank import Entry

LIBRARY = "library"  # the app's own
ENDINGS = (".sqlite3", ".db")
SERVERS = ("postgresql://", "postgres://")
KEPT = b'"quizgen/news/'  # in the first bytes of a file of kept names
HEAD = 64  # bytes
AT_ONCE = 256  # articles copied by one transaction


def url_of(name: str) -> str | None:
    """The whole path or the URL of the bank of this name; None for what is no bank's name."""
    if name == LIBRARY:
        from quizgen.library.database import default_url

        return _whole(os.environ.get("QUIZGEN_DATABASE_URL") or default_url())
    return _whole(name) if name.startswith(SERVERS) or name.endswith(ENDINGS) else None


def _whole(name: str) -> str:
    """One spelling for one file, however it was named."""
    from quizgen.library import database

    url = database.url_of(name)
    file = url.get_backend_name() == "sqlite" and url.database
    return os.path.realpath(file) if file else name


def required(name: str) -> str:
    """The path or URL of a bank. Raises InputError for another name."""
    url = url_of(name)
    if url is None:
        msg = f"{name} names no bank; give a file that ends in {' or '.join(ENDINGS)}, or library"
        raise InputError(msg)
    return url


def fill(url: str, sources: list[str], model: str, workers: int, *, quiet: bool) -> int:
    """The exit code after putting what the sources name into a bank: 1 where articles failed."""
    files = _files(sources, url)
    with opened(url) as library:
        for source in sources:
            if source not in files:
                _copy(source, library)
        failed = _read(library, [s for s in sources if s in files], model, workers, quiet=quiet)
    return 1 if failed else 0


@contextmanager
def opened(url: str) -> "Iterator[Library]":
    """The library at a URL, to be filled; a file other than the app's is left whole in itself."""
    from quizgen.library import Library

    with closing(Library.open(url)) as library:
        try:
            yield library
        finally:
            if url != url_of(LIBRARY):
                library.settle()


def _files(sources: list[str], url: str) -> set[str]:
    """The sources that hold articles. Raises InputError for what can't be read, before any work."""
    from quizgen.archive.corpus import files_of

    for source in sources:
        if url_of(source) == url:
            msg = f"{source} is the bank that is written to; name articles or another bank"
            raise InputError(msg)
    files = {source for source in sources if url_of(source) is None and not is_kept(source)}
    files_of(files)
    return files


def is_kept(name: str) -> bool:
    """Whether a file holds names as quizgen news keeps them in JSON."""
    try:
        with Path(name).open("rb") as file:
            return KEPT in file.read(HEAD)
    except OSError:
        return False


def _copy(source: str, library: "Library") -> None:
    """Put the names of another bank, or of kept names, into a library's bank."""
    from quizgen.library import news_bank

    entries, more = _entries(source), True
    while more:
        part = [entry for entry, _ in zip(entries, range(AT_ONCE), strict=False)]
        news_bank.put(library, part)
        more = len(part) == AT_ONCE


def _entries(source: str) -> "Iterator[Entry]":
    from quizgen.library import Library, news_bank
    from quizgen.news import from_json

    url = url_of(source)
    if url is None:
        news = from_json(Path(source).read_text("utf-8", "replace"))
        yield from map(news_bank.Entry, news.articles)
        return
    with closing(Library.to_read(url)) as other:
        yield from news_bank.entries(other)


def _read(library: "Library", sources: list[str], model: str, workers: int, *, quiet: bool) -> int:
    """How many articles failed of those that the bank did not know."""
    from quizgen.archive.corpus import files_of, items
    from quizgen.archive.filling import filled
    from quizgen.archive.naming import NamingJob

    if not sources:
        return 0
    done = filled(library, items(files_of(sources)), NamingJob(model), workers)
    failed = 0
    for outcomes in output.track(done, "Names", total=None, quiet=quiet):
        for each in outcomes:
            failed += bool(each.error)
            if each.error:
                tell(f"{each.id}: {each.error}")
    return failed
