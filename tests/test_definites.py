"""Definites: "the company" stands for a name only where no other can be meant."""

import pytest
from recorded import analyses, analysis_of


@pytest.mark.parametrize(
    ("opening", "phrase", "name"),
    [
        ("Toyota opened a plant in Mombasa. On Friday the company hired", "the company", "Toyota"),
        ("Toyota, a company from Osaka, opened", "the company", "Toyota"),
        ("The Ministry of Health closed", "the ministry", "Ministry of Health"),
        ("Kenya opened a port. On Friday", "the country", "Kenya"),
        ("Toyota praised Lufthansa.", "the airline", "Lufthansa"),
    ],
)
def test_the_only_name_of_a_kind_is_meant(opening: str, phrase: str, name: str) -> None:
    """By its kind, its field or its own words."""
    analysis = analysis_of(opening)
    (found,) = analysis.definites
    doc = analysis.docs[found.paragraph]
    assert doc[found.start : found.end].text == phrase
    assert found.name.text == name
    assert found.antecedent.name == found.name
    assert found.antecedent.end <= found.start


@pytest.mark.parametrize(
    "opening",
    [
        "Toyota and Honda opened a plant",  # two companies
        "A company from Osaka sued Toyota",  # one without a name
        "Toyota opened a plant in Mombasa. On Friday the company from",  # more is said of it
        "The Parliament of Iraq met",  # a country in a name
        "Kenyan farmers met envoys",  # a country by its adjective
        "Toyota opened a plant in Mombasa. On Friday the airline",  # another field
    ],
)
def test_a_doubtful_phrase_is_left_alone(opening: str) -> None:
    """Better no question than a false one."""
    assert analysis_of(opening).definites == ()


def test_every_definite_has_its_name_before() -> None:
    """In all that is recorded."""
    for analysis in analyses().values():
        for found in analysis.definites:
            before = (found.antecedent.paragraph, found.antecedent.end)
            assert before <= (found.paragraph, found.start)
