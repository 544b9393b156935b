"""Several: signs in the article's own words that the key is only one of several right answers."""

from collections.abc import Iterator

from quizgen.analysis.names import Mention
from quizgen.analysis.pipeline import Analysis
from quizgen.data import words
from quizgen.rules.asking import Draft

NOBODY = frozenset("individual person man woman suspect someone".split())
"""Nouns for people that tell nothing where nothing stands beside them."""
TOGETHER = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("in", "addition", "to"))
MEASURED = frozenset({"count", "number", "percent", "money", "quantity"})
LOOSE = frozenset({"infinitive", "complement", "to", "on"})
"""Roles whose phrase with "also" is but one of those that the article gives."""


def also(draft: Draft, _: Analysis) -> str:
    """What is "also" done, or said of somebody, is one answer of several."""
    clause, asked = draft.fact.clause, draft.asked
    if clause is None or draft.fact.kind != "clause" or asked is clause.subject:
        return ""
    if asked.tags & MEASURED:
        return ""
    between = clause.verb.doc[clause.subject.head.i : clause.verb.i + 2]
    if not any(t.lower_ == "also" for t in between):
        return ""
    covering = asked.role == "object" and clause.verb.lemma_ in words("covering_verbs.txt")
    return "one answer of several: also" if covering or asked.role in LOOSE else ""


def beside(draft: Draft, _: Analysis) -> str:
    """Who or what acts, or counts, "along with" others is not the only answer."""
    clause, asked = draft.fact.clause, draft.asked
    if draft.rule.type == "true_false":
        return ""
    last = asked.whole[-1].i
    after = [t.lower_ for t in asked.head.doc[last + 1 : last + 5] if not t.is_punct]
    if asked.role != "time" and any(tuple(after[: len(p)]) == p for p in TOGETHER):
        return f"another answer stands beside it: {' '.join(after)}"
    measured = clause is not None and asked.tags & MEASURED
    if measured and clause is not None and any(t.lower_ == "along" for t in clause.verb.lefts):
        return "counts others along with the subject"
    return ""


def unnamed(draft: Draft, analysis: Analysis) -> str:
    """Nobody is "a doctor" to who reads on and finds the doctor's name."""
    asked = draft.asked
    if not {"people", "indefinite", "singular"} <= asked.tags or draft.fact.kind != "clause":
        return ""
    if asked.role in {"complement", "object_complement"}:
        return ""
    noun = asked.head.lemma_.lower()
    if noun in NOBODY and len(asked.tokens) == len([asked.head, *asked.head.lefts]):
        return "the answer is nobody in particular"
    named = next((m for m in _named_later(draft, analysis) if _may_be(noun, m, draft)), None)
    return f"the article may tell the name: {named.name.text}" if named is not None else ""


def _named_later(draft: Draft, analysis: Analysis) -> Iterator[Mention]:
    """The first mentions of people who are first named, in full, after the sentence."""
    here = (draft.fact.sentence.paragraph, draft.fact.sentence.span.end)
    seen = set()
    for mention in analysis.names.mentions:
        new = mention.name not in seen
        seen.add(mention.name)
        full = mention.name.kind == "person" and " " in mention.name.text
        if new and full and (mention.paragraph, mention.start) >= here:
            yield mention


def _may_be(noun: str, mention: Mention, draft: Draft) -> bool:
    """Whether a person enters without a description, or by the noun itself."""
    told = draft.wording.story.described.get(mention.name, ())
    return not told or any(noun in text.lower().split() for text in told)
