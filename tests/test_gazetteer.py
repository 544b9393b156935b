"""The gazetteer: what is known of a name before any article is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen import gazetteer


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Japan", "Japan", "country"),
        ("the United States", "United States", "country"),
        ("US", "United States", "country"),
        ("South Korea's", "South Korea", "country"),
        ("Nairobi", "Nairobi", "city"),
        ("WTO", "World Trade Organization", "body"),
        ("the World Health Organization", "World Health Organization", "body"),
        ("Toyota", "Toyota", "company"),
        ("Texas", "Texas", "state"),
        ("TOYOTA", "Toyota", "company"),
        ("McDonald's", "McDonald's", "company"),
        ("Toyota's", "Toyota", "company"),
        ("Europe", "Europe", "continent"),
    ],
)
def test_names_are_looked_up_by_any_text(text: str, name: str, kind: str) -> None:
    """Acronyms and aliases lead to the canonical name."""
    known = gazetteer.lookup(text)
    assert known is not None
    assert (known.name, known.kind) == (name, kind)


@pytest.mark.parametrize("text", ["", "the", "Zyxwv", "japan", "curbs", "BALI-X", "GAP"])
def test_unknown_texts_are_none(text: str) -> None:
    """Case counts: "us" is no country."""
    assert gazetteer.lookup(text) is None


def test_the_other_names_of_a_known_one_lead_back() -> None:
    """Each of them is looked up as the same."""
    known = gazetteer.lookup("WTO")
    assert known is not None
    others = gazetteer.other_names(known)
    assert {"WTO", "World Trade Organization"} <= set(others)
    assert {gazetteer.lookup(text) for text in others} == {known}


@given(st.sampled_from(["the ", "The ", ""]), st.sampled_from(["'s", "'", " ", ""]))
def test_bare_leaves_the_name_alone(before: str, after: str) -> None:
    """No article, no possessive, no white space."""
    assert gazetteer.bare(f" {before}United Nations{after}") == "United Nations"


@pytest.mark.parametrize(
    ("adjective", "country"),
    [("Japanese", "Japan"), ("South Korean", "South Korea"), ("Dutch", "Netherlands")],
)
def test_demonyms_tell_the_country(adjective: str, country: str) -> None:
    """There and back."""
    assert gazetteer.nation_of(adjective) == country
    assert adjective in gazetteer.demonyms_of(country)


def test_other_adjectives_tell_no_country() -> None:
    """None, and no demonyms."""
    assert gazetteer.nation_of("retaliatory") is None
    assert gazetteer.nation_of("japanese") is None
    assert gazetteer.demonyms_of("Atlantis") == ()


@pytest.mark.parametrize(
    ("seat", "country"),
    [("Seoul", "South Korea"), ("the Kremlin", "Russia"), ("Washington", "United States")],
)
def test_seats_stand_for_their_country(seat: str, country: str) -> None:
    """Capitals and the nicknames of governments."""
    assert gazetteer.governed_from(seat) == country


def test_other_cities_govern_nothing() -> None:
    """Mombasa is no capital."""
    assert gazetteer.governed_from("Mombasa") is None


@pytest.mark.parametrize(
    ("name", "kind", "word"),
    [
        ("Ministry of Health", "ministry", "Ministry"),
        ("the University of Lagos", "university", "University"),
        ("Gdynia Airport", "facility", "Airport"),
        ("Lagos Supreme Court", "court", "Court"),
    ],
)
def test_words_show_the_kind_of_an_unknown_name(name: str, kind: str, word: str) -> None:
    """The word that shows it is told too."""
    assert gazetteer.kind_by_words(name) == (kind, word)


@pytest.mark.parametrize("name", ["", ".", "Kenji Sato"])
def test_other_words_show_no_kind(name: str) -> None:
    """Nothing is guessed."""
    assert gazetteer.kind_by_words(name) is None


def test_common_nouns_for_people_and_bodies() -> None:
    """By their lemma, whatever the case."""
    assert gazetteer.is_person_noun("Official")
    assert gazetteer.is_group_noun("government")
    assert not gazetteer.is_person_noun("government")
    assert not gazetteer.is_group_noun("curb")
