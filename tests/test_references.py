"""References: a pronoun is resolved only where the text leaves no doubt."""

import pytest
from parses import Word, doc_of
from recorded import analyses, analysis_of, drafts_of

from quizgen.analysis.references import shared_object
from quizgen.analysis.references.scene import gender_of


@pytest.mark.parametrize(
    ("opening", "pronoun", "person"),
    [
        ("Maria Santos opened a school in Recife. She", "She", "Maria Santos"),
        ("Maria Santos sold her house", "her", "Maria Santos"),
        ("Toyota opened a battery factory", "she", "Anna Kowalska"),
    ],
)
def test_the_only_person_around_is_meant(opening: str, pronoun: str, person: str) -> None:
    """In the sentence itself or shortly before."""
    analysis = analysis_of(opening)
    (found,) = analysis.references
    doc = analysis.docs[found.paragraph]
    assert doc[found.token].text == pronoun
    assert found.name.text == person
    assert found.antecedent.name == found.name
    assert found.antecedent.end <= found.token


@pytest.mark.parametrize(
    ("opening", "pronoun", "person"),
    [
        ("In her second year as mayor", "her", "Anna Kowalska"),  # the subject that follows
        ("Maria Santos is a novelist from Recife. In 2009, Santos won", "She", "Maria Santos"),
        ("Maria Santos is a novelist from Recife. In 2009, Santos met", "Her", "Maria Santos"),
        ("John Miller praised the museum in Osaka, but", "his", "Kenji Sato"),  # its own clause's
        ("John Miller left Osaka when Kenji Sato said", "he", "Kenji Sato"),  # the clause's above
        ("John Miller left Osaka after Kenji Sato had said", "him", "Kenji Sato"),
        ("John Miller left Osaka after Kenji Sato had questioned", "him", "John Miller"),
        ("John Miller praised Kenji Sato and his sister", "his", "Kenji Sato"),
        ("Anna Kowalska works in Lisbon. In 2009 she praised Maria", "she", "Anna Kowalska"),
        ("Tavakoli opened a school in Tehran. She", "She", "Tavakoli"),  # but "He" is another
    ],
)
def test_the_position_tells_which_of_two_people_is_meant(
    opening: str, pronoun: str, person: str
) -> None:
    """By clause, by sentence, or by whom the text is about."""
    analysis = analysis_of(opening)
    (found,) = analysis.references
    assert analysis.docs[found.paragraph][found.token].text == pronoun
    assert found.name.text == person
    assert found.antecedent.name == found.name


@pytest.mark.parametrize(
    "opening",
    [
        "Maria Santos met Anna Kowalska in Lisbon. She praised",  # two women
        "Maria Santos met the minister in Lisbon. She praised",  # the minister may be one
        'Maria Santos opened a bridge in Recife. "She has kept',  # somebody else's words
        "He claimed that the copper company",  # nobody named
        "Kenya opened a hospital in Mombasa, although it",  # no person
        "Maria Santos said that in her second year",  # two women, one before and one after
        "Maria Santos praised a book by Anna",  # nothing besides the position tells
        "Maria Santos works in Recife, while",  # two subjects
        "Kenji Sato met John Miller",  # two men before
        "Kenji Sato told John Miller",  # either may have sold it
        "John Miller praised Kenji Sato and his plan",  # either's plan
        "Toyota opened a school in Recife. Toyota is",  # a company is no "she"
        "A prize was given to Kenji Sato (John Miller",  # the one in brackets is named here too
        "Kenji Sato hurt himself",  # needs no name
    ],
)
def test_a_doubtful_pronoun_is_left_alone(opening: str) -> None:
    """Better no question than a false one."""
    assert analysis_of(opening).references == ()


@pytest.mark.parametrize(
    ("opening", "pronoun", "thing"),
    [
        ("Kenya announced that it would", "it", "Kenya"),
        ("Toyota opened its first factory", "its", "Toyota"),
        ("Toyota unveiled their new bus", "their", "Toyota"),
        ("Greenpeace said that the coal plant", "It", "Greenpeace"),
    ],
)
def test_a_body_that_is_the_only_subject_is_meant(opening: str, pronoun: str, thing: str) -> None:
    """By what it owns, says or goes on to say."""
    analysis = analysis_of(opening)
    (found,) = analysis.references
    assert analysis.docs[found.paragraph][found.token].text == pronoun
    assert found.name.text == thing
    assert found.antecedent.end <= found.token or found.antecedent.paragraph < found.paragraph


