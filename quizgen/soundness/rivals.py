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
    """What a clause says: its verb, the name of its subject, the lemmas of its other words.

    `fixed` are those of the other words that are names, numbers and ordinals.
    """

    verb: Token
    subject: Name | None
    rest: frozenset[str]
    fixed: frozenset[str] = frozenset()

    def repeated_by(self, other: "Said") -> bool:
        """Whether another clause says all of it."""
        return self.rest <= other.rest

    def echoed_by(self, other: "Said") -> bool:
        """Whether another clause says half of it or more, and of the same places and numbers."""
        return self.fixed <= other.rest and 2 * len(self.rest & other.rest) >= len(self.rest)


def rival(draft: Draft, analysis: Analysis) -> str:
    """No "Who was elected?" where several were, no "Where did she serve?" of two places."""
    said, asks_subject = _told(draft), _asks_subject(draft)
    if said is None or said.subject is None or not (asks_subject or _stays(draft)):
        return ""
    if said.verb.lemma_.lower() in words("reporting_verbs.txt") or draft.key == "True":
        return ""
    for other in _elsewhere(said.verb, draft, analysis):
        another = other.subject is not None and other.subject != said.subject
        stays = other.subject == said.subject and said.repeated_by(other)
        if (another and said.echoed_by(other)) if asks_subject else stays:
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
        told = [t for t in clause.predicate if t not in {clause.verb, *gone}]
        shown = [t for t in told if draft.wording.swaps.get(t.i, t.text) in draft.stem]
        subject = _name(clause.subject.head, number, draft)
        return Said(clause.verb, subject, _content(shown), _content(filter(_is_fixed, shown)))
    if draft.fact.kind != "sentence" or not _asks_subject(draft):
        return None
    verb = draft.asked.head.head
    rest = _content(t for t in draft.fact.sentence.span if t != verb and t not in gone)
    return Said(verb, _name(draft.asked.head, number, draft), rest, rest)


def _is_fixed(token: Token) -> bool:
    return token.pos_ in {"PROPN", "NUM"} or token.ent_type_ == "ORDINAL"


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
