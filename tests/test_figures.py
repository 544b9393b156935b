"""Figures: other numbers of the same form, never the same number, never above the ceiling."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.wording.figures import FIGURE, LESS, MORE, bound_of, others, scaled


@pytest.mark.parametrize(
    ("figure", "factor", "other"),
    [
        ("80,000", 0.5, "40,000"),
        ("80,000", 1.5, "120,000"),
        ("40", 2.0, "80"),
        ("2.5", 2.0, "5.0"),
        ("1.25", 0.5, "0.62"),
        ("900", 3.0, "2,700"),
        ("5000", 3.0, "15,000"),
        ("300", 1.25, "400"),
        ("93", 2.0, "186"),
        ("5000", 0.5, "2000"),
        ("1,200", 0.5, "600"),
        ("1", 0.5, "2"),
    ],
)
def test_a_scaled_figure_keeps_its_form(figure: str, factor: float, other: str) -> None:
    """As many decimals, as many zeros at its end, commas from ten thousand on."""
    assert scaled(figure, factor) == other


@given(value=st.integers(1, 10**9), factor=st.sampled_from((*LESS, *MORE)), grouped=st.booleans())
def test_a_scaled_figure_is_a_figure(value: int, factor: float, *, grouped: bool) -> None:
    """A positive whole number stays one, and is written with commas only in threes."""
    other = scaled(f"{value:,}" if grouped else str(value), factor)
    assert FIGURE.fullmatch(other)
    assert re.fullmatch(r"\d{1,3}(,\d{3})*|\d{1,4}", other)
    assert int(other.replace(",", "")) >= 2


@given(st.integers(1, 99), st.integers(0, 50))
def test_others_differ_and_stay_under_the_ceiling(value: int, shift: int) -> None:
    """What the sentence says is no wrong answer, nor is 130 percent of a whole."""
    for text in others(f"{value} percent", said={str(value)}, shift=shift, ceiling=100.0):
        figure = FIGURE.search(text)
        assert figure
        assert text.endswith(" percent")
        assert figure.group() != str(value)
        assert float(figure.group()) <= 100


def test_said_figures_are_left_out() -> None:
    """A number of the sentence could be right too."""
    assert "20 cars" in list(others("40 cars", said={"40"}))
    assert "20 cars" not in list(others("40 cars", said={"40", "20"}))


def test_only_the_first_figure_changes() -> None:
    """The rest of the phrase stays as it is."""
    found = list(others("40 of 90 cars", said=set()))
    assert found
    assert all(text.endswith(" of 90 cars") for text in found)


def test_the_shift_turns_the_order() -> None:
    """Another seed brings other numbers first, out of the same ones."""
    first, second = (list(others("4,000", said=set(), shift=shift)) for shift in (0, 1))
    assert first != second
    assert sorted(first) == sorted(second)


@pytest.mark.parametrize(
    ("text", "before", "bound"),
    [
        ("more than 900", "", "lower"),
        ("no more than 900", "", "upper"),
        ("900", "It recalled at least", "lower"),
        ("almost 900", "", "about"),
        ("just five", "", "only"),
        ("a US$20 billion", "It paid over", "lower"),
        ("900", "It lay over the river and sold", ""),
        ("900", "", ""),
    ],
)
def test_words_beside_a_figure_make_it_a_bound(text: str, before: str, bound: str) -> None:
    """Within the phrase or right before it."""
    assert bound_of(text, before) == bound


@pytest.mark.parametrize(
    ("bound", "found"),
    [
        ("lower", {"over 60", "over 70", "over 80"}),
        ("upper", {"over 20"}),
        ("about", {"over 20", "over 60", "over 70", "over 80"}),
    ],
)
def test_a_bound_excludes_what_is_far_on_its_other_side(bound: str, found: set[str]) -> None:
    """Of a rough figure, on either side."""
    assert set(others("over 40", said={"40"}, bound=bound)) == found


def test_a_range_moves_with_both_ends() -> None:
    """By at least its width; none reaches below one or above the ceiling."""
    found = set(others("between 10 and 20 percent", said=set(), ceiling=45.0))
    assert found == {"between 20 and 30 percent", "between 30 and 40 percent"}


def test_number_words_give_number_words() -> None:
    """Near the one that was there."""
    found = list(others("two schools", said=set()))
    assert found[0] == "three schools"
    assert not {"one schools", "two schools"} & set(found)


@pytest.mark.parametrize("text", ["several cars", "Kenya", "", "a few"])
def test_nothing_counted_gives_nothing(text: str) -> None:
    """There is no other number where there is none."""
    assert list(others(text, said=set())) == []


def test_said_number_words_are_left_out() -> None:
    """As figures are."""
    assert "three schools" not in list(others("two schools", said={"two", "three"}))


def test_a_small_figure_never_becomes_zero() -> None:
    """No one believes in "0.0 percent"."""
    assert float(scaled("0.1", 0.4)) > 0
