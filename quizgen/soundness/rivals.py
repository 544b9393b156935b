"""Rivals: whether the article says of another what the question asks for as if of one only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import SUBJECTS, is_verb, shared_subject
from quizgen.data import words
from quizgen.rules.asking import Draft

STAYING = frozenset({"in", "at", "for", "with", "on"})
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause says: its verb, the name of its subject, the lemmas of its other words."""

    verb: Token
    subject: Name | None
    rest: frozenset[str]


def rival(draft: Draft, analysis: Analysis) -> str:
    """No "Who was elected?" where several were, no "Where did she serve?" of two places."""
    said, asks_subject = _told(draft), _asks_subject(draft)
    if said is None or said.subject is None or not (asks_subject or _stays(draft)):
        return ""
    if said.verb.lemma_.lower() in words("reporting_verbs.txt") or draft.key == "True":
        return ""
    for other in _elsewhere(said.verb, draft, analysis):
        another = other.subject is not None and other.subject != said.subject
        same = said.rest <= other.rest
        if same and (another if asks_subject else other.subject == said.subject):
            return f"the article says it more than once: {said.verb.text}"
    return ""


def _asks_subject(draft: Draft) -> bool:
    clause = draft.fact.clause
    if clause is not None and draft.fact.tells:
        return clause.subject is draft.asked
    return draft.asked.head.dep_ in SUBJECTS


def _told(draft: Draft) -> Said | None:
    """What the question tells of its subject, without the phrase asked for."""
    clause, number = draft.fact.clause, draft.fact.sentence.paragraph
    gone = set(draft.asked.whole)
    if clause is not None and draft.fact.tells:
        rest = _content(t for t in clause.predicate if t not in {clause.verb, *gone})
        return Said(clause.verb, _name(clause.subject.head, number, draft), rest)
    if draft.fact.kind != "sentence" or not _asks_subject(draft):
        return None
    verb = draft.asked.head.head
    rest = _content(t for t in draft.fact.sentence.span if t != verb and t not in gone)
    return Said(verb, _name(draft.asked.head, number, draft), rest)


def _stays(draft: Draft) -> bool:
    """Whether the phrase asked for is where or for whom somebody does something."""
    before, clause = draft.asked.head.head, draft.fact.clause
    beside = clause is not None and before.head == clause.verb
    inside = before.dep_ == "prep" and beside and before.lower_ in STAYING
    return draft.asked.role in STAYING or inside


def _elsewhere(verb: Token, draft: Draft, analysis: Analysis) -> Iterator[Said]:
    """What the prose says with the same verb in other clauses."""
    for number, doc in enumerate(analysis.docs):
        for other in doc if analysis.paragraphs[number].kind == "body" else ():
            here = number == draft.fact.sentence.paragraph and other.i == verb.i
            subject = shared_subject(other) if other.lemma_ == verb.lemma_ and not here else None
            if subject is not None and is_verb(other):
                rest = set(other.subtree) - set(subject.subtree)
                yield Said(other, _name(subject, number, draft), _content(rest - {other}))


def _content(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(t.lemma_.lower() for t in tokens if t.pos_ in CONTENT and t.tag_ != "JJR")


def _name(token: Token, number: int, draft: Draft) -> Name | None:
    mention = draft.wording.names.at(number, token)
    return mention.name if mention else draft.wording.story.people.get((number, token.i))
