"""Sources: a path, "-" or a url as given by a user, read into an article or refused in one line."""

import re
import sys
from datetime import date
from pathlib import Path
from typing import BinaryIO

from quizgen.article import MAX_CHARACTERS, Article
from quizgen.errors import InputError
from quizgen.ingest.decoding import decode
from quizgen.ingest.language import require_english

MAX_BYTES = 4 * MAX_CHARACTERS + 4  # no encoding takes more for the longest text, with its mark
LONGEST_TITLE = 150  # characters; headlines rarely pass 120
SENTENCE_END = re.compile(r"(?<!\.)\.[\"'”’)]*$|[,;:]$")  # "..." may end a headline, "." may not
URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read(
    source: str | Path,
    *,
    title: str = "",
    published: date | None = None,
    stdin: BinaryIO | None = None,
) -> Article:
    """The article of a text file, or of standard input for "-".

    Without `title` the first line is the title when it looks like a headline. Raises InputError,
    one line that says what to do, for everything that can't be read as English text.
    """
    name = "standard input" if source == "-" else str(source)
    if URL.match(name):
        msg = f"{name} is a web address; save the page's text to a file and give that"
        raise InputError(msg)
    data = _read_input(stdin) if source == "-" else _read_file(Path(source))
    text = article_text(data, name)
    return Article(
        text=text,
        title=title or headline(text),
        published=published,
        source="" if source == "-" else Path(source).name,
    )


def article_text(data: bytes, name: str) -> str:
    """The text of an article's bytes with Unix line ends; raises InputError for unusable ones."""
    if len(data) > MAX_BYTES:
        raise InputError(_too_long(name))
    text = re.sub(r"\r\n?", "\n", decode(data, name))
    require_usable(text, name)
    return text


def require_usable(text: str, name: str) -> None:
    """Raise InputError for a text that is empty, too long, or not English."""
    if not text.strip():
        msg = f"{name} is empty; give an article with some text"
        raise InputError(msg)
    if len(text) > MAX_CHARACTERS:
        raise InputError(_too_long(name))
    require_english(text, name)


def headline(text: str) -> str:
    """The first line when it looks like a headline with an article below it, else ""."""
    first, _, rest = text.lstrip("\n").partition("\n")
    line = first.strip()
    fits = 0 < len(line) <= LONGEST_TITLE and not SENTENCE_END.search(line)
    followed = re.match(r"[^\S\n]*\n", rest) and rest.strip()
    return line if fits and followed else ""


def _read_input(stdin: BinaryIO | None) -> bytes:
    stream = stdin or getattr(sys.stdin, "buffer", None)
    if stream is None:
        msg = "standard input is closed; give a file"
        raise InputError(msg)
    return stream.read(MAX_BYTES + 1)


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            msg = f"{path} is a folder; give the files in it, for example {path}/*.txt"
            raise InputError(msg)
        if path.stat().st_size > MAX_BYTES:
            raise InputError(_too_long(str(path)))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        msg = f"there is no file {path}; check the name"
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        msg = f"{path} can't be read ({reason}); check the file and its permissions"
    raise InputError(msg)


def _too_long(name: str) -> str:
    return (
        f"{name} is too long for one article (over {MAX_CHARACTERS:,} characters); "
        "split it, or use --jsonl for many articles"
    )
