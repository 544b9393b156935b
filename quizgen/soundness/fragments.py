"""Fragments: stems that say too little to be understood, though each word of them is plain."""

import re

from spacy.tokens import Token

from quizgen import gazetteer
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children
from quizgen.analysis.times import MONTHS
from quizgen.context_line import context, shown_title
from quizgen.data import words
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

RANKED = re.compile(
    r"\b(?:to|from|in|at) \d+(?:st|nd|rd|th)\b(?= place|[,?.]| at\b| from\b| in\b|$)"
    r"|\b(?:second|third|fourth|fifth|last|how many) places?\b|\bplaces? to\b|\btop-ranked\b",
    re.IGNORECASE,
)
BEHIND = frozenset({"punct", "advcl", "cc", "conj", "mark"})
FEW = 2  # content words beside the verb: "Who met her future husband?" has no occasion
CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
DAY_ALONE = re.compile(r"\b(?:day\b|\d{1,2}(?:st|nd|rd|th)\b)")


def unfinished_being(draft: Draft, _: Analysis) -> str:
    """No "people think only ____ are": the sentence leaves out what they are."""
    found = next((t for t in draft.words if _leaves_out(t)), None)
    return f"leaves out what they {found.text}" if found is not None else ""


def _leaves_out(verb: Token) -> bool:
    """Whether a finite "be" has a subject and nothing else, before it or behind."""
    if verb.lemma_ != "be" or verb.dep_ in {"aux", "auxpass"} or verb.tag_ == "VB":
        return False
    last = verb.i + 1 == len(verb.doc) or verb.nbor(1).is_punct
    if not last:
        return False
    parts = [c for c in verb.children if c.dep_ not in BEHIND]
    asks = any(t.tag_ in {"WP", "WDT", "WP$"} for c in verb.lefts for t in c.subtree)
    return bool(parts) and not asks and all(c.dep_ == "nsubj" for c in parts)


def unranked(draft: Draft, analysis: Analysis) -> str:
    """No "dropped 41 places to 98th" without the table or race in which it did."""
    if draft.fact.kind == "statement" or not RANKED.search(re.sub(r'"[^"]*"', "", draft.stem)):
        return ""
    said = set(content_words(f"{draft.stem} {shown_title(draft, analysis)}"))
    ranking = said & words("ranking_words.txt")
    return "" if ranking else "a place in a ranking that nothing names"


def no_occasion(draft: Draft, analysis: Analysis) -> str:
    """No "Who met her future husband?": a deed of everyday without name, number or time."""
    clause = draft.fact.clause
    if clause is None or not draft.tells_clause or clause.subject.head not in draft.asked.whole:
        return ""
    if clause.verb.lemma_.lower() not in words("everyday_verbs.txt"):
        return ""
    told = [t for t in clause.predicate if t != clause.verb and t.pos_ in CONTENT]
    shown = [draft.wording.swaps.get(t.i, t.text) for t in told]
    plain = len(told) <= FEW and not re.search(r"[A-Z0-9]", " ".join(shown))
    title = set(content_words(shown_title(draft, analysis)))
    here = any(t.lower_ in title for t in told)
    return "tells a deed without its occasion" if plain and not here else ""


def no_context(draft: Draft, analysis: Analysis) -> str:
    """Where the title would tell the key, a stem must name the event or place by itself."""
    hidden = analysis.article.title and not context(draft, analysis)
    if not hidden or draft.fact.kind in {"acronym", "statement", "role"}:
        return ""
    own = [t for t in draft.words if t not in draft.asked.tokens]
    if not any(map(_is_name, own)) and not _swapped_name(draft):
        return "no context line, and no name in the stem"
    clause = draft.fact.clause
    if clause is None or not draft.fact.tells:
        return ""
    roles = {a.role for a in clause.arguments} - {"time", "cause", "purpose", "when"}
    bare = clause.passive and clause.subject is not draft.asked and not roles
    return f"no context line, and no word of what was {clause.verb.text} from" if bare else ""


def _swapped_name(draft: Draft) -> bool:
    return any(
        t.i in draft.wording.swaps and draft.wording.swaps[t.i].istitle() for t in draft.words
    )


def _is_name(token: Token) -> bool:
    return (token.pos_ == "PROPN" or token.ent_type_ == "NORP") and token.ent_type_ not in {
        "DATE",
        "TIME",
    }


def day_alone(draft: Draft, _: Analysis) -> str:
    """A day as the key has its month: "Tuesday 8th" is cut off."""
    if "date" not in draft.asked.tags or any(month in draft.key for month in MONTHS):
        return ""
    return "a day without its month" if DAY_ALONE.search(draft.key) else ""


def kin_alone(draft: Draft, _: Analysis) -> str:
    """Of "her husband Siarhei" the given name alone is no key."""
    if draft.rule.type != "short_answer":
        return ""
    head = draft.asked.head
    beside = (head, *children(head, "appos"), head.head)
    kin = any(t.lemma_.lower() in words("kin_nouns.txt") for t in beside)
    owned = any(t.tag_ == "PRP$" for t in (*draft.asked.tokens, *head.head.children))
    return "only the given name of somebody's kin" if kin and owned and _given(draft.key) else ""


def _given(key: str) -> bool:
    return key.isalpha() and (key in gazetteer.given_names() or key.istitle())
