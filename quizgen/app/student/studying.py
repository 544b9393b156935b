"""The page with the flashcards: those due first, turned with Space, graded with 1 to 4."""

from datetime import date, datetime, timedelta

import streamlit as st

from quizgen.app import kept
from quizgen.app.student import showing, ways
from quizgen.exports import render
from quizgen.library import Library, RefusedError, attempts, cards, publishing, quizzes
from quizgen.library.attempts import Attempt
from quizgen.library.cards import Flashcard, Progress
from quizgen.practice.scheduling import GRADES, Grade

NAMES: dict[Grade, str] = {"again": "Again", "hard": "Hard", "good": "Good", "easy": "Easy"}
SHOWN_DAYS = 7  # of the forecast; further ahead means nothing to a student
MINUTES_IN_AN_HOUR = 60


def show() -> None:
    """Draw the next card, or what will come when."""
    if not ways.token():
        ways.go("join")
    st.html(showing.style())
    try:
        attempt = attempts.resume(kept.library(), ways.token())
        _deal()
    except RefusedError as error:
        st.title("No cards yet", anchor=False)
        st.write(ways.sentence(error))
        if st.button("Back to the quiz", type="primary"):
            ways.go("practise", **{ways.TOKEN: ways.token()})
        return
    st.html(showing.heading("Flashcards", attempt.student_name))
    _study(attempt)
    _offer_ways(attempt)


def _deal() -> None:
    """Give the student the cards of this quiz, once a visit."""
    if st.session_state.get("cards-dealt") != ways.token():
        cards.deal(kept.library(), ways.token(), now=ways.now())
        st.session_state["cards-dealt"] = ways.token()


def _study(attempt: Attempt) -> None:
    now = ways.now().astimezone(ways.here())
    standing = cards.progress(kept.library(), attempt.student, now=now)
    left = standing.due + standing.new
    ready = cards.due(kept.library(), attempt.student, now=ways.now(), limit=1)
    if ready:
        st.html(f'<p class="qz-note">{_left(left)}</p>')
        _show_card(attempt.student, ready[0])
    else:
        st.header("Done for now", anchor=False)
        comes = any(standing.forecast.values())
        st.write("The next cards come back:" if comes else "No card comes back within a week.")
    st.html(_standing(standing, now.date()))


def _left(number: int) -> str:
    return "1 card to go" if number == 1 else f"{number} cards to go"


def _show_card(student: str, card: Flashcard) -> None:
    number = cards.next_number(kept.library(), student, card.state.card)
    turned = f"{card.state.card}-{number}"
    st.html(showing.asked(card.context, card.stem) + showing.listed(card.listed))
    if st.session_state.get("cards-turned") != turned:
        st.button("Turn", type="primary", shortcut="Space", width="stretch", on_click=_turn,
                  args=(turned,))  # fmt: skip
        return
    st.html(showing.key(card.back))
    _offer_grades(student, card, number)
    st.html(showing.explanation(card.back) + showing.source(card.back))


def _offer_grades(student: str, card: Flashcard, number: int) -> None:
    """The four grades in a row, on each when the card would come back."""
    now = ways.now()
    with st.container(key="grades"):
        columns = st.columns(len(GRADES), gap="small")
    for place, (column, grade) in enumerate(zip(columns, GRADES, strict=True), start=1):
        column.button(
            f"{place}\u2002{NAMES[grade]}  \n{_when(card.next_due[grade], now)}",
            key=f"grade-{grade}", shortcut=str(place), width="stretch", on_click=_grade,
            args=(student, card.state.card, grade, number),
        )  # fmt: skip


def _turn(turned: str) -> None:
    st.session_state["cards-turned"] = turned


def _grade(student: str, card: str, grade: Grade, number: int) -> None:
    cards.grade(kept.library(), student, card, grade, now=ways.now(), number=number)


def _when(due: datetime, now: datetime) -> str:
    """When a card comes back: in minutes today, else the day."""
    minutes = round((due - now).total_seconds() / 60)
    if minutes < MINUTES_IN_AN_HOUR:
        return f"in {max(1, minutes)} min"
    day, today = due.astimezone(ways.here()).date(), now.astimezone(ways.here()).date()
    return "later today" if day == today else _named(day, today)


def _named(day: date, today: date) -> str:
    if day == today + timedelta(days=1):
        return "tomorrow"
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def _standing(standing: Progress, today: date) -> str:
    """The streak and the coming days, in words."""
    days = [today + timedelta(days=ahead) for ahead in range(1, SHOWN_DAYS + 1)]
    coming = [(day, standing.forecast.get(day, 0)) for day in days]
    rows = "".join(f"<li>{_named(day, today)}: {number}</li>" for day, number in coming if number)
    streak = f"{standing.streak} days in a row. " if standing.streak > 1 else ""
    note = f"{streak}{standing.cards} cards in all."
    ahead = f'<ul class="qz-days" aria-label="Cards coming back">{rows}</ul>' if rows else ""
    return f'<p class="qz-note">{note}</p>{ahead}'


def _offer_ways(attempt: Attempt) -> None:
    """The way back, and the cards as a deck for Anki once the quiz is at its end."""
    with st.container(horizontal=True, key="aside"):
        if st.button("Back to the quiz", type="tertiary"):
            ways.go("practise", **{ways.TOKEN: ways.token()})
        if attempt.finished_at is not None:
            st.download_button(
                "For Anki", data=_deck(kept.library(), attempt.publication.id),
                file_name="cards.apkg", type="tertiary", on_click="ignore",
            )  # fmt: skip


@st.cache_data(max_entries=20, show_spinner=False)
def _deck(_library: Library, publication: str) -> bytes:
    """The Anki package of what was handed out; a later publication updates an earlier deck."""
    from quizgen.exports.anki import timestamp

    given = publishing.get(_library, publication)
    quiz = quizzes.get(_library, given.quiz, given.revision).quiz()
    since = int(given.added_at.timestamp()) - timestamp(quiz, 0)
    return render(quiz, "anki", revision=max(0, since))
