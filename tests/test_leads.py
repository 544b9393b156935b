"""Leads: the first sentences of news, whose main event must be asked with both sides named."""

from datetime import date

import pytest
from parses import Word, doc_of
from recorded import analysis_of, drafts_of

from quizgen.analysis.subjects import MOVES
from quizgen.soundness import gate

DAY = date(2019, 7, 13)


def asked(opening: str) -> dict[str, str]:
    """Stems and keys of the sound questions on a recorded text."""
    analysis = analysis_of(opening, published=DAY)
    sound = (d for d in drafts_of(analysis) if gate.objection(d, analysis) is None)
    return {draft.stem: draft.key for draft in sound}


@pytest.mark.parametrize(
    ("opening", "stem", "key"),
    [
        (
            "The parliament of Kenya voted 66 to 27 to legalize same-sex",
            (
                "In which month did the parliament of Kenya vote 66 to 27 to legalize same-sex "
                "marriage?"
            ),
            "May 2019",
        ),
        ("Toyota owns both Daihatsu", "Which company owns both Daihatsu and Hino?", "Toyota"),
        (
            "Maria Santos said the chances of those trapped",
            "Who said that the chances of those trapped in the mine in Peru were good?",
            "Maria Santos",
        ),
        (
            "On April 28, 2019, the total number of measles",
            "On which date did the total number of measles cases in Peru surpass one million?",
            "April 28, 2019",
        ),
        (
            "In May 2019, the Parliament of Kenya voted on a resolution to expel",
            (
                "In which month did the Parliament of Kenya vote on a resolution to expel foreign "
                "troops from the country?"
            ),
            "May 2019",
        ),
        (
            "Samsung is to close its oldest factory in Vietnam",
            "In which month is Samsung to close its oldest factory in Vietnam?",
            "May 2020",
        ),
    ],
)
def test_what_only_seems_to_lean_on_another_sentence_is_asked(
    opening: str, stem: str, key: str
) -> None:
    """Parts of compounds, pairs, people told by a clause, numbers of something, known places."""
    assert asked(opening)[stem] == key


@pytest.mark.parametrize(
    ("opening", "stem", "key"),
    [
        (
            "On Monday, US singer and lyricist Maria Santos died",
            "Which lyricist died at her home in Lima on July 8, 2019?",
            "Maria Santos",
        ),
        (
            "Novelist Grace Wanjiru died in Nairobi in May 2019 at the age of 95, her son",
            (
                "According to John Miller, which novelist died in Nairobi in May 2019 "
                "at the age of 95?"
            ),
            "Grace Wanjiru",
        ),
        (
            "Portuguese airline, Air Lima, announced",
            "Which airline announced in May 2019 that it had bought five planes from Boeing?",
            "Air Lima",
        ),
        (
            "On Friday Kenya Motor Company announced",
            (
                "On July 12, 2019, which company announced that the court in Lima had "
                "dismissed the case against Toyota?"
            ),
            "Kenya Motor Company",
        ),
        (
            "The American space agency NASA says",
            "Which agency says that a rover has found water near Shackleton Crater?",
            "NASA",
        ),
    ],
)
def test_names_beside_common_nouns_are_the_ones_asked_for(
    opening: str, stem: str, key: str
) -> None:
    """Whether a comma, a pronoun or another noun stands between."""
    assert asked(opening)[stem] == key


@pytest.mark.parametrize(
    ("opening", "stem", "key"),
    [
        (
            "As Toyota continues to sell cars in Kenya",
            "Which company is building a second factory in Peru?",
            "Toyota",
        ),
        (
            "While it promises to sell cars in Kenya",
            "Which company promises to sell cars in Kenya?",
            "Toyota",
        ),
    ],
)
def test_it_means_the_other_subject_across_the_comma(opening: str, stem: str, key: str) -> None:
    """A key is never "it"."""
    assert asked(opening)[stem] == key


def test_what_an_aim_is_to_do_is_no_plan() -> None:
    """But what it is."""
    assert not any(stem.startswith("What is the aim") for stem in asked("The aim of Toyota is"))


