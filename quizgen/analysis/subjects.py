"""Subjects: what the parser took for a second subject, hung on the word it belongs to.

Each function looks at one token, as those of `attachments` do.
"""

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.attachments import hang
from quizgen.analysis.syntax import SUBJECTS, child, children, reports
from quizgen.data import words

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())


def class_before_name(token: Token) -> None:
    """In "the Indian space agency ISRO says" the noun tells of which kind the name is."""
    first = token.left_edge
    noun = first.nbor(-1) if first.i else token
    if token.pos_ != "PROPN" or token.dep_ not in SUBJECTS or noun.tag_ != "NN":
        return
    if noun.dep_ in SUBJECTS and noun.head == token.head and _is_class(noun):
        hang(noun, token, "compound")


def _is_class(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    listed = lemma in words("class_nouns.txt")
    return listed or gazetteer.is_group_noun(lemma) or gazetteer.is_person_noun(lemma)


def day_of_saying(token: Token) -> None:
    """In "said Friday the plant had closed" the day is that of saying."""
    content = token.head
    if token.lower_ not in DAYS or token.dep_ != "npadvmod" or content.dep_ != "ccomp":
        return
    cue = content.head
    if token.i == cue.i + 1 and reports(cue) and child(content, *SUBJECTS, "expl") is not None:
        hang(token, cue)


def day_before_name(token: Token) -> None:
    """In "On Friday Ford Motor Company announced" the day is no part of the name."""
    before = token.nbor(-1) if token.i else token
    if token.lower_ not in DAYS or token.dep_ != "compound" or before.lower_ != "on":
        return
    if before.dep_ == "prep" and not children(before, "pobj"):
        hang(token, before, "pobj")


def country_behind_place(token: Token) -> None:
    """In "a plane in Nevada, United States crashed" the country only says where the place lies."""
    first = token.left_edge
    if token.dep_ not in SUBJECTS or token.ent_type_ != "GPE" or first.i < token.sent.start + 2:
        return
    comma, place = first.nbor(-1), first.nbor(-2)
    others = [c for c in children(token.head, *SUBJECTS) if c.i < token.i]
    told = comma.text == "," and place.ent_type_ == "GPE" and place.dep_ == "pobj"
    if told and others and place in others[0].subtree:
        hang(token, place, "appos")
        hang(comma, place)


def callings_before_name(token: Token) -> None:
    """In "singer and writer Maria Santos died" all the nouns tell of the name."""
    first, calling = token.head, child(token, "compound", "nmod")
    if token.dep_ != "conj" or token.ent_type_ != "PERSON" or calling is None or first.i > token.i:
        return
    before = token.left_edge.nbor(-1) if token.left_edge.i else token
    if before.dep_ != "cc" or not _tell_of_person(first, calling):
        return
    while first.dep_ in {"conj", "appos"} and first.head.tag_ == "NN" and first.head.i < first.i:
        first = first.head
    if first.dep_ in SUBJECTS | {"dobj", "pobj"}:
        token.dep_, token.head = first.dep_, first.head
        first.dep_, first.head = "nmod", token


def _tell_of_person(first: Token, last: Token) -> bool:
    common = first.tag_ == last.tag_ == "NN"
    return common and any(gazetteer.is_person_noun(t.lemma_.lower()) for t in (first, last))


MOVES = (
    class_before_name,
    day_of_saying,
    day_before_name,
    country_behind_place,
    callings_before_name,
)
