"""Amounts: value and unit of sums, shares and quantities."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from quizgen.analysis.amounts import Amount, find, number

nlp = spacy.blank("en")


def amounts_of(text: str, *ents: tuple[str, str]) -> list[Amount]:
    """The amounts of a text whose entities are given as (text, label)."""
    doc = nlp(text)
    spans = [
        doc.char_span(text.index(part), text.index(part) + len(part), label) for part, label in ents
    ]
    assert None not in spans
    doc.set_ents([span for span in spans if span is not None])
    return find(doc)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("300", 300),
        ("about 300", 300),
        ("1,200", 1200),
        ("12.5", 12.5),
        ("$3.2bn", 3.2e9),
        ("£7m", 7e6),
        ("5 million", 5e6),
        ("10 thousand", 1e4),
        ("80k", 8e4),
        ("1.5 trillion won", 1.5e12),
        ("two hundred thousand", 2e5),
        ("two million three hundred thousand", 2.3e6),
        ("one hundred and five", 105),
        ("twenty-five", 25),
        ("a dozen", 12),
        ("a million", 1e6),
        ("half", 0.5),
        ("5 miles", 5),
        ("zero", 0),
    ],
)
def test_numbers_are_read(text: str, value: float) -> None:
    """From digits and from words."""
    assert number(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["a", "an", "several", "few", "", "many cars", "Kenya"])
def test_no_number_is_none(text: str) -> None:
    """A word that counts nothing has no value."""
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("half a million", 5e5), ("a quarter of a million", 2.5e5), ("half a dozen", 6)],
)
def test_parts_of_a_scale_are_read(text: str, value: float) -> None:
    """Half a million is less than a million."""
    assert number(text) == value


def test_a_figure_glued_to_its_unit_is_read() -> None:
    """As newspapers write it."""
    assert number("12km") == 12


@given(st.integers(min_value=0, max_value=10**12))
def test_every_whole_number_is_read_back(value: int) -> None:
    """With and without commas."""
    assert number(f"{value}") == value
    assert number(f"some {value:,} cars") == value


@pytest.mark.parametrize(
    ("text", "label", "kind", "value", "unit"),
    [
        ("$3 million", "MONEY", "money", 3e6, "USD"),
        ("€2.5bn", "MONEY", "money", 2.5e9, "EUR"),
        ("£40", "MONEY", "money", 40, "GBP"),
        ("250 million euros", "MONEY", "money", 2.5e8, "euros"),
        ("12 percent", "PERCENT", "percent", 12, "%"),
        ("12%", "PERCENT", "percent", 12, "%"),
        ("40 miles", "QUANTITY", "quantity", 40, "miles"),
        ("200,000 tonnes", "QUANTITY", "quantity", 200_000, "tonnes"),
        ("300", "CARDINAL", "quantity", 300, ""),
        ("several", "CARDINAL", "quantity", None, ""),
    ],
)
def test_amounts_have_kind_value_and_unit(
    text: str, label: str, kind: str, value: float | None, unit: str
) -> None:
    """A currency by its code where its sign is there."""
    (amount,) = amounts_of(f"They lost {text} there.", (text, label))
    assert (amount.kind, amount.value, amount.unit) == (kind, value, unit)


def test_amounts_come_in_order_with_their_characters() -> None:
    """Names and dates are left out."""
    text = "Kenya paid $3 million for 40 buses in 2019."
    found = amounts_of(
        text, ("Kenya", "GPE"), ("$3 million", "MONEY"), ("40", "CARDINAL"), ("2019", "DATE")
    )
    assert [amount.text for amount in found] == ["$3 million", "40"]
    assert all(text[amount.start : amount.end] == amount.text for amount in found)
