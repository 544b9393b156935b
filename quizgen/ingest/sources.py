"""Sources: files, "-" or urls as given by a user, read into articles or refused in one line."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.ingest.cleaning import received
from quizgen.ingest.decoding import as_utf8
from quizgen.ingest.fetching import Fetched
from quizgen.ingest.folders import ENDINGS, each_file
from quizgen.ingest.kinds import HEAD, Kind, kind_of
from quizgen.ingest.limits import MAX_DOCUMENT, MAX_TEXT, require_size
from quizgen.ingest.pages import declared_charset
from quizgen.ingest.process import ReaderProcess
from quizgen.ingest.readers import readings
from quizgen.ingest.reading import UNKNOWN, Description, Failure, Found, Reading

URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
INPUT = "standard input"
MOST_FOLLOWED = 50  # pages read for the entries of one feed, a second and more each

IN_CHARSETS = frozenset({Kind.PAGE, Kind.TEXT})
"""Kinds in whose bytes the encoding that a server names is used; other kinds tell their own."""

Fetch = Callable[[str], Fetched]
Tell = Callable[[str], None]


def silent(_: str) -> None:
    """Tell nobody."""


def read(
    source: str | Path,
    *,
    title: str = "",
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Article:
    """The article of a file, or of standard input for "-".

    Without `title` the file tells it, or the first line when that looks like a headline. Raises
    InputError, one line that says what to do, for everything that can't be read as one article in
    English.
    """
    given = Description(title, published)
    return one(islice(read_all([source], given, stdin=stdin), 2), _name(source))


def one(found: Iterable[Article | Failure], name: str) -> Article:
    """The only article found. Raises InputError for a failure, and where there are several."""
    both = list(found)
    if len(both) > 1:
        msg = f"{name} holds several articles; give one, or use quizgen generate"
        raise InputError(msg)
    if isinstance(both[0], Failure):
        raise InputError(both[0].error)
    return both[0]


def read_all(
    sources: Iterable[str | Path],
    given: Description = UNKNOWN,
    *,
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
    follow: bool = True,
    tell: Tell = silent,
) -> Iterator[Article | Failure]:
    """The articles of files and addresses in order, and a failure for what gives none.

    Of folders and globs, their files are read (`folders`). A feed, book or archive gives several.
    What is `given` of the articles wins. Without `fetch` web addresses are refused; with it, and
    `follow`, the pages of a feed's entries that have only a summary are read, up to
    `MOST_FOLLOWED`. `tell` is told in a line what dated an article and what was taken out of it,
    should there be anything.
    """
    with ReaderProcess() as process, ReaderProcess() as pages:
        for each in each_file(sources):
            name = _name(each)
            try:
                if URL.match(name):
                    found = _of_address(name, fetch, process)
                else:
                    found = _found(each, name, stdin, process)
                if fetch is not None and follow:
                    found = _followed(found, fetch, pages)
                yield from _cleaned(found, name, given, tell)
            except InputError as error:
                yield Failure(name, str(error))


def read_data(data: bytes, name: str, *, tell: Tell = silent) -> Iterator[Article | Failure]:
    """The articles of a file's bytes, as of one that was uploaded; `tell` as in `read_all`."""
    with ReaderProcess() as process:
        yield from entries_of(data, name, process, tell=tell)


def entries_of(
    data: bytes, name: str, process: ReaderProcess, *, tell: Tell = silent
) -> Iterator[Article | Failure]:
    """The same, read by this process."""
    try:
        yield from _cleaned(_of_bytes(data, name, process), name, UNKNOWN, tell)
    except InputError as error:
        yield Failure(name, str(error))


def _name(source: str | Path) -> str:
    return INPUT if source == "-" else str(source)


def _file(name: str) -> str:
    """The name of the file that a source is, or the host of an address; "" for the input."""
    if URL.match(name):
        return (urlsplit(name).hostname or "").removeprefix("www.")
    return "" if name == INPUT else Path(name).name


def _found(
    source: str | Path, name: str, stdin: BinaryIO | None, process: ReaderProcess
) -> Iterator[Found]:
    """What a source holds. Raises InputError for what is no file that can be read."""
    if source == "-":
        return _of_bytes(_read_input(stdin), name, process)
    return found_in(Path(source), process)


