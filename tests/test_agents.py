"""Agents: who acts in a sentence, and by which name somebody with a place's name goes."""

import pytest
from recorded import analysis_of, drafts_of

from quizgen.soundness import gate


def sound(opening: str) -> dict[str, str]:
    """The sound stems on a text, without the check of a title, with their keys."""
    analysis = analysis_of(opening, title="News from the north of the country")
    drafts = (d for d in drafts_of(analysis) if gate.objection(d, analysis) is None)
    return {d.stem: d.key for d in drafts}


def test_what_things_cannot_want_is_the_persons() -> None:
    """A blog post intends nothing."""
    stems = sound("Maria Santos founded a charity after her blog")
    assert stems["To whom does Maria Santos intend to offer trips?"] == "nurses in Lima"
    assert not any("post intend" in stem for stem in stems)


def test_a_participle_before_the_verb_is_none() -> None:
    """The share of calls dropped was higher; no share dropped."""
    stems = sound("Carlos Mendoza admitted that the share of calls dropped in Lima was")
    assert not any("share of calls drop " in stem for stem in stems)
    again = sound("Carlos Mendoza admitted that the share of calls dropped in Lima.")
    assert "According to Carlos Mendoza, in which city did the share of calls drop?" in again


def test_a_surname_that_is_a_place_goes_by_the_full_name() -> None:
    """Once the full name has been given, and while the place is not spoken of."""
    assert "In which country was Carlos Lima born?" in sound("Carlos Lima founded a choir")
    kinds = {
        m.name.text: m.name.kind for m in analysis_of("Carlos Lima founded a m").names.mentions
    }
    assert kinds == {"Carlos Lima": "person", "Lima": "city"}


def test_a_town_with_its_state_is_asked_for_as_a_town() -> None:
    """North Carolina would be a right answer to "in which place"."""
    assert "In which town or city was Amina Okafor born?" in sound("Amina Okafor was born")


@pytest.mark.parametrize(
    ("opening", "reason"),
    [
        ("The town of 7,000 people", "neither stem nor title says which: the town"),
        ("Maria Santos attributed the small increase to", "does not say of what: the increase"),
    ],
)
def test_a_number_of_people_or_a_size_does_not_identify(opening: str, reason: str) -> None:
    """Which town, and an increase in what, is still unsaid."""
    analysis = analysis_of(opening)
    assert {gate.objection(d, analysis) for d in drafts_of(analysis)} == {("bare_definite", reason)}


def test_a_change_with_what_changes_may_be_asked_about() -> None:
    """An increase in sales is told."""
    stems = sound("Maria Santos attributed the small increase in sales")
    assert (
        stems["To which company did Maria Santos attribute the small increase in sales?"]
        == "Toyota"
    )
