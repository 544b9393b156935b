"""Callings: what an article calls its people, for "Which astronomer ...?"."""

import pytest
from recorded import analysis_of, draft_of

from quizgen.wording.callings import callings


@pytest.mark.parametrize(
    ("opening", "told"),
    [
        ("UCL astronomer Maria Santos", {"Maria Santos": "UCL astronomer"}),
        ("Prime Minister Anna Kowalska", {"Anna Kowalska": "prime minister"}),
        ("Toyota chairman Kenji Sato", {"Kenji Sato": "Toyota chairman"}),
        ("Former president Peter Hoffmann", {"Peter Hoffmann": "former president"}),
        ("Amina Okafor, a biologist", {"Amina Okafor": "biologist"}),
        ("Mr. Carlos Mendoza", {}),
        ("Mr Justice Mendoza", {}),
        ("Grace Wanjiru, daughter", {}),
        ("Interior Minister Peter", {"Peter Hoffmann": "interior minister"}),
        ("The Apple event was opened", {"Carlos Mendoza": "CEO"}),
        ("Trade and industry commissioner", {"Grace Wanjiru": "commissioner"}),
        ("Amina Okafor is a long-time", {"Amina Okafor": "democracy advocate"}),
    ],
)
def test_what_people_are_called(opening: str, told: dict[str, str]) -> None:
    """By a noun before the name or beside it; forms of address and kin do not count."""
    found = callings(analysis_of(opening))
    assert {name.text: calling for name, calling in found.items()} == told


@pytest.mark.parametrize(
    "opening",
    [
        "Kenji Sato, formerly a deputy",  # no longer
        "Anna Kowalska was mayor",  # of that time only
        "Maria Santos, the first victim",  # of one event only
    ],
)
def test_what_is_past_is_no_calling(opening: str) -> None:
    """Nor is what somebody is in one event only."""
    assert callings(analysis_of(opening)) == {}


def test_a_calling_asks_for_the_person() -> None:
    """Instead of "who"."""
    draft = draft_of(analysis_of("Prime Minister Anna Kowalska"), "subject")
    assert draft.stem == "Which prime minister opened a bridge in Warsaw in May 2019?"
