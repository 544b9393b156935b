"""The command line keeps its contract: help, exit codes, one line for every error, light start."""

import io
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import Command

from quizgen.cli.output import track

COMMANDS = (
    "generate",
    "week",
    "review",
    "batch",
    "analyse",
    "explain",
    "news",
    "lint",
    "export",
    "schema",
    "backup",
    "restore",
    "app",
    "passcode",
    "demo",
    "benchmark",
    "rules",
)
RULES = ("list", "show", "test", "record", "docs")


@pytest.mark.parametrize("path", [[c] for c in COMMANDS] + [["rules", c] for c in RULES] + [[]])
def test_help_shows_an_example(quizgen: Command, path: list[str]) -> None:
    """Every command says how it is called."""
    result = quizgen(*path, "--help")
    assert result.status == 0
    assert f"Example: quizgen {' '.join(path)}".strip() in " ".join(result.out.split())


def test_every_command_is_in_the_readme(quizgen: Command) -> None:
    """What is not documented does not exist."""
    readme = Path(__file__).parents[1].joinpath("README.md").read_text("utf-8")
    listed = quizgen("--help").out.partition("Commands:")[2]
    commands = re.findall(r"^  ([a-z]+) ", listed, re.MULTILINE)
    assert set(commands) == set(COMMANDS)
    for command in commands:
        assert f"quizgen {command}" in readme


def test_version(quizgen: Command) -> None:
    """Name and version."""
    assert quizgen("--version").out == "quizgen 0.1.0\n"


@pytest.mark.usefixtures("faked")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate"], "give either"),
        (["generate", "{article}", "--jsonl", "x"], "give either"),
        (["generate", "-", "-"], "only once"),
        (["generate", "{tmp}/none.txt"], "there is no file"),
        (["generate", "{tmp}/*.pdf"], "there is no file"),
        (["generate", "https://news.example/a"], "web address"),
        (["generate", "{article}", "--count", "0"], "--count"),
        (["generate", "{article}", "--count", "²"], "--count"),
        (["generate", "{article}", "--types", "essay"], "'essay' is unknown"),
        (["generate", "{article}", "--date", "13.7.2019"], "--date"),
        (["generate", "{article}", "--seed", "x"], "--seed"),
        (["generate", "{article}", "--reading-level", "9-6"], "--reading-level"),
        (["generate", "{article}", "--reading-level", "6"], "two grades of 1 to 16"),
        (["generate", "{article}", "--format", "pptx"], "is unknown"),
        (["generate", "{article}", "-o", "{tmp}/a.pptx"], "names no format"),
        (["generate", "{article}", "-o", "{tmp}/none/a.json"], "is missing"),
        (["generate", "{article}", "-o", "{tmp}/none/"], "is missing"),
        (["generate", "--jsonl", "{tmp}/none.jsonl"], "can't be read"),
        (["generate", "--no-such-option"], "--no-such-option"),
        (["no-such-command"], "no-such-command"),
        (["explain", ""], "is empty"),
        (["lint", "{tmp}/none.json"], "can't be read"),
        (["lint", "{tmp}"], "can't be read"),
        (["lint", "{article}"], "not JSON"),
        (["export", "{article}", "-o", "{tmp}/a.md"], "not JSON"),
        (["schema", "other"], "other"),
        (["rules", "show", "none"], "no rule 'none'"),
    ],
)
def test_bad_usage_is_2_and_one_line(
    quizgen: Command, article: Path, tmp_path: Path, arguments: list[str], words: str
) -> None:
    """Which says what is wrong; nothing is written."""
    given = [each.format(article=article, tmp=tmp_path) for each in arguments]
    result = quizgen(*given)
    assert result.status == 2
    assert words in result.complaint
    assert result.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["curbs.txt"]


@pytest.mark.usefixtures("faked")
def test_a_fault_is_one_line_too(
    quizgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And shows where it is when asked."""
    (tmp_path / "a.txt").write_text("This is the text with a fault in it.", "utf-8")
    result = quizgen("generate", tmp_path / "a.txt")
    assert result.status == 1
    assert "KeyError" in result.complaint
    monkeypatch.setenv("QUIZGEN_TRACEBACK", "1")
    with pytest.raises(KeyError):
        quizgen("generate", tmp_path / "a.txt")


@pytest.mark.usefixtures("faked")
def test_an_interruption_is_130(
    quizgen: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C leaves nothing."""

    def stop(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizgen.quiz.make", stop)
    assert quizgen("generate", article).status == 130


def test_progress_shows_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """The items are the same either way."""

    class Terminal(io.StringIO):
        """A standard error that is a terminal."""

        def isatty(self) -> bool:
            """Whether it is one."""
            return True

    for quiet in (False, True):
        terminal = Terminal()
        monkeypatch.setattr("sys.stderr", terminal)
        assert list(track([1, 2], "Reading", total=2, quiet=quiet)) == [1, 2]
        assert ("Reading" in terminal.getvalue()) is not quiet


def python(code: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """A fresh Python that runs this code."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=False, capture_output=True, text=True, **options)


HEAVY = ("spacy", "streamlit", "pydantic", "rich", "genanki", "numpy", "charset_normalizer")


@pytest.mark.parametrize(
    "code",
    ["import quizgen", "from quizgen.cli import run; run(['--help'])", "import quizgen.contract"],
)
def test_start_up_is_light(code: str) -> None:
    """Neither the package nor --help imports what is slow to import."""
    heavy = HEAVY if "contract" not in code else ("spacy", "streamlit", "rich", "genanki", "numpy")
    done = python(f"import sys; {code}; print([m for m in {heavy!r} if m in sys.modules])")
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_closed_pipe_is_no_error() -> None:
    """`quizgen schema | head -1` ends without a word."""
    code = "import sys; from quizgen.cli import run; sys.exit(run(['schema', 'quiz']))"
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-c", code]
    with os.fdopen(write_end, "wb") as pipe:
        done = subprocess.run(command, check=False, stdout=pipe, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_full_screen_is_an_error() -> None:
    """What can't be printed is said once."""
    command = [sys.executable, "-c", "from quizgen.cli import main; main()", "schema"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("quizgen: standard output can't be written (No space")
    assert done.stderr.count("\n") == 1


def test_a_signal_while_starting_is_130() -> None:
    """Ctrl-C before any command ran is no traceback either."""
    code = (
        "import os, signal, sys; from quizgen import cli\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # shells ignore it for jobs
        "cli.making.options.settings = lambda *_, **__: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.exit(cli.run(['generate', 'x']))"
    )
    done = python(code)
    assert done.returncode == 128 + signal.SIGINT
    assert "Traceback" not in done.stderr
