"""Rivals: whether the article says of another what the question asks for as if of one only."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import is_verb, shared_subject
from quizgen.data import words
from quizgen.facts.fact import Clause
from quizgen.rules.asking import Draft

STAYING = frozenset({"in", "at", "for", "with", "on"})
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def rival(draft: Draft, analysis: Analysis) -> str:
    """No "Who was elected?" where several were, no "Where did she serve?" of two places."""
    clause = draft.fact.clause
    if clause is None or not draft.fact.tells or _says_more(clause, draft):
        return ""
    if clause.verb.lemma_.lower() in words("reporting_verbs.txt"):
        return ""
    own = _name(clause.subject.head, draft.fact.sentence.paragraph, draft)
    others = (_name(s, n, draft) for n, s in _subjects(clause.verb, draft, analysis))
    if clause.subject is draft.asked:
        found = own is not None and any(o is not None and o != own for o in others)
    elif _stays(clause, draft):
        found = own is not None and any(o == own for o in others)
    else:
        found = False
    return f"the article says it more than once: {clause.verb.text}" if found else ""


def _stays(clause: Clause, draft: Draft) -> bool:
    """Whether the phrase asked for is where or for whom somebody does something."""
    before = draft.asked.head.head
    inside = before.dep_ == "prep" and before.head == clause.verb and before.lower_ in STAYING
    return draft.asked.role in STAYING or inside


def _says_more(clause: Clause, draft: Draft) -> bool:
    """Whether the predicate holds anything but its verb and the phrase asked for."""
    gone = {clause.verb, *draft.asked.whole}
    return any(t.pos_ in CONTENT for t in clause.predicate if t not in gone)


def _subjects(verb: Token, draft: Draft, analysis: Analysis) -> Iterator[tuple[int, Token]]:
    """The subjects of the same verb elsewhere in the prose, each with its paragraph."""
    for number, doc in enumerate(analysis.docs):
        for other in doc if analysis.paragraphs[number].kind == "body" else ():
            here = number == draft.fact.sentence.paragraph and other.i == verb.i
            if other.lemma_ == verb.lemma_ and is_verb(other) and not here:
                subject = shared_subject(other)
                if subject is not None:
                    yield number, subject


def _name(token: Token, number: int, draft: Draft) -> Name | None:
    mention = draft.wording.names.at(number, token)
    return mention.name if mention else draft.wording.story.people.get((number, token.i))
