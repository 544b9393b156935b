"""Choosing: the best of the ranked drafts, no fact asked twice, spread over article and kinds."""

from quizgen.ranking.scoring import Ranked
from quizgen.rules.asking import Draft
from quizgen.wording.surface import significant

SHORT_QUIZ = 8  # questions; only a shorter quiz asks a clause twice, as the two tell on each other
MOST_A_SENTENCE = 2
GOOD_RULE = 0.4  # weight from which a rule's question is preferred to a gap
ONCE = frozenset({"role", "post", "holder", "acronym", "true_false", "definition"})
"""Rules whose questions readers find sound but small: one of each is enough."""


def select(ranked: list[Ranked], count: int | None) -> list[Ranked]:
    """At most `count` of the ranked drafts, best first, without two on one fact.

    While others are left, no clause is asked twice, no sentence more than twice, no rule more than
    a quarter of the time, and no key twice. Only a quiz of fewer than `SHORT_QUIZ` questions asks
    one clause again.
    """
    kept: list[Ranked] = []
    late: list[Ranked] = []
    for candidate in _without_gaps(_without_inside(ranked)):
        if count is not None and len(kept) >= count:
            break
        if _repeats(candidate, kept):
            continue
        (late if count and _crowds(candidate, kept, count) else kept).append(candidate)
    chosen = kept if count is None else kept[:count]
    for candidate in late:
        if count is None or len(chosen) >= count:
            break
        told = any(_same_clause(k.draft, candidate.draft) for k in chosen)
        if not _repeats(candidate, chosen) and not (told and len(chosen) >= SHORT_QUIZ):
            chosen.append(candidate)
    return chosen


def _without_inside(ranked: list[Ranked]) -> list[Ranked]:
    """The ranked drafts without those on a phrase inside a clause that is asked for as a whole.

    "How many engineers has Kenya sent?" reads better than "Kenya has sent how many engineers?".
    """
    whole = [r.draft for r in ranked if r.draft.rule.fact == "clause"]
    heads = {draft.asked.head for draft in whole}
    keys = {_fact(draft) for draft in whole}
    return [
        r
        for r in ranked
        if r.draft.rule.fact != "inside"
        or (r.draft.asked.head not in heads and _fact(r.draft) not in keys)
    ]


def _fact(draft: Draft) -> tuple[int, str]:
    """What a draft asks for, and where: the sentence and the key."""
    return draft.fact.sentence.start, draft.key.casefold()


def _without_gaps(ranked: list[Ranked]) -> list[Ranked]:
    """The ranked drafts without gaps for what a question of a good rule asks for too."""
    asked = {
        _fact(r.draft)
        for r in ranked
        if r.draft.rule.type == "short_answer" and r.draft.rule.weight >= GOOD_RULE
    }
    return [r for r in ranked if r.draft.rule.type != "cloze" or _fact(r.draft) not in asked]


def _repeats(candidate: Ranked, kept: list[Ranked]) -> bool:
    """Whether a kept question asks for the same thing of one clause, or in the same words."""
    return any(_same_fact(candidate.draft, other.draft) for other in kept)


def _same_fact(one: Draft, other: Draft) -> bool:
    if one.stem == other.stem:
        return True
    same_key = one.key.casefold() == other.key.casefold()
    if one.fact.sentence == other.fact.sentence:
        return (
            same_key
            or one.asked.head == other.asked.head
            or one.rule.fact == other.rule.fact == "sentence"
        )
    return same_key and (_same_event(one, other) or _overlap(one.stem, other.stem) > 0.6)  # noqa: PLR2004


def _same_clause(one: Draft, other: Draft) -> bool:
    first, second = one.fact.clause, other.fact.clause
    return first is not None and second is not None and first.verb == second.verb


def _same_event(one: Draft, other: Draft) -> bool:
    """Whether two questions are on one verb with mostly the same words, in whatever sentences."""
    first, second = one.fact.clause, other.fact.clause
    if first is None or second is None or first.verb.lemma_ != second.verb.lemma_:
        return False
    return _overlap(f"{one.stem} {one.key}", f"{other.stem} {other.key}") > 0.5  # noqa: PLR2004


def _overlap(one: str, other: str) -> float:
    first = set(significant(one))
    second = set(significant(other))
    return len(first & second) / max(1, min(len(first), len(second)))


def _crowds(candidate: Ranked, kept: list[Ranked], count: int) -> bool:
    sentence = sum(k.draft.fact.sentence == candidate.draft.fact.sentence for k in kept)
    event = sum(_same_event(k.draft, candidate.draft) for k in kept)
    rule = sum(k.draft.rule == candidate.draft.rule for k in kept)
    key = any(k.draft.key == candidate.draft.key for k in kept)
    clause = any(_same_clause(k.draft, candidate.draft) for k in kept)
    return (
        clause
        or event >= MOST_A_SENTENCE
        or sentence >= MOST_A_SENTENCE
        or rule >= (1 if candidate.draft.rule.name in ONCE else max(2, count // 4))
        or key
    )
