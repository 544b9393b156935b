"""Flashcards come back when they are due: always on the same day, and within the term."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from quizgen.practice.scheduling import (
    GRADES,
    CardState,
    Grade,
    due_first,
    forecast,
    grade_of,
    new_card,
    previews,
    reviewed,
    streak,
)

NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)
DAY = timedelta(days=1)


def after(*grades: Grade, term_end: datetime | None = None) -> list[timedelta]:
    """The intervals after each of these grades, each review on the day the card is due."""
    card, intervals, now = new_card("q-1", NOW), [], NOW
    for grade in grades:
        card = reviewed(card, grade, now, term_end)
        intervals.append(card.due - now)
        now = card.due
    return intervals


def test_intervals_are_those_of_fsrs() -> None:
    """Of FSRS-6 with default parameters: 10 minutes, 2 and 11 days, 10 minutes, 2 and 8 days."""
    minutes = timedelta(minutes=10)
    expected = [minutes, 2 * DAY, 11 * DAY, minutes, 2 * DAY, 8 * DAY]
    assert after("good", "good", "good", "again", "good", "easy") == expected
    assert after("good", "good", "good") == after("good", "good", "good")


def test_no_card_is_put_off_beyond_the_term() -> None:
    """The last review falls on its last day at the latest; a term that is over caps nothing."""
    end = NOW + 20 * DAY
    card, now = new_card("q-1", NOW), NOW
    for _ in range(6):
        card = reviewed(card, "easy", now, end)
        assert card.due <= end
        now = min(card.due, end - timedelta(hours=1))
    assert after("easy", "easy", "easy") == after("easy", "easy", "easy", term_end=NOW - DAY)
    assert sum(after("easy", "easy", "easy"), timedelta()) > 20 * DAY


def test_each_button_shows_its_date() -> None:
    """The better known, the later; looking changes nothing."""
    card = reviewed(reviewed(new_card("q-1", NOW), "good", NOW), "good", NOW + DAY)
    dates = previews(card, card.due)
    assert list(dates) == list(GRADES)
    assert list(dates.values()) == sorted(dates.values())
    assert dates["good"] == reviewed(card, "good", card.due).due


@pytest.mark.parametrize(
    ("verdict", "first", "hint", "grade"),
    [
        ("right", True, False, "good"),
        ("nearly", True, False, "good"),
        ("right", False, False, "hard"),
        ("right", True, True, "hard"),
        ("wrong", True, False, "again"),
        ("wrong", False, False, "again"),
    ],
)
def test_quiz_answers_are_graded(verdict: Any, *, first: bool, hint: bool, grade: str) -> None:
    """Never as easy."""
    assert grade_of(verdict, first_try=first, hint=hint) == grade


def seen(name: str, due: datetime) -> CardState:
    """A card that was reviewed and is due then."""
    return CardState(name, due, last_review=NOW - DAY)


def test_due_cards_come_first() -> None:
    """The longest overdue, then new ones by id; what is not due stays away."""
    cards = [
        new_card("n2", NOW),
        new_card("n1", NOW),
        seen("late", NOW - 3 * DAY),
        seen("now", NOW),
        seen("later", NOW + DAY),
    ]
    assert [card.card for card in due_first(cards, NOW)] == ["late", "now", "n1", "n2"]


def test_a_streak_counts_days_in_a_row() -> None:
    """Today may still come; a day left out ends it."""
    today = date(2026, 9, 10)
    days = [today - n * DAY for n in (1, 2, 3, 5)]
    assert streak(days, today) == 3
    assert streak([*days, today], today) == 4
    assert streak(days, today + DAY) == 0
    assert streak([], today) == 0


def test_the_forecast_counts_what_falls_due() -> None:
    """Overdue cards count today; new ones are not due."""
    cards = [
        seen("a", NOW - 4 * DAY),
        seen("b", NOW),
        seen("c", NOW + 2 * DAY),
        seen("d", NOW + 30 * DAY),
        new_card("n", NOW),
    ]
    assert list(forecast(cards, NOW.date(), days=4).values()) == [2, 0, 1, 0]
