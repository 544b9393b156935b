"""Commands on the library of the app: backup, restore."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from quizgen.library import Library

Url = Annotated[
    str,
    typer.Option(
        "--library",
        metavar="URL",
        envvar="QUIZGEN_DATABASE_URL",
        help="An SQLite file or the URL of a PostgreSQL database; default the user's data folder.",
        show_default=False,
    ),
]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A backup; .json for JSON.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Errors only.")]


def backup(file: File, *, url: Url = "", quiet: Quiet = False) -> None:
    """Write everything that the app keeps to one file.

    Students may go on answering meanwhile.
    """
    from quizgen.library import backup as backups

    with _opened(url) as library:
        backups.backup(library, file)
    if not quiet:
        typer.echo(f"{file} written", err=True)


def restore(
    file: File,
    *,
    url: Url = "",
    replace: Annotated[bool, typer.Option("--replace", help="Delete what is there.")] = False,
    merge: Annotated[
        bool, typer.Option("--merge", help="Keep what is there, add the rest.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Bring a backup back.

    A library that is not empty is left alone without --replace or --merge.
    """
    from quizgen.library import backup as backups

    if replace and merge:
        msg = "--replace and --merge exclude each other; choose one"
        raise typer.BadParameter(msg)
    with _opened(url) as library:
        number = backups.restore(library, file, replace=replace, merge=merge)
    if not quiet:
        typer.echo(f"{number} rows brought back", err=True)


def _opened(url: str) -> "closing[Library]":
    from quizgen.library import Library

    return closing(Library.open(url))
