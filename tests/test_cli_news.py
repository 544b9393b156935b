"""The command that keeps names of other news, and quizzes made with them."""

import json
from pathlib import Path

import pytest
from conftest import NEWS, Command


@pytest.fixture
def collected(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles whose names were collected, by a stand-in."""
    from quizgen.news import NewsArticle, NewsNames

    seen: list[str] = []

    def collect(analyses: list[object]) -> NewsNames:
        articles = [analysis.article for analysis in analyses]  # type: ignore[attr-defined]
        seen.extend(article.id for article in articles)
        return NewsNames(tuple(NewsArticle(a.id, a.published, ()) for a in articles))

    monkeypatch.setattr("quizgen.news.collect", collect)
    return seen


@pytest.mark.usefixtures("faked")
def test_news_are_kept_and_used(
    quizgen: Command, article: Path, tmp_path: Path, collected: list[str]
) -> None:
    """From a folder, from lines and from files; once kept, they are not read again.

    What can't be read is told, and never stops the others.
    """
    lines = tmp_path / "other.jsonl"
    lines.write_text(json.dumps({"id": "x", "text": NEWS}) + "\nbroken\n", encoding="utf-8")
    kept = tmp_path / "news.json"
    result = quizgen("news", tmp_path, lines, article, "-o", kept)
    assert (result.status, result.err.count("not a line of JSON")) == (0, 2)
    assert len(collected) == 4
    assert [a["id"] for a in json.loads(kept.read_text("utf-8"))["articles"]] == collected
    assert quizgen("generate", article, "--news", kept).status == 0
    assert len(collected) == 4
    assert quizgen("generate", "--jsonl", lines, "--news", tmp_path, "-o", "-").status == 1
    assert len(collected) == 6


@pytest.mark.usefixtures("faked", "collected")
def test_what_is_no_news_is_refused(quizgen: Command, article: Path, tmp_path: Path) -> None:
    """Before any article is read."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    for path in ("empty", "bad.json", "missing.json", "missing.jsonl"):
        result = quizgen("generate", article, "--news", tmp_path / path)
        assert result.status == 2
        assert result.complaint
