"""Counting: of two counted phrases in a sentence the one that is asked for is the one counted."""

import pytest
from recorded import analysis_of, drafts_of


def counted(opening: str) -> set[tuple[str, str]]:
    """Stem and key of every draft of the rule for counts on a recorded text."""
    drafts = drafts_of(analysis_of(opening))
    return {(draft.stem, draft.key) for draft in drafts if draft.rule.name == "count"}


@pytest.mark.parametrize(
    ("opening", "asked"),
    [
        ("Toyota recalled 80,000", ("recall in Brazil because of faulty airbags", "80,000")),
        ("Russia sent 40", ("How many tanks did Russia send", "40")),
        ("Kenya sent two ministers", ("How many ministers did Kenya send to", "two")),
        ("About 200 workers", ("How many workers from Kenya protested", "about 200")),
    ],
)
def test_a_counted_phrase_is_asked_for(opening: str, asked: tuple[str, str]) -> None:
    """With the number of the article as the key."""
    stem, key = asked
    assert key in {found for told, found in counted(opening) if stem in told}


@pytest.mark.parametrize(
    ("opening", "key", "noun"),
    [("Kenya sent two ministers", "three", "towns"), ("About 200 workers", "12", "cities")],
)
def test_a_key_counts_the_noun_of_its_question(opening: str, key: str, noun: str) -> None:
    """Three is how many towns there were, not how many ministers."""
    stems = [stem for stem, found in counted(opening) if found == key]
    assert stems
    assert all(f"how many {noun}" in stem.lower() for stem in stems)
