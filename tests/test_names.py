"""Names: one canonical name, kind and aliases for whatever an article calls a thing."""

import pytest
import spacy
from parses import VOCAB
from spacy.tokens import Doc

from quizgen.analysis.aliases import acronyms
from quizgen.analysis.names import Name, Names
from quizgen.analysis.naming import find
from quizgen.analysis.paragraphs import Paragraph
from quizgen.analysis.pipeline import join_names

nlp = spacy.blank("en")


def doc_of(text: str, ents: dict[str, str]) -> Doc:
    """A text whose entities are given with their labels; every token hangs on the first."""
    blank = nlp(text)
    doc = Doc(
        VOCAB,
        words=[t.text for t in blank],
        spaces=[bool(t.whitespace_) for t in blank],
        heads=[0] * len(blank),
        deps=["ROOT", *["dep"] * (len(blank) - 1)],
        tags=["NNP" if t.text[0].isupper() else "NN" for t in blank],
        pos=["PROPN" if t.text[0].isupper() else "NOUN" for t in blank],
        sent_starts=[i == 0 for i in range(len(blank))],
    )
    spans = []
    for part, label in ents.items():
        span = doc.char_span(text.index(part), text.index(part) + len(part), label)
        assert span is not None, part
        spans.append(span)
    doc.set_ents(spans)
    return doc


def names_of(*texts: tuple[str, dict[str, str]], kind: str = "body") -> Names:
    """The names of an article given by its paragraphs with their entities."""
    docs = tuple(doc_of(text, ents) for text, ents in texts)
    paragraphs = tuple(Paragraph(0, doc.text, kind) for doc in docs)  # type: ignore[arg-type]
    return find(paragraphs, docs)


def name_of(names: Names, text: str) -> Name:
    """The name that goes by a text."""
    name = names.called(text)
    assert name is not None, text
    return name


def test_a_surname_is_the_person_named_before() -> None:
    """One name with the surname as an alias, counted together."""
    names = names_of(
        ("Yesterday Carlos Mendoza resigned.", {"Carlos Mendoza": "PERSON"}),
        ("Then Mendoza left.", {"Mendoza": "PERSON"}),
    )
    name = name_of(names, "Mendoza")
    assert (name.text, name.kind, name.gender) == ("Carlos Mendoza", "person", "m")
    assert name.answers_to("Mendoza")
    assert names.counts == {"Carlos Mendoza": 2}


def test_a_surname_of_two_people_is_nobodys() -> None:
    """Which of them is meant can't be told."""
    names = names_of(
        (
            "Yesterday Carlos Mendoza met Maria Mendoza.",
            {"Carlos Mendoza": "PERSON", "Maria Mendoza": "PERSON"},
        ),
        ("Then Mendoza left.", {"Mendoza": "PERSON"}),
    )
    assert name_of(names, "Mendoza").text == "Mendoza"


def test_an_acronym_in_brackets_is_the_long_name() -> None:
    """Wherever it stands later."""
    names = names_of(
        (
            "The Ministry of Economy, Trade and Industry (METI) agreed.",
            {"Ministry of Economy, Trade and Industry": "ORG", "METI": "ORG"},
        ),
        ("Then METI waited.", {"METI": "ORG"}),
    )
    name = name_of(names, "METI")
    assert name.text == "Ministry of Economy, Trade and Industry"
    assert name.kind == "ministry"
    assert "METI" in name.aliases
    assert names.counts[name.text] == 3


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("the World Trade Organization (WTO) said", [("World Trade Organization", "WTO")]),
        (
            "Ministry of Economy, Trade and Industry (METI)",
            [("Ministry of Economy, Trade and Industry", "METI")],
        ),
        ("Food and Agriculture Organization (FAO)", [("Food and Agriculture Organization", "FAO")]),
        ("In Rome the World Bank (WB) said", [("World Bank", "WB")]),
        ("the World Bank (Washington)", []),
        ("the World Bank (IMF)", []),
        ("a bank (WB)", []),
    ],
)
def test_acronyms_fit_their_initials(text: str, pairs: list[tuple[str, str]]) -> None:
    """Brackets with anything else are no acronym."""
    assert list(acronyms(text)) == pairs


