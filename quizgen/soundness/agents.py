"""Agents: the subject of a clause is the one who acts in the article, and not a noun beside it."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import SUBJECTS, child, is_verb
from quizgen.data import words
from quizgen.facts.fact import Clause
from quizgen.rules.asking import Draft

WILLING = frozenset({"people", "person", "collective", "company", "organisation", "pronoun"})


def wrong_agent(draft: Draft, _: Analysis) -> str:
    """No clause whose subject the parse took from a neighbouring clause or phrase."""
    clause = draft.fact.clause
    if clause is None or not draft.fact.tells:
        return ""
    return next(_signs(clause), "")


def _signs(clause: Clause) -> Iterator[str]:
    subject = clause.subject.head
    if _shares(clause.verb) and _wants(clause.verb) and _is_thing(clause):
        yield f"things want nothing: {subject.text}"
    if _joined_to_phrase(clause):
        yield f"the subject belongs to the phrase before it: {subject.text}"


def _shares(verb: Token) -> bool:
    """Whether a verb takes its subject from the one that it is joined to."""
    return verb.dep_ == "conj" and is_verb(verb.head) and child(verb, *SUBJECTS) is None


def _wants(verb: Token) -> bool:
    return verb.lemma_.lower() in words("will_verbs.txt") | words("person_verbs.txt")


def _is_thing(clause: Clause) -> bool:
    noun = clause.subject.head
    lemma = noun.lemma_.lower()
    alive = gazetteer.is_person_noun(lemma) or gazetteer.is_group_noun(lemma)
    return noun.tag_ in {"NN", "NNS"} and not alive and not clause.subject.tags & WILLING


def _joined_to_phrase(clause: Clause) -> bool:
    """Whether "and" joins the subject to a phrase: "by reports of Friday, and Toyota, ..."."""
    first = clause.subject.head.left_edge
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is None or before.dep_ != "cc":
        return False
    return before.head.dep_ == "prep" or before.head.lower_ == "according"
