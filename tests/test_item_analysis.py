"""Item analysis by worked examples, computed by hand in the comments."""

from dataclasses import replace
from math import sqrt

import pytest
from conftest import WTO, question

from quizgen.practice.item_analysis import (
    Analysis,
    Distractor,
    Item,
    Response,
    analyse,
    correlation,
    group_size,
    kr20,
)
from quizgen.practice.teaching import teach_again

A, B, C = (question("short_answer", id=f"q-{letter}") for letter in "abc")
# Ten students; 1 right, 0 wrong; totals 3 3 2 2 2 1 1 1 0 0
SCORES: dict[str, tuple[float, ...]] = {
    "s0": (1, 1, 1), "s1": (1, 1, 1), "s2": (1, 1, 0), "s3": (1, 1, 0), "s4": (1, 0, 1),
    "s5": (1, 0, 0), "s6": (0, 1, 0), "s7": (1, 0, 0), "s8": (0, 0, 0), "s9": (0, 0, 0),
}  # fmt: skip


def rows(scores: dict[str, tuple[float, ...]]) -> dict[str, dict[str, Response]]:
    """First answers with these scores."""
    ids = ("q-a", "q-b", "q-c")
    return {
        student: {id_: Response("x", score) for id_, score in zip(ids, row, strict=False)}
        for student, row in scores.items()
    }


def analysed() -> Analysis:
    """The analysis of the ten."""
    return analyse((A, B, C), rows(SCORES))


def test_facility_is_the_mean_score() -> None:
    """7, 5 and 3 of 10; above 0.70 is easy, below 0.30 hard."""
    items = analysed().items
    assert [item.facility for item in items] == [0.7, 0.5, 0.3]
    assert {item.facility_band for item in items} == {"aim"}
    assert [replace(items[0], facility=p).facility_band for p in (0.71, 0.29, None)] == [
        "easy", "hard", None,
    ]  # fmt: skip


def test_discrimination_compares_the_upper_and_the_lower_27_percent() -> None:
    """27 % of 10 are 3. Ranked by total, then id: lower s8 s9 s5, upper s4 s0 s1.

    a: (3 - 1) / 3; b: (2 - 0) / 3; c: (3 - 0) / 3. In the other notation 2 (H - L) / N, N = 6.
    """
    found = [item.discrimination for item in analysed().items]
    assert found == pytest.approx([2 / 3, 2 / 3, 1])


@pytest.mark.parametrize(
    ("students", "size"), [(0, 0), (1, 0), (2, 1), (5, 1), (6, 2), (10, 3), (20, 5), (100, 27)]
)
def test_groups_are_27_percent_rounded_half_up(students: int, size: int) -> None:
    """1.35 is 1, 1.62 is 2, 2.7 is 3, 5.4 is 5."""
    assert group_size(students) == size


def test_the_point_biserial_leaves_the_item_out_of_the_total() -> None:
    """The third against the rest: c = 1 1 0 0 1 0 0 0 0 0, rest = 2 2 2 2 1 1 1 1 0 0.

    Means 0.3 and 1.2; E[cr] = 5/10, covariance 0.5 - 0.36 = 0.14; variances 0.21 and
    (16 + 4) / 10 - 1.44 = 0.56; r = 0.14 / sqrt(0.1176) = 0.408.
    """
    item = analysed().items[2]
    assert item.item_rest == pytest.approx(0.14 / sqrt(0.21 * 0.56))
    assert item.discrimination_band == "excellent"


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (0.40, "excellent"), (0.39, "good"), (0.30, "good"), (0.29, "fair"), (0.20, "fair"),
        (0.19, "poor"), (0.0, "poor"), (-0.01, "check the key"), (None, None),
    ],
)  # fmt: skip
def test_bands_of_discrimination(value: float | None, band: str | None) -> None:
    """As in the sources."""
    assert Item("q", 1, 0.5, None, value, (), None).discrimination_band == band


def test_kr20_by_hand() -> None:
    """Sum of p (1 - p): 0.21 + 0.25 + 0.21 = 0.67; totals have mean 1.5.

    Sum of squares: 9 + 9 + 4 + 4 + 4 + 1 + 1 + 1 = 33; variance 1.05.
    KR-20 = 3/2 (1 - 0.67 / 1.05) = 0.543.
    """
    found = analysed()
    assert found.kr20 == pytest.approx(1.5 * (1 - 0.67 / 1.05))
    assert found.reliability == "unsatisfactory"


@pytest.mark.parametrize(
    ("value", "band"),
    [(0.76, "satisfactory"), (0.75, "middling"), (0.64, "middling"), (0.63, "unsatisfactory")],
)
def test_bands_of_reliability(value: float, band: str) -> None:
    """As Moodle's manual has them."""
    assert replace(analysed(), kr20=value).reliability == band


