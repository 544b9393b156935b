"""The round trip: stem and key put together must say what the clause says, no more, no less.

Every word of the clause must be in the stem, in the key, or left out for a reason that the clause
finder knows (supplements, coordinated clauses, discourse words, stale times). A content word
between the first and the last word used that is in neither means a broken or incomplete predicate
(labelled questions of a prototype: acceptable 22 % with such a skip, 65 % without).
"""

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.data import words
from quizgen.rules.asking import Draft
from quizgen.wording import verbs
from quizgen.wording.surface import content_words

CONTENT = {"NOUN", "PROPN", "VERB", "NUM", "ADJ"}


def roundtrip(draft: Draft, _: Analysis) -> str:
    """Why stem and key together don't give back the clause, or ""."""
    clause = draft.fact.clause
    if clause is None or not draft.tells_clause or "{clause:copula}" in draft.template:
        return ""
    told = set(content_words(draft.stem)) | set(content_words(draft.key))
    asked = {*draft.asked.preposition, *draft.asked.tokens, *draft.asked.whole}
    used = {*clause.subject.tokens, *clause.predicate} - asked
    for token in sorted(used, key=lambda t: t.i):
        if token.pos_ in CONTENT and not _told(token, told, draft):
            return f"a word of the clause is lost: {token.text}"
    return _skipped(draft)


def _told(token: Token, told: set[str], draft: Draft) -> bool:
    if not any(letter.isalnum() for letter in token.text):
        return True
    forms = {*content_words(token.text), token.lemma_.lower(), verbs.singular(token)}
    swapped = token.i in draft.wording.swaps
    excused = token.lower_ in words("discourse_words.txt") or token.ent_type_ in {"DATE", "TIME"}
    return (
        swapped
        or excused
        or not forms
        or bool(forms & told)
        or (token in draft.asked.whole and token not in draft.asked.tokens)
    )


def _skipped(draft: Draft) -> str:
    """A content word inside the clause's own stretch that belongs to no known part of it."""
    clause = draft.fact.clause
    assert clause is not None
    group = [t for t in (*clause.auxiliaries, clause.verb) if clause.verb in (t, t.head)]
    subject_end = max(t.i for t in clause.subject.whole)
    start = min(t.i for t in group)
    if clause.subject.head.head != clause.verb or subject_end > start:
        return ""
    stale = {t for a in clause.arguments for t in (*a.preposition, *a.whole)}
    between = clause.verb.doc[subject_end + 1 : start]
    for token in between:
        if token.text in {",", "(", "–", "—"}:
            break
        lost = token not in clause.verb.subtree or token not in {*clause.predicate, *stale}
        if token.pos_ in {"VERB", "NOUN", "PROPN"} and lost:
            return f"unclear words between subject and verb: {token.text}"
    return ""
