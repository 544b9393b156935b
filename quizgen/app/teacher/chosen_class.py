"""The class that the address names, and the head that its pages share."""

from datetime import datetime

import streamlit as st

from quizgen.app import access, told
from quizgen.app.markup import escape
from quizgen.app.places import CLASS, page
from quizgen.app.student.ways import here
from quizgen.app.teacher import heads
from quizgen.library import RefusedError, classes
from quizgen.library.classes import Class

PAGES = ("class", "term", "classes")


def named() -> Class:
    """The class in the address; stops the page with a way on when there is none."""
    wanted = st.query_params.get(CLASS, "") or st.session_state.get(CLASS, "")
    try:
        found = classes.get(access.library(), wanted)
    except RefusedError:
        words = "This class is not in the library; it may have been deleted."
        st.info(words if wanted else "Choose one of your classes first.")
        st.page_link(page("classes"), label="To the classes")
        st.stop()
    st.session_state[CLASS] = found.id
    if st.query_params.get(CLASS) != found.id:
        st.query_params[CLASS] = found.id
    return found


def head(found: Class, at: str) -> None:
    """Draw the name, the ways to the other pages of the class, and the facts."""
    heads.draw(found.name, PAGES, at, **{CLASS: found.id})
    st.caption(escape(facts(found)))


def facts(found: Class) -> str:
    """How many students there are, who may join, and when the term ends."""
    joining = "only students on the list join" if found.listed_only else "the code lets anyone in"
    parts = [told.number(found.students, "student"), joining, _term(found.term_end)]
    return " · ".join(filter(None, [*parts, "invented" if found.invented else ""]))


def _term(end: datetime | None) -> str:
    return f"term ends {told.day(end.astimezone(here()).date())}" if end else ""
