"""Order, what a student sees, and the session."""

from dataclasses import fields, replace
from datetime import date

import pytest
from conftest import ARTICLE, WTO, evidence, question
from hypothesis import given
from hypothesis import strategies as st

from quizgen.practice import session as rounds
from quizgen.practice.judging import judge
from quizgen.practice.order import Order, arranged, order_of, seed_of, version_of
from quizgen.practice.session import Given, Session
from quizgen.practice.view import StudentView, feedback, in_paragraph, student_view

QUESTIONS = tuple(replace(WTO, id=f"q-{n}") for n in range(12))
NUMBERS = replace(WTO, id="q-n", answer_kind="count", options=("1", "2", "3"), answer="2")


def test_a_seed_gives_one_order() -> None:
    """The same seed the same, another one another; nothing is lost."""
    one = arranged(QUESTIONS, Order("1/A", questions=True, options=True))
    assert one == arranged(QUESTIONS, Order("1/A", questions=True, options=True))
    other = arranged(QUESTIONS, Order("1/B", questions=True, options=True))
    assert [q.id for q in one] != [q.id for q in other]
    assert sorted(q.id for q in one) == sorted(q.id for q in QUESTIONS)
    assert all(sorted(q.options or ()) == sorted(WTO.options or ()) for q in one)
    assert len({q.options for q in one}) > 1


def test_what_is_not_to_be_shuffled_stays() -> None:
    """Questions, options, and always numbers, true and false."""
    assert arranged(QUESTIONS, Order("1", questions=False, options=False)) == QUESTIONS
    fixed = (NUMBERS, question("true_false", options=("True", "False")), question("cloze"))
    for seed in "abcdef":
        assert arranged(fixed, Order(seed, questions=False, options=True)) == fixed


@pytest.mark.parametrize("questions", [True, False])
@pytest.mark.parametrize("options", [True, False])
def test_an_order_is_written_and_read(*, questions: bool, options: bool) -> None:
    """A seed alone, as older attempts have it, tells no order."""
    order, other = Order("7/t-1", questions, options), Order("x", questions=True, options=False)
    assert order_of(str(order), other) == order
    assert order_of("7/t-1", other) == other


def test_versions_go_round() -> None:
    """A, B, A, B; all students of one version have one order, with one version each their own."""
    assert [version_of(n, 2) for n in range(4)] == ["A", "B", "A", "B"]
    assert {version_of(n, 1) for n in range(4)} == {"A"}
    assert seed_of(7, "B", 2, "t-1") == seed_of(7, "B", 2, "t-2")
    assert seed_of(7, "A", 1, "t-1") != seed_of(7, "A", 1, "t-2")
    assert seed_of(7, "A", 2, "t-1") != seed_of(8, "A", 2, "t-1")


def test_a_student_view_holds_no_key() -> None:
    """There is no field for it, nor does its text stand anywhere but among the options."""
    names = {field.name for field in fields(StudentView)}
    assert not names & {"answer", "accepted", "evidence", "explanation", "score", "flags", "rule"}
    asked = question("short_answer", answer="SECRET", accepted=("SECRET",), explanation="SECRET")
    asked = replace(asked, evidence=replace(asked.evidence, text="SECRET"), spares=("SECRET",))
    asked = replace(asked, flags=("SECRET",), reasons=(("SECRET", 1.0),), rule="SECRET")
    view = student_view(asked, number=1, total=3, seed="1")
    assert "SECRET" not in repr(view)
    assert (view.number, view.total, view.stem, view.options) == (1, 3, asked.stem, ())
    assert student_view(WTO, number=1, total=1, seed="1").options == WTO.options


def test_what_is_to_be_matched_or_ordered_is_shuffled() -> None:
    """The order of the key shows nowhere, whatever the seed."""
    letters = tuple("abcdefgh")
    pairs = tuple((letter.upper(), letter) for letter in letters)
    match = student_view(question("matching", pairs=pairs), number=1, total=1, seed="1")
    assert match.left == tuple("ABCDEFGH")
    assert match.right != letters
    assert sorted(match.right) == list(letters)
    items = student_view(question("ordering", items=letters), number=1, total=1, seed="1").items
    turned = question("ordering", items=letters[::-1])
    assert items == student_view(turned, number=1, total=1, seed="1").items != letters


