"""The command line keeps its contract: output, exit codes, one line for every error."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from quizgen.cli import run
from quizgen.cli.output import track
from quizgen.contract import from_json, to_json
from quizgen.documents import schema_text
from quizgen.quiz import Quiz

NEWS = "Seoul hits back\n\nSeoul has referred the curbs to the body that made the rules.\n"


@dataclass(frozen=True)
class Result:
    """What a command left."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on standard error."""
        assert self.err.startswith("quizgen: ")
        assert self.err.count("\n") == 1
        assert "Traceback" not in self.err
        return self.err


Command = Callable[..., Result]


@pytest.fixture
def quizgen(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Run a command within this process."""

    def command(*arguments: object) -> Result:
        status = run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Result(status, out.decode(), err.decode())

    return command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article file."""
    path = tmp_path / "curbs.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture
def quiz_file(quiz: Quiz, tmp_path: Path) -> Path:
    """A quiz file."""
    path = tmp_path / "quiz.json"
    path.write_text(to_json(quiz), encoding="utf-8")
    return path


COMMANDS = (
    "generate",
    "analyse",
    "explain",
    "lint",
    "export",
    "schema",
    "app",
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
    commands = [
        row.split()[0] for row in listed.splitlines() if row[:3].strip() and row[2:3] != " "
    ]
    assert set(COMMANDS) <= set(commands)
    for command in commands[: len(COMMANDS)]:
        assert f"quizgen {command}" in readme


def test_version(quizgen: Command) -> None:
    """Name and version."""
    assert quizgen("--version").out == "quizgen 0.1.0\n"


@pytest.mark.usefixtures("faked")
def test_generate_prints_a_quiz(quizgen: Command, article: Path) -> None:
    """JSON by default, and nothing else."""
    result = quizgen("generate", article)
    assert (result.status, result.err) == (0, "")
    assert from_json(result.out).articles[0].text == NEWS


@pytest.mark.usefixtures("faked")
def test_several_articles_give_one_quiz(quizgen: Command, article: Path, tmp_path: Path) -> None:
    """With all the articles in it."""
    other = tmp_path / "other.txt"
    other.write_text("Tokyo has agreed to the talks with its neighbour.", encoding="utf-8")
    made = from_json(quizgen("generate", article, other, "--title", "Both", "-o", "-").out)
    assert (made.title, len(made.articles)) == ("Both", 2)


@pytest.mark.usefixtures("faked")
def test_a_folder_gets_all_formats(quizgen: Command, article: Path, tmp_path: Path) -> None:
    """Named after the article, or only the one asked for."""
    (tmp_path / "decks").mkdir()
    assert quizgen("generate", article, "-o", tmp_path / "decks").status == 0
    assert (
        quizgen(
            "generate", article, article, "--format", "markdown", "-o", f"{tmp_path}/decks/"
        ).status
        == 0
    )
    names = sorted(path.name for path in (tmp_path / "decks").iterdir())
    assert names == ["curbs.apkg", "curbs.json", "curbs.md", "quiz.md"]


@pytest.mark.usefixtures("faked")
def test_the_ending_decides(quizgen: Command, article: Path, tmp_path: Path) -> None:
    """Unless a format is named."""
    quizgen("generate", article, "-o", tmp_path / "a.md")
    quizgen("generate", article, "-o", tmp_path / "b.txt", "--format", "markdown")
    assert (tmp_path / "a.md").read_text("utf-8") == (tmp_path / "b.txt").read_text("utf-8")


@pytest.mark.usefixtures("faked")
def test_standard_input(quizgen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dash is the input, for articles and for quizzes."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(NEWS.encode())))
    made = quizgen("generate", "-").out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(made.encode())))
    assert quizgen("export", "-", "--format", "markdown").out.startswith("# Quiz\n")


@pytest.mark.usefixtures("faked")
def test_an_article_without_a_sound_question_is_1(quizgen: Command, tmp_path: Path) -> None:
    """And leaves no file."""
    (tmp_path / "a.txt").write_text("There is nothing to ask about in this text.", "utf-8")
    result = quizgen("generate", tmp_path / "a.txt", "-o", tmp_path / "a.json")
    assert result.status == 1
    assert "no sound question" in result.complaint
    assert not (tmp_path / "a.json").exists()


@pytest.mark.usefixtures("faked")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["generate"], "give either"),
        (["generate", "{article}", "--jsonl", "x"], "give either"),
        (["generate", "-", "-"], "only once"),
        (["generate", "{tmp}/none.txt"], "there is no file"),
        (["generate", "{tmp}"], "is a folder"),
        (["generate", "https://news.example/a"], "web address"),
        (["generate", "{article}", "--count", "0"], "--count"),
        (["generate", "{article}", "--count", "²"], "--count"),
        (["generate", "{article}", "--types", "essay"], "'essay' is unknown"),
        (["generate", "{article}", "--date", "13.7.2019"], "--date"),
        (["generate", "{article}", "--seed", "x"], "--seed"),
        (["generate", "{article}", "--format", "docx"], "is unknown"),
        (["generate", "{article}", "-o", "{tmp}/a.docx"], "names no format"),
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


