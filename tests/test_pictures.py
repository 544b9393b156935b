"""The docs show the app, a section for each page; every picture is kept, small and made anew."""

import re
from pathlib import Path

import pictures
from browsing import PLACES

from quizgen.app.places import STUDENT, TEACHER

OTHERS = {"first-start", "sign-in"}  # pictured on the way through the app
WIDTH = re.compile(r"(-dark)?-(390|1280)\.png$")


def test_every_picture_is_kept_and_small() -> None:
    """No other is, and all together take less than 4 MB."""
    kept = {path.name: path.stat().st_size for path in (pictures.DOCS / "pictures").iterdir()}
    assert set(kept) == pictures.shown()
    assert sum(kept.values()) < 4_000_000


def test_every_page_is_told_of() -> None:
    """By a section that names it, and with pictures that the browser tests make."""
    text = (pictures.DOCS / "app.md").read_text("utf-8")
    sections = text.lower().split("\n## ")[1:]
    for place in (TEACHER | STUDENT).values():
        assert any(section.startswith(place.title.lower()) for section in sections), place.title
    assert {WIDTH.sub("", name) for name in pictures.shown("app.md")} <= OTHERS | set(PLACES)


def test_a_picture_that_is_not_made_is_missed(tmp_path: Path) -> None:
    """The check of CI can fail."""
    assert pictures.main("--check", str(tmp_path)) == 1
    for name in pictures.shown():
        (tmp_path / name).touch()
    assert pictures.main("--check", str(tmp_path)) == 0
