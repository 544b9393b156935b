"""Attributions: the statements that tell what somebody says, denies, judges or holds to be so.

As in the annotation of discourse (Carlson and Marcu, Discourse Tagging Reference Manual, 2001,
section 3.1) the content is a clause or a quotation, and an infinitive is none: what somebody wants,
plans or asks of others is a stance. Business news adds noun phrases that stand for a clause
("announced job cuts"; Minard et al., MEANTIME, 2016).
"""

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.statements.find import Statement

WHOLE = frozenset({"clause", "naming"})
ASSERTING = {
    "noun": frozenset({"says", "denies", "judges"}),
    "phrase": frozenset({"says", "denies", "warns"}),
    "object_infinitive": frozenset({"says", "believes"}),
}
"""For each frame that is no clause the kinds of cue that make it a claim."""


def is_attribution(statement: Statement) -> bool:
    """Whether it tells what its speaker said or held, and not that somebody did not say it."""
    if statement.negated or not statement.speaker:
        return False
    if statement.frame in WHOLE:
        return True
    asserted = statement.kind in ASSERTING.get(statement.frame, frozenset())
    return asserted and _can_speak(statement.speaker)


def _can_speak(speaker: tuple[Token, ...]) -> bool:
    """Whether it is somebody: "the results confirm the lack of salt" reports no claim."""
    head = next(t for t in speaker if t.head not in speaker)
    lemma = head.lemma_.lower()
    named = head.pos_ in {"PROPN", "PRON"}
    return named or gazetteer.is_person_noun(lemma) or gazetteer.is_group_noun(lemma)
