"""Readers: which one reads each kind of file; all of them may be run in a process of their own."""

import plistlib
from collections.abc import Callable, Iterator
from itertools import chain
from typing import IO

from quizgen.errors import InputError
from quizgen.ingest.kinds import HEAD, Kind, kind_of
from quizgen.ingest.limits import MAX_DOCUMENT, MAX_TEXT, require_size
from quizgen.ingest.reading import Found, Reading


def readings(file: IO[bytes], name: str) -> Iterator[Found]:
    """What a file holds, told by its content. Raises InputError, one line that says what to do."""
    kind = kind_of(_head(file), name)
    if kind is Kind.PACKED:
        yield from _packed(file, name)
    elif kind in STREAMS:
        yield from STREAMS[kind](file, name)
    else:
        data = file.read(MAX_DOCUMENT + 1)
        require_size(len(data), name)
        yield from WHOLE[kind](data, name)


def _head(file: IO[bytes]) -> bytes:
    head = file.read(HEAD)
    file.seek(0)
    return head


def _packed(file: IO[bytes], name: str) -> Iterator[Found]:
    """What a packed file holds, unless that is packed again."""
    from quizgen.ingest.archives import unpacked

    head = unpacked(file, name).read(HEAD)
    kind = kind_of(head, name)
    file.seek(0)
    inner = unpacked(file, name)
    if kind is Kind.XML and b"<mediawiki" in head:
        from quizgen.ingest.dumps import read_dump

        yield from read_dump(inner, name)
    elif kind is Kind.RECORDS:
        from quizgen.ingest.lines import read_rows, rows_of

        yield from read_rows(rows_of(inner))
    else:
        msg = f"{name} is a packed file; unpack it and give what is in it"
        raise InputError(msg)


def _text(data: bytes, name: str) -> Iterator[Found]:
    from quizgen.ingest.cleaning import too_long
    from quizgen.ingest.decoding import decode

    if len(data) > MAX_TEXT:
        raise InputError(too_long(name))
    yield Reading(decode(data, name))


def _markdown(data: bytes, name: str) -> Iterator[Found]:
    from quizgen.ingest.cleaning import too_long
    from quizgen.ingest.markdown import read_markdown

    if len(data) > MAX_TEXT:
        raise InputError(too_long(name))
    yield read_markdown(data, name)


def _page(data: bytes, name: str) -> Iterator[Found]:
    from quizgen.ingest.pages import read_page

    yield read_page(data, name)


def _web_archive(data: bytes, name: str) -> Iterator[Found]:
    """The page that Safari saved with all its parts in a property list."""
    from quizgen.ingest.pages import read_page

    try:
        page = plistlib.loads(data)["WebMainResource"]
        html, url = page["WebResourceData"], str(page.get("WebResourceURL", ""))
    except (plistlib.InvalidFileException, ValueError, LookupError, TypeError, AttributeError):
        html, url = b"", ""
    if not isinstance(html, bytes) or not html:
        msg = f"{name} is a property list, not an article; give a page or its text"
        raise InputError(msg)
    yield read_page(html, name, url=url)


def _pdf(data: bytes, name: str) -> Iterator[Found]:
    from quizgen.ingest.pdf import read_pdf

    yield read_pdf(data, name)


def _package(data: bytes, name: str) -> Iterator[Found]:
    from quizgen.ingest.packages import read_package

    return read_package(data, name)


def _mail(data: bytes, name: str) -> Iterator[Found]:
    from quizgen.ingest.mail import read_mail

    yield read_mail(data, name)


def _xml(file: IO[bytes], name: str) -> Iterator[Found]:
    """The pages of a dump, else the entries of a feed."""
    if b"<mediawiki" in _head(file):
        from quizgen.ingest.dumps import read_dump

        yield from read_dump(file, name)
    else:
        from quizgen.ingest.feeds import read_feed

        data = file.read(MAX_DOCUMENT + 1)
        require_size(len(data), name)
        yield from read_feed(data, name)


def _records(file: IO[bytes], name: str) -> Iterator[Found]:
    from quizgen.ingest.archives import read_json

    return read_json(file, name)


def _parquet(file: IO[bytes], name: str) -> Iterator[Found]:
    from quizgen.ingest.archives import read_parquet

    return read_parquet(file, name)


WHOLE: dict[Kind, Callable[[bytes, str], Iterator[Found]]] = {
    Kind.TEXT: _text,
    Kind.MARKDOWN: _markdown,
    Kind.PAGE: _page,
    Kind.WEB_ARCHIVE: _web_archive,
    Kind.PDF: _pdf,
    Kind.PACKAGE: _package,
    Kind.MAIL: _mail,
}
"""Readers of kinds that are read whole."""
STREAMS: dict[Kind, Callable[[IO[bytes], str], Iterator[Found]]] = {
    Kind.XML: _xml,
    Kind.RECORDS: _records,
    Kind.PARQUET: _parquet,
}
"""Readers of kinds that hold many articles and are never held whole."""


def some(found: Iterator[Found], name: str) -> Iterator[Found]:
    """The same. Raises InputError when there is nothing at all."""
    first = next(found, None)
    if first is None:
        msg = f"{name} holds no article; give one with some text"
        raise InputError(msg)
    yield from chain([first], found)
