"""Marking times: which words of a sentence are a time, and which only look like one."""

from datetime import date

import pytest
from recorded import analysis_of

from quizgen.analysis.times import find

SATURDAY = date(2019, 7, 13)


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Vietnam sold 2000 buses", [("the past year", "P1Y")]),
        ("The March on Lagos in May", [("May", "2019-05"), ("two days", "P2D")]),
        ("Siemens hired 300 people at a second", [("a day", "P1D")]),
        ("The hospital in Lagos treats 40", [("a day", "P1D"), ("a year", "P1Y")]),
        ("Amina Okafor met Theresa May", []),
        ("Jorge Santos told Lima This Week", []),
        ("Maria Santos, 49, runs", []),
        ("Peru elected Jorge Silva at", [("July 8", "2019-07-08")]),
        (
            "The ferry left Mombasa at",
            [("18:00 UTC", "2019-07-09T18:00Z"), ("Tuesday", "2019-07-09")],
        ),
        (
            "The rail strike in Chile lasted",
            [("from May to June", "2019-05/2019-06"), ("May", "2019-05"), ("June", "2019-06")],
        ),
        ("Brazil now exports", [("now", "PRESENT_REF"), ("recently", "PAST_REF")]),
        ("The trial in Lima could last", [("two weeks", "P2W")]),
        ("Workers in Chile waited", [("hours", "PTXH")]),
    ],
)
def test_times_are_told_from_what_looks_like_one(
    opening: str, expected: list[tuple[str, str]]
) -> None:
    """Names, ages, counts and verbs are no times; a range comes with its ends."""
    (doc,) = analysis_of(opening).docs
    assert [(time.text, time.value) for time in find(doc, SATURDAY)] == expected