@pytest.mark.parametrize(
    "opening",
    [
        "Kenya announced that it seems",  # stands for nothing
        "Toyota sold a factory in Recife to Shell",  # three may have made losses
        "Greenpeace praised the new plant",  # the plant, not the body, was closed
        "Toyota paid a teacher and a nurse",  # they helped
        "Kenji Sato, he said",  # somebody else said so
    ],
)
def test_a_doubtful_thing_is_left_alone(opening: str) -> None:
    """Every noun before may be meant."""
    assert analysis_of(opening).references == ()


@pytest.mark.parametrize(
    ("opening", "stem"),
    [
        (
            "The World Health Organization sold",
            "To which country did the World Health Organization sell its clinic in Nairobi",
        ),
        (
            "Anna Kowalska works in Lisbon. In 2009 she praised John",
            "Who did Anna Kowalska praise in her book about Recife in 2009?",
        ),
        ("Greenpeace said that the coal plant", "According to Greenpeace, how many farmers"),
        ("John Miller praised the museum", "In which year did Kenji Sato sell his collection?"),
    ],
)
def test_a_name_is_said_once(opening: str, stem: str) -> None:
    """A pronoun stays where its person or body stands before it in the question."""
    stems = [draft.stem for draft in drafts_of(analysis_of(opening))]
    assert any(each.startswith(stem) for each in stems), stems


def test_the_asked_name_is_not_put_for_a_pronoun() -> None:
    """It would give the answer away."""
    for draft in drafts_of(analysis_of("The World Health Organization sold")):
        assert draft.key not in draft.stem


def test_every_reference_is_to_a_name_of_its_kind() -> None:
    """In all that is recorded."""
    found = [(a, r) for a in analyses().values() for r in a.references]
    assert len(found) >= 4
    for analysis, reference in found:
        pronoun = analysis.docs[reference.paragraph][reference.token]
        person = reference.name.kind in {"person", "other"}
        assert person == (gender_of(pronoun) != "")
        assert reference.antecedent in analysis.names.in_paragraph(reference.antecedent.paragraph)


def fined(thing: Word, *, second: str = "conj", pronoun: str = "it") -> list[Word]:
    """The words of "Kenya stopped <thing> and moved it"."""
    return [
        Word("Kenya", "NNP", "PROPN", "nsubj", 1, ent="B-GPE"),
        Word("stopped", "VBD", "VERB", "ROOT", 1, "stop"),
        thing,
        Word("and", "CC", "CCONJ", "cc", 1),
        Word("moved", "VBD", "VERB", second, 1, "move"),
        Word(pronoun, "PRP", "PRON", "dobj", 4),
        Word(".", ".", "PUNCT", "punct", 1),
    ]


TRADE = Word("trade", "NN", "NOUN", "dobj", 1)


def test_it_takes_up_the_object_of_the_verb_before() -> None:
    """Where the second verb shares its subject."""
    doc = doc_of(fined(TRADE))
    assert shared_object(doc[5]) == doc[2]


@pytest.mark.parametrize(
    ("thing", "second", "pronoun"),
    [
        (Word("Shell", "NNP", "PROPN", "dobj", 1), "conj", "it"),  # a name is asked for by itself
        (Word("there", "RB", "ADV", "advmod", 1), "conj", "it"),  # no object
        (TRADE, "advcl", "it"),  # another clause
        (TRADE, "conj", "him"),  # another pronoun
    ],
)
def test_it_may_mean_something_else(thing: Word, second: str, pronoun: str) -> None:
    """Then nothing is put for it."""
    assert shared_object(doc_of(fined(thing, second=second, pronoun=pronoun))[5]) is None


def test_an_object_with_more_beside_it_is_not_taken_up() -> None:
    """In "stopped trade and aid ... moved it" either can be meant."""
    words = fined(TRADE)
    words[3] = Word("aid", "NN", "NOUN", "conj", 2)
    assert shared_object(doc_of(words)[5]) is None


def test_them_is_read_as_the_curbs() -> None:
    """The sentence that the pattern was made for."""
    (doc,) = analysis_of("Seoul has called the curbs").docs
    (pronoun,) = (token for token in doc if token.text == "them")
    found = shared_object(pronoun)
    assert found is not None
    assert found.text == "curbs"