@pytest.mark.usefixtures("faked")
def test_jsonl_keeps_order_and_tells_failures(quizgen: Command, tmp_path: Path) -> None:
    """One result a line; a line that fails costs only itself."""
    records = [
        {"id": "a", "text": NEWS},
        {"id": "b", "text": ""},
        {"id": "c", "text": "There is a fault in the text."},
        {"id": "d", "text": "There is nothing in the text."},
    ]
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in records) + "oops\n", "utf-8")
    result = quizgen("generate", "--jsonl", source, "-o", out)
    assert result.status == 1
    assert "3 of the lines failed" in result.complaint
    rows = [json.loads(row) for row in out.read_text("utf-8").splitlines()]
    assert [row.get("error", "")[:7] for row in rows] == ["", "the tex", "a fault", "", "not a l"]
    assert [row["id"] for row in rows] == ["quiz-1", "b", "c", "quiz-1", "line 5"]
    assert rows[0]["articles"][0] | {"text": NEWS, "id": "a"} == rows[0]["articles"][0]


@pytest.mark.usefixtures("faked")
def test_jsonl_leaves_nothing_when_stopped(
    quizgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The output appears whole or not at all."""
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"text": NEWS}), "utf-8")

    def stop(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("quizgen.quiz.make", stop)
    assert quizgen("generate", "--jsonl", source, "-o", tmp_path / "out.jsonl").status == 130
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_lint_tells_findings(quizgen: Command, quiz_file: Path) -> None:
    """1 when there is an error, 0 when there are warnings only."""
    assert quizgen("lint", quiz_file).status == 1  # two questions of the quiz have one stem
    text = quiz_file.read_text("utf-8").replace("Which body did", "Which body did not", 1)
    quiz_file.write_text(text, "utf-8")
    result = quizgen("lint", quiz_file)
    assert result.status == 0
    assert "q-wto: warning: negative_stem" in result.out
    assert "0 errors, 1 warnings" in result.out
    assert "warnings" not in quizgen("lint", quiz_file, "--quiet").out


def test_export_writes_other_formats(quizgen: Command, quiz_file: Path, tmp_path: Path) -> None:
    """The same bytes for JSON; a deck by its revision."""
    for name in ("a.json", "a.md", "a.apkg"):
        assert quizgen("export", quiz_file, "-o", tmp_path / name).status == 0
    assert quizgen("export", quiz_file, "-o", tmp_path / "b.apkg", "--revision", 1).status == 0
    assert (tmp_path / "a.json").read_bytes() == quiz_file.read_bytes()
    assert (tmp_path / "a.apkg").read_bytes() != (tmp_path / "b.apkg").read_bytes()


def test_a_newer_quiz_is_refused(quizgen: Command, quiz_file: Path) -> None:
    """With the advice to update."""
    quiz_file.write_text(quiz_file.read_text("utf-8").replace("quiz/1", "quiz/9"), "utf-8")
    result = quizgen("export", quiz_file, "-o", quiz_file.with_suffix(".md"))
    assert result.status == 2
    assert "update quizgen" in result.complaint


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b""])
def test_a_quiz_that_is_no_text_is_refused(
    quizgen: Command, quiz_file: Path, content: bytes
) -> None:
    """In one line."""
    quiz_file.write_bytes(content)
    assert quizgen("lint", quiz_file).complaint


@pytest.mark.parametrize("name", ["quiz", "analysis"])
def test_schema_prints_the_shipped_schema(quizgen: Command, name: str) -> None:
    """Which is a valid JSON Schema."""
    out = quizgen("schema", name).out
    assert out == schema_text(name)
    jsonschema.Draft202012Validator.check_schema(json.loads(out))


def test_app_is_reachable_from_this_machine_only(
    quizgen: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is bound to the machine's own address."""
    called: list[list[str]] = []

    def fake(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        called.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("subprocess.run", fake)
    assert quizgen("app", "--port", "8600").status == 0
    text = " ".join(called[0])
    assert "--server.address 127.0.0.1 --server.port 8600" in text
    assert Path(called[0][4]).is_file()


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


def test_a_signal_while_starting_is_130() -> None:
    """Ctrl-C before any command ran is no traceback either."""
    code = (
        "import os, signal, sys; from quizgen import cli\n"
        "cli.making.options.settings = lambda *_: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.exit(cli.run(['generate', 'x']))"
    )
    done = python(code)
    assert done.returncode == 128 + signal.SIGINT
    assert "Traceback" not in done.stderr
