"""Who: whether who somebody is, or holds a post, has one answer that the article makes plain."""

import re

from quizgen.analysis.mentions import surname
from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import children
from quizgen.context_line import context, shown_title
from quizgen.data import words
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

ENVOYS = frozenset("ambassador envoy consul emissary delegate representative liaison".split())
"""Posts that are held from one country or body to another."""
OPENING = frozenset("of at for in from to on with by who and or that which whose as".split())
"""Words at which the noun of a description is behind us."""
OFFICER = re.compile(r"\bchief \w+ officer\b", re.IGNORECASE)


def described_otherwise(draft: Draft, analysis: Analysis) -> str:
    """No "Who is she?" of whom the story is about, or whom it describes in several ways.

    What fills a post is what anybody would answer, whatever else is told of the person.
    """
    holder = draft.fact.slots.get("holder", draft.fact.slots.get("subject"))
    if draft.kind not in {"role", "post"} or holder is None or holder.name is None:
        return ""
    title = content_words(shown_title(draft, analysis))
    main = surname(holder.name.text).casefold() in title
    if main and (_noun(draft.key) in title or draft.kind == "role"):
        return "the title itself says who it is"
    if fills_post(draft.key):
        return ""
    if analysis.article.title and not context(draft, analysis):
        return "nothing says which story the person is from"
    known = content_words(draft.key)
    told = draft.wording.story.described.get(holder.name, ())
    other = next((text for text in told if _noun(text) not in known), "")
    return f"the article describes the person otherwise: {other}" if other else ""


def fills_post(description: str) -> bool:
    """Whether a description is that of a post: "the mayor of Lima", "chief financial officer"."""
    return _noun(description) in words("posts.txt") or bool(OFFICER.search(description))


def _noun(description: str) -> str:
    """The noun of a description: "expert" of "an expert in fish"."""
    before: list[str] = []
    for word in content_words(description.partition(",")[0]):
        if word in OPENING and before:
            break
        before.append(word)
    return before[-1] if before else ""


def envoy(draft: Draft, _: Analysis) -> str:
    """No "Who was the Kenyan ambassador?" without the country that he was sent to."""
    role = draft.fact.slots.get("role")
    if role is None or draft.asked is role or draft.fact.kind != "role":
        return ""
    sent = role.head.lemma_.lower() in ENVOYS
    there = any(c.lower_ in {"to", "in", "at"} for c in children(role.head, "prep"))
    return f"does not say where to: {role.head.text}" if sent and not there else ""


def passing_holder(draft: Draft, _: Analysis) -> str:
    """Who is named only as the owner of something ("Santos's critics") is beside the point."""
    if draft.fact.kind != "role" or draft.asked.role != "holder":
        return ""
    last = draft.asked.tokens[-1]
    owner = last.dep_ == "poss" and last.i + 1 < len(last.doc) and last.nbor(1).tag_ == "POS"
    return "the person is named in passing" if owner else ""
