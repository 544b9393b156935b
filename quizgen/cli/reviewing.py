"""The command that makes one quiz of what past weeks' quizzes asked: review."""

from datetime import date
from typing import Annotated

import typer

from quizgen.cli import options, output, quizzes


def review(
    files: Annotated[
        list[str], typer.Argument(metavar="QUIZ.json...", help="The quizzes of past weeks.")
    ],
    *,
    count: options.Count = "15",
    day: Annotated[
        date | None,
        typer.Option(
            "--date",
            parser=options.day,
            metavar="YYYY-MM-DD",
            help="The day it is asked on; else that of the last article.",
        ),
    ] = None,
    title: Annotated[str, typer.Option(help="Title, if not the days of the news.")] = "",
    form: options.FormatName = "",
    out: options.Output = "",
    quiet: options.Quiet = False,
) -> int:
    """Make a quiz of what is worth asking again of past weeks.

    Stories that come back and main events first, from all weeks; not what later news has overtaken.
    Questions keep their ids, so results and Anki decks go on.
    """
    output.check(out, form)
    from quizgen.archive import review as reviews

    weeks = [quizzes.read_quiz(source) for source in files]
    made = reviews.review(weeks, count=options.number(count), day=day, title=title)
    if not quiet:
        held, left = reviews.sifted(reviews.in_order(weeks), day=day)
        of, chosen = len(held) + len(left), len(made.questions)
        typer.echo(
            f"quizgen: {chosen} of {of} questions; {len(left)} left out as overtaken or unclear",
            err=True,
        )
    return output.write_quiz(made, out, form, name="review")
