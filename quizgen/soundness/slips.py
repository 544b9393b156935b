"""Slips: English that the article itself, or a misread clause, has wrong; nobody could mend it.

Each function gives the sign that it found, or "". A sentence shown whole is not concerned.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import child, children, fence_before
from quizgen.data import words
from quizgen.facts.fact import Clause
from quizgen.rules.asking import Draft

NAMING = frozenset("call dub label brand term deem name".split())
TELLING = frozenset("announce say state claim declare write add argue insist note tell".split())
SPANS = frozenset({"year", "decade", "century", "month", "generation"})
RELATIVE = frozenset({"who", "whose", "which"})
BARE = 4  # words of a number of people that says nothing else of them
DOING = re.compile(r"\bto do (?:that|which|who|whose)\b")


def slip(draft: Draft, _: Analysis) -> str:
    """No words that an editor would have to put right."""
    clause = draft.fact.clause
    if clause is None or draft.fact.kind == "sentence":
        return ""
    found = (sign for test in _TESTS for sign in test(draft, clause))
    return next(found, "")


def _lost_naming(draft: Draft, clause: Clause) -> Iterator[str]:
    """What something was called stays with it: 'called the attack "an outrage"'."""
    asked = draft.asked
    quoted = any(t.text == '"' for t in asked.whole[1:])
    if asked.role == "object" and clause.verb.lemma_.lower() in NAMING and quoted:
        yield "what something is called is part of the answer"


def _torn_superlative(draft: Draft, clause: Clause) -> Iterator[str]:
    """The time in which something is the worst belongs to it: "its worst crisis in a decade"."""
    asked = draft.asked
    if asked.role != "object" or not any(t.tag_ == "JJS" for t in asked.tokens):
        return
    for phrase in clause.arguments:
        near = phrase.preposition and phrase.preposition[0].lower_ in {"in", "for", "since"}
        if phrase is not asked and near and phrase.head.lemma_ in SPANS:
            yield f"a superlative torn from its time: {phrase.head.text}"


def _deed_as_clause(_: Draft, clause: Clause) -> Iterator[str]:
    """A verb of announcing takes no bare deed: "announced opening a plant"."""
    if clause.verb.lemma_ not in TELLING or clause.passive:
        return
    for deed in children(clause.verb, "xcomp", "ccomp", "dobj"):
        if deed.tag_ == "VBG" and deed.i == clause.verb.i + 1:
            yield f"a deed after a verb of saying: {deed.text}"


def _same_in_past(_: Draft, clause: Clause) -> Iterator[str]:
    """Whether "ships broadcast" is past can't be seen where nothing dates it."""
    verb, subject = clause.verb, clause.subject.head
    bare = subject.tag_ == "NNS" and child(subject, "det", "nummod", "poss", "prep") is None
    same = verb.tag_ == "VBD" and verb.lower_ == verb.lemma_ and not clause.auxiliaries
    if same and bare and not any(a.role.endswith("time") for a in clause.arguments):
        yield f"past or present can't be told: {verb.text}"


def _changed_tense(_: Draft, clause: Clause) -> Iterator[str]:
    """A deed told in the present after one in the past: "won a seat, and becomes the first"."""
    verb = clause.verb
    if verb.tag_ == "VBZ" and verb.lemma_ == "become" and verb.head.tag_ == "VBD":
        yield "a present tense for what is over"


def _misplaced_relative(draft: Draft, _: Clause) -> Iterator[str]:
    """What is said of somebody named stands behind a comma: "Mike Miller who is a judge"."""
    if DOING.search(draft.stem):
        yield "a relative clause without its noun"
    for token in draft.words:
        named = token.i > 0 and token.nbor(-1).ent_type_ in {"PERSON", "ORG"}
        if token.lower_ in RELATIVE and named and not fence_before(token):
            before = token.nbor(-1)
            if before.tag_ == "NNP" and child(before, "det") is None:
                yield f"a supplement without its comma: {token.text}"


