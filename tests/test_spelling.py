"""Spelling: what typesetting broke is mended where it is shown."""

import pytest

from quizgen.analysis.spelling import mended, mended_name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a high- powered riﬂe", "a high-powered rifle"),
        ("an anti- Kenya march", "an anti-Kenya march"),
        ("short- and long-term loans", "short- and long-term loans"),
        ("the deal- Maria Santos said", "the deal- Maria Santos said"),
    ],
)
def test_broken_words_are_joined(text: str, shown: str) -> None:
    """But not a hyphen that stands for the rest of a word, nor one for a dash."""
    assert mended(text) == shown


def test_a_name_is_joined_at_its_hyphen() -> None:
    """Whose second part has a capital."""
    assert mended_name("Jean- Pierre Santos") == "Jean-Pierre Santos"
