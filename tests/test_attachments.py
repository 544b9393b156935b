"""Attachments: what the parser hung on the wrong word is moved, sound parses are left alone."""

import pytest
from parses import Word, doc_of
from spacy.tokens import Doc

from quizgen.analysis.attachments import MOVES

POS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "IN": "ADP", "CD": "NUM", "JJ": "ADJ"}


def built(notation: str) -> Doc:
    """A sentence from "word|tag|label|head" with the head's number, and an entity label at need."""
    words = []
    for cell in notation.split():
        text, tag, dep, head, *ent = cell.split("|")
        pos = POS.get(tag, "VERB" if tag.startswith("VB") else "X")
        words.append(Word(text, tag, pos, dep, int(head), ent=ent[0] if ent else ""))
    return doc_of(words)


def moved(notation: str) -> dict[str, tuple[str, str]]:
    """Label and head of each word that any move changed."""
    before = [(t.dep_, t.head.i) for t in built(notation)]
    doc = built(notation)
    for move in MOVES:
        for token in doc:
            move(token)
    after = [(t.dep_, t.head.i) for t in doc]
    changed = [i for i, pair in enumerate(after) if pair != before[i]]
    return {doc[i].text: (doc[i].dep_, doc[i].head.text) for i in changed}


DOUBTED = (
    "Maria|NNP|nsubj|1 doubted|VBD|ROOT|1 the|DT|det|3 importance|NN|dobj|1 of|IN|prep|3 "
    "Lima|NNP|pobj|4 to|IN|prep|1 Peru|NNP|pobj|6"
)
CRITICISED = (
    "Kenya|NNP|nsubj|1 criticised|VBD|ROOT|1 Maria|NNP|compound|3|B-PERSON "
    "Santos|NNP|dobj|1|I-PERSON on|IN|prep|3 Twitter|NNP|pobj|4"
)
VOTES = (
    "Carlos|NNP|nsubjpass|2 was|VBD|auxpass|2 beaten|VBN|ROOT|2 By|IN|agent|2 4|CD|nummod|5 "
    "votes|NNS|pobj|3 by|IN|prep|5 Ana|NNP|pobj|6"
)
CITIES = (
    "Kenya|NNP|nsubj|1 flies|VBZ|ROOT|1 to|IN|prep|1 Lima|NNP|pobj|2|B-GPE ,|,|punct|3 "
    "Hanoi|NNP|appos|3|B-GPE ,|,|punct|5 and|CC|cc|5 Kigali|NNP|conj|5|B-GPE"
)
PARENTS = (
    "Ana|NNP|nsubj|1 lives|VBZ|ROOT|1 with|IN|prep|1 her|PRP$|poss|4 parents|NNS|pobj|2 "
    "in|IN|prep|4 Lima|NNP|pobj|5|B-GPE"
)
SENTENCED = (
    "Kenya|NNP|nsubj|1 sentence|VBD|ROOT|1 doctors|NNS|dobj|1 based|VBN|acl|2 in|IN|prep|3 "
    "Lima|NNP|pobj|4 to|IN|prep|3 prison|NN|pobj|6"
)
MISSION = (
    "It|PRP|nsubj|1 be|VBD|ROOT|1 part|NN|attr|1 of|IN|prep|2 a|DT|det|5 mission|NN|pobj|3 "
    "to|TO|aux|7 return|VB|xcomp|1 refugees|NNS|dobj|7"
)
RUN = (
    "Ships|NNS|nsubj|2 could|MD|aux|2 make|VB|ROOT|2 the|DT|det|4 Kessel|NNP|nsubj|5|B-LOC "
    "Run|VB|ccomp|2|I-LOC"
)
DAYS = (
    "Ana|NNP|nsubj|1 used|VBD|ROOT|1 eight|CD|nummod|3 days|NNS|dobj|1 ,|,|punct|1 six|CD|nsubj|8 "
    "of|IN|prep|5 which|WDT|pobj|6 counted|VBD|ccomp|1"
)
YET = (
    "Debt|NN|nsubj|1 rose|VBD|ccomp|5 yet|RB|advmod|3 many|JJ|amod|4 jobs|NNS|nsubj|5 "
    "fell|VBD|ROOT|5"
)
CLOSED = (
    "Kenya|NNP|nsubj|1 sued|VBD|ROOT|1 after|IN|mark|4 factories|NNS|nsubj|4 were|VBD|auxpass|5 "
    "closed|VBN|conj|1"
)
JOURNAL = (
    "Ana|NNP|compound|1 Lopes|NNP|ROOT|1 ,|,|punct|1 editor|NN|appos|1 of|IN|prep|3 "
    "journal|NN|pobj|4 Food|NNP|compound|7 Week|NNP|appos|1"
)
THERE = (
    "Kenya|NNP|nsubj|1 announced|VBD|ROOT|1 on|IN|prep|5 Friday|NNP|pobj|2|B-DATE "
    "there|EX|expl|5 were|VBD|ccomp|1 suspects|NNS|attr|5"
)
CONTRACT = (
    "Ana|NNP|nsubj|1 won|VBD|ROOT|1 a|DT|det|5 US$|$|quantmod|5|B-MONEY 40|CD|compound|5|I-MONEY "
    "million|CD|dobj|1|I-MONEY (|-LRB-|punct|5 £28|CD|nummod|8 )|-RRB-|punct|5 contract|NN|appos|5"
)
CLOCK = (
    "Kenya|NNP|nsubj|1 closed|VBD|ROOT|1 it|PRP|dobj|1 by|IN|prep|1 10|CD|pobj|3 a.m.|RB|advmod|1"
)


