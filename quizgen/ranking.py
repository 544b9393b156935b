"""Ranking: the best questions first, each score a sum of named parts, and no fact asked twice.

The parts follow what separates good rule-written questions from bad ones in labelled data: names
in the stem, a named or counted key, a fitting question word, the story's own event, a main clause.
"""

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.analysis.pipeline import Analysis
from quizgen.data import words
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words, significant

Scorer = Callable[[Draft, Analysis], float]

READABLE = 35  # tokens; labelled questions: acceptable 25 against 16 % beyond
SHORT_QUIZ = 8  # questions; only a shorter quiz asks a clause twice, as the two tell on each other
MOST_A_SENTENCE = 2
GOOD_RULE = 0.4  # weight from which a rule's question is preferred to a gap
IDEAL = range(8, 21)  # words of a stem; professional news quizzes: median 17, p10-p90 11-25


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sound draft with its score in 0..1 and the parts that make it up."""

    draft: Draft
    score: float
    reasons: tuple[tuple[str, float], ...]


def rule_weight(draft: Draft, _: Analysis) -> float:
    """How well this rule's questions have served (the rule file says)."""
    return 0.3 * draft.rule.weight


def names_in_stem(draft: Draft, analysis: Analysis) -> float:
    """Stems with one to three names stand alone best."""
    clause = draft.fact.clause
    if clause is None:
        return 0.08
    number = draft.fact.sentence.paragraph
    tokens = (*clause.subject.tokens, *clause.predicate)
    found = {
        m.name.text
        for t in tokens
        if t not in draft.asked.tokens and (m := analysis.names.at(number, t))
    }
    return (0.0, 0.1, 0.14, 0.15, 0.1)[min(len(found), 4)]


def key_kind(draft: Draft, _: Analysis) -> float:
    """Names, amounts and quoted words make short certain keys; clauses don't."""
    tags = draft.asked.tags
    if tags & {"person", "country", "organization", "location"}:
        return 0.15
    if tags & {"money", "percent", "count", "quoted", "named"} or draft.asked.role in {
        "cause",
        "agent",
    }:
        return 0.13
    if tags & {"date", "duration"}:
        return 0.08
    return 0.04 if "has_name" in tags else 0.0


def centrality(draft: Draft, analysis: Analysis) -> float:
    """Facts that share words and names with the title and with much of the article."""
    title = set(significant(analysis.article.title))
    said = set(significant(draft.stem + " " + draft.key))
    overlap = len(title & said) / max(4, len(title)) if title else 0.3
    return round(0.2 * min(1.0, overlap * 1.6), 4)


def position(draft: Draft, _: Analysis) -> float:
    """News puts the event first; a slight lean only."""
    return round(0.06 / (1 + draft.fact.sentence.number / 4), 4)


def length(draft: Draft, _: Analysis) -> float:
    """Stems of a length that people write."""
    count = len(content_words(draft.stem))
    return 0.06 if count in IDEAL else 0.0


def plain_clause(draft: Draft, _: Analysis) -> float:
    """A main clause of a sentence that is not too long is read right most often."""
    root = "root" in draft.fact.tags or draft.fact.clause is None
    short = len(draft.fact.sentence.span) <= READABLE
    return 0.04 * root + 0.04 * short


def seat_as_government(draft: Draft, _: Analysis) -> float:
    """A government called by its capital is a less certain key than a body or a person."""
    return -0.1 if "seat" in draft.asked.tags and draft.asked.role == "subject" else 0.0


def light_verb(draft: Draft, _: Analysis) -> float:
    """Verbs like "have", "make" and "get" seldom carry a fact worth asking."""
    clause = draft.fact.clause
    light = clause is not None and clause.verb.lemma_.lower() in words("light_verbs.txt")
    return -0.06 if light else 0.0


SCORERS: dict[str, Scorer] = {
    function.__name__: function
    for function in (
        rule_weight,
        names_in_stem,
        key_kind,
        centrality,
        position,
        length,
        plain_clause,
        seat_as_government,
        light_verb,
    )
}


def rank(drafts: list[Draft], analysis: Analysis) -> list[Ranked]:
    """The drafts, best first; equal scores keep the order of the text."""
    scored = [_score(draft, analysis) for draft in drafts]
    return sorted(scored, key=lambda r: (-r.score, r.draft.fact.sentence.start, r.draft.stem))


def _score(draft: Draft, analysis: Analysis) -> Ranked:
    parts = tuple((name, scorer(draft, analysis)) for name, scorer in SCORERS.items())
    total = max(0.0, min(1.0, sum(value for _, value in parts)))
    return Ranked(draft, round(total, 4), tuple((n, v) for n, v in parts if v))


def select(ranked: list[Ranked], count: int | None) -> list[Ranked]:
    """At most `count` of the ranked drafts, best first, without two on one fact.

    While others are left, no clause is asked twice, no sentence more than twice, no rule more than
    a quarter of the time, and no key twice. Only a quiz of fewer than `SHORT_QUIZ` questions asks
    one clause again.
    """
    kept: list[Ranked] = []
    late: list[Ranked] = []
    for candidate in _without_gaps(ranked):
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


def _without_gaps(ranked: list[Ranked]) -> list[Ranked]:
    """The ranked drafts without gaps for what a question of a good rule asks for too."""
    asked = {
        (r.draft.fact.sentence.start, r.draft.key.casefold())
        for r in ranked
        if r.draft.rule.type == "short_answer" and r.draft.rule.weight >= GOOD_RULE
    }
    return [
        r
        for r in ranked
        if r.draft.rule.type != "cloze"
        or (r.draft.fact.sentence.start, r.draft.key.casefold()) not in asked
    ]


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
        or rule >= max(2, count // 4)
        or key
    )
