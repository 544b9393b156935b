"""The command line: reads arguments, calls the library, prints. The only place that exits.

Exit codes: 0 done, 1 no sound question or part of a batch failed, 2 bad usage or input, 130
interrupted. Every error is one line on standard error. Commands import what they need when they
run, so that `quizgen --help` stays fast.
"""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from quizgen import __version__
from quizgen.cli import (
    archiving,
    demo,
    library,
    linting,
    making,
    program,
    quizzes,
    reading_news,
    reviewing,
    rules,
    serving,
    weekly,
)
from quizgen.cli.telling import tell
from quizgen.errors import QuizgenError
from quizgen.sweeping import rarely_swept

BAD_INPUT = 2
INTERRUPTED = 130

app = typer.Typer(
    name="quizgen",
    no_args_is_help=True,
    rich_markup_mode=None,  # rich would double the time of --help
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quizgen {__version__}")
        raise typer.Exit


@app.callback(epilog="Example: quizgen generate article.txt -o quiz.apkg")
def options(
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """Questions on the news, each traceable to its sentence. Nothing leaves your machine."""


for command, example in (
    (making.generate, "quizgen generate article.txt --count 12 -o quiz.apkg"),
    (weekly.week, "quizgen week news/ --week 2019-07-13 -o quiz.md"),
    (reviewing.review, "quizgen review week-1.json week-2.json -o review.apkg"),
    (archiving.batch, "quizgen batch archive/ -o quizzes/ --workers 2"),
    (making.analyse, "quizgen analyse article.txt -o analysis.json"),
    (making.explain, 'quizgen explain "Seoul has called the export curbs retaliatory."'),
    (reading_news.news, "quizgen news this-week/ -o news.sqlite3"),
    (linting.lint, "quizgen lint quiz.json --fix"),
    (quizzes.export, "quizgen export quiz.json -o kahoot.xlsx"),
    (program.schema, "quizgen schema quiz > quiz.schema.json"),
    (serving.start_app, "quizgen app --port 8600"),
    (serving.passcode, "quizgen passcode"),
    (demo.demo, "quizgen demo"),
    (library.backup, "quizgen backup library.sqlite3"),
    (library.restore, "quizgen restore library.sqlite3 --replace"),
    (program.benchmark, "quizgen benchmark seeds/"),
):
    name = "app" if command is serving.start_app else command.__name__
    app.command(name, epilog=f"Example: {example}")(command)
app.add_typer(rules.app, name="rules")


def main() -> None:
    """Run the command line and leave with its exit code."""
    rarely_swept()
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit code of the command line with these arguments; errors are one line."""
    try:
        status = app(arguments, prog_name="quizgen", standalone_mode=False)
    except TyperException as error:
        return _complain(error.format_message(), BAD_INPUT)
    except QuizgenError as error:
        return _complain(str(error), BAD_INPUT)
    except (KeyboardInterrupt, typer.Abort):
        return _complain("interrupted; nothing was written", INTERRUPTED)
    except Exception as error:
        if os.environ.get("QUIZGEN_TRACEBACK"):
            raise
        what = f"{type(error).__name__}: {error}"
        return _complain(f"a fault in quizgen ({what}); QUIZGEN_TRACEBACK=1 shows where", 1)
    return int(status or 0)


def _complain(message: str, status: int) -> int:
    if message.strip():
        tell(message)
    return status
