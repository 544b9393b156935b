"""Fronting: where the question word stands, and which noun it takes."""

from datetime import date

from recorded import analysis_of, drafts_of

from quizgen.soundness.checks import CHECKS
from quizgen.wording.surface import tidy

DAY = date(2019, 6, 1)


def stems(opening: str) -> set[str]:
    """The stems of all drafts on a recorded text."""
    return {draft.stem for draft in drafts_of(analysis_of(opening, published=DAY))}


def test_who_was_told_is_no_gap() -> None:
    """An outlet to which a minister spoke is not part of the story."""
    analysis = analysis_of("Minister Ana Lopes told Reuters", published=DAY)
    drafts = [d for d in drafts_of(analysis) if d.rule.name == "cloze"]
    told = {d.key: CHECKS["mere_source"](d, analysis) for d in drafts}
    assert told == {"Ana Lopes": "", "Reuters": "asks only who was told it"}


def test_nobody_is_asked_for_the_earth() -> None:
    """A planet which everybody is on."""
    assert not any("which planet" in stem for stem in stems("A capsule from Nairobi"))


def test_a_phrase_stays_behind_only() -> None:
    """Moved to the front it would leave "only" to another word."""
    found = stems("Kenya Airways will only")
    assert "Kenya Airways will only sell its seats on the site of which company?" in found
    assert not any(stem.startswith("On the site") for stem in found)


def test_a_phrase_stays_behind_a_coordinated_noun() -> None:
    """It may tell of the second noun alone."""
    assert "Kenya sold ships and planes outside which city in 2018?" in stems("Kenya sold ships")


def test_a_letter_is_dated_a_day() -> None:
    """A written-out "yesterday" brings no "on" along."""
    assert tidy("a letter dated on May 5, 2019") == "a letter dated May 5, 2019"
