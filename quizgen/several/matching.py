"""Matching: people and what the articles say they are; nothing fits two of the people."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.analysis.names import Name
from quizgen.facts.fact import Fact
from quizgen.finishing import evidence_of
from quizgen.question import Evidence, Question
from quizgen.several.parts import FEWEST, Found, Part, question, spread
from quizgen.wording.surface import significant, text_of

if TYPE_CHECKING:
    from quizgen.ranking import Ranked

RULES = frozenset({"role", "post"})
LONGEST = 12  # words of what somebody is; more is not read at a glance
STEM = "Match each person with what the news says they are."
ARTICLES = ("the ", "a ", "an ")


def made(found: Sequence[Found]) -> Question | None:
    """The question on the people of the articles; None for fewer than four who are told apart."""
    told = [_all_told(candidates.facts) for _, candidates in found]
    everything = [entry for article in told for entry in article]
    pool = sorted(
        (part for each in found for part in _parts(each)),
        key=lambda part: (-part.ranked.score, part.left),
    )
    kept: list[Part] = []
    for part in pool:
        if all(_apart(part, other, everything) for other in kept):
            kept.append(part)
    parts = spread(kept, len(found))
    if len(parts) < FEWEST:
        return None
    parts.sort(key=lambda part: part.left.split()[-1])
    pairs = tuple((part.left, part.right) for part in parts)
    answer = "; ".join(" – ".join(pair) for pair in pairs)
    return replace(question("matching", STEM, answer, parts), pairs=pairs)


def _parts(found: Found) -> Iterator[Part]:
    analysis, candidates = found
    for ranked in candidates.sound:
        if ranked.draft.rule.name in RULES:
            part = _part(ranked, evidence_of(ranked.draft, analysis))
            yield from [] if part is None else [part]


def _part(ranked: "Ranked", evidence: Evidence) -> Part | None:
    """Somebody of a full name, with a post or place that a name tells from all others."""
    draft = ranked.draft
    holder = draft.fact.slots.get("holder")
    if holder is None or holder.name is None or " " not in holder.name.text:
        return None
    text = _without_article(draft.key)
    named = any(word[0].isupper() for word in text.split()[1:])
    own = {word for t in (holder.name.text, *holder.name.aliases) for word in significant(t)}
    if not named or len(text.split()) > LONGEST or own & set(significant(text)):
        return None
    return Part(holder.name.text, text, ranked, evidence)


def _without_article(text: str) -> str:
    return next((text[len(a) :] for a in ARTICLES if text.lower().startswith(a)), text)


def _all_told(facts: Sequence[Fact]) -> list[tuple[Name, set[str]]]:
    """All that an article says that its people are, in the words that tell."""
    return [
        (holder.name, set(significant(text_of(role.tokens))))
        for fact in facts
        if fact.kind == "role"
        and (holder := fact.slots.get("holder")) is not None
        and (role := fact.slots.get("role")) is not None
        and holder.name is not None
    ]


def _apart(one: Part, other: Part, everything: list[tuple[Name, set[str]]]) -> bool:
    """Whether neither person can be what is said of the other."""
    first, second = (set(significant(part.right)) for part in (one, other))
    if one.left == other.left or first <= second or second <= first:
        return False
    for part, told in ((one, second), (other, first)):
        also = [words for name, words in everything if name.answers_to(part.left)]
        if any(told <= words or (words and words <= told) for words in also):
            return False
    return True
