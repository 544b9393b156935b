"""Subjects: what the parser took for a second subject, hung on the word it belongs to.

Each function looks at one token, as those of `attachments` do.
"""

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.attachments import hang
from quizgen.analysis.syntax import SUBJECTS, child, children, is_verb, reports
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


def deed_of_person(token: Token) -> None:
    """In "Santos left after her post went viral and plans to write" it is Santos who plans."""
    first = token.head
    main = first.head
    nested = token.dep_ == "conj" and first.dep_ == "advcl" and is_verb(main)
    if not nested or token.lemma_.lower() not in words("will_verbs.txt"):
        return
    thing, person = child(first, *SUBJECTS), child(main, *SUBJECTS)
    if child(token, *SUBJECTS) is not None or thing is None or person is None:
        return
    if thing.tag_ in {"NN", "NNS"} and not _is_alive(thing) and _is_alive(person):
        joint = [c for c in children(first, "cc") if c.i < token.i]
        hang(token, main)
        for word in joint[-1:]:
            hang(word, main)


def participle_before_verb(token: Token) -> None:
    """In "the share of calls dropped in Lima was higher" the share was higher, and fell nowhere."""
    subject, main = child(token, *SUBJECTS), _verb_behind(token)
    noun = token.nbor(-1) if token.i else token
    if subject is None or main is None or noun == subject or noun not in subject.subtree:
        return
    if token.tag_ != "VBD" or not token.lower_.endswith("ed") or child(token, "dobj", "aux"):
        return
    moved = [subject, *children(token, "mark", "advmod")]
    main.head, main.dep_ = (token.head, token.dep_) if token.head != token else (main, "ROOT")
    for part in moved:
        part.head = main
    token.head, token.dep_, token.tag_ = noun, "acl", "VBN"


def _verb_behind(token: Token) -> Token | None:
    """The finite verb without subject, comma or "and" of its own that follows a verb's phrase."""
    own = next((c for c in token.children if c.i > token.i and _is_lone(c)), None)
    if own is not None and own.dep_ in {"advcl", "ccomp", "dep"}:
        return own
    end = token.right_edge.i + 1
    after = token.doc[end] if end < len(token.doc) else token
    beside = after.head in {token.head, token} and after != token.head and after.dep_ != "conj"
    return after if beside and _is_lone(after) else None


def _is_lone(verb: Token) -> bool:
    """Whether a finite verb opens its clause: no subject, no conjunction, no word before it."""
    finite = verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ not in {"aux", "auxpass"}
    return finite and verb.left_edge == verb


def _is_alive(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    listed = gazetteer.is_person_noun(lemma) or gazetteer.is_group_noun(lemma)
    return listed or noun.pos_ in {"PROPN", "PRON"}


MOVES = (
    class_before_name,
    day_of_saying,
    day_before_name,
    country_behind_place,
    callings_before_name,
    deed_of_person,
    participle_before_verb,
)