@pytest.mark.parametrize(
    ("text", "label", "kind", "nation"),
    [
        ("Japan", "GPE", "country", ""),
        ("Seoul", "GPE", "city", "South Korea"),
        ("Mombasa", "GPE", "city", ""),
        ("Toyota", "PERSON", "company", ""),  # the gazetteer knows better than the model
        ("World Trade Organization", "ORG", "body", ""),
        ("Japanese", "NORP", "nationality", "Japan"),
        ("Ministry of Bridges", "ORG", "ministry", ""),
        ("Gdynia Airport", "FAC", "facility", ""),
        ("Zyxwv", "WORK_OF_ART", "other", ""),  # a label that is wrong too often
        ("Kenji Zyxwv", "PERSON", "person", ""),
    ],
)
def test_kinds_come_from_all_that_is_known(text: str, label: str, kind: str, nation: str) -> None:
    """Gazetteer, words of the name, demonyms, then the model's label."""
    name = name_of(names_of((f"Yesterday {text} won.", {text: label})), text)
    assert (name.text, name.kind, name.nation) == (text, kind, nation)


def test_a_country_goes_by_its_canonical_name() -> None:
    """With the other as an alias."""
    name = name_of(names_of(("Yesterday Britain won.", {"Britain": "GPE"})), "Britain")
    assert name.text == "United Kingdom"
    assert {"Britain", "UK"} <= set(name.aliases)


def test_a_title_makes_a_person() -> None:
    """It is no part of the name, and tells the gender."""
    names = names_of(("Yesterday Mrs. Zyxwv won.", {"Mrs. Zyxwv": "PERSON"}))
    name = name_of(names, "Zyxwv")
    assert (name.text, name.kind, name.gender) == ("Zyxwv", "person", "f")


def test_articles_and_possessives_are_no_part_of_a_name() -> None:
    """The mention holds the bare tokens."""
    names = names_of(("Yesterday the World Bank's loan won.", {"the World Bank's": "ORG"}))
    (mention,) = names.mentions
    assert (mention.start, mention.end, mention.name.text) == (2, 4, "World Bank")


def test_names_of_headlines_alone_are_not_trusted() -> None:
    """Capitals make names of anything there, unless the prose says the same."""
    head = ("Yesterday Curbs Bite.", {"Curbs Bite": "ORG"})
    body = ("Yesterday Japan won.", {"Japan": "GPE"})
    docs = (doc_of(*head), doc_of(*body))
    paragraphs = (Paragraph(0, docs[0].text, "headline"), Paragraph(0, docs[1].text, "body"))
    assert [m.name.text for m in find(paragraphs, docs).mentions] == ["Japan"]


def test_mentions_are_found_by_token_and_paragraph() -> None:
    """Other tokens and paragraphs have none."""
    text = "Yesterday Japan won and Kenya lost."
    names = names_of((text, {"Japan": "GPE", "Kenya": "GPE"}))
    doc = nlp(text)
    first, second = names.in_paragraph(0)
    assert names.at(0, doc[1]) == first
    assert names.at(0, doc[0]) is None
    assert names.at(1, doc[1]) is None
    assert names.in_paragraph(1) == []
    assert [m.name.text for m in (first, second)] == ["Japan", "Kenya"]
    assert names.called("Atlantis") is None


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Moon Jae-in spoke", ["Moon", "Jae-in", "spoke"]),
        ("Moon Jae In spoke", ["Moon", "Jae In", "spoke"]),
        ("Kim Jong Un and Kim Jong-un", ["Kim", "Jong Un", "and", "Kim", "Jong-un"]),
        ("he co-founded it", ["he", "co-founded", "it"]),
        ("Kim said so", ["Kim", "said", "so"]),
        ("co - op", ["co", "-", "op"]),
        ("Kim", ["Kim"]),
        ("", []),
    ],
)
def test_east_asian_given_names_are_one_token(text: str, tokens: list[str]) -> None:
    """So that "in" is not read as a preposition; prefixes likewise."""
    joined = join_names(nlp(text))
    assert [token.text for token in joined] == tokens
    assert joined.text == text
