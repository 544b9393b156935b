"""The end of a quiz: the score, what was missed with its sentences, and what to do next."""

from html import escape

import streamlit as st

from quizgen.app import kept
from quizgen.app.student import practising, showing, ways
from quizgen.errors import InputError
from quizgen.library import answering, attempts
from quizgen.library.answering import Situation
from quizgen.library.attempts import Attempt
from quizgen.practice.view import Feedback


def show(attempt: Attempt, at: Situation) -> None:
    """Draw the score, the next steps, and the questions that were missed."""
    first = answering.review(kept.library(), ways.token())
    last = first if at.round == 1 else answering.review(
        kept.library(), ways.token(), number=at.round
    )  # fmt: skip
    total = _total(at, first)
    st.html(_score(at, total))
    _offer_steps(attempt, at)
    wrong = [told for told in last if told.verdict == "wrong"]
    if wrong:
        st.header("To look at again", anchor=False)
        for told in wrong:
            _show_missed(told, at.round)
    _show_rest([told for told in first if told.verdict != "wrong"])


def _total(at: Situation, first: tuple[Feedback, ...]) -> int:
    """How many questions the quiz has, answered or not."""
    return at.total if at.round == 1 else max(len(first), at.total)


def _score(at: Situation, total: int) -> str:
    right = at.right or 0
    note = f"Answered right at the first try. {_left(at)}"
    return f'<p class="qz-score">{right} of {total} right</p><p class="qz-note">{escape(note)}</p>'


def _left(at: Situation) -> str:
    if not at.missed:
        return "Nothing is left to learn here." if at.round == 1 else "You have them all now."
    return f"{at.missed} to look at again below."


def _offer_steps(attempt: Attempt, at: Situation) -> None:
    with st.container(horizontal=True, key="steps"):
        if at.missed:
            st.button("Try those again", type="primary", on_click=_again, args=(at.round,))
        if st.button("Get the cards", type="secondary" if at.missed else "primary"):
            ways.go("cards", **{ways.TOKEN: ways.token()})
        if _another(attempt):
            st.button("Take the whole quiz again", on_click=_anew)


def _another(attempt: Attempt) -> bool:
    """Whether the student may take the quiz once more from the beginning."""
    allowed = attempt.publication.terms.attempts_allowed
    opened = attempt.publication.status(ways.now()) == "open"
    return opened and (allowed is None or attempt.number < allowed)


def _again(round_: int) -> None:
    st.session_state["practice-again"] = round_
    st.session_state.pop("practice-later", None)


def _anew() -> None:
    try:
        ticket = attempts.begin_again(kept.library(), ways.token(), now=ways.now())
    except InputError as error:
        st.session_state["practice-refused"] = ways.sentence(error)
        return
    for name in ("practice-again", "practice-later"):
        st.session_state.pop(name, None)
    st.query_params[ways.TOKEN] = ticket.token


def _show_missed(told: Feedback, round_: int) -> None:
    st.html(showing.missed(told))
    practising.show_contest(told, round_)


def _show_rest(right: list[Feedback]) -> None:
    if not right:
        return
    with st.expander(f"What you knew ({len(right)})"):
        for told in right:
            st.html(showing.missed(told) + showing.contest(told))
