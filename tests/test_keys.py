"""Keys and names in questions: what is printed as the answer, and whom the stem names."""

from datetime import date

import pytest
from recorded import analysis_of, draft_of, drafts_of


def test_a_person_named_at_the_end_is_the_answer() -> None:
    """Not the whole of "the Chilean minister Maria Santos"."""
    assert draft_of(analysis_of("The Chilean minister"), "subject").key == "Maria Santos"


def test_a_peers_title_takes_the_surname_alone() -> None:
    """Lady Kowalska is not "Lady Anna Kowalska"."""
    drafts = drafts_of(analysis_of("Lady Kowalska served"))
    assert not any("Lady Anna" in draft.stem for draft in drafts)


def test_only_stays_outside_of_a_gap() -> None:
    """So that the answer is the amount alone."""
    draft = draft_of(analysis_of("Only 12% of farmers"), "cloze")
    assert (draft.stem[:9], draft.key) == ("Only ____", "12% of farmers in Kenya")


@pytest.mark.parametrize("opening", ["Linda Novak, 33, lives", "Linda Novak, 36 years old"])
def test_an_age_is_no_part_of_a_name(opening: str) -> None:
    """Cut with both its commas."""
    stem = draft_of(analysis_of(opening), "place").stem
    assert stem == "In which city does Linda Novak live with her parents?"


def test_a_speaker_described_before_a_comma_goes_by_the_name() -> None:
    """As in "Paralympian, X, said"."""
    stems = [d.stem for d in drafts_of(analysis_of("Paralympian, Maria Santos, said"))]
    assert stems
    assert all("According to Paralympian" not in stem for stem in stems)


def test_a_given_name_alone_is_not_accepted() -> None:
    """A surname is."""
    draft = draft_of(analysis_of("Carlos Mendoza opened a clinic"), "subject")
    assert draft.accepted == ("Mendoza",)


def test_a_country_with_an_article_owns_its_posts_by_of() -> None:
    """Not "United States' President"."""
    analysis = analysis_of("United States President Maria Santos", published=date(2019, 7, 13))
    stem = draft_of(analysis, "holder").stem
    assert stem == "Who was the President of the United States in July 2019?"


def test_a_town_that_looks_is_no_government() -> None:
    """So the country is not accepted for it; where it decides, it is."""
    looks = draft_of(analysis_of("Nairobi still looks liberal"), "cloze")
    assert "Kenya" not in looks.accepted
    bans = draft_of(analysis_of("Nairobi has banned the export"), "subject")
    assert (bans.stem[:16], "Kenya" in bans.accepted) == ("Which government", True)


def test_a_thing_is_accepted_without_the_place_told_after_it() -> None:
    """As in "a plant" for "a plant in Lima"."""
    draft = draft_of(analysis_of("Samsung have opened"), "object")
    assert "their first shop" in draft.accepted


def test_a_pronoun_is_not_accepted_for_its_person() -> None:
    """Though it stands in the article's sentence."""
    drafts = drafts_of(analysis_of("Peter Hoffmann, a judge from Graz"))
    died = next(d for d in drafts if d.rule.name == "subject")
    assert (died.key, died.accepted) == ("Peter Hoffmann", ())
