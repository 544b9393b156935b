"""Each check of lint finds its flaw and leaves sound questions alone."""

from dataclasses import replace
from typing import Any

import pytest
from conftest import WTO, question

from quizgen.lint import ITEM_CHECKS, OPTION_CHECKS, findings
from quizgen.question import Question
from quizgen.quiz import Quiz


def checks(quiz: Quiz, *questions: Question) -> set[str]:
    """The names of the checks that found a flaw, no mere choice, in these questions."""
    found = findings(replace(quiz, questions=questions))
    return {each.check for each in found if each.severity != "info"}


def test_a_sound_quiz_is_clean(quiz: Quiz) -> None:
    """Nothing is found in the quiz that the tests use."""
    assert checks(quiz, WTO) == set()


@pytest.mark.parametrize(
    ("check", "changes"),
    [
        ("no_stem", {"stem": " "}),
        ("no_answer", {"answer": "", "options": None, "type": "short_answer"}),
        ("key_in_stem", {"stem": "What did the world trade organization, in Geneva, do?"}),
        ("too_few_options", {"options": ("World Trade Organization",)}),
        ("too_few_options", {"options": None}),
        ("key_not_among_options", {"options": ("OECD", "United Nations")}),
        ("duplicate_options", {"options": ("World Trade Organization", "OECD", "oecd ")}),
        ("accepted_option", {"options": ("World Trade Organization", "wto")}),
        ("stem_end", {"stem": "Which body did Seoul ask"}),
        ("stem_end", {"stem": "Which body did Seoul ask??"}),
        ("stem_end", {"type": "cloze", "options": None, "stem": "No gap here."}),
        ("stem_end", {"type": "cloze", "options": None, "stem": "____ or ____."}),
        (
            "longest_is_key",
            {
                "answer": "a very long answer indeed",
                "options": ("a very long answer indeed", "short"),
            },
        ),
        ("catch_all_option", {"options": ("World Trade Organization", "All of the above")}),
        ("absolute_option", {"options": ("World Trade Organization", "every body in Geneva")}),
        ("negative_stem", {"stem": "Which body did Seoul not ask?"}),
        ("negative_stem", {"stem": "Which body didn’t Seoul ask?"}),
        ("unsorted_numbers", {"answer": "$1,200", "options": ("$1,200", "$900", "$1,500.50")}),
    ],
)
def test_a_flaw_is_found(quiz: Quiz, check: str, changes: dict[str, Any]) -> None:
    """By the check that is made for it."""
    assert check in checks(quiz, replace(WTO, **changes))


@pytest.mark.parametrize(
    "asked",
    [
        question("true_false", stem="True it is.", answer="True", options=("True", "False")),
        question("true_false", stem="Seoul did not ask.", answer="True", options=("True", "False")),
        question("cloze", stem="Seoul asked the ____."),
        question("short_answer", answer="not one", stem="Who was it?"),
        replace(WTO, answer="900", options=("1,200", "900", "3")),
        replace(WTO, answer="3", options=("3", "900", "about 1,200 cars")),
        replace(WTO, options=("World Trade Organization", "All Nippon Airways")),
        question("matching", stem="Match.", answer="", pairs=(("a", "b"), ("c", "d"), ("e", "f"))),
    ],
)
def test_what_is_no_flaw_is_left_alone(quiz: Quiz, asked: Question) -> None:
    """Other types have other rules; numbers may run either way."""
    assert checks(quiz, asked) == set()


def test_questions_are_compared(quiz: Quiz) -> None:
    """The same stem twice, and a stem that answers a question on the same sentence."""
    twice = replace(WTO, id="q-2")
    assert "same_stem" in checks(quiz, WTO, twice)
    telling = replace(
        WTO,
        id="q-3",
        stem="Who asked the World Trade Organization?",
        answer="Seoul",
        options=("Seoul", "Tokyo"),
    )
    found = list(findings(replace(quiz, questions=(WTO, telling))))
    assert [(each.question, each.check) for each in found] == [
        ("q-wto", "answers_another"),
        ("q-3", "answers_another"),
    ]


def test_evidence_must_stand_in_the_article(quiz: Quiz) -> None:
    """At its very place."""
    moved = replace(WTO, evidence=replace(WTO.evidence, start=0))
    assert checks(quiz, moved) == {"evidence_misplaced"}


def test_every_check_has_a_reason_without_jargon(quiz: Quiz) -> None:
    """Words of the classroom."""
    bad = replace(WTO, stem="Which is not World Trade Organization", options=("OECD", "oecd"))
    for found in findings(replace(quiz, questions=(bad,))):
        assert not {"stem", "distractor", "key", "slug"} & set(found.reason.split())
    assert len({*ITEM_CHECKS, *OPTION_CHECKS}) >= 40