def _torn_deed(draft: Draft, clause: Clause) -> Iterator[str]:
    """A deed behind an asked thing belongs to it: "a letter of intent on selling gas"."""
    following = _behind_object(draft, clause)
    if following is None:
        return
    deed = following.dep_ == "prep" and child(following, "pcomp") is not None
    if deed and following.lower_ in {"on", "of", "about", "over"}:
        yield f"a deed may belong to the answer: {following.text}"


def _torn_aim(draft: Draft, clause: Clause) -> Iterator[str]:
    """A "for" behind a thing with a phrase of its own may belong to it: "books for adults"."""
    following = _behind_object(draft, clause)
    own = any(t.dep_ == "acl" or t.lower_ == "with" for t in draft.asked.whole)
    if following is not None and following.lower_ == "for" and own:
        yield f"an aim may belong to the answer: {following.text}"


def _behind_object(draft: Draft, clause: Clause) -> Token | None:
    """The word of the stem that the article has right behind an asked object without a name."""
    asked = draft.asked
    after = asked.whole[-1].i + 1
    if asked.role != "object" or "named" in asked.tags or after >= len(clause.verb.doc):
        return None
    following = clause.verb.doc[after]
    return following if following in draft.words else None


def _joined_verb(draft: Draft, clause: Clause) -> Iterator[str]:
    """A second verb read as part of a noun: "examined data and contacted experts"."""
    if "{clause:ask" not in draft.template:
        return
    for token in (*draft.words, *draft.asked.whole):
        before = token.nbor(-1) if token.i else token
        adjective = token.dep_ == "amod" and token.tag_ in {"VBN", "VBD"}
        if adjective and before.dep_ == "cc" and clause.verb.tag_ == "VBD":
            yield f"a second verb read as an adjective: {token.text}"


def _number_for_who(draft: Draft, _: Clause) -> Iterator[str]:
    """Who did something is not answered by a number: "at least 71 people"."""
    people = draft.stem.partition(" ")[0] == "Who" or ", who " in draft.stem
    counted = "count" in draft.asked.tags or child(draft.asked.head, "nummod") is not None
    if people and counted and len(draft.asked.tokens) <= BARE and "person" not in draft.asked.tags:
        yield "a number of people for who they are"


def _time_as_thing(draft: Draft, _: Clause) -> Iterator[str]:
    """How long is not asked with "what": "lived millions of years after the flood"."""
    asked = draft.asked
    timed = asked.head.ent_type_ in {"DATE", "TIME"}
    if asked.role == "object" and timed and re.search(r"\b[Ww]hat\b", draft.stem):
        yield f"a time read as a thing: {asked.head.text}"


def _doer_as_thing(draft: Draft, _: Clause) -> Iterator[str]:
    """Who is urged to do something is no thing: "What has Peru urged to leave"."""
    asked = draft.asked
    verb = asked.head.head
    deeds = [d for d in children(verb, "xcomp", "ccomp") if d.i > asked.head.i]
    bound = any(t.tag_ == "TO" for d in deeds for t in children(d, "aux"))
    urged = verb.lemma_ in words("urging_verbs.txt") and draft.rule.name == "object"
    if urged and bound and asked.role == "object":
        yield f"a doer asked for as a thing: {asked.head.text}"


def _sum_of_another(draft: Draft, _: Clause) -> Iterator[str]:
    """A price told before a thing is not what was spent: "is enjoying £200 meals"."""
    asked = draft.asked
    much = draft.rule.name == "amount" and asked.role == "object"
    if much and asked.head.ent_type_ != "MONEY":
        yield f"a price for a thing: {asked.head.text}"


_TESTS = (
    _time_as_thing,
    _doer_as_thing,
    _sum_of_another,
    _lost_naming,
    _torn_superlative,
    _deed_as_clause,
    _same_in_past,
    _changed_tense,
    _misplaced_relative,
    _torn_deed,
    _torn_aim,
    _joined_verb,
    _number_for_who,
)
