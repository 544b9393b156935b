"""Commands on quizzes, rules and the program itself."""

import json
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx2txt
import jsonschema
import pytest
from conftest import Command, question

from quizgen.contract import from_json, to_json
from quizgen.documents import schema_text
from quizgen.exports import FORMATS
from quizgen.quiz import Quiz


@pytest.fixture
def quiz_file(quiz: Quiz, tmp_path: Path) -> Path:
    """A quiz file."""
    path = tmp_path / "quiz.json"
    path.write_text(to_json(quiz), encoding="utf-8")
    return path


def test_export_writes_other_formats(quizgen: Command, quiz_file: Path, tmp_path: Path) -> None:
    """The same bytes for JSON; a deck by its revision."""
    for name in ("a.json", "a.md", "a.apkg"):
        assert quizgen("export", quiz_file, "-o", tmp_path / name, "--with-text").status == 0
    assert quizgen("export", quiz_file, "-o", tmp_path / "b.apkg", "--revision", 1).status == 0
    assert (tmp_path / "a.json").read_bytes() == quiz_file.read_bytes()
    assert (tmp_path / "a.apkg").read_bytes() != (tmp_path / "b.apkg").read_bytes()


def test_a_quiz_handed_out_holds_only_what_is_quoted(
    quizgen: Command, quiz_file: Path, tmp_path: Path
) -> None:
    """Unless the licence allows more; it stays a quiz that everything can be made of."""
    result = quizgen("export", quiz_file, "-o", tmp_path / "a.json")
    assert "only the quoted sentences of" in result.err
    assert "--with-text" in result.err
    made, given = (from_json(p.read_text("utf-8")) for p in (quiz_file, tmp_path / "a.json"))
    (article,) = given.articles
    assert article.excerpt
    assert len(article.text) < len(made.articles[0].text)
    assert [q.id for q in given.questions] == [q.id for q in made.questions]
    for each in (e for q in given.questions for e in (q.evidence, *q.further)):
        assert article.id == each.article
        assert article.text[each.start : each.end] == each.text
    again = quizgen("export", tmp_path / "a.json", "-o", tmp_path / "b.json")
    assert again.err == ""
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()


def test_a_shared_ending_means_its_first_format(
    quizgen: Command, quiz_file: Path, tmp_path: Path
) -> None:
    """Unless another is named."""
    for place in ("a.zip", "b.zip"):
        named = ["--format", "blackboard"] if place == "b.zip" else []
        assert quizgen("export", quiz_file, "-o", tmp_path / place, *named).status == 0
    inside = [zipfile.ZipFile(tmp_path / name).namelist() for name in ("a.zip", "b.zip")]
    assert "quiz-1/quiz-1.xml" in inside[0]
    assert "qti21/item_00001.xml" in inside[1]


def test_all_formats_at_once(quizgen: Command, quiz_file: Path, tmp_path: Path) -> None:
    """What each can't carry is told in a line for each question."""
    result = quizgen("export", quiz_file, "--all", tmp_path / "all")
    assert result.status == 0
    found = {path.name for path in (tmp_path / "all").iterdir()}
    assert found == {form.file_name("quiz") for form in FORMATS}
    told = [line for line in result.err.splitlines() if line.startswith("quizgen: kahoot: ")]
    assert told[0].startswith("quizgen: kahoot: all questions: explanations")
    assert told[1].startswith("quizgen: kahoot: question 3 (Which body did Seoul refer")
    assert told[1].endswith("left out: Kahoot takes only questions to choose an answer from")
    assert result.err.count("\n") == len(result.err.splitlines())
    refused = quizgen("export", quiz_file, "--all", tmp_path, "-o", tmp_path / "a.md")
    assert (refused.status, refused.complaint) == (
        2, "quizgen: give either --all DIR, or -o and --format\n",
    )  # fmt: skip


