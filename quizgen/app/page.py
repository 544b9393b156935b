"""The app's frame: which pages there are for whom. The pages are in `teacher` and `student`."""

import streamlit as st

from quizgen.app import access, look
from quizgen.app.places import STUDENT, TEACHER, page

CODE = "code"  # in an address, leads to the quiz that was handed out under it
TOKEN = "attempt"  # in an address, leads a student back to the attempt that was begun


def show() -> None:
    """Draw the page that the address names, of those that this visitor may see."""
    st.set_page_config(page_title="quizgen", page_icon="📰", layout="wide")
    teaches = access.teacher()
    visits = not teaches or CODE in st.query_params or TOKEN in st.query_params
    chosen = st.navigation(_pages(teaches=teaches, visits=visits), position=_menu(visits=visits))
    st.html(look.style())
    chosen.run()


def _pages(*, teaches: bool, visits: bool) -> list[st.Page]:
    """The pages that this visitor can reach, the first one at the bare address."""
    names = [*(STUDENT if visits else ()), *(TEACHER if teaches else ())]
    names += [name for name in STUDENT if name not in names]
    return [page(name, first=place == 0) for place, name in enumerate(names)]


def _menu(*, visits: bool) -> str:
    return "hidden" if visits else "top"
