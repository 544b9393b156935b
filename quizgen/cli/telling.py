"""Telling: the lines that the command line says on standard error."""

import typer

from quizgen.errors import printable


def tell(text: str) -> None:
    """Tell the user in one line; the names and titles in it are others' words."""
    typer.echo(f"quizgen: {' '.join(printable(text).split())}", err=True)