def test_a_day_right_after_the_verb_of_saying_is_that_of_saying() -> None:
    """And not that of what was said."""
    found = asked("President John Miller said Friday the factory in Osaka")
    stem = "On which date did President John Miller say that the factory in Osaka was safe?"
    assert found[stem] == "July 12, 2019"


def test_the_age_of_the_dead_is_the_age_at_which_they_died() -> None:
    """Told by a sentence of its own."""
    found = asked("Peter Hoffmann died at a hospital in Vienna in May 2019. He was 79.")
    assert found["At what age did Peter Hoffmann die?"] == "79"


@pytest.mark.parametrize(
    ("opening", "stem"),
    [
        ("Anna Kowalska says that it is crucial", "Who says that it is crucial that children"),
        ("Anna Kowalska said that it took a year", "Who said that it took a year to mend the"),
        ("Anna Kowalska argued that a court", "Who argued that a court where judges give"),
        ("Anna Kowalska said that a rocket", "Who said that a rocket was safe because it had"),
    ],
)
def test_a_pronoun_stays_that_stands_for_what_the_question_says(opening: str, stem: str) -> None:
    """A clause that follows, or the subject of the clause around it."""
    assert any(each.startswith(stem) for each in asked(opening))


@pytest.mark.parametrize(
    ("opening", "start"),
    [
        ("Anna Kowalska said that it was sold", "Who said"),  # "it" is a thing told of before
        ("Anna Kowalska reported that scholars", "Who reported"),  # "they" are the bridges
        ("Two of the same were sold", "In which"),
        ("Both were sold", "In which"),
    ],
)
def test_a_pronoun_that_points_out_of_the_question_is_refused(opening: str, start: str) -> None:
    """Who reads only the question does not know what it means."""
    assert not any(each.startswith(start) for each in asked(opening))


def test_what_took_place_is_asked_by_its_name() -> None:
    """And its time by the month."""
    found = asked("The 22nd Lima Expo took place")
    assert "Which expo took place at the Nairobi Convention Centre in July 2019?" in found


SPACE = (
    ("The", "DT", "det", 2, ""),
    ("space", "NN", "compound", 2, ""),
    ("agency", "NN", "nsubj", 4, ""),
    ("Selene", "NNP", "nsubj", 4, "B-ORG"),
    ("grew", "VBD", "ROOT", 4, ""),
)
NEVADA = (
    ("Planes", "NNS", "nsubj", 5, ""),
    ("in", "IN", "prep", 0, ""),
    ("Nevada", "NNP", "pobj", 1, "B-GPE"),
    (",", ",", "punct", 5, ""),
    ("America", "NNP", "nsubj", 5, "B-GPE"),
    ("crashed", "VBD", "ROOT", 5, ""),
)
SINGER = (
    ("Radio", "NN", "compound", 1, ""),
    ("host", "NN", "nsubj", 6, ""),
    (",", ",", "punct", 1, ""),
    ("singer", "NN", "appos", 1, ""),
    ("and", "CC", "cc", 3, ""),
    ("Santos", "NNP", "conj", 3, "B-PERSON"),
    ("died", "VBD", "ROOT", 6, ""),
)


@pytest.mark.parametrize(
    ("cells", "word", "label", "head"),
    [
        (SPACE, 2, "compound", "Selene"),
        (NEVADA, 4, "appos", "Nevada"),
        (SINGER, 5, "conj", "singer"),  # no noun of Santos's own
    ],
)
def test_a_second_subject_is_hung_where_it_belongs(
    cells: tuple[tuple[str, str, str, int, str], ...], word: int, label: str, head: str
) -> None:
    """A class of things on its name, a country on its place; what is in doubt stays."""
    pos = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "VBD": "VERB", "IN": "ADP"}
    doc = doc_of([Word(t, tag, pos.get(tag, "X"), dep, to, ent=e) for t, tag, dep, to, e in cells])
    for move in MOVES:
        for token in doc:
            move(token)
    assert (doc[word].dep_, doc[word].head.text) == (label, head)
