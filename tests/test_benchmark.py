"""The benchmark prints its figures from one run, on the corpus it is given."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import FakePipeline

from quizgen import benchmark
from quizgen.benchmark import Took
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
    """The benchmark on a fake pipeline, starting no process."""
    monkeypatch.setattr(benchmark, "_took", lambda command, _="": Took(1.0 + ("1" in command), 1.5))
    monkeypatch.setattr(benchmark, "load", lambda _: Timed())
    monkeypatch.setattr(benchmark, "as_dict", lambda _: {})
    monkeypatch.setattr(benchmark, "make", lambda *_, **__: None)


@pytest.mark.usefixtures("quick")
def test_all_figures_come_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    """Speeds with their ratios, how time grows, memory, start-up time, and workers."""
    assert run(["benchmark", "--words", "100"]) == 0
    rows = capsys.readouterr().out.splitlines()
    starts = "bare nlp.pipe|analyse|generate|by articles|by words|by length of one article"
    starts += "|peak memory|quizgen --help|first quiz|two workers"
    found = zip(rows[1:], starts.split("|"), strict=True)
    assert all(row.startswith(start) for row, start in found)
    assert [" x bare" in row for row in rows[2:4]] == [True, True]
    assert ["R²" in row for row in rows[4:7]] == [True, True, True]
    assert "1.00 x import typer" in rows[-3]
    assert "1.00 x load and parse" in rows[-2]
    assert "2.00 x one (2.0 s, 1.0 s; user CPU 1.5 s, 1.5 s)" in rows[-1]


def test_a_line_is_fitted_with_what_it_leaves() -> None:
    """A straight line fits wholly, a bent one does not; equal sizes go through the origin."""
    straight = benchmark.fit([1, 2, 3], [3.0, 5.0, 7.0])
    assert (straight.each, straight.more) == pytest.approx((2.0, 1.0))
    assert (straight.r2, straight.residual) == pytest.approx((1.0, 0.0))
    bent = benchmark.fit([1, 2, 3], [1.0, 4.0, 9.0])
    assert bent.r2 < 0.99
    assert bent.residual == pytest.approx(2 / 3 / 9)
    assert benchmark.fit([2, 2], [1.0, 3.0]).each == pytest.approx(1.0)


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
