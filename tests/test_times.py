"""Times: what a phrase means as a value, with and without the day of publication."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Span

from quizgen.analysis.times import Time, find, read, spoken

SATURDAY = date(2019, 7, 13)
nlp = spacy.blank("en")


def time_of(text: str, published: date | None = None, label: str = "DATE") -> Time:
    """The time that a text tells."""
    doc = nlp(text)
    doc.set_ents([Span(doc, 0, len(doc), label)])
    return read(doc.ents[0], published)


@pytest.mark.parametrize(
    ("text", "value", "grain"),
    [
        ("July 11, 2019", "2019-07-11", "day"),
        ("July 11 2019", "2019-07-11", "day"),
        ("11 July 2019", "2019-07-11", "day"),
        ("the 11th of July, 2019", "2019-07-11", "day"),
        ("Sept. 3, 2001", "2001-09-03", "day"),
        ("Dec. 31, 1999", "1999-12-31", "day"),
        ("May 1, 2020", "2020-05-01", "day"),
        ("July 2019", "2019-07", "month"),
        ("late July of 2019", "2019-07", "month"),
        ("Jan. 2001", "2001-01", "month"),
        ("2019", "2019", "year"),
        ("early 1995", "1995", "year"),
        ("the summer of 2019", "2019", "year"),
        ("July 11", "XXXX-07-11", "day"),
    ],
)
def test_calendar_dates_are_absolute(text: str, value: str, grain: str) -> None:
    """They mean the same whenever they are read."""
    time = time_of(text)
    assert (time.value, time.kind, time.grain, time.absolute) == (value, "date", grain, True)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("July 11", SATURDAY, "2019-07-11"),
        ("December 30", date(2020, 1, 2), "2019-12-30"),
        ("January 3", date(2019, 12, 30), "2020-01-03"),
        ("February 29", date(2019, 3, 1), "2019-02-28"),
    ],
)
def test_a_day_without_a_year_is_the_nearest(text: str, published: date, value: str) -> None:
    """News of January tells of last December."""
    assert time_of(text, published).value == value


@pytest.mark.parametrize(
    ("text", "value", "grain"),
    [
        ("yesterday", "2019-07-12", "day"),
        ("today", "2019-07-13", "day"),
        ("tomorrow", "2019-07-14", "day"),
        ("Friday", "2019-07-12", "day"),
        ("on Friday", "2019-07-12", "day"),
        ("Saturday", "2019-07-13", "day"),
        ("Monday night", "2019-07-08", "day"),
        ("last Thursday", "2019-07-11", "day"),
        ("last month", "2019-06", "month"),
        ("next month", "2019-08", "month"),
        ("this year", "2019", "year"),
        ("last year", "2018", "year"),
        ("next year", "2020", "year"),
    ],
)
def test_relative_times_need_the_day_of_publication(text: str, value: str, grain: str) -> None:
    """With it they have a value, without it none."""
    known, unknown = time_of(text, SATURDAY), time_of(text)
    assert (known.value, known.kind, known.grain, known.absolute) == (value, "date", grain, False)
    assert (unknown.value, unknown.kind, unknown.absolute) == ("", "date", False)


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [(date(2019, 1, 5), "last month", "2018-12"), (date(2019, 12, 5), "next month", "2020-01")],
)
def test_months_go_over_the_turn_of_the_year(published: date, text: str, value: str) -> None:
    """The month before January is December."""
    assert time_of(text, published).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three days", "P3D"),
        ("20 years", "P20Y"),
        ("two weeks", "P2W"),
        ("18-month", "P18M"),
        ("two decades", "P20Y"),
        ("a week", "P1W"),
        ("90 minutes", "PT90M"),
        ("two hours", "PT2H"),
    ],
)
def test_durations_have_iso_values(text: str, value: str) -> None:
    """A length of time is no date."""
    time = time_of(text)
    assert (time.value, time.kind, time.absolute) == (value, "duration", True)


@pytest.mark.parametrize("text", ["three days ago", "the past two years", "two weeks later"])
def test_lengths_that_lead_to_a_date_are_no_durations(text: str) -> None:
    """Nor are they dates that can be told."""
    time = time_of(text, SATURDAY)
    assert (time.value, time.kind, time.absolute) == ("", "date", False)


@pytest.mark.parametrize("text", ["every year", "daily", "each Monday", "20 hours per week"])
def test_repeated_times_are_sets(text: str) -> None:
    """They happen at no one time."""
    assert (time_of(text).kind, time_of(text).value) == ("set", "")


def test_clock_times_have_no_value() -> None:
    """The hour is never asked for."""
    time = time_of("9:30 a.m.", SATURDAY, "TIME")
    assert (time.kind, time.value, time.absolute) == ("time", "", False)


@pytest.mark.parametrize(
    "text", ["next Friday", "the 1990s", "2019-20", "recent years", "a few days", "the weekend"]
)
def test_what_is_unsure_has_no_value(text: str) -> None:
    """Rather no value than a wrong one."""
    assert time_of(text, SATURDAY).value == ""


@pytest.mark.parametrize("text", ["the year before the war", "the month before"])
def test_a_time_before_another_has_no_value(text: str) -> None:
    """The year before is not the month of publication."""
    assert time_of(text, SATURDAY).value == ""


def test_every_number_word_makes_a_duration() -> None:
    """As it does in amounts."""
    assert time_of("sixteen days").value == "P16D"


def test_the_times_of_a_paragraph_come_in_order() -> None:
    """With their characters; names and amounts are left out."""
    doc = nlp("On July 11, 2019, Kenya paid $3 after two days.")
    ents = [("July 11, 2019", "DATE"), ("Kenya", "GPE"), ("$3", "MONEY"), ("two days", "DATE")]
    spans = []
    for text, label in ents:
        at = doc.text.index(text)
        span = doc.char_span(at, at + len(text), label)
        assert span is not None
        spans.append(span)
    doc.set_ents(spans)
    found = find(doc, None)
    assert [time.text for time in found] == ["July 11, 2019", "two days"]
    assert all(doc.text[time.start : time.end] == time.text for time in found)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2019-07-01", "July 1, 2019"),
        ("2019-07", "July 2019"),
        ("2019", "2019"),
        ("XXXX-12-24", "December 24"),
    ],
)
def test_dates_are_spoken_in_english(value: str, text: str) -> None:
    """And read back as the same date."""
    assert spoken(value) == text
    assert time_of(text).value == value
