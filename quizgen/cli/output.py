"""Output of the command line: results to a file or the screen, progress to a terminal."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quizgen.cli.telling import tell
from quizgen.errors import ExportError
from quizgen.exports import BASIC, by_ending, losses, named, render

if TYPE_CHECKING:
    from quizgen.exports import Format
    from quizgen.exports.print_settings import PrintSettings
    from quizgen.quiz import Quiz

SCREEN = "-"
MOST_TOLD = 20  # lines on what one format can't carry
NOTHING = 1  # the exit code where no file could be written

T = TypeVar("T")


def write(content: bytes, output: str) -> None:
    """Write to the file named, or to standard output for "" and "-"."""
    if output in {"", SCREEN}:
        show(content)
    else:
        _write_file(Path(output), content)


def show(content: bytes) -> None:
    """Write to standard output; a reader that stops early (`| head`) is no error."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        # what is left in the buffers would fail again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            msg = f"standard output can't be written ({error.strerror}); name a file with -o"
            raise ExportError(msg) from None


def check(output: str, wanted: str) -> None:
    """Raise ExportError, before any work, for a place or format that a quiz can't be written to."""
    if wanted:
        named(wanted)
    if output in {"", SCREEN}:
        _require_text(wanted)
        return
    check_place(output)
    if not (wanted or _is_folder(output)):
        by_ending(Path(output))


def folder(name: str) -> str:
    """The folder of this name, made where it is missing, as a place to write to."""
    try:
        Path(name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"the folder {name} can't be made ({error.strerror}); name another one"
        raise ExportError(msg) from None
    return f"{name.rstrip('/')}/"


def check_place(output: str) -> None:
    """Raise ExportError, before any work, when the folder to write to is missing."""
    folder = Path(output) if _is_folder(output) else Path(output).parent
    if not folder.is_dir():
        msg = f"the folder {folder} is missing; make it first"
        raise ExportError(msg)


def write_quiz(
    quiz: "Quiz",
    output: str,
    wanted: str,
    *,
    name: str,
    revision: int = 0,
    kinds: "tuple[Format, ...]" = BASIC,
    settings: "PrintSettings | None" = None,
    since: bytes = b"",
) -> int:
    """Write the quiz to a file, the screen, or as `name` in each of the `kinds` into a folder.

    What a format can't carry is told on standard error, and a format that carries none of the
    questions is not written. The exit code, 1 where nothing was written.
    """
    paths = _paths(output, kinds if not wanted else (named(wanted),), name)
    carried = [(path, kind) for path, kind in paths if _tell(quiz, kind, settings)]
    contents = [
        (path, render(quiz, kind.name, revision=revision, since=since, settings=settings))
        for path, kind in carried
    ]
    for path, content in contents:
        if path is None:
            show(content)
        else:
            _write_file(path, content)
    return 0 if contents else NOTHING


def _tell(quiz: "Quiz", kind: "Format", settings: "PrintSettings | None") -> bool:
    """Tell what the format can't carry of the quiz, and whether it carries anything."""
    from quizgen.exports.carrying import nothing_left, told

    lost = losses(quiz, kind.name, settings=settings)
    lines = told(quiz, lost[:MOST_TOLD])
    if len(lost) > MOST_TOLD:
        lines.append(f"and {len(lost) - MOST_TOLD} more")
    empty = nothing_left(quiz, lost)
    for line in [*lines, *(["no question is left, so no file was written"] if empty else [])]:
        tell(f"{kind.name}: {line}")
    return not empty


def _write_file(path: Path, content: bytes) -> None:
    from quizgen.exports.files import write_atomically

    write_atomically(path, content)


def _paths(
    output: str, kinds: "tuple[Format, ...]", name: str
) -> "list[tuple[Path | None, Format]]":
    """The files to write and their formats; None stands for the screen."""
    if output in {"", SCREEN}:
        return [(None, kinds[0])]
    if _is_folder(output):
        return [(Path(output) / kind.file_name(name), kind) for kind in kinds]
    return [(Path(output), kinds[0] if len(kinds) == 1 else by_ending(Path(output)))]


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def _require_text(wanted: str) -> None:
    if wanted and named(wanted).binary and sys.stdout.isatty():
        msg = f"a file of the format {named(wanted).name} is no text for a screen; name one with -o"
        raise ExportError(msg)


def track(items: Iterable[T], label: str, *, total: int | None, quiet: bool) -> Iterator[T]:
    """The items, with a progress bar on standard error if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track as bar

    console = Console(stderr=True)
    yield from bar(items, label, total=total, console=console, transient=True)
