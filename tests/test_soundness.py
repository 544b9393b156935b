"""The gate: every check refuses what it is there for, and lets its near miss pass."""

import pytest
from answer_cases import ANSWERS
from hedging_cases import HEDGING
from recorded import analysis_of, drafts_of
from soundness_cases import CASES, TREATY, Case, of
from standing_cases import STANDING
from who_cases import WHO

from quizgen.soundness import gate
from quizgen.soundness.checks import CHECKS

each_case = pytest.mark.parametrize(
    "case", [*CASES, *STANDING, *ANSWERS, *HEDGING, *WHO], ids=lambda case: case.check
)


def test_every_check_has_a_case() -> None:
    """No check is there without an example of what it is for."""
    assert {case.check for case in (*CASES, *STANDING, *ANSWERS, *HEDGING, *WHO)} == set(CHECKS)


@each_case
def test_a_check_refuses_what_it_is_for(case: Case) -> None:
    """With its reason, and the gate refuses the draft too."""
    draft, analysis = case.refused()
    assert case.reason in CHECKS[case.check](draft, analysis)
    assert gate.objection(draft, analysis) is not None


@each_case
def test_a_check_lets_its_near_miss_pass(case: Case) -> None:
    """What only looks alike."""
    draft, analysis = case.passed()
    assert CHECKS[case.check](draft, analysis) == ""


@pytest.mark.parametrize(
    ("stem", "reason"),
    [
        ("Which country rejected , ?", "stray punctuation"),
        ("Which country rejected () a contract?", "stray punctuation"),
        ('Which country rejected "a]n" old contract?', "stray punctuation"),
        ("Which country rejected a one of the contracts?", "two determiners: a one of"),
        ("Which country rejected a contract", "does not end in a question mark"),
        ("Which country? Rejected a contract?", "more than one question"),
    ],
)
def test_broken_strings_are_refused(stem: str, reason: str) -> None:
    """Whatever made them."""
    draft, analysis = of(TREATY, "subject", stem=stem)()
    assert CHECKS["doubled"](draft, analysis) == reason


def test_short_stems_and_long_keys_are_refused() -> None:
    """Both are of no use on a card."""
    short, analysis = of(TREATY, "subject", stem="Which country?")()
    assert CHECKS["length"](short, analysis) == "only 2 words"
    long, analysis = of(TREATY, "subject", key="a contract " * 8)()
    assert CHECKS["length"](long, analysis) == "the answer is too long"


@pytest.mark.parametrize(("gaps", "refused"), [(0, True), (1, False), (2, True)])
def test_a_cloze_has_one_gap(gaps: int, *, refused: bool) -> None:
    """No more, no less."""
    draft, analysis = of(TREATY, "cloze", stem="x ".join(["____ and "] * gaps) + "won.")()
    assert bool(CHECKS["doubled"](draft, analysis)) == refused


def test_the_first_objection_is_told() -> None:
    """In the order of the checks, by the check's name."""
    draft, analysis = of(
        "Toyota did not recall", "subject", stem="Which company did not not recall the cars?"
    )()
    assert gate.objection(draft, analysis) == (
        "negated",
        "asks about something that did not happen",
    )


def test_a_sound_draft_has_no_objection() -> None:
    """On a plain sentence several pass."""
    analysis = analysis_of(TREATY)
    passed = [d.rule.name for d in drafts_of(analysis) if gate.objection(d, analysis) is None]
    assert {"subject", "object", "date"} <= set(passed)


def test_a_verb_made_singular_is_not_lost() -> None:
    """The stem "Who agrees on trade?" tells that the leaders agree on trade."""
    draft, analysis = of("In general, the leaders", "subject")()
    assert CHECKS["roundtrip"](draft, analysis) == ""


def test_a_country_is_no_answer_for_its_capital() -> None:
    """Asked for a city, "Kenya" is wrong; in the stem it gives nothing away."""
    draft, analysis = of("Kenya and Uganda signed", "place")()
    assert "Kenya" not in draft.accepted
    assert CHECKS["key_in_stem"](draft, analysis) == ""
