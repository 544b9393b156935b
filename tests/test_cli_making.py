"""Commands that read articles: what they print and write, one by one and in lines."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import NEWS, Command

from quizgen.contract import from_json
from quizgen.exports import BASIC


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
    assert [each.title for each in made.articles] == ["Seoul hits back", ""]


@pytest.mark.usefixtures("faked")
def test_a_folder_gets_the_basic_formats(quizgen: Command, article: Path, tmp_path: Path) -> None:
    """Named after the article, or only the one asked for."""
    (tmp_path / "decks").mkdir()
    assert quizgen("generate", article, "-o", tmp_path / "decks").status == 0
    assert (
        quizgen(
            "generate", article, article, "--format", "markdown", "-o", f"{tmp_path}/decks/"
        ).status
        == 0
    )
    names = {path.name for path in (tmp_path / "decks").iterdir()}
    assert names == {"quiz.md", *(form.file_name("curbs") for form in BASIC)}


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
    assert [row["id"] for row in rows] == ["a", "b", "c", "d", "line 5"]
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

    monkeypatch.setattr("quizgen.quiz.candidates", stop)
    assert quizgen("generate", "--jsonl", source, "-o", tmp_path / "out.jsonl").status == 130
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


@pytest.mark.usefixtures("faked")
def test_analyse_prints_what_the_report_says(
    quizgen: Command, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For one article indented, for many one a line."""
    monkeypatch.setattr("quizgen.analysis.report.as_dict", lambda found: {"id": found.article.id})
    assert json.loads(quizgen("analyse", article).out)["id"].startswith("a-")
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}', "utf-8")
    assert quizgen("analyse", "--jsonl", source).out == '{"id": "a"}\n{"id": "b"}\n'
