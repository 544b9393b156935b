"""Extraction finds the article on pages of fifteen layouts; `docs/ingest.md` holds the figures."""

from pathlib import Path

import pytest
from extraction import ARTICLES, Figures, measured

PAGE = (Path(__file__).parents[1] / "docs" / "ingest.md").read_text("utf-8")
ENOUGH = 0.85  # F1 that no layout may fall below; stamps of live pages go when texts are cleaned


@pytest.fixture(scope="module")
def figures() -> list[Figures]:
    """Of fewer articles than the page tells of."""
    return list(measured(5))


def test_every_layout_gives_its_article(figures: list[Figures]) -> None:
    """Nearly whole, and with little else."""
    assert len(figures) == 15
    assert {each.layout: round(each.f1, 3) for each in figures if each.f1 < ENOUGH} == {}


def test_the_page_tells_of_every_layout(figures: list[Figures]) -> None:
    """In its table, over as many articles as the script takes."""
    assert f"over {ARTICLES} articles" in PAGE
    for each in figures:
        assert f"| {each.layout} |" in PAGE
