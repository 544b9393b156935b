"""Evidence: what stands beside a name says of its kind, gathered over all mentions."""

from collections import Counter

import pytest
from parses import Word, doc_of
from recorded import analysis_of

from quizgen.analysis.evidence import kind_shown, weighed
from quizgen.analysis.mentions import RawMention
from quizgen.data import rows


def shown(words: list[Word], at: int, label: str = "ORG") -> str | None:
    """The kind that a sentence shows for the name at one of its words."""
    doc = doc_of(words)
    return kind_shown(weighed([RawMention(0, doc[at : at + 1], doc[at].text, label)]))


def name(head: int, dep: str) -> Word:
    """A name that no list holds."""
    return Word("Zyxwv", "NNP", "PROPN", dep, head, ent="B-ORG")


def test_an_apposition_says_what_a_name_is() -> None:
    """As in "Zyxwv, an airline, stopped"."""
    words = [
        name(3, "nsubj"),
        Word("an", "DT", "DET", "det", 2),
        Word("airline", "NN", "NOUN", "appos", 0),
        Word("stopped", "VBD", "VERB", "ROOT", 3, "stop"),
    ]
    assert shown(words, 0) == "company"
    words[2] = Word("plan", "NN", "NOUN", "appos", 0)
    assert shown(words, 0) is None


def test_a_noun_before_a_name_says_what_it_is() -> None:
    """As in "newspaper Zyxwv stopped", but not "newspapers Zyxwv"."""
    words = [
        Word("newspaper", "NN", "NOUN", "compound", 1),
        name(2, "nsubj"),
        Word("stopped", "VBD", "VERB", "ROOT", 2, "stop"),
    ]
    assert shown(words, 1) == "media"
    words[0] = Word("newspapers", "NNS", "NOUN", "compound", 1, "newspaper")
    assert shown(words, 1) is None


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("share", "company"), ("wife", "person"), ("voter", "party"), ("resident", "place")],
)
def test_what_belongs_to_a_name_shows_its_kind(noun: str, kind: str) -> None:
    """As in "Zyxwv's shares", "Zyxwv's wife"."""
    words = [
        name(2, "poss"),
        Word("'s", "POS", "PART", "case", 0),
        Word(noun, "NN", "NOUN", "nsubj", 3),
        Word("fell", "VBD", "VERB", "ROOT", 3, "fall"),
    ]
    assert shown(words, 0) == kind


def test_one_weak_sign_is_no_evidence() -> None:
    """Whoever announces may be a person, and who sells may be anyone."""
    for lemma in ("announce", "sell"):
        words = [name(1, "nsubj"), Word(lemma, "VBD", "VERB", "ROOT", 1, lemma)]
        assert shown(words, 0) is None


def test_a_labelled_thing_that_is_counted_is_a_product() -> None:
    """As in "bought a Zyxwv"; the article alone does not do."""
    words = [
        Word("bought", "VBD", "VERB", "ROOT", 0, "use"),
        Word("a", "DT", "DET", "det", 2),
        name(0, "dobj"),
    ]
    assert shown(words, 2, "PRODUCT") == "product"
    words[0] = Word("saw", "VBD", "VERB", "ROOT", 0, "see")
    assert shown(words, 2, "ORG") is None


@pytest.mark.parametrize(
    ("total", "kind"),
    [
        ({"company": 3}, "company"),
        ({"company": 3, "organisation": 4}, "company"),  # a company is a body
        ({"product": 3, "organisation": 2}, None),  # a product is none
        ({"company": 3, "product": 2}, None),
        ({"product": 2}, None),  # divisions are counted too
        ({"organisation": 1, "agent": 1}, "organisation"),
        ({"agent": 5}, None),  # a person speaks as well
        ({"person": 3, "agent": 5}, "person"),
        ({}, None),
    ],
)
def test_evidence_is_weighed(total: dict[str, int], kind: str | None) -> None:
    """Enough of it, and clearly more than for the next kind."""
    assert kind_shown(Counter(total)) == kind


def test_kinds_of_evidence_are_known() -> None:
    """Nouns and signs name kinds that names can have."""
    kinds = {row["kind"] for row in rows("class_nouns.tsv")}
    kinds |= {row["kind"] for row in rows("name_evidence.tsv")}
    assert kinds <= set(
        "agent agency award city company country court event facility group legislature media "
        "ministry organisation other party person place product province region team university "
        "work".split()
    )
    assert {row["relation"] for row in rows("name_evidence.tsv")} == {"subject", "object", "with"}


@pytest.mark.parametrize(
    ("opening", "text", "kind"),
    [
        ("Shares of Valmora", "Valmora", "company"),
        ("The newspaper Larkspur", "Larkspur", "media"),
        ("Kenya ordered six Boeing 737", "Boeing 737", "product"),
        ("In May Airbus delivered", "Airbus A320", "product"),
        ("Anna Kowalska of Tervala", "Tervala", "other"),  # or a village
        ("The minister met Tak-Sing", "Tak-Sing Wong", "person"),
    ],
)
def test_names_of_whole_sentences_are_typed(opening: str, text: str, kind: str) -> None:
    """As they come from the pipeline."""
    found = analysis_of(opening).names.called(text)
    assert found is not None
    assert found.kind == kind
