"""The catalogue's examples: each check finds its flawed ones and leaves the sound ones alone."""

from pathlib import Path

import pytest

from quizgen.lint import catalogue, findings
from quizgen.quiz import Quiz

ENTRIES = {entry.check: entry for entry in catalogue.entries()}
FLAWED = [(name, quiz) for name, entry in ENTRIES.items() for quiz in entry.flawed]
SOUND = [(name, quiz) for name, entry in ENTRIES.items() for quiz in entry.sound]
JARGON = {"stem", "distractor", "distractors", "key", "slug", "cloze", "token"}


def of_check(name: str, quiz: Quiz) -> list[str]:
    """The reasons that a check gives on a quiz."""
    return [found.reason for found in findings(quiz) if found.check == name]


@pytest.mark.parametrize(("name", "quiz"), FLAWED)
def test_a_flawed_example_is_found(name: str, quiz: Quiz) -> None:
    """With a reason in a teacher's words."""
    reasons = of_check(name, quiz)
    assert reasons
    assert not JARGON & set(reasons[0].lower().split())


@pytest.mark.parametrize(("name", "quiz"), SOUND)
def test_a_sound_example_is_left_alone(name: str, quiz: Quiz) -> None:
    """However much it looks like a flawed one."""
    assert of_check(name, quiz) == []


def test_every_check_is_explained_and_has_both_kinds_of_examples() -> None:
    """And nothing is explained that does not exist."""
    from quizgen.data import settings

    assert set(settings("lint_checks.toml")) == set(ENTRIES)
    for entry in ENTRIES.values():
        assert entry.about.endswith(".")
        assert entry.why.endswith(".")
        assert entry.flawed
        assert entry.sound


def test_the_page_in_docs_is_the_catalogue() -> None:
    """After a change: quizgen lint --list --format markdown -o docs/lint.md."""
    page = Path(__file__).parents[1] / "docs" / "lint.md"
    assert page.read_text("utf-8") == catalogue.page()
