"""`quizgen lint`: findings are told to people and machines, mended, and the checks listed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ARTICLE, WTO, Command, evidence

from quizgen.contract import from_json, to_json
from quizgen.lint import catalogue
from quizgen.quiz import Quiz

FLAWED = replace(
    WTO,
    id="q-flawed",
    stem="how many cars did Seoul sell",
    answer="12 million",
    options=("12 million", "9 million", "30 million", "9 million"),
    evidence=evidence(ARTICLE, "It sold 12 million cars, 30 per cent more than in 2018."),
)


@pytest.fixture
def flawed_file(quiz: Quiz, tmp_path: Path) -> Path:
    """A quiz file of which one question can be mended and the other is sound."""
    path = tmp_path / "quiz.json"
    path.write_text(to_json(replace(quiz, questions=(WTO, FLAWED))), encoding="utf-8")
    return path


def test_findings_are_told_by_question(quizgen: Command, flawed_file: Path) -> None:
    """1 for errors, a line each, the counts and the reading level at the end."""
    result = quizgen("lint", flawed_file)
    assert result.status == 1
    assert 'q-flawed: error: duplicate_options: the option "9 million"' in result.out
    assert "2 errors, 2 warnings, 0 infos\n" in result.out
    assert "\nreading level (US school grades): articles, grade" in result.out
    assert "infos" not in quizgen("lint", flawed_file, "--quiet").out


def test_the_level_says_what_is_told(quizgen: Command, flawed_file: Path) -> None:
    """Errors alone, or choices too."""
    assert "warning:" not in quizgen("lint", flawed_file, "--level", "error").out
    text = flawed_file.read_text("utf-8").replace("Which body did", "Then, which ____ did", 1)
    flawed_file.write_text(text, "utf-8")
    assert "info:" not in quizgen("lint", flawed_file).out
    assert "info: fill_in_blank" in quizgen("lint", flawed_file, "--level", "info").out


def test_machines_get_json(quizgen: Command, flawed_file: Path, tmp_path: Path) -> None:
    """On the screen or in a file."""
    told = json.loads(quizgen("lint", flawed_file, "--format", "json").out)
    assert told["errors"] == 2
    assert told["findings"][0].keys() == {"question", "check", "severity", "reason"}
    assert quizgen("lint", flawed_file, "--format", "json", "-o", tmp_path / "a.json").out == ""
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == told


def test_fix_mends_the_file_itself(quizgen: Command, flawed_file: Path) -> None:
    """Ids and keys stay; what was done is told."""
    result = quizgen("lint", flawed_file, "--fix")
    assert result.status == 0
    assert "q-flawed: mended: unsorted_numbers: the options are in order\n" in result.out
    mended = from_json(flawed_file.read_text("utf-8")).questions
    assert mended[0] == WTO
    assert mended[1] == replace(
        FLAWED,
        stem="How many cars did Seoul sell?",
        options=("9 million", "12 million", "30 million"),
    )
    before = flawed_file.stat().st_mtime_ns
    assert "mended" not in quizgen("lint", flawed_file, "--fix").out
    assert flawed_file.stat().st_mtime_ns == before


def test_fix_writes_elsewhere_when_told_to(
    quizgen: Command, flawed_file: Path, tmp_path: Path
) -> None:
    """The file itself stays as it was; on the screen the quiz stands alone."""
    before = flawed_file.read_bytes()
    assert quizgen("lint", flawed_file, "--fix", "-o", tmp_path / "b.json").status == 0
    result = quizgen("lint", flawed_file, "--fix", "-o", "-")
    assert result.out == (tmp_path / "b.json").read_text("utf-8")
    assert "mended" in result.err
    assert flawed_file.read_bytes() == before


def test_what_is_at_fault_otherwise_stays_an_error(quizgen: Command, flawed_file: Path) -> None:
    """A machine can't find another right answer."""
    text = flawed_file.read_text("utf-8").replace('"answer": "12 million"', '"answer": "none"')
    flawed_file.write_text(text, "utf-8")
    result = quizgen("lint", flawed_file, "--fix")
    assert result.status == 1
    assert "error: key_not_among_options" in result.out


def test_the_checks_are_listed(quizgen: Command, tmp_path: Path) -> None:
    """As text, for machines, and as the page in docs."""
    listed = quizgen("lint", "--list").out
    known = json.loads(quizgen("lint", "--list", "--format", "json").out)
    assert all(f"  {record['check']} " in listed for record in known)
    quizgen("lint", "--list", "--format", "markdown", "-o", tmp_path / "lint.md")
    assert (tmp_path / "lint.md").read_text("utf-8") == catalogue.page()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "either a quiz file or --list"),
        (["--list", "--fix"], "--fix needs a quiz file"),
        (["{file}", "--list"], "either a quiz file or --list"),
        (["{file}", "--format", "markdown"], "is for --list"),
        (["{file}", "--level", "grave"], "--level"),
    ],
)
def test_senseless_options_are_refused(
    quizgen: Command, flawed_file: Path, arguments: list[str], words: str
) -> None:
    """In one line."""
    result = quizgen("lint", *(each.format(file=flawed_file) for each in arguments))
    assert result.status == 2
    assert words in result.complaint
