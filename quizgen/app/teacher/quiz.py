"""The quiz that the address names, and the head that its pages share."""

import streamlit as st

from quizgen.app import access
from quizgen.app.places import page
from quizgen.app.teacher import heads
from quizgen.library import RefusedError, quizzes
from quizgen.library.quizzes import StoredQuiz

PAGES = ("review", "publish", "results")


def named() -> StoredQuiz:
    """The quiz in the address; stops the page with a way on when there is none."""
    wanted = st.query_params.get("quiz", "") or st.session_state.get("quiz", "")
    try:
        held = quizzes.get(access.library(), wanted)
    except RefusedError:
        told = "This quiz is not in the library; it may have been deleted."
        st.info(told if wanted else "Choose a quiz in the library first.")
        st.page_link(page("library"), label="To the library")
        st.stop()
    st.session_state["quiz"] = held.id
    if st.query_params.get("quiz") != held.id:
        st.query_params["quiz"] = held.id
    return held


def head(held: StoredQuiz, here: str) -> None:
    """Draw the title and the ways to the other pages of the quiz."""
    heads.draw(held.title, PAGES, here, quiz=held.id)
