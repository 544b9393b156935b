"""Repairs: known classes of parse errors are set right, and sound parses are left as they are."""

import pytest
from parses import Word, doc_of
from spacy.tokens import Doc

from quizgen.analysis.repairs import repair


def heads(doc: Doc) -> list[tuple[str, str, str]]:
    """Each word with its label and its head."""
    return [(t.text, t.dep_, t.head.text) for t in doc]


def called(verb: str, lemma: str, *, repaired: bool) -> list[Word]:
    """The words of 'Seoul called the curbs "unfair".', the curbs at the verb or the quotation."""
    return [
        Word("Seoul", "NNP", "PROPN", "nsubj", 1),
        Word(verb, "VBD", "VERB", "ROOT", 1, lemma),
        Word("the", "DT", "DET", "det", 3 if repaired else 5),
        Word("curbs", "NNS", "NOUN", "dobj" if repaired else "nsubj", 1 if repaired else 5),
        Word('"', "``", "PUNCT", "punct", 5),
        Word("unfair", "JJ", "ADJ", "oprd", 1),
        Word('"', "''", "PUNCT", "punct", 1),
        Word(".", ".", "PUNCT", "punct", 1),
    ]


def test_what_is_called_names_is_the_object() -> None:
    """The quoted word is its predicate."""
    doc = repair(doc_of(called("called", "call", repaired=False)))
    assert heads(doc) == heads(doc_of(called("called", "call", repaired=True)))


@pytest.mark.parametrize(
    ("verb", "lemma", "repaired"), [("called", "call", True), ("wrote", "write", False)]
)
def test_other_parses_are_left_alone(verb: str, lemma: str, *, repaired: bool) -> None:
    """A right parse, and a verb that calls nothing names."""
    words = called(verb, lemma, repaired=repaired)
    assert heads(repair(doc_of(words))) == heads(doc_of(words))


def test_a_quotation_gives_way_to_the_noun_of_a_preposition() -> None:
    """In 'called the curbs on exports "unfair"' the exports belong to "on"."""
    doc = repair(
        doc_of(
            [
                Word("Seoul", "NNP", "PROPN", "nsubj", 1),
                Word("called", "VBD", "VERB", "ROOT", 1, "call"),
                Word("curbs", "NNS", "NOUN", "dobj", 1),
                Word("on", "IN", "ADP", "prep", 2),
                Word("exports", "NNS", "NOUN", "compound", 6),
                Word('"', "``", "PUNCT", "punct", 6),
                Word("retaliation", "NN", "NOUN", "pobj", 3),
                Word('"', "''", "PUNCT", "punct", 1),
                Word(".", ".", "PUNCT", "punct", 1),
            ]
        )
    )
    assert ("exports", "pobj", "on") in heads(doc)
    assert ("retaliation", "oprd", "called") in heads(doc)


def dated(*, subject: str, place: int, tag: str = "NNP", pos: str = "PROPN") -> list[Word]:
    """The words of "<subject> on Friday fired rockets.", the day at the word number `place`."""
    return [
        Word(subject, tag, pos, "nsubj", 3),
        Word("on", "IN", "ADP", "prep", place),
        Word("Friday", "NNP", "PROPN", "pobj", 1, ent="B-DATE"),
        Word("fired", "VBD", "VERB", "ROOT", 3, "fire"),
        Word("rockets", "NNS", "NOUN", "dobj", 3),
        Word(".", ".", "PUNCT", "punct", 3),
    ]


def test_a_day_after_a_name_is_the_verbs() -> None:
    """In "Iran on Friday fired rockets" the firing was on Friday."""
    doc = repair(doc_of(dated(subject="Iran", place=0)))
    assert heads(doc) == heads(doc_of(dated(subject="Iran", place=3)))


def test_a_day_after_a_common_noun_stays() -> None:
    """In "Talks on Friday" they may be what was on Friday."""
    doc = repair(doc_of(dated(subject="talks", place=0, tag="NNS", pos="NOUN")))
    assert ("on", "prep", "talks") in heads(doc)


def held(preposition: str, ent: str) -> list[Word]:
    """The words of "Kenya held talks <in> Lagos on Friday.", the day at the town."""
    return [
        Word("Kenya", "NNP", "PROPN", "nsubj", 1),
        Word("held", "VBD", "VERB", "ROOT", 1, "hold"),
        Word("talks", "NNS", "NOUN", "dobj", 1),
        Word(preposition, "IN", "ADP", "prep", 2),
        Word("Lagos", "NNP", "PROPN", "pobj", 3),
        Word("on", "IN", "ADP", "prep", 4),
        Word("Friday", "NNP", "PROPN", "pobj", 5, ent=ent),
        Word(".", ".", "PUNCT", "punct", 1),
    ]


@pytest.mark.parametrize(
    ("preposition", "ent", "head"),
    [
        ("in", "B-DATE", "held"),
        ("until", "B-DATE", "Lagos"),
        ("according", "B-DATE", "Lagos"),
        ("in", "", "Lagos"),
    ],
)
def test_a_day_at_the_end_of_a_clause_is_the_verbs(preposition: str, ent: str, head: str) -> None:
    """Not within "until ..." nor of what somebody said that day, and only a date."""
    assert ("on", "prep", head) in heads(repair(doc_of(held(preposition, ent))))


@pytest.mark.parametrize(
    ("text", "tag", "lemma", "mended"),
    [
        ("fined", "VBD", "fin", "fine"),
        ("hoping", "VBG", "hop", "hope"),
        ("fined", "VBD", "fine", "fine"),
        ("hopped", "VBD", "hop", "hop"),
        ("helped", "VBD", "help", "help"),
        ("showed", "VBD", "show", "show"),
        ("fined", "JJ", "fin", "fin"),
    ],
)
def test_lemmas_get_back_their_e(text: str, tag: str, lemma: str, mended: str) -> None:
    """A short stem would have doubled its last letter."""
    words = [
        Word("Kenya", "NNP", "PROPN", "nsubj", 1),
        Word(text, tag, "VERB", "ROOT", 1, lemma),
        Word(".", ".", "PUNCT", "punct", 1),
    ]
    assert repair(doc_of(words))[1].lemma_ == mended


def accused(thing: Word, of: str = "O") -> list[Word]:
    """The words of "Kenya accused <thing> of fraud.", the phrase at the thing."""
    return [
        Word("Kenya", "NNP", "PROPN", "nsubj", 1),
        Word("accused", "VBD", "VERB", "ROOT", 1, "accuse"),
        thing,
        Word("of", "IN", "ADP", "prep", 2, ent="" if of == "O" else of),
        Word("fraud", "NN", "NOUN", "pobj", 3),
        Word(".", ".", "PUNCT", "punct", 1),
    ]


def test_what_a_name_is_accused_of_is_the_verbs() -> None:
    """A name has no phrase with "of" of its own."""
    doc = repair(doc_of(accused(Word("Shell", "NNP", "PROPN", "dobj", 1))))
    assert ("of", "prep", "accused") in heads(doc)


def test_a_phrase_with_of_may_be_the_nouns_own() -> None:
    """As in "a group of farmers" and in names like "the Bank of Japan"."""
    group = repair(doc_of(accused(Word("group", "NN", "NOUN", "dobj", 1))))
    assert ("of", "prep", "group") in heads(group)
    bank = Word("Bank", "NNP", "PROPN", "dobj", 1, ent="B-ORG")
    assert ("of", "prep", "Bank") in heads(repair(doc_of(accused(bank, of="I-ORG"))))
