"""Mending: a question at fault in one circumstance is asked without it, if it stays true."""

from datetime import date

import pytest
from recorded import analysis_of

from quizgen.quiz import Settings, candidates
from quizgen.rules.loading import load_rules


def asked(opening: str, *, published: date | None = None) -> dict[str, str]:
    """The stems that come of a recorded text, with their keys."""
    analysis = analysis_of(opening, published=published)
    found = candidates(analysis, load_rules(), Settings(count=None)).questions
    return {question.stem: question.answer for question in found}


def test_a_clause_that_points_elsewhere_is_left_out() -> None:
    """The rest of the sentence still says who did what."""
    stems = asked("Kenya closed the embassy of Sudan in Nairobi after")
    assert stems["Which country closed the embassy of Sudan in Nairobi?"] == "Kenya"


def test_what_only_adds_to_a_new_thing_is_left_out() -> None:
    """A report that praised them is a report."""
    stems = asked("Greenpeace published a new report")
    assert stems["Which group published a new report on Shell?"] == "Greenpeace"


@pytest.mark.parametrize("opening", ["Maria Santos won the first", "In Peru, only two mines"])
def test_what_holds_only_with_its_circumstances_is_not_shortened(opening: str) -> None:
    """A first, an only, an amount may no longer be one without them."""
    assert not asked(opening)


def test_a_pronoun_can_be_asked_for_as_the_name_it_stands_for() -> None:
    """The answer is then the name."""
    stems = asked("Maria Santos left Brazil in 1968.")
    assert stems["Who opened a school for nurses in Lisbon?"] == "Maria Santos"


def test_a_weekday_is_asked_for_as_the_date_it_was() -> None:
    """Where the day of publication is known; else not at all."""
    opening = "Toyota closed a factory near Porto on Friday"
    stem = "On which date did Toyota close a factory near Porto?"
    assert asked(opening, published=date(2019, 7, 13))[stem] == "July 12, 2019"
    assert stem not in asked(opening)


def test_a_possessive_may_lean_on_the_only_object_that_agrees() -> None:
    """A judge has no thirteen parents."""
    stems = asked("A judge in Lima sentenced")
    stem = "Why did a judge in Lima sentence Carlos and Anna Mendoza to prison?"
    assert stems[stem] == "for beating their children"


def test_a_possessive_may_lean_on_the_pronoun_of_its_own_clause() -> None:
    """Even with another name in between."""
    stem = "Who said that he had met John Miller in his garden?"
    assert asked("Peter Hoffmann said that he had met")[stem] == "Peter Hoffmann"


def test_a_name_right_behind_says_which_bridge_is_meant() -> None:
    """Whatever the parser hangs it on; a date says nothing of the kind."""
    stems = asked("Strabag repaired the bridge over")
    assert "Which company repaired the bridge over the Danube?" in stems
    assert not asked("Strabag repaired the bridge in March")


def test_once_before_a_verb_is_no_condition() -> None:
    """It tells of the past: "was once mayor"."""
    stems = asked("Amina Okafor was once elected")
    assert stems["Who was once elected to the senate of Nigeria?"] == "Amina Okafor"


def test_the_age_behind_a_name_is_no_part_of_it() -> None:
    """A question about Michael Day does not stop at his age."""
    stems = asked("Michael Day, 30, lives with")
    assert stems["Who lives with his parents in Bristol?"] == "Michael Day"


def test_its_may_mean_the_ship_that_is_the_subject() -> None:
    """Not only a company has something of its own."""
    stems = asked("The ferry from Zanzibar lost")
    assert stems["Where did the ferry from Zanzibar lose its anchor?"] == "in a bay near Mombasa"


def test_a_subject_with_an_open_apposition_is_not_turned_around() -> None:
    """Its second comma is lost: "did Maria Santos, a doctor and teacher from Lima die"."""
    stem = "On which date did Maria Santos, a doctor and teacher from Lima die in Quito?"
    assert stem not in asked("Maria Santos, a doctor and teacher")


def test_what_is_to_be_done_to_a_thing_is_no_purpose() -> None:
    """A meeting does not hold a preview of a plan in order that it be released in May."""
    analysis = analysis_of("The meeting in Lima also included a preview")
    rules = tuple(rule for rule in load_rules() if rule.name == "purpose")
    assert not candidates(analysis, rules, Settings(count=None)).questions
