"""Times: what a phrase means as a value, with and without the day of publication."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Span

from quizgen.analysis.times import Time, find, read, spoken

SATURDAY = date(2019, 7, 13)
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")


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
        ("the summer of 2019", "2019-SU", "year"),
        ("the third quarter of 2019", "2019-Q3", "year"),
        ("Q4 2018", "2018-Q4", "year"),
        ("the second half of 2019", "2019-H2", "year"),
        ("fiscal 2019", "FY2019", "other"),
        ("the 1990s", "199", "decade"),
        ("the late '80s", "198", "decade"),
        ("the 19th century", "18", "other"),
        ("2019-20", "2019/2020", "other"),
        ("July 4-7, 2019", "2019-07-04/2019-07-07", "other"),
        ("2019-07-11", "2019-07-11", "day"),
        ("22 August 1485", "1485-08-22", "day"),
        ("Christmas Day 2018", "2018-12-25", "other"),
        ("mid-2011", "2011", "year"),
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
        ("Monday, July 1", date(2019, 3, 29), "2019-07-01"),
        ("Christmas", date(2019, 1, 18), "2018-12-25"),
        ("New Year's Eve", date(2019, 1, 18), "2018-12-31"),
        ("7/8/07", date(2007, 7, 9), "2007-07-08"),
        ("25/12/2018", date(2019, 1, 9), "2018-12-25"),
        ("31/12/99", None, "1999-12-31"),
        ("13/13/2018", date(2019, 1, 9), ""),
    ],
)
def test_a_day_without_a_year_is_the_nearest(text: str, published: date | None, value: str) -> None:
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
        ("Monday night", "2019-07-08TNI", "day"),
        ("last night", "2019-07-12TNI", "day"),
        ("this morning", "2019-07-13TMO", "day"),
        ("tonight", "2019-07-13TNI", "day"),
        ("early yesterday", "2019-07-12", "day"),
        ("the day before yesterday", "2019-07-11", "day"),
        ("this past Saturday", "2019-07-13", "day"),
        ("Tuesday of last week", "2019-07-02", "day"),
        ("three days ago", "2019-07-10", "day"),
        ("a week ago", "2019-W27", "other"),
        ("two months ago", "2019-05", "other"),
        ("two decades ago", "1999", "other"),
        ("two days from now", "2019-07-15", "day"),
        ("last week", "2019-W27", "other"),
        ("this weekend", "2019-W28-WE", "other"),
        ("the last quarter", "2019-Q2", "other"),
        ("the third quarter", "2018-Q3", "other"),
        ("this decade", "201", "decade"),
        ("the end of the year", "2019", "year"),
        ("later this year", "2019", "year"),
        ("July of last year", "2018-07", "month"),
        ("March 3 this year", "2019-03-03", "day"),
        ("last summer", "2018-SU", "other"),
        ("this spring", "2019-SP", "other"),
        ("the last fiscal year", "FY2018", "other"),
        ("this fiscal year", "FY2019", "other"),
        ("February", "2019-02", "month"),
        ("last July", "2018-07", "month"),
        ("last December", "2018-12", "month"),
        ("next March", "2020-03", "month"),
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
        ("two and a half years", "P2.5Y"),
        ("a year and a half", "P1.5Y"),
        ("half an hour", "PT0.5H"),
        ("two years and six months", "P2Y6M"),
        ("about three weeks", "P3W"),
        ("a 33-year-old", "P33Y"),
        ("33 years old", "P33Y"),
        ("4.6 billion years", "P4600000000Y"),
        ("a fortnight", "P2W"),
        ("two centuries", "P200Y"),
        ("a few days", "PXD"),
        ("three to six months", "PXM"),
        ("decades-long", "PXY"),
        ("a long time", "PXD"),
    ],
)
def test_durations_have_iso_values(text: str, value: str) -> None:
    """A length of time is no date."""
    time = time_of(text)
    assert (time.value, time.kind, time.absolute) == (value, "duration", True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the past two years", "P2Y"),
        ("the next six months", "P6M"),
        ("the past decade", "P10Y"),
        ("the past week", "P1W"),
        ("the last few years", "PXY"),
        ("the first three months", "P3M"),
    ],
)
def test_lengths_up_to_the_day_of_publication_hang_on_it(text: str, value: str) -> None:
    """They go stale, though their value is a length."""
    time = time_of(text, SATURDAY)
    assert (time.value, time.kind, time.absolute) == (value, "duration", False)


@pytest.mark.parametrize("text", ["two weeks later", "four years earlier", "the next day"])
def test_lengths_that_lead_to_a_date_are_no_durations(text: str) -> None:
    """Nor are they dates that can be told."""
    time = time_of(text, SATURDAY)
    assert (time.value, time.kind, time.absolute) == ("", "date", False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("every year", "P1Y"),
        ("every other day", "P2D"),
        ("every two weeks", "P2W"),
        ("daily", "P1D"),
        ("annually", "P1Y"),
        ("a year", "P1Y"),
        ("per week", "P1W"),
        ("each Monday", ""),
        ("every morning", ""),
    ],
)
def test_repeated_times_have_the_length_between(text: str, value: str) -> None:
    """They happen at no one time."""
    time = time_of(text)
    assert time.value == value
    assert time.kind in {"set", "duration"}  # "a year" may be either


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("9:30 a.m.", "2019-07-13T09:30"),
        ("18:00 UTC", "2019-07-13T18:00Z"),
        ("6:40 p.m. (GMT +8)", "2019-07-13T18:40+08:00"),
        ("9 pm local time", "2019-07-13T21:00"),
        ("1630 UTC", "2019-07-13T16:30Z"),
        ("12 a.m.", "2019-07-13T00:00"),
        ("six o'clock", "2019-07-13T06:00"),
        ("noon", "2019-07-13T12:00"),
        ("Monday at 10:15", "2019-07-08T10:15"),
    ],
)
def test_clock_times_are_of_the_day_of_publication(text: str, value: str) -> None:
    """Without that day they have no value."""
    known, unknown = time_of(text, SATURDAY, "TIME"), time_of(text, None, "TIME")
    assert (known.kind, known.value, known.absolute) == ("time", value, False)
    assert (unknown.kind, unknown.value) == ("time", "")


@pytest.mark.parametrize(
    "text", ["next Friday", "that day", "the weekend", "the previous year", "the following month"]
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