def test_what_is_printed_is_chosen(quizgen: Command, quiz_file: Path, tmp_path: Path) -> None:
    """By flags that other formats leave aside; a value that can't be printed is refused."""

    def told(*flags: object) -> str:
        assert quizgen("export", quiz_file, "-o", tmp_path / "a.docx", *flags).status == 0
        return str(docx2txt.process(tmp_path / "a.docx"))

    assert "Answer key" in told()
    assert "Answer key" not in told("--part", "worksheet")
    assert "Version B" in told("--versions", 2)
    assert "30 per cent more" in told("--article", "--with-text", "--part", "worksheet")
    assert "(sentence 1)" in told("--numbered", "--large", "--paper", "letter")
    plain = [quizgen("export", quiz_file, "-o", "-", *flags).out for flags in ([], ["--large"])]
    assert plain[0] == plain[1]
    assert quizgen("export", quiz_file, "-o", tmp_path / "a.pdf", "--part", "x").status == 2


def test_a_format_that_carries_nothing_writes_nothing(
    quizgen: Command, quiz: Quiz, tmp_path: Path
) -> None:
    """1, where no other was asked for; what is told is bounded and steers no terminal."""
    asked = question("short_answer", stem="\x1b[31mred\nline")
    many = tuple(replace(asked, id=f"q-{number}") for number in range(50))
    (tmp_path / "typed.json").write_text(to_json(replace(quiz, questions=many)), "utf-8")
    result = quizgen("export", tmp_path / "typed.json", "-o", tmp_path / "a.xlsx")
    assert result.status == 1
    assert not (tmp_path / "a.xlsx").exists()
    assert len(result.err.splitlines()) == 22
    assert "and 31 more" in result.err
    assert "no question is left, so no file was written" in result.err
    assert "\x1b" not in result.err
    (tmp_path / "file").touch()
    assert quizgen("export", tmp_path / "typed.json", "--all", tmp_path / "file").status == 2
    assert quizgen("export", tmp_path / "typed.json", "--all", tmp_path / "all").status == 0
    assert not (tmp_path / "all" / "typed-kahoot.xlsx").exists()


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


@pytest.fixture
def rules_folder(tmp_path: Path) -> Path:
    """An empty folder for rules."""
    folder = tmp_path / "rules"
    folder.mkdir()
    return folder


def test_rules_are_listed_and_shown(quizgen: Command) -> None:
    """By name, each with what it asks; a rule's file as it is."""
    listed = quizgen("rules", "list").out.splitlines()
    assert len(listed) >= 20
    name = listed[0].split()[0]
    assert f'"{name}"' in quizgen("rules", "show", name).out


def test_rules_test_tells_problems(quizgen: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """1 with a line for each."""
    monkeypatch.setattr("quizgen.rules.harness.check_rules", lambda *_, **__: ["to: no question"])
    result = quizgen("rules", "test")
    assert result.status == 1
    assert result.out.startswith("to: no question\n")
    assert result.out.endswith(" rules, 1 problems\n")


@pytest.mark.usefixtures("faked")
def test_rules_of_ones_own_are_tested_live(
    quizgen: Command, rules_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are no recordings of them."""
    pipelines: list[object] = []

    def check(*_: Any, pipeline: object) -> list[str]:
        pipelines.append(pipeline)
        return []

    monkeypatch.setattr("quizgen.rules.harness.check_rules", check)
    assert quizgen("rules", "test", "--rules", rules_folder).status == 0
    assert quizgen("rules", "test").status == 0
    assert [pipeline is None for pipeline in pipelines] == [False, True]


@pytest.mark.usefixtures("faked")
def test_rules_are_recorded_and_documented(
    quizgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both by the library."""
    recorded: list[tuple[Any, ...]] = []
    monkeypatch.setattr("quizgen.rules.recording.record", lambda *given: recorded.append(given))
    monkeypatch.setattr("quizgen.rules.catalogue.page", lambda _: "# Rules\n")
    assert quizgen("rules", "record").status == 0
    assert quizgen("rules", "docs", "-o", tmp_path / "rules.md").status == 0
    assert len(recorded) == 1
    assert (tmp_path / "rules.md").read_text("utf-8") == "# Rules\n"


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
