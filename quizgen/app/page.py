"""The app's frame: which pages there are for whom. The pages are in `teacher` and `student`."""

from functools import partial

import streamlit as st

from quizgen.app import access, student
from quizgen.app.teacher import home, new, publish, results, review

CODE = "code"  # in an address, leads to the quiz that was handed out under it


def show() -> None:
    """Draw the page that the address names, of those that this visitor may see."""
    st.set_page_config(page_title="quizgen", page_icon="📰", layout="wide")
    visits = st.query_params.get(CODE) is not None
    teaches = access.teacher()
    pages = _students(first=True) if visits or not teaches else []
    if teaches:
        pages = [*_teachers(first=not visits), *(pages or _students(first=False))]
    st.navigation(pages, position="top" if teaches and not visits else "hidden").run()


def _teachers(*, first: bool) -> list[st.Page]:
    hidden = partial(st.Page, visibility="hidden")
    return [
        st.Page(home.show, title="Library", url_path="library", default=first),
        st.Page(new.show, title="New quiz", url_path="new"),
        hidden(review.show, title="Review", url_path="review"),
        hidden(publish.show, title="Publish", url_path="publish"),
        hidden(results.show, title="Results", url_path="results"),
    ]


def _students(*, first: bool) -> list[st.Page]:
    hidden = partial(st.Page, visibility="hidden")
    return [
        hidden(student.join, title="Join a quiz", url_path="join", default=first),
        hidden(student.practise, title="Practice", url_path="practise"),
        hidden(student.cards, title="Flashcards", url_path="cards"),
    ]
