"""The library's manners: it never prints, never reads the clock, never uses global randomness."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import quizgen

ROOT = Path(quizgen.__file__).parent
OUTSIDE = ("cli/", "app/", "benchmark.py")  # these talk to people and may look at the clock
MODULES = sorted(
    path for path in ROOT.rglob("*.py") if not path.relative_to(ROOT).as_posix().startswith(OUTSIDE)
)
CLOCK = {"now", "utcnow", "today", "time", "monotonic", "perf_counter", "localtime", "gmtime"}
CLOCK_OWNERS = {"datetime", "date", "time", "dt"}


def offences(source: str) -> Iterator[str]:
    """What a module does that a library should not, as source text."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module in {"random", "time"}:
            yield ast.unparse(node)
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if isinstance(function, ast.Name) and function.id in {"print", "input", "breakpoint"}:
            yield ast.unparse(node)
        if isinstance(function, ast.Attribute) and _bad_call(function):
            yield ast.unparse(node)


def _bad_call(function: ast.Attribute) -> bool:
    owner = ast.unparse(function.value).rpartition(".")[2]
    if owner == "random":
        return function.attr != "Random"
    return owner in CLOCK_OWNERS and function.attr in CLOCK


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_keeps_its_manners(path: Path) -> None:
    """Clock and seed are passed in; words for people are returned."""
    assert list(offences(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "print('x')",
        "datetime.now()",
        "datetime.datetime.now(tz)",
        "date.today()",
        "time.time()",
        "random.choice(x)",
        "random.seed(1)",
        "from random import shuffle",
        "from time import monotonic",
        "def f():\n    return input()",
    ],
)
def test_bad_manners_are_seen(source: str) -> None:
    """The check itself can fail."""
    assert len(list(offences(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "random.Random(seed).shuffle(x)",
        "times.time(x)",
        "from datetime import date",
        "date(1, 2, 3)",
    ],
)
def test_good_manners_are_let_be(source: str) -> None:
    """A seeded generator and a given date are fine."""
    assert list(offences(source)) == []


def test_the_whole_library_is_looked_at() -> None:
    """All but the programs."""
    seen = {path.relative_to(ROOT).as_posix() for path in MODULES}
    wanted = {"quiz.py", "ranking/scoring.py", "rules/loading.py", "analysis/times/finding.py"}
    assert wanted <= seen
    assert len(seen) > 50
