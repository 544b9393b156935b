"""The app's frame: which pages there are for whom. The pages are in `teacher` and `student`."""

import streamlit as st

from quizgen.app import access, look
from quizgen.app.places import STUDENT, TEACHER, page, visiting


def show() -> None:
    """Draw the page that the address names, of those that this visitor may see."""
    st.set_page_config(page_title="quizgen", page_icon="📰", layout="wide")
    names = [*(TEACHER if access.teacher() else ()), *STUDENT]
    pages = [page(name) for name in names]
    chosen = st.navigation(pages, position="hidden" if visiting() else "top")
    st.html(look.style())
    chosen.run()
    if not visiting():
        access.offer_sign_out()
