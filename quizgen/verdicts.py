"""Verdicts: statements to be judged true or false, made of sound drafts that ask for a name.

Half of them, so decided by their text alone, tell the key; the others a wrong answer that could
stand beside it, so that they are false in that one place.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from quizgen.question import GAP
from quizgen.ranking import Ranked
from quizgen.rules import templates
from quizgen.rules.asking import Draft
from quizgen.rules.loading import Rule
from quizgen.wording.surface import sentence_case

RULE = "true_false"
GUESSED = 0.15
"""What a statement costs of its draft's score: half of those who know nothing judge it rightly."""
DONE_BY = "{subject:wh}"
BARE = frozenset({"person", "company", "city", "state"})
"""Kinds whose names need no article at the head of a statement."""
POINTING = re.compile(r"\b(?:s?he|him|his|hers?|it|its|they|them|their|who|whose)\b", re.IGNORECASE)
"""Words that may mean the name asked for: with another there they would mean somebody else."""


def statements(
    ranked: Iterable[Ranked], rules: Sequence[Rule], wrong: Callable[[Draft], Sequence[str]]
) -> Iterator[Ranked]:
    """The statements that ranked drafts give, each ranked below its draft; none without their rule.

    `wrong` tells the wrong answers of a draft, best first; of one that has none nothing is stated.
    """
    rule = next((rule for rule in rules if rule.name == RULE), None)
    if rule is None:
        return
    for each in ranked:
        gapped = _with_gap(each.draft)
        if gapped and (others := wrong(each.draft)):
            reasons = (*each.reasons, ("statement", -GUESSED))
            score = round(max(0.0, each.score - GUESSED), 4)
            stated = _stated(each.draft, gapped, others[0], rule)
            yield replace(each, draft=stated, score=score, reasons=reasons)


def _with_gap(draft: Draft) -> str:
    """The statement with a gap for the name that a draft asks for, else ""."""
    if "named" not in draft.asked.tags:
        return ""
    stem = draft.stem if draft.rule.type == "cloze" else _of_question(draft)
    return "" if POINTING.search(stem) else stem


def _of_question(draft: Draft) -> str:
    """What a question for a doer states, with a gap: "According to ABC, ____ sold its ferries."."""
    asked = templates.fill(DONE_BY, draft.wording) or ""
    if not draft.template.startswith(DONE_BY) or draft.kind not in BARE or not asked:
        return ""
    opening = re.compile(rf"(^|, ){re.escape(asked)} (?=.*\?$)", re.IGNORECASE)
    if len(opening.findall(draft.stem)) != 1:
        return ""
    return opening.sub(rf"\1{GAP} ", draft.stem)[:-1] + "."


def _stated(draft: Draft, gapped: str, wrong: str, rule: Rule) -> Draft:
    true = sha256(gapped.encode()).digest()[0] % 2 == 0
    stem = sentence_case(gapped.replace(GAP, draft.key if true else wrong))
    key = "True" if true else "False"
    return replace(draft, stem=stem, key=key, accepted=(), kind=rule.kind, rule=rule)
