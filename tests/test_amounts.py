"""Amounts: value and unit of sums, shares and quantities."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from recorded import analysis_of
from spacy.tokens import Span

from quizgen.analysis.amounts import Amount, find, name_figures, number

nlp = spacy.blank("en")


def amounts_in(opening: str) -> list[tuple[str, str, float | None, str]]:
    """Text, kind, value and unit of the amounts of a recorded sentence."""
    (doc,) = analysis_of(opening).docs
    return [(a.text, a.kind, a.value, a.unit) for a in find(doc, name_figures([doc]))]


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
    [
        ("a third", 1 / 3),
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("half a million", 5e5),
        ("a quarter of a million", 2.5e5),
        ("half a dozen", 6),
    ],
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


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "The bank in Lima lent",
            [
                ("15", "quantity", 15, ""),
                ("US$299 million", "money", 299e6, "USD"),
                ("about a third", "quantity", 1 / 3, ""),
            ],
        ),
        (
            "The ship in Mombasa carries",
            [
                ("30GB", "quantity", 30, "gb"),
                ("500km", "quantity", 500, "km"),
                ("two tonnes", "quantity", 2, ""),
            ],
        ),
        ("Siemens sold the Galaxy 4", []),
        ("Peru and Chile signed the pact", []),
        (
            "Police in Lima held all",
            [("all 228", "quantity", 228, ""), ("thousands of", "quantity", None, "")],
        ),
        ("Toyota built 20 cars", [("20", "quantity", 20, ""), ("160", "quantity", 160, "")]),
        ("Jorge Silva died at the age", [("56", "quantity", 56, "years")]),
        ("Maria Santos, 49, runs", [("49", "quantity", 49, "years")]),
    ],
)
def test_amounts_are_told_from_figures_that_name(
    opening: str, expected: list[tuple[str, str, float | None, str]]
) -> None:
    """Nothing is counted by "Galaxy 4", "No. 1", "3G", "the two countries"; ages count years."""
    assert amounts_in(opening) == expected


def test_a_figure_in_a_name_names_throughout_the_article() -> None:
    """After "Boeing 717" the "717" is no amount."""
    doc = amounts_of("The last 717 left.", ("717", "CARDINAL"))
    assert doc
    text = nlp("The last 717 left.")
    text.set_ents([Span(text, 2, 3, "CARDINAL")])
    assert find(text, frozenset({"717"})) == []