BETWEEN = (
    "Kenya|NNP|nsubj|1 closed|VBD|ROOT|1 between|IN|prep|1 1|CD|nummod|6 and|CC|cc|3 4|CD|conj|3 "
    "p.m.|NN|pobj|2"
)


@pytest.mark.parametrize(
    ("notation", "changes"),
    [
        (DOUBTED, {"to": ("prep", "importance")}),
        (CRITICISED, {"on": ("prep", "criticised")}),
        (SENTENCED, {"to": ("prep", "sentence")}),
        (MISSION, {"return": ("acl", "mission")}),
        (RUN, {"the": ("det", "Run"), "Kessel": ("compound", "Run"), "Run": ("dobj", "make")}),
        (DAYS, {"counted": ("relcl", "days")}),
        (YET, {"yet": ("cc", "fell")}),
        (
            CLOSED,
            {
                "after": ("mark", "closed"),
                "factories": ("nsubj", "closed"),
                "closed": ("advcl", "sued"),
            },
        ),
        (JOURNAL, {"Week": ("appos", "journal")}),
        (THERE, {"on": ("prep", "announced")}),
        (
            CONTRACT,
            {
                "a": ("det", "contract"),
                "million": ("nummod", "contract"),
                "contract": ("dobj", "won"),
            },
        ),
        (CLOCK, {"a.m.": ("npadvmod", "10")}),
        (VOTES, {"By": ("prep", "beaten"), "by": ("agent", "beaten")}),
        (CITIES, {"Hanoi": ("conj", "Lima")}),
        (PARENTS, {"in": ("prep", "lives")}),
    ],
)
def test_what_is_misplaced_is_moved(notation: str, changes: dict[str, tuple[str, str]]) -> None:
    """And nothing else in the sentence."""
    assert moved(notation) == changes


def test_a_letter_is_its_numbers_unit() -> None:
    """The "m" of "$630m" stands right behind the number."""
    words = [
        Word("rose", "VBD", "VERB", "ROOT", 0),
        Word("to", "IN", "ADP", "prep", 0),
        Word("630", "CD", "NUM", "pobj", 1, space=False),
        Word("m", "NN", "NOUN", "pobj", 1),
    ]
    doc = doc_of(words)
    for move in MOVES:
        for token in doc:
            move(token)
    assert (doc[3].dep_, doc[3].head.text) == ("quantmod", "630")


@pytest.mark.parametrize(
    "notation",
    [
        VOTES.replace("votes|", "members|").replace("4|CD|nummod|5", "some|DT|det|5"),
        CITIES.replace("and|CC", "or|CC"),
        PARENTS.replace("her|PRP$|poss", "the|DT|det"),
        PARENTS.replace("Lima|NNP|pobj|5|B-GPE", "peace|NN|pobj|5"),
        DOUBTED.replace("importance", "factory"),
        DOUBTED.replace("doubted", "give").replace("importance", "access"),
        CRITICISED.replace("PERSON", "ORG"),
        CRITICISED.replace("on|IN", "of|IN"),
        SENTENCED.replace("to|IN", "at|IN"),
        MISSION.replace("be|VBD", "seem|VBD"),
        RUN.replace("Run|", "run|"),
        DAYS.replace("which|WDT", "them|PRP"),
        YET.replace("yet|", "too|"),
        CLOSED.replace("factories|NNS|nsubj|4", "factories|NNS|nsubj|5"),
        JOURNAL.replace("journal|NN|", "Peru|NNP|"),
        THERE.replace("there|EX|expl|5", "there|RB|advmod|5"),
        CONTRACT.replace("contract|NN", "Peru|NNP"),
        CLOCK.replace("10|CD", "noon|NN"),
        BETWEEN,
    ],
)
def test_what_only_looks_alike_is_left_alone(notation: str) -> None:
    """A word differs on which the reading hangs."""
    assert not moved(notation)
