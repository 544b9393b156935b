"""Commands on the program itself: schema, benchmark."""

from enum import StrEnum
from typing import Annotated

import typer

from quizgen.cli import options, output


class SchemaName(StrEnum):
    """The documents that have a schema."""

    quiz = "quiz"
    analysis = "analysis"


def schema(
    name: Annotated[SchemaName, typer.Argument(help="Which document.")] = SchemaName.quiz,
) -> None:
    """Print the JSON Schema of a document."""
    from importlib.resources import files

    shipped = files("quizgen.data").joinpath(f"{name.value}.schema.json")
    output.show(shipped.read_bytes())


def benchmark(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Text files or folders; default the own sample."),
    ] = None,
    *,
    model: options.Model = options.DEFAULT_MODEL,
    words: Annotated[int, typer.Option(min=1, help="Repeat the articles up to so many.")] = 20_000,
) -> None:
    """Measure speed on this machine.

    Words per second of the bare pipeline, of analyse and of generate, memory, start-up time.
    """
    from quizgen.benchmark import corpus, measure

    for row in measure(corpus(sources or [], words), model):
        typer.echo(row)
