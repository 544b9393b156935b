"""Deaths: of whom an article says that they are dead."""

import pytest
from recorded import analysis_of

from quizgen.wording.deaths import dead


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("Peter Hoffmann, the director of the Nairobi museum", {"Peter Hoffmann"}),
        ("The funeral of Grace Wanjiru", {"Grace Wanjiru"}),
        ("Carlos Mendoza was found dead", {"Carlos Mendoza"}),  # not who lives there
        ("Before his death in May 2013, Kenji", {"Kenji Sato"}),
        ("Maria Santos, the first victim", set()),
    ],
)
def test_the_dead_are_known_by_what_is_said_of_them(opening: str, names: set[str]) -> None:
    """By verbs of dying and killing, by a death or funeral that is theirs."""
    assert {name.text for name in dead(analysis_of(opening))} == names