def test_feedback_shows_the_sentence_in_its_paragraph() -> None:
    """With title, date, and a link only where a browser may follow it."""
    told = feedback(WTO, ARTICLE, "OECD", judge(WTO, "OECD"))
    assert told.paragraph[told.start : told.end] == WTO.evidence.text
    assert told.paragraph.endswith("more than in 2018.")
    assert (told.verdict, told.answer, told.published) == ("wrong", WTO.answer, date(2019, 7, 13))
    assert told.url == ARTICLE.url
    evil = replace(ARTICLE, url="javascript:alert(1)")
    assert feedback(WTO, evil, "", judge(WTO, "")).url == ""
    last = replace(ARTICLE, text=ARTICLE.text.rstrip())
    tail = replace(WTO, evidence=evidence(last, "It sold 12 million cars"))
    assert feedback(tail, last, "", judge(tail, "")).paragraph.endswith("2018.")


def test_answers_of_parts_are_shown_in_words() -> None:
    """Pairs with a colon, items in order."""
    match = question("matching", answer="", pairs=(("Seoul", "South Korea"), ("Tokyo", "Japan")))
    told = feedback(match, ARTICLE, "", judge(match, ""))
    assert told.answer == "Seoul: South Korea; Tokyo: Japan"
    order = question("ordering", answer="", items=("one", "two"))
    assert feedback(order, ARTICLE, "", judge(order, "")).answer == "one; two"


def test_a_session_runs_to_its_end_and_over_what_was_missed() -> None:
    """Each question once, the missed again until none is."""
    at = Session(("a", "b", "c"))
    assert rounds.next_question(at) == "a"
    assert rounds.progress(at) == (0, 3)
    at = rounds.answered(at, "a", right=True)
    at = rounds.answered(at, "b", right=False)
    assert rounds.again(at) == at  # not before the end
    at = rounds.answered(at, "c", right=False)
    assert (rounds.phase(at), rounds.next_question(at), rounds.missed(at)) == (
        "ended", None, ("b", "c"),
    )  # fmt: skip
    at = rounds.again(at)
    assert (at.round, rounds.asked(at), rounds.progress(at)) == (2, ("b", "c"), (0, 2))
    at = rounds.answered(rounds.answered(at, "b", right=True), "c", right=False)
    at = rounds.again(at)
    assert rounds.asked(at) == ("c",)
    at = rounds.answered(at, "c", right=True)
    assert rounds.again(at) == at  # nothing is missed
    assert rounds.score(at) == (1, 3)


def test_an_answer_given_again_changes_nothing() -> None:
    """Nor does one to a question that is not asked."""
    at = rounds.answered(Session(("a", "b")), "a", right=False)
    assert rounds.answered(at, "a", right=True) == at
    assert rounds.answered(at, "z", right=True) == at


def test_a_question_put_off_comes_last() -> None:
    """In the order in which they were put off; the answered stay answered."""
    at = rounds.put_off(rounds.put_off(Session(("a", "b", "c")), "a"), "b")
    assert rounds.open_questions(at) == ("c", "a", "b")
    assert rounds.open_questions(rounds.put_off(at, "a")) == ("c", "b", "a")


@given(st.lists(st.booleans(), max_size=30))
def test_a_session_resumes_where_it_was(rights: list[bool]) -> None:
    """From the answers alone, in any round."""
    at = Session(("a", "b", "c", "d"))
    for right in rights:
        asked = rounds.next_question(at)
        if asked is None:
            at = rounds.again(at)
            asked = rounds.next_question(at)
        if asked is not None:
            at = rounds.answered(at, asked, right=right)
    assert rounds.resumed(at.order, at.answers) == at


def test_answers_to_questions_no_longer_asked_are_passed_over() -> None:
    """As after the teacher has taken one out."""
    assert rounds.resumed(["a"], [Given("z", 1, True)]) == Session(("a",))


@pytest.mark.parametrize("order", [(), ("a",)])
def test_an_empty_session_is_at_its_end(order: tuple[str, ...]) -> None:
    """Nothing is asked of nobody."""
    assert (rounds.phase(Session(order)) == "ended") == (not order)


def test_the_paragraph_ends_before_what_is_still_open() -> None:
    """Sentences of open questions hold keys; those before and behind stay out of sight."""
    first, second = WTO.evidence, evidence(ARTICLE, "It sold 12 million cars")
    assert in_paragraph(ARTICLE, first)[0].endswith("more than in 2018.")
    assert in_paragraph(ARTICLE, first, [second]) == (first.text, 0, len(first.text))
    part, start, end = in_paragraph(ARTICLE, second, [first])
    assert part[start:end] == "It sold 12 million cars"
    assert "Seoul" not in part
