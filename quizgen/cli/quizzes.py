"""Commands on a quiz file: export."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options, output
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.quiz import Quiz

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
) -> int:
    """Write a quiz in another format.

    By the ending of -o, or by --format where several formats share one. What a format can't carry
    is told on standard error, question by question; the exit code is 1 only if no file was written.
    """
    if everything and (out or form):
        msg = "give either --all DIR, or -o and --format"
        raise InputError(msg)
    place = str(Path(everything) / "_")[:-1] if everything else out
    output.check(place, form)
    name = "quiz" if quiz == output.SCREEN else Path(quiz).stem
    return output.write_quiz(
        read_quiz(quiz), place, form, name=name, revision=revision, every=bool(everything)
    )


def read_quiz(source: str) -> "Quiz":
    """The quiz in a file, or on standard input for "-"."""
    from quizgen.contract import from_json

    try:
        return from_json(_content(source).decode("utf-8-sig"))
    except OSError as error:
        msg = f"{source} can't be read ({error.strerror}); give a quiz file"
    except UnicodeDecodeError:
        msg = f"{source} is not UTF-8; give a quiz file that quizgen wrote"
    raise InputError(msg)


def _content(source: str) -> bytes:
    if source == output.SCREEN:
        return sys.stdin.buffer.read(MAX_BYTES)
    path = Path(source)
    if path.stat().st_size > MAX_BYTES:
        msg = f"{source} is too large for a quiz; give a quiz file that quizgen wrote"
        raise InputError(msg)
    return path.read_bytes()
