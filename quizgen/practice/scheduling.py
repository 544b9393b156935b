"""Scheduling: when a flashcard is due again, by FSRS-6 without chance, within the term.

News is taught for a term: no card is put off beyond its end (research, section 3).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Literal

from fsrs import Card, Rating, Scheduler, State

from quizgen.practice.judging import Verdict

Grade = Literal["again", "hard", "good", "easy"]

GRADES: tuple[Grade, ...] = ("again", "hard", "good", "easy")
RETENTION = 0.9  # the share to be remembered when due: the default of FSRS and Anki
LONGEST = 365  # days; nobody teaches last year's news
STEPS = (timedelta(minutes=1), timedelta(minutes=10))
RELEARNING = (timedelta(minutes=10),)


@dataclass(frozen=True, slots=True)
class CardState:
    """How well a student knows a card: FSRS's own values, and when it is due (aware UTC)."""

    card: str
    due: datetime
    state: int = State.Learning.value
    step: int | None = 0
    stability: float | None = None
    difficulty: float | None = None
    last_review: datetime | None = None

    @property
    def is_new(self) -> bool:
        """Whether it has never been reviewed."""
        return self.last_review is None

    @property
    def is_learnt(self) -> bool:
        """Whether it has passed the first steps and was not forgotten at its last review."""
        return self.state == State.Review.value


def new_card(card: str, now: datetime) -> CardState:
    """A card never seen, due at once."""
    return CardState(card, now)


def reviewed(
    card: CardState, grade: Grade, now: datetime, term_end: datetime | None = None
) -> CardState:
    """The card after a review at `now`; due at the term's end at the latest.

    A term that is over caps nothing.
    """
    scheduler = Scheduler(
        desired_retention=RETENTION,
        learning_steps=STEPS,
        relearning_steps=RELEARNING,
        maximum_interval=_longest(now, term_end),
        enable_fuzzing=False,
    )
    after, _ = scheduler.review_card(_card(card), _rating(grade), review_datetime=now)
    capped = term_end is not None and term_end > now
    due = min(after.due, term_end) if capped and term_end is not None else after.due
    return CardState(
        card.card,
        due,
        after.state.value,
        after.step,
        after.stability,
        after.difficulty,
        after.last_review,
    )


def _longest(now: datetime, term_end: datetime | None) -> int:
    if term_end is None or term_end <= now:
        return LONGEST
    return min(LONGEST, max(1, (term_end - now).days))


def _rating(grade: Grade) -> Rating:
    return Rating(GRADES.index(grade) + 1)


def _card(card: CardState) -> Card:
    """FSRS's card, with an id of our own: its default is the time of day."""
    return Card(
        card_id=int(sha256(card.card.encode()).hexdigest()[:12], 16),
        state=State(card.state),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        last_review=card.last_review,
    )


def previews(
    card: CardState, now: datetime, term_end: datetime | None = None
) -> dict[Grade, datetime]:
    """When the card would be due after each grade, for the four buttons."""
    return {grade: reviewed(card, grade, now, term_end).due for grade in GRADES}


def grade_of(verdict: Verdict, *, first_try: bool, hint: bool = False) -> Grade:
    """The grade of a quiz answer: wrong is again, right with help or at a retry hard, else good.

    Never easy: speed says nothing about knowing.
    """
    if verdict == "wrong":
        return "again"
    return "good" if first_try and not hint else "hard"


def due_first(cards: Iterable[CardState], now: datetime) -> tuple[CardState, ...]:
    """The cards to study now: those due, the longest overdue first, then new ones by their id."""
    ready = [card for card in cards if card.is_new or card.due <= now]
    return tuple(sorted(ready, key=lambda c: (c.is_new, not c.is_new and c.due, c.card)))


def streak(days: Iterable[date], today: date) -> int:
    """How many days in a row were studied up to today; a day not yet over does not break it."""
    studied = set(days)
    last = today if today in studied else today - timedelta(days=1)
    length = 0
    while last - timedelta(days=length) in studied:
        length += 1
    return length


def forecast(cards: Iterable[CardState], today: date, days: int = 7) -> Mapping[date, int]:
    """How many reviewed cards fall due on each of the coming days; those overdue count today.

    Days are those of UTC.
    """
    due = Counter(max(card.due.date(), today) for card in cards if not card.is_new)
    return {day: due[day] for day in (today + timedelta(days=n) for n in range(days))}
