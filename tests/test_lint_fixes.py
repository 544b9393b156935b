"""Fixes mend what they are for and change nothing else: ids, places, what is asked and right."""

from dataclasses import replace
from typing import Any

import pytest
from conftest import WTO, question
from hypothesis import given
from hypothesis import strategies as st
from recorded import analysis_of

from quizgen.finishing import opened
from quizgen.lint import (
    ITEM_CHECKS,
    OPTION_CHECKS,
    Finding,
    catalogue,
    check,
    evened,
    fault,
    findings,
    fixed,
)
from quizgen.lint.text import bare
from quizgen.question import Question
from quizgen.quiz import Quiz, Settings, candidates
from quizgen.rules.loading import load_rules

MENDABLE = [
    (entry.check, quiz) for entry in catalogue.entries() if entry.fix for quiz in entry.flawed
]
UNMENDABLE = {
    "____ spoke to ____.": "which gap is meant is the teacher's to say",
    "No gap here.": "the same",
}


@pytest.mark.parametrize(("name", "quiz"), MENDABLE)
def test_what_is_called_mendable_is_mended(name: str, quiz: Quiz) -> None:
    """In every flawed example of the catalogue, but where only a teacher can tell."""
    mended, done = fixed(quiz)
    left = [found for found in findings(mended) if found.check == name]
    asked = quiz.questions[0]
    lost = name == "key_not_among_options" and not any(
        bare(option) == bare(asked.answer) for option in asked.options or ()
    )
    if asked.stem in UNMENDABLE or lost:
        assert left
        return
    assert not left
    assert name in {each.check for each in done}
    assert [q.id for q in mended.questions] == [q.id for q in quiz.questions]


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"stem": "who spoke in the U.S."}, {"stem": "Who spoke in the U.S.?"}),
        ({"stem": "Who spoke ,in Lima ??"}, {"stem": "Who spoke, in Lima?"}),
        ({"stem": "Which body did not speak?"}, {"stem": "Which body did NOT speak?"}),
        ({"stem": "Seoul asked a body"}, {"stem": "Seoul asked a body"}),
        (
            {"answer": "WTO.", "accepted": (), "options": ("WTO.", "OECD", "U.S.")},
            {"answer": "WTO", "accepted": (), "options": ("WTO", "OECD", "U.S.")},
        ),
        (
            {"answer": "the WTO", "accepted": (), "options": ("WTO", "the WTO", "OECD")},
            {"answer": "the WTO", "accepted": (), "options": ("the WTO", "OECD")},
        ),
    ],
)
def test_fixes_do_what_they_say(
    quiz: Quiz, changes: dict[str, Any], wanted: dict[str, Any]
) -> None:
    """And no more than that."""
    given_quiz = replace(quiz, questions=(replace(WTO, **changes),))
    assert fixed(given_quiz)[0].questions == (replace(WTO, **wanted),)


TEXTS = st.text(st.sampled_from(list('aB 1.?,not"(')), max_size=12)


@given(stem=TEXTS, answer=TEXTS, others=st.lists(TEXTS, max_size=4))
def test_fixing_is_safe_whatever_the_quiz(stem: str, answer: str, others: list[str]) -> None:
    """Nothing graver comes up, the key stays what it says, and a second time nothing is done."""
    asked = replace(WTO, stem=stem, answer=answer, options=(answer, *others), accepted=())
    mended, _ = fixed(Quiz("quiz-1", "", (), (asked,)))
    after = mended.questions[0]
    assert {f.check for f in check(after)} <= {f.check for f in check(asked)}
    assert after.id == asked.id
    assert bare(after.answer).replace(" ", "") == bare(answer).replace(" ", "")
    assert fixed(mended) == (mended, ())


def choices(count: int) -> tuple[Question, ...]:
    """Questions whose keys all stand first."""
    return tuple(
        replace(WTO, id=f"q-{n}", stem=f"Who was {n}?", answer="Ann", options=("Ann", "Bob", "Al"))
        for n in range(count)
    )


def test_keys_are_spread_over_the_places(quiz: Quiz) -> None:
    """Evenly, the same way each time, and only when they are not."""
    lopsided = replace(quiz, questions=choices(9))
    even = evened(lopsided)
    places = [(q.options or ()).index(q.answer) for q in even.questions]
    assert sorted(places) == [0, 0, 0, 1, 1, 1, 2, 2, 2]
    assert evened(lopsided) == even
    assert evened(even) == even
    assert evened(replace(quiz, questions=choices(4))).questions == choices(4)


def test_numbers_keep_their_order_when_keys_are_spread(quiz: Quiz) -> None:
    """Their place is no choice."""
    sized = [replace(q, id=f"n-{q.id}", answer="1", options=("1", "2", "3")) for q in choices(3)]
    even = evened(replace(quiz, questions=(*choices(6), *sized)))
    assert list(even.questions[6:]) == sized


def test_a_question_is_checked_within_its_quiz(quiz: Quiz) -> None:
    """As it is typed: the quiz may hold it in an older form, or not yet."""
    typed = replace(WTO, id="q-new", stem="Which body did Seoul refer the curbs to?")
    assert "same_stem" not in {found.check for found in check(typed)}
    assert "same_stem" in {found.check for found in check(typed, quiz)}
    edited = replace(WTO, stem="To which body did Seoul go?")
    older = replace(quiz, questions=(WTO,))
    assert check(edited, older) == ()
    assert all(f.question == "q-new" for f in check(typed, quiz))


def test_errors_and_warnings_are_faults_of_our_own_questions() -> None:
    """A mere choice is none."""
    gap = question("cloze", stem="Seoul asked the ____ in Geneva.")
    assert [found.severity for found in check(gap)] == ["info"]
    assert fault(gap, (*ITEM_CHECKS, *OPTION_CHECKS)) is None
    for name, options in (
        ("catch_all_option", ("World Trade Organization", "None of the above", "OECD")),
        ("duplicate_options", ("World Trade Organization", "OECD", "oecd")),
    ):
        found = fault(replace(WTO, options=options), OPTION_CHECKS)
        assert found is not None
        assert found.check == name


def test_faulty_options_are_left_out_and_not_the_question() -> None:
    """It becomes an open one; sound options stay."""
    assert opened(WTO, "short_answer") == WTO
    twice = replace(WTO, options=("World Trade Organization", "OECD", "oecd"))
    open_one = opened(twice, "short_answer")
    assert open_one == replace(WTO, type="short_answer", options=None, spares=())
    statement = question("true_false", stem="x", answer="True", options=("True", "False"))
    assert opened(statement, "true_false") == statement


def test_a_draft_at_fault_is_refused_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    """Among the refusals, so that a rule author sees it."""
    analysis = analysis_of("Seoul has called the curbs")
    rules = load_rules()
    before = candidates(analysis, rules, Settings(count=None))
    stem = before.questions[0].stem

    def faulty(asked: Question, _: object) -> Finding | None:
        found = Finding(asked.id, "negative_stem", "warning", "told so")
        return found if asked.stem == stem else None

    monkeypatch.setattr("quizgen.finishing.fault", faulty)
    after = candidates(analysis, rules, Settings(count=None))
    assert stem not in {each.stem for each in after.questions}
    assert ("negative_stem", "told so") in {(r.check, r.reason) for r in after.refusals}