def test_what_cannot_be_told_is_none() -> None:
    """No students, one student, equal scores, a single question."""
    empty = analyse((A,), {})
    assert (empty.n, empty.kr20, empty.reliability) == (0, None, None)
    assert empty.items == (Item("q-a", 0, None, None, None, (), None),)
    assert correlation([1, 0], [1, 1]) is None
    assert correlation([1], [1]) is None
    assert kr20([[1, 0], [1, 0]]) is None
    assert kr20([[1], [0]]) is None
    assert kr20([]) is None


def test_small_classes_are_told() -> None:
    """Below 20 students nothing is sure."""
    assert analysed().few
    assert not replace(analysed(), n=20).few


def test_what_was_not_reached_scores_nothing() -> None:
    """In a finished attempt, as in Moodle; but it is not counted as answered."""
    given = {
        "s0": {"q-a": Response("x", 1)},
        "s1": {"q-a": Response("x", 1), "q-b": Response("y", 1)},
    }
    first, second = analyse((A, B), given).items
    assert (first.facility, first.answered) == (1, 2)
    assert (second.facility, second.answered) == (0.5, 1)


def choice(*given: str) -> dict[str, dict[str, Response]]:
    """Students who chose these, each with the score for it."""
    return {
        f"s{n:02}": {WTO.id: Response(text, float(text == WTO.answer))}
        for n, text in enumerate(given)
    }


def test_distractors_by_hand() -> None:
    """40 students: 30 right, 9 "United Nations", 1 "OECD" (2.5 %: not functional), 0 the third.

    27 % of 40 are 10.8, so 11. The lower group are the ten who are wrong and one of the right.
    One functional distractor of three: efficiency 33 %.
    """
    given = choice(*[WTO.answer] * 30, *["United Nations"] * 9, "OECD")
    (item,) = analyse((WTO,), given).items
    assert item.distractors == (
        Distractor("World Health Organization", 0, 0, 0, 0),
        Distractor("United Nations", 9, 0.225, 0, 9),
        Distractor("OECD", 1, 0.025, 0, 1),
    )
    assert [d.functional for d in item.distractors] == [False, True, False]
    assert item.efficiency == pytest.approx(1 / 3)
    assert not any(d.suspicious for d in item.distractors)
    assert item.discrimination == pytest.approx((11 - 1) / 11)


def test_a_distractor_that_draws_the_better_students_is_suspicious() -> None:
    """More of the upper than of the lower group: the key may be wrong."""
    other = replace(B, id="q-o")
    given = {
        f"s{n}": {
            WTO.id: Response("OECD" if n > 4 else WTO.answer, float(n <= 4)),
            "q-o": Response("", 2.0 * (n > 4)),
        }
        for n in range(10)
    }
    item = analyse((WTO, other), given).items[0]
    assert [d.suspicious for d in item.distractors] == [False, False, True]
    assert item.discrimination_band == "check the key"


def test_the_facts_most_missed_are_taught_again() -> None:
    """The one that both missed, of two on its sentence, then 1 of 2; a known one is not."""
    other = replace(WTO.evidence, start=0, end=5, text="Japan")
    third = replace(WTO.evidence, start=6, end=9, text="All")
    asked = (
        replace(A, evidence=other), WTO, B, replace(C, evidence=third),
    )  # fmt: skip
    given = {
        "s0": {"q-a": Response("no", 0), WTO.id: Response("OECD", 0), "q-b": Response("x", 0),
               "q-c": Response("y", 1)},
        "s1": {"q-a": Response("y", 1), WTO.id: Response("OECD", 0), "q-b": Response("y", 1),
               "q-c": Response("y", 1)},
        "s2": {},
    }  # fmt: skip
    first, second = teach_again(asked, given)
    assert (first.evidence, first.questions) == (WTO.evidence, (WTO.id, "q-b"))
    assert (first.missed, first.answered, first.share) == (2, 2, 1)
    assert first.lures == (("OECD", 2),)
    assert (second.evidence, second.share) == (other, 0.5)
    assert teach_again(asked, {}) == ()


def test_a_student_counts_once_for_a_fact() -> None:
    """However many questions ask for it: the one most missed tells how many students had it not."""
    given = {
        f"s{n}": {"q-a": Response("no", 0 if n < 3 else 1), "q-b": Response("x", 0 if n else 1)}
        for n in range(24)
    }
    (fact,) = teach_again((A, B), given)
    assert fact.questions == ("q-b", "q-a")
    assert (fact.missed, fact.answered) == (23, 24)
    assert fact.lures == (("x", 23),)
    assert teach_again((A, C), {"s0": {"q-a": Response("no", 0)}})[0].questions == ("q-a", "q-c")
