"""Loose: questions that more than the key answers, for all that is known outside the article."""

import re

from quizgen.analysis.syntax import children, reports
from quizgen.analysis.times import MONTHS
from quizgen.data import words
from quizgen.distractors.dates import YEAR
from quizgen.gazetteer import PLACES
from quizgen.rules.asking import Draft

FEW_OF_MANY = re.compile(
    r"\bone of (?:the|its|his|her|their|\S+[’']s?) (?:[\w-]+ ){0,2}?"
    r"(?:\w+est|most|least|best|worst)\b"
)
"""'Which country has one of the highest death tolls?'"""
ONE_OF_SEVERAL = re.compile(r"\b(?:is|are|was|were|be) .*\ban? (?:[\w-]+ ){1,3}of which\b")
"""'He was a critic of which country?'"""
INDEFINITE = re.compile(r"\b(?:an?|another|several|two|three|many) ((?:[\w-]+ ){0,2}[\w-]+)")
DATED = re.compile(rf"{YEAR.pattern}|\b(?:{'|'.join(MONTHS)})\b")
REACHING = frozenset("surpass exceed reach top pass hit".split())
SPEAKING = PLACES | {"country", "nationality"}


def fits_several(draft: Draft) -> bool:
    """Whether the stem is such that others than the key fit as well: without options it is fair.

    "In which city did she hold a rally?" has many answers when no date is told.
    """
    stem = draft.stem
    if FEW_OF_MANY.search(stem) or ONE_OF_SEVERAL.search(stem):
        return True
    if draft.kind not in PLACES or DATED.search(stem):
        return False
    if draft.fact.clause is not None and draft.fact.clause.verb.lemma_ in REACHING:
        return True  # cases passed a million in other countries, too
    told = (match[1].lower().split() for match in INDEFINITE.finditer(stem))
    return any(words("event_nouns.txt") & set(parts) for parts in told)


def is_general(draft: Draft) -> bool:
    """Whether known names of the kind may do or say the same, though the article names the key.

    What a party or a state does as a habit, or has ever done to nobody in particular; what one
    government says of a matter.
    """
    clause = draft.fact.clause
    if clause is None or draft.kind == "person":
        return False
    helpers = children(clause.verb, "aux", "auxpass")
    finite = helpers[0] if helpers else clause.verb
    if draft.asked.role != "subject":  # "In which country is the group banned?"
        ongoing = finite.tag_ in {"VBZ", "VBP"} and "person" not in clause.subject.tags
        return ongoing and draft.kind in PLACES and not DATED.search(draft.stem)
    if reports(clause.verb) and draft.kind in SPEAKING:
        return True
    if not helpers:
        return finite.tag_ in {"VBZ", "VBP"}
    told = draft.stem.partition(f" {clause.verb.text} ")[2]
    return helpers[0].lower_ in {"has", "have"} and not re.search(r"[A-Z\d]", told)
