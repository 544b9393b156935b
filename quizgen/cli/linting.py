"""The command that checks a quiz for flaws, mends what can be mended, and lists the checks."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizgen.cli import options, output
from quizgen.cli.quizzes import read_quiz
from quizgen.errors import InputError

if TYPE_CHECKING:
    from quizgen.lint import Finding, Fixed, Severity
    from quizgen.quiz import Quiz


class Form(StrEnum):
    """How findings, or the list of checks, are told."""

    text = "text"
    json = "json"
    markdown = "markdown"


class Level(StrEnum):
    """The least grave findings that are told."""

    error = "error"
    warning = "warning"
    info = "info"


def lint(
    quiz: Annotated[
        str, typer.Argument(metavar="[QUIZ.json]", help="A quiz; - for the input.")
    ] = "",
    *,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended, in the file itself or in -o.")
    ] = False,
    level: Annotated[Level, typer.Option(help="The least that is told.")] = Level.warning,
    form: Annotated[
        Form, typer.Option("--format", help="How it is told; markdown only with --list.")
    ] = Form.text,
    listing: Annotated[bool, typer.Option("--list", help="List the checks instead.")] = False,
    out: options.Output = "",
    quiet: options.Quiet = False,
) -> int:
    """Check a quiz for flaws in its questions.

    One line for each flaw: error, warning or info. --fix never changes what is asked or right; -o
    names the file for the mended quiz or, without --fix, for the report. The exit code is 1 if
    there is an error (left).
    """
    _require_sense(quiz, form, fix=fix, listing=listing)
    if listing:
        output.write(_checks(form).encode(), out)
        return 0
    found = read_quiz(quiz)
    mended, done = _mended(found) if fix else (found, ())
    report, errors = _report(mended, done, level, form, quiet=quiet)
    if fix:
        _write(mended, out or quiz, changed=bool(done) or bool(out))
    _tell(report, out, on_error=fix and (out or quiz) == output.SCREEN, fix=fix)
    return 1 if errors else 0


def _require_sense(quiz: str, form: Form, *, fix: bool, listing: bool) -> None:
    if listing == bool(quiz):
        msg = "give either a quiz file or --list; see quizgen lint --help"
    elif listing and fix:
        msg = "--fix needs a quiz file, not --list"
    elif form == Form.markdown and not listing:
        msg = "--format markdown is for --list; findings are told as text or json"
    else:
        return
    raise InputError(msg)


def _checks(form: Form) -> str:
    from quizgen.lint import catalogue

    if form == Form.markdown:
        return catalogue.page()
    if form == Form.json:
        return json.dumps(catalogue.as_records(), ensure_ascii=False, indent=2) + "\n"
    return catalogue.listing()


def _mended(quiz: "Quiz") -> tuple["Quiz", tuple["Fixed", ...]]:
    from quizgen.lint import fixed

    return fixed(quiz)


def _report(
    quiz: "Quiz", done: Sequence["Fixed"], level: Level, form: Form, *, quiet: bool
) -> tuple[str, int]:
    """What is told of the quiz, and how many errors it has."""
    from quizgen.lint import SEVERITIES, findings

    found = list(findings(quiz))
    counts = Counter(finding.severity for finding in found)
    shown = SEVERITIES[: SEVERITIES.index(level.value) + 1]
    told = [finding for finding in found if finding.severity in shown]
    tell = _as_json if form == Form.json else _as_text
    return tell(quiz, told, done, counts, quiet=quiet), counts["error"]


def _as_text(
    quiz: "Quiz",
    told: Sequence["Finding"],
    done: Sequence["Fixed"],
    counts: "Counter[Severity]",
    *,
    quiet: bool,
) -> str:
    mended = [f"{each.question or 'quiz'}: mended: {each.check}: {each.told}" for each in done]
    rows = [f"{f.question or 'quiz'}: {f.severity}: {f.check}: {f.reason}" for f in told]
    ending = [] if quiet else [_summary(counts), *_levels(quiz)]
    return "".join(f"{row}\n" for row in (*([] if quiet else mended), *rows, *ending))


def _summary(counts: "Counter[Severity]") -> str:
    return f"{counts['error']} errors, {counts['warning']} warnings, {counts['info']} infos"


def _levels(quiz: "Quiz") -> list[str]:
    from quizgen.reading_level import level_of_articles, level_of_questions

    known = (("articles", level_of_articles(quiz)), ("questions", level_of_questions(quiz)))
    told = "; ".join(f"{what}, {level}" for what, level in known if level)
    return [f"reading level (US school grades): {told}"] if told else []


def _as_json(
    quiz: "Quiz",
    told: Sequence["Finding"],
    done: Sequence["Fixed"],
    counts: "Counter[Severity]",
    *,
    quiet: bool,
) -> str:
    record = {
        "quiz": quiz.id,
        "findings": [asdict(finding) for finding in told],
        "mended": [asdict(each) for each in done],
        "errors": counts["error"],
        "warnings": counts["warning"],
        "infos": counts["info"],
    }
    return json.dumps(record, ensure_ascii=False, indent=None if quiet else 2) + "\n"


def _write(quiz: "Quiz", place: str, *, changed: bool) -> None:
    if changed or place == output.SCREEN:
        output.write_quiz(quiz, place, "json", name=Path(place).stem)


def _tell(report: str, out: str, *, on_error: bool, fix: bool) -> None:
    if on_error:
        sys.stderr.write(report)
    else:
        output.write(report.encode(), "" if fix else out)
