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
        ("The final victim of the murderer", {"Carlos Mendoza"}),
        ("Anna Kowalska, an engineer from Gdynia, was stabbed", {"Anna Kowalska"}),
        ("Peter Hoffmann, a judge from Graz", {"Peter Hoffmann"}),  # "He died"
    ],
)
def test_the_dead_are_known_by_what_is_said_of_them(opening: str, names: set[str]) -> None:
    """By verbs of dying and killing, by a death or funeral that is theirs."""
    assert {name.text for name in dead(analysis_of(opening))} == names


def test_a_title_tells_of_a_death() -> None:
    """By a word for it right behind the name; a name elsewhere in the title is not meant."""
    opening = "UCL astronomer Maria Santos"
    dying = analysis_of(opening, title="Astronomer Maria Santos dies aged 84")
    other = analysis_of(opening, title="Maria Santos, whose teacher of old has died, wins prize")
    assert {name.text for name in dead(dying)} == {"Maria Santos"}
    assert dead(other) == frozenset()