def _of_address(url: str, fetch: Fetch | None, process: ReaderProcess) -> Iterator[Found]:
    """What an address holds; an article that does not name its own has the one it came from."""
    if fetch is None:
        msg = f"{url} is a web address; add --allow-network, or save the page to a file"
        raise InputError(msg)
    got = fetch(url)
    for found in _of_bytes(_in_unicode(got), got.url, process):
        if isinstance(found, Failure) or found.url:
            yield found
        else:
            yield replace(found, url=got.url)


def _in_unicode(got: Fetched) -> bytes:
    """The bytes, in UTF-8 where the server alone names their encoding."""
    kind = kind_of(got.data[:HEAD], got.url)
    named = kind is Kind.PAGE and declared_charset(got.data)
    return got.data if named or kind not in IN_CHARSETS else as_utf8(got.data, got.charset)


def _followed(found: Iterator[Found], fetch: Fetch, process: ReaderProcess) -> Iterator[Found]:
    """What was found, the pages read of entries that have only a summary."""
    followed = 0
    for each in found:
        if isinstance(each, Reading) or each.entry is None or followed == MOST_FOLLOWED:
            yield each
            continue
        followed += 1
        yield _of_entry(each, each.entry, fetch, process)


def _of_entry(failure: Failure, entry: Reading, fetch: Fetch, process: ReaderProcess) -> Found:
    """The article of an entry's page; the entry tells what the page does not."""
    try:
        found = next(_of_address(entry.url, fetch, process))
    except InputError as error:
        return Failure(failure.id, str(error), failure.source)
    if isinstance(found, Failure):
        return Failure(failure.id, found.error, failure.source)
    dated = found if found.published else entry
    return replace(
        found,
        title=found.title or entry.title,
        published=dated.published,
        dated_by=dated.dated_by,
        source=found.source or entry.source,
        byline=found.byline or entry.byline,
        licence=found.licence or entry.licence,
        place=entry.place,
    )


def _of_bytes(data: bytes, name: str, process: ReaderProcess) -> Iterator[Found]:
    """What bytes hold; only plain text is read by this process itself."""
    if kind_of(data[:HEAD], name) is Kind.TEXT:
        return readings(BytesIO(data), name)
    require_size(len(data), name)
    return process.read(data, name)


def found_in(path: Path, process: ReaderProcess) -> Iterator[Found]:
    """What a file holds, before it is cleaned; `article_of` makes articles of it, in any process.

    Raises InputError, one line that says what to do, where nothing can be read.
    """
    name = str(path)
    try:
        if path.is_dir():
            msg = f"{path} is a folder without articles; put some there ({', '.join(ENDINGS)})"
            raise InputError(msg)
        with path.open("rb") as file:
            if not path.is_file():  # a pipe, which is read but once
                return _of_bytes(file.read(MAX_DOCUMENT + 1), name, process)
            if kind_of(file.read(HEAD), name) is not Kind.TEXT:
                return process.read(path, name)
            file.seek(0)
            return _of_bytes(file.read(MAX_TEXT + 1), name, process)
    except FileNotFoundError:
        msg = f"there is no file {path}; check the name"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        msg = f"{path} can't be read ({reason}); check the file and its permissions"
    raise InputError(msg)


def _read_input(stdin: BinaryIO | None) -> bytes:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        msg = "standard input is closed; give a file"
        raise InputError(msg)
    return stream.read(MAX_DOCUMENT + 1)


def _cleaned(
    found: Iterator[Found], name: str, given: Description, tell: Tell
) -> Iterator[Article | Failure]:
    """The articles of what was found, the failures as they are."""
    for each in found:
        if isinstance(each, Failure):
            yield each if each.id.startswith(name) else replace(each, source=name)
            continue
        place = f"{name}, {each.place}" if each.place else name
        own = "" if each.place else given.title
        try:
            made = received(
                given.of(each), place, title=own, published=given.published, source=_file(name)
            )
            if made.told:
                tell(made.told)
            yield made.article
        except InputError as error:
            yield Failure(place, str(error))


def article_of(found: Found, name: str) -> Article | Failure:
    """The article of what was found in the file of a name, or why it is none, by its id if any."""
    made = next(_cleaned(iter([found]), name, UNKNOWN, silent))
    if isinstance(made, Failure) and isinstance(found, Reading) and found.given_id:
        return replace(made, id=found.given_id)
    return made
