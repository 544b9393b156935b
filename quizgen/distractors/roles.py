"""Wrong roles: what the article says that other people are, in the same form."""

import re
from collections.abc import Iterable, Iterator

from quizgen.facts.fact import Fact
from quizgen.rules.asking import Draft
from quizgen.wording.surface import significant, text_of

LONGER = 2.0  # times the letters of the other; beyond it the longer one stands out
LONGEST = 12  # words of a role that is still read at a glance
ARTICLE = re.compile(r"^(?:the|a(?=n? ))", re.IGNORECASE)


def wrong(draft: Draft, facts: Iterable[Fact]) -> Iterator[str]:
    """The roles of other people of the article, in the order of the text."""
    holder = draft.fact.slots.get("holder")
    if holder is None or holder.name is None or holder.name.kind != "person":
        return
    own = set(significant(draft.key))
    for fact in facts:
        other, role = fact.slots.get("holder"), fact.slots.get("role")
        if fact.kind != "role" or other is None or role is None or other.name is None:
            continue
        if other.name == holder.name or other.name.kind != "person" or "titled" in fact.tags:
            continue
        text = text_of(role.tokens)
        if _alike(text, draft.key) and _apart(set(significant(text)), own, draft):
            yield text


def _alike(text: str, key: str) -> bool:
    """Whether two roles open alike and are of like length."""
    first, second = ARTICLE.match(text), ARTICLE.match(key)
    length = sorted((len(text), len(key)))
    short = len(text.split()) <= LONGEST
    opening = [m.group().lower() if m else "" for m in (first, second)]
    return opening[0] == opening[1] and length[1] <= LONGER * length[0] and short


def _apart(words: set[str], own: set[str], draft: Draft) -> bool:
    """Whether neither role says all that the other says, and none is told in the stem."""
    told = words & set(significant(draft.stem))
    return bool(words - own) and bool(own - words) and not told
