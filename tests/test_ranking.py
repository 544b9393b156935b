"""Ranking: scores are sums of named parts, and no fact is asked twice."""

from itertools import combinations

import pytest
from recorded import analyses, analysis_of, drafts_of

from quizgen.analysis.pipeline import Analysis
from quizgen.ranking import SHORT_QUIZ, Ranked, rank, select
from quizgen.ranking.scoring import weights
from quizgen.soundness import gate

ARTICLE = "Toyota opened a battery factory"


def sound(analysis: Analysis) -> list[Ranked]:
    """The sound drafts of an analysis, ranked."""
    drafts = [d for d in drafts_of(analysis) if gate.objection(d, analysis) is None]
    return rank(drafts, analysis)


@pytest.fixture(scope="module")
def ranked() -> list[Ranked]:
    """The sound drafts of an article, ranked."""
    found = sound(analysis_of(ARTICLE, title="Toyota opens factory for batteries in Poland"))
    assert len(found) > 25
    return found


def test_scores_are_sums_of_their_parts() -> None:
    """Each part by the name of its trait, the weightiest first, the sum within 0..1."""
    for analysis in analyses().values():
        for each in sound(analysis):
            total = sum(value for _, value in each.reasons)
            assert each.score == pytest.approx(min(1.0, max(0.0, total)), abs=1e-4)
            assert 0 <= each.score <= 1
            assert {name for name, _ in each.reasons} <= set(weights())
            sizes = [abs(value) for _, value in each.reasons]
            assert all(sizes)
            assert sizes == sorted(sizes, reverse=True)


def test_the_weights_are_small_parts_of_a_score() -> None:
    """No trait alone makes or breaks a question, and each is one that drafts can have."""
    assert all(abs(weight) < 0.5 for name, weight in weights().items() if name != "base")
    known = {n for a in analyses().values() for r in sound(a) for n, _ in r.reasons}
    assert len(known & set(weights())) > 0.6 * len(weights())


def test_the_best_come_first(ranked: list[Ranked]) -> None:
    """Equal scores keep the order of the text."""
    keys = [(-each.score, each.draft.fact.sentence.start, each.draft.stem) for each in ranked]
    assert keys == sorted(keys)


def test_the_order_does_not_depend_on_the_order_given(ranked: list[Ranked]) -> None:
    """Drafts in reverse are ranked the same."""
    analysis = analysis_of(ARTICLE, title="Toyota opens factory for batteries in Poland")
    turned = rank([each.draft for each in reversed(ranked)], analysis)
    assert [(r.score, r.draft.stem) for r in turned] == [(r.score, r.draft.stem) for r in ranked]


@pytest.mark.parametrize("count", [None, 1, 3, 5, 10, 100])
def test_no_fact_is_asked_twice(ranked: list[Ranked], count: int | None) -> None:
    """In one sentence no key, no asked phrase and no stem comes twice."""
    chosen = select(ranked, count)
    assert chosen
    assert count is None or len(chosen) <= count
    for one, other in combinations([each.draft for each in chosen], 2):
        assert one.stem != other.stem
        if one.fact.sentence == other.fact.sentence:
            assert one.key.casefold() != other.key.casefold()
            assert one.asked.head != other.asked.head


def test_the_chosen_are_of_those_given(ranked: list[Ranked]) -> None:
    """Each once; nothing chosen of nothing."""
    chosen = select(ranked, 10)
    assert SHORT_QUIZ <= len(chosen) <= 10
    assert len({id(each) for each in chosen}) == len(chosen)
    assert {id(each) for each in chosen} <= {id(each) for each in ranked}
    assert select([], 10) == []


def test_few_questions_are_spread(ranked: list[Ranked]) -> None:
    """While others are left no clause is asked twice and no sentence thrice."""
    chosen = [each.draft for each in select(ranked, 5)]
    verbs = [draft.fact.clause.verb for draft in chosen if draft.fact.clause is not None]
    assert len({(verb.doc.text, verb.i) for verb in verbs}) == len(verbs)
    sentences = [draft.fact.sentence.number for draft in chosen]
    assert max(map(sentences.count, sentences)) <= 2
    assert len({draft.key for draft in chosen}) == 5


def test_words_of_the_title_raise_the_score() -> None:
    """A fact of the title's story is asked first."""
    plain = sound(analysis_of("Kenya rejected a contract", title="Weather report from Lisbon"))
    titled = sound(analysis_of("Kenya rejected a contract", title="Kenya rejects Uganda contract"))
    assert max(each.score for each in titled) > max(each.score for each in plain)


def test_a_long_quiz_asks_no_clause_twice(ranked: list[Ranked]) -> None:
    """Only the first few may share a clause; what is added beyond them does not."""
    chosen = [each.draft for each in select(ranked, 10)]
    verbs = [draft.fact.clause.verb for draft in chosen if draft.fact.clause is not None]
    assert len(verbs) - len(set(verbs)) <= SHORT_QUIZ
    late = chosen[SHORT_QUIZ:]
    for draft in late:
        before = [d for d in chosen if d is not draft and d.fact.clause is not None]
        clause = draft.fact.clause
        assert clause is None or clause.verb not in [
            d.fact.clause.verb for d in before if d.fact.clause
        ]


def test_a_number_is_asked_for_in_front_where_it_can_be() -> None:
    """The question in its own words, not the statement with "how many" in its midst."""
    found = sound(analysis_of("Kenya has sent 40 engineers to the World Bank."))
    both = {r.draft.rule.fact for r in found if r.draft.key == "40"}
    assert {"clause", "inside"} <= both
    kept = [r.draft.stem for r in select(found, None) if r.draft.key == "40"]
    assert kept == ["How many engineers has Kenya sent to the World Bank?"]
