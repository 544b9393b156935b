"""The catalogue: what each check is for, in words and by examples, from one data file.

The examples are the tests of the checks and their manual page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizgen.article import Article
from quizgen.data import settings
from quizgen.lint.checks import ITEM_CHECKS, OPTION_CHECKS, QUIZ_CHECKS
from quizgen.lint.finding import Severity
from quizgen.lint.fixes import FIXES, QUIZ_FIXES
from quizgen.question import Evidence, Question
from quizgen.quiz import Quiz

SCOPES = {"The question": ITEM_CHECKS, "The options": OPTION_CHECKS, "The quiz": QUIZ_CHECKS}
HEAD = """# Checks of `quizgen lint`

Made from `quizgen/data/lint_checks.toml` by
`quizgen lint --list --format markdown -o docs/lint.md`; edit that file, not this page. The examples
below are also the tests.

An **error** makes a question unfit as it stands, a **warning** lets students guess or misread it,
an **info** is a choice that a teacher should know of. `quizgen lint quiz.json --fix` mends what is
marked as mendable and never changes what is asked or right. M stands for the criteria of Moore,
Nguyen, Chen and Stamper (EC-TEL 2023), H for the guidelines of Haladyna, Downing and Rodriguez
(Applied Measurement in Education 15, 2002).
"""
TEXT = "Maria Santos spoke in Lima. Kenya bought ten ferries. Toyota built a plant in Peru. "


@dataclass(frozen=True, slots=True)
class Entry:
    """A check in the catalogue, with examples of quizzes: flawed ones, and sound ones like them."""

    check: str
    scope: str
    severity: Severity
    about: str
    why: str
    source: str
    fix: str
    flawed: tuple[Quiz, ...]
    sound: tuple[Quiz, ...]


def entries() -> tuple[Entry, ...]:
    """All checks, by scope, in the order in which they run."""
    told = settings("lint_checks.toml")
    return tuple(
        _entry(run.__name__, scope, told[run.__name__])
        for scope, checks in SCOPES.items()
        for run in checks
    )


def _entry(check: str, scope: str, told: Mapping[str, Any]) -> Entry:
    mends = {run.__name__: words for run, (_, words) in FIXES.items()} | QUIZ_FIXES
    return Entry(
        check,
        scope,
        told["severity"],
        told["about"],
        told["why"],
        told.get("source", ""),
        mends.get(check, ""),
        tuple(_quiz(example, told) for example in told["flawed"]),
        tuple(_quiz(example, told) for example in told["sound"]),
    )


def _quiz(example: Any, told: Mapping[str, Any]) -> Quiz:  # noqa: ANN401 - as TOML has it
    """An example as a quiz: one question, or several of which each adds to the first's fields."""
    records = example if isinstance(example, list) else [example]
    article = Article(text=TEXT * told.get("length", 1), given_id="a-1")
    asked = [_question(place, record, article) for place, record in enumerate(records, 1)]
    return Quiz("quiz-1", "Example", (article,), tuple(asked))


def _question(place: int, record: Mapping[str, Any], article: Article) -> Question:
    fields = dict(record)
    start = fields.pop("at", 0)
    told = fields.pop("sentence", article.text[start : start + 5])
    options = fields.pop("options", None)
    kind = fields.pop("type", "multiple_choice" if options else "short_answer")
    evidence = Evidence(article.id, start, start + len(told), told)
    known = {
        "stem": "Who spoke in Lima?", "answer": "Maria Santos", "context": "", "answer_kind": "",
        "explanation": "", "rule": "example", "accepted": (),
    }  # fmt: skip
    given = {name: _frozen(value) for name, value in fields.items()}
    asked: dict[str, Any] = known | given
    shown = tuple(options) if options else None
    return Question(id=f"q-{place}", type=kind, options=shown, evidence=evidence, **asked)


def _frozen(value: Any) -> Any:  # noqa: ANN401 - as TOML has it
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def listing() -> str:
    """The checks as plain text: id, severity, what is wrong."""
    known = entries()
    width = max(len(entry.check) for entry in known)
    rows = []
    for scope in SCOPES:
        rows += [scope, ""]
        rows += [_row(entry, width) for entry in known if entry.scope == scope]
        rows.append("")
    return "\n".join(rows)


def _row(entry: Entry, width: int) -> str:
    mendable = " Mendable." if entry.fix else ""
    return f"  {entry.check:<{width}}  {entry.severity:<7}  {entry.about} {entry.why}{mendable}"


def as_records() -> list[dict[str, str]]:
    """The checks for machines."""
    names = ("check", "scope", "severity", "about", "why", "source", "fix")
    return [{name: getattr(entry, name) for name in names} for entry in entries()]


def page() -> str:
    """The catalogue as Markdown."""
    known = entries()
    parts = [HEAD]
    for scope in SCOPES:
        parts.append(f"## {scope}\n")
        parts += [_section(entry) for entry in known if entry.scope == scope]
    return "\n".join(parts)


def _section(entry: Entry) -> str:
    source = f" ({entry.source})" if entry.source else ""
    mendable = [f"Mendable: {entry.fix}.", ""] if entry.fix else []
    lines = [
        f"### {entry.check}",
        "",
        f"*{entry.severity}*{source}. {entry.about} {entry.why}",
        "",
        *mendable,
        *(f"- ✗ {_shown(quiz)}" for quiz in entry.flawed),
        *(f"- ✓ {_shown(quiz)}" for quiz in entry.sound),
        "",
    ]
    return "\n".join(lines)


def _shown(quiz: Quiz) -> str:
    asked = [_in_a_line(question) for question in quiz.questions]
    return " ".join(f"{n}. {text}" for n, text in enumerate(asked, 1)) if asked[1:] else asked[0]


def _in_a_line(question: Question) -> str:
    above = f"*{question.context}* " if question.context else ""
    marked = [f"**{o}**" if o == question.answer else o for o in question.options or ()]
    answers = " / ".join(marked) or f"**{question.answer or '(nothing)'}**"
    pairs = "; ".join(" – ".join(pair) for pair in question.pairs)
    parts = pairs or "; ".join(question.items) or answers
    also = f" (also right: {', '.join(question.accepted)})" if question.accepted else ""
    asked = question.stem.strip() or "(nothing)"
    return f"{above}{asked} → {parts}{also}".replace("_", r"\_")
