"""The benchmark prints its figures from one run, on the corpus it is given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import FakePipeline

from quizgen import benchmark
from quizgen.cli import run


@dataclass(frozen=True)
class FakeLanguage:
    """A spaCy pipeline that gives back what it gets."""

    def pipe(self, texts: Iterable[str], **_: Any) -> Iterator[str]:
        """The texts."""
        yield from texts


@dataclass(frozen=True)
class Timed(FakePipeline):
    """The fake pipeline with its spaCy part."""

    nlp: FakeLanguage = field(default_factory=FakeLanguage)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The benchmark on a fake pipeline, starting processes once only."""
    monkeypatch.setattr(benchmark, "STARTS", 1)
    monkeypatch.setattr(benchmark, "load", lambda _: Timed())
    monkeypatch.setattr(benchmark, "as_dict", lambda _: {})
    monkeypatch.setattr(benchmark, "make", lambda *_, **__: None)


@pytest.mark.usefixtures("quick")
def test_all_figures_come_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    """Speeds with their ratios, memory, and start-up time."""
    assert run(["benchmark", "--words", "100"]) == 0
    rows = capsys.readouterr().out.splitlines()
    starts = ["bare nlp.pipe", "analyse", "generate", "peak memory", "quizgen --help"]
    assert [row[: len(start)] for row, start in zip(rows[1:], starts, strict=True)] == starts
    assert [" x bare" in row for row in rows[2:4]] == [True, True]
    assert " x import typer" in rows[-1]


def test_the_corpus_is_repeated_to_size(tmp_path: Path) -> None:
    """Files and folders of text; each copy is an article of its own."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(
            f"The words of {name} are ten in all, you see.", encoding="utf-8"
        )
    articles = benchmark.corpus([str(tmp_path)], 40)
    assert len(articles) == 4
    assert len({article.id for article in articles}) == 4
    assert len(benchmark.corpus([str(tmp_path / "a.txt")], 1)) == 1
    assert benchmark.corpus([], 1)[0].title.startswith("Japan tells")
