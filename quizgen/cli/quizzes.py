"""Commands on a quiz file: export."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options, output
from quizgen.errors import InputError
from quizgen.exports import FORMATS
from quizgen.exports.print_settings import PrintSettings

if TYPE_CHECKING:
    from quizgen.quiz import Quiz

PACKAGE = b"PK"  # how a zip file begins
MAX_BYTES = 200_000_000  # a quiz with hundreds of articles is under 10 MB


def export(
    quiz: options.QuizFile,
    *,
    out: options.Output = "",
    form: options.FormatName = "",
    everything: Annotated[
        str, typer.Option("--all", metavar="DIR", help="Write every format into this folder.")
    ] = "",
    revision: Annotated[
        int, typer.Option(min=0, help="Raise it for each corrected deck: Anki then updates cards.")
    ] = 0,
    article: options.WithArticle = False,
    numbered: options.Numbered = False,
    large: options.Large = False,
    versions: options.Versions = 1,
    part: options.PrintedPart = "all",
    paper: options.PaperSize = "a4",
    with_text: options.WithText = False,
    since: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="For Anki: the deck handed out last, or each quiz file handed out, oldest first. "
            "Cards are then updated without counting, and questions that are gone withdrawn.",
        ),
    ] = None,
) -> int:
    """Write a quiz in another format.

    By the ending of -o, or by --format where several formats share one. What a format can't carry
    is told on standard error, question by question; the exit code is 1 only if no file was written.
    """
    if everything and (out or form):
        msg = "give either --all DIR, or -o and --format"
        raise InputError(msg)
    name = "quiz" if quiz == output.SCREEN else Path(quiz).stem
    settings = PrintSettings(article, numbered, large, versions, part, paper, with_text)
    earlier = _handed_out(since or [])
    write = partial(
        output.write_quiz, name=name, revision=revision, settings=settings, since=earlier
    )
    if everything:
        made = read_quiz(quiz)
        return write(made, output.folder(everything), "", kinds=FORMATS)
    output.check(out, form)
    return write(read_quiz(quiz), out, form)


def _handed_out(sources: Iterable[str]) -> bytes:
    """The Anki package that the files handed out, one after the other, come to."""
    from quizgen.exports import anki
    from quizgen.exports.anki_earlier import earlier_of

    package = b""
    for source in sources:
        content = _read(source)
        if content.startswith(PACKAGE):
            earlier_of(content)
            package = content
        else:
            package = anki.package_of([_quiz(content, source)], package)
    return package


def read_quiz(source: str) -> "Quiz":
    """The quiz in a file, or on standard input for "-"."""
    return _quiz(_read(source), source)


def _quiz(content: bytes, source: str) -> "Quiz":
    from quizgen.contract import from_json

    try:
        return from_json(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        msg = f"{source} is not UTF-8; give a quiz file that quizgen wrote"
        raise InputError(msg) from None


def _read(source: str) -> bytes:
    try:
        return _content(source)
    except OSError as error:
        msg = f"{source} can't be read ({error.strerror}); give a quiz file"
        raise InputError(msg) from None


def _content(source: str) -> bytes:
    if source == output.SCREEN:
        return sys.stdin.buffer.read(MAX_BYTES)
    path = Path(source)
    if path.stat().st_size > MAX_BYTES:
        msg = f"{source} is too large for a quiz; give a quiz file that quizgen wrote"
        raise InputError(msg)
    return path.read_bytes()
