"""Tails: the full stop that ends a sentence is cut off, abbreviations within one stay whole."""

import pytest
import spacy

from quizgen.analysis.tails import cut

NLP = spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Profit rose to $630m. Sales fell.", ["630", "m", ".", "Sales"]),
        ("They left as it rose to 41C.", ["to", "41C", "."]),
        ("Many died in World War I.", ["War", "I", "."]),
        ("Many died in World War I. The town was rebuilt.", ["War", "I", ".", "The"]),
        ("The ship sank in Lima at 5 a.m.", ["5", "a.m", "."]),
        ('The ship "sank in Lima at 5 a.m."', ["5", "a.m", ".", '"']),
        ("The ship sank near Lima at 5 a.m. Kenya sent help.", ["5", "a.m", ".", "Kenya"]),
    ],
)
def test_a_sentence_ends_behind_its_last_word(text: str, words: list[str]) -> None:
    """A unit, numeral or clock time; the full stop is a token of its own."""
    found = [t.text for t in cut(NLP.make_doc(text))]
    assert any(found[i : i + len(words)] == words for i in range(len(found)))


@pytest.mark.parametrize(
    "text",
    [
        "At 6 a.m. Maria Santos left the house.",
        "The ship sank near Lima at 5 a.m. Pacific time.",
        "The ship sank near Lima at 5 a.m. Monday.",
        "The ship sank near Lima at 5 a.m. and burned.",
        "The court heard Brown v. Board.",
        "Martha I. Jones was elected.",
    ],
)
def test_an_abbreviation_within_a_sentence_stays_whole(text: str) -> None:
    """Nothing is cut where the sentence goes on."""
    before = [t.text for t in NLP.make_doc(text)]
    assert [t.text for t in cut(NLP.make_doc(text))] == before
