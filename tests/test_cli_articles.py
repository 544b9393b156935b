"""Articles on the command line: what was taken out is told, copies are left aside, ids kept."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ARTICLE, NEWS, WTO, Command, evidence

from quizgen.cli import articles
from quizgen.contract import from_json, to_json
from quizgen.errors import InputError
from quizgen.quiz import Quiz

DIRTY = NEWS.replace("\n\n", "\n\nBy Maria Santos\n\nPublished 12 July 2019\n\n", 1)


@pytest.mark.usefixtures("faked")
def test_what_was_taken_out_is_told(quizgen: Command, tmp_path: Path) -> None:
    """On the error stream, in one line, unless silence is asked for."""
    file = tmp_path / "curbs.txt"
    file.write_text(DIRTY, encoding="utf-8")
    result = quizgen("generate", file)
    (article,) = from_json(result.out).articles
    assert article.text == NEWS
    assert (article.byline, str(article.published)) == ("Maria Santos", "2019-07-12")
    assert result.err == (
        f"quizgen: {file}: dated 2019-07-12 by the line 'Published 12 July 2019'; "
        "taken out or mended: byline, line with the date\n"
    )
    assert quizgen("generate", file, "--quiet").err == ""
    given = quizgen("generate", file, "--date", "2020-01-02")
    assert "dated" not in given.err
    assert str(from_json(given.out).articles[0].published) == "2020-01-02"


@pytest.mark.usefixtures("faked")
def test_what_the_user_says_of_an_article_stands(quizgen: Command, tmp_path: Path) -> None:
    """In the place of what its file tells."""
    file = tmp_path / "curbs.txt"
    file.write_text(DIRTY, encoding="utf-8")
    words = ["--source", "The Daily", "--byline", "Ana Lim", "--licence", "CC BY 4.0"]
    (article,) = from_json(quizgen("generate", file, "--title", "Curbs", *words).out).articles
    told = (article.title, article.source, article.byline, article.licence)
    assert told == ("Curbs", "The Daily", "Ana Lim", "CC BY 4.0")


@pytest.mark.usefixtures("faked")
def test_copies_of_a_story_are_told_and_left_out(quizgen: Command, tmp_path: Path) -> None:
    """Asked about is the fullest."""
    words = "Seoul has called the curbs on exports retaliatory and wants the world to know it all."
    lead = " ".join(f"{words} The maker number {n} said so." for n in range(9))
    (tmp_path / "post.txt").write_text(f"Curbs\n\n{lead}\n", encoding="utf-8")
    (tmp_path / "times.txt").write_text(f"Chips\n\n{lead} More.\n", encoding="utf-8")
    result = quizgen("generate", tmp_path / "post.txt", tmp_path / "times.txt")
    assert [a.title for a in from_json(result.out).articles] == ["Chips"]
    assert "“Curbs” (post.txt) tells the same story as “Chips” (times.txt)" in result.err


@pytest.mark.usefixtures("faked")
def test_a_new_version_keeps_the_ids_of_an_earlier_quiz(
    quizgen: Command, article: Path, tmp_path: Path
) -> None:
    """So that students' cards are updated and not doubled."""
    first = replace(from_json(quizgen("generate", article).out), id="quiz-0")
    earlier = tmp_path / "first.json"
    earlier.write_text(to_json(first), encoding="utf-8")
    assert from_json(quizgen("generate", article, "--earlier", earlier).out).id == "quiz-0"
    assert quizgen("generate", article, "--earlier", tmp_path / "none.json").status == 2


def test_a_quiz_takes_over_the_ids_of_facts_that_stand() -> None:
    """The others keep their own."""
    newer = replace(ARTICLE, text=f"Talks fail.\n\n{ARTICLE.text}", given_id="a-2")
    moved = replace(WTO, id="q-new", evidence=evidence(newer, WTO.evidence.text))
    other = replace(moved, id="q-other", rule="other")
    quiz = Quiz("quiz-2", "Curbs", (newer,), (moved, other))
    found = articles.with_earlier_ids(quiz, Quiz("quiz-1", "Curbs", (ARTICLE,), (WTO,)))
    assert (found.id, [q.id for q in found.questions]) == ("quiz-1", ["q-wto", "q-other"])


def test_web_addresses_need_leave(quizgen: Command) -> None:
    """And are checked before anything is sent."""
    result = quizgen("generate", "https://news.example/a")
    assert (result.status, "--allow-network" in result.err) == (2, True)
    refused = quizgen("analyse", "http://127.0.0.1:22/", "--allow-network")
    assert (refused.status, "only ports 443" in refused.err) == (2, True)
    assert articles.fetcher(allowed=False) is None
    fetch = articles.fetcher(allowed=True)
    assert fetch is not None
    with pytest.raises(InputError, match="this machine's own"):
        fetch("http://127.0.0.1/")


@pytest.mark.usefixtures("faked")
def test_lines_of_json_are_taken_exactly_as_given(quizgen: Command, tmp_path: Path) -> None:
    """Their offsets are the archive's own."""
    file = tmp_path / "in.jsonl"
    file.write_text(json.dumps({"id": "a", "text": DIRTY}) + "\n", encoding="utf-8")
    (line,) = quizgen("generate", "--jsonl", file).out.splitlines()
    assert json.loads(line)["articles"][0]["text"] == DIRTY
