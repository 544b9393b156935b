"""Giveaways: words of the stem from which a reader knows the key without the article.

The maker of a product that it names, the body of somebody who is known to head it.
"""

import re
from functools import cache

from quizgen import gazetteer, makers
from quizgen.analysis.names import Name
from quizgen.analysis.pipeline import Analysis
from quizgen.data import rows
from quizgen.rules.asking import Draft
from quizgen.soundness.who import fills_post
from quizgen.wording.surface import content_words

OWNED = re.compile(r"\b(?:its|their)((?: [\w.-]+){1,5})")
"""What a stem says to be the company's own, as far as a product's name may stand in it."""
FAMILIAR = frozenset(
    {"phone", "music player", "tablet", "console", "search engine", "social network"}
)
"""Fields whose products every reader takes for their maker's; few know who builds a rocket."""


def own_product(draft: Draft, _: Analysis) -> str:
    """No "Which company announced its new iPhone?": the product tells its maker."""
    key = draft.asked.name
    if key is None or key.kind != "company" or draft.rule.type == "true_false":
        return ""
    owned = OWNED.findall(draft.stem)
    found = (makers.named_by(text, FAMILIAR) for text in owned)
    told = set[str]().union(*found) & {key.text, *key.aliases}
    return f"the stem names a product of the answer: {min(told)}" if told else ""


def own_head(draft: Draft, _: Analysis) -> str:
    """No "According to Steve Jobs, which company ...?": readers know what he heads."""
    key, clause = draft.asked.name, draft.fact.clause
    if key is None or key.kind not in gazetteer.ORGANISATIONS or draft.rule.type == "true_false":
        return ""
    if clause is None or clause.speaker is None or clause.speaker is draft.asked:
        return ""
    told, speaker = {key.text, *key.aliases}, clause.speaker
    number = draft.fact.sentence.paragraph
    meant = draft.wording.story.people.get((number, speaker.head.i), speaker.name)
    heads = meant is not None and bool(told & _bodies(meant, told, draft))
    return f"the speaker heads the answer: {speaker.head.text}" if heads else ""


def _bodies(person: Name, told: set[str], draft: Draft) -> set[str]:
    """Those that a person is known to head, or of the names told that the article says so of."""
    posts = (text for text in draft.wording.story.described.get(person, ()) if fills_post(text))
    said = {name for text in posts for name in told if _within(name, text)}
    return said | set(_heads().get(person.text, ()))


def _within(text: str, description: str) -> bool:
    return f" {' '.join(content_words(text))} " in f" {' '.join(content_words(description))} "


@cache
def _heads() -> dict[str, tuple[str, ...]]:
    return {row["name"]: tuple(row["bodies"].split("|")) for row in rows("heads_of_bodies.tsv")}
