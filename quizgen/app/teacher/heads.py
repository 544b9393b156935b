"""Heads: the title of a page, and the ways to those beside it."""

from collections.abc import Iterable

import streamlit as st

from quizgen.app.markup import escape
from quizgen.app.places import TEACHER, page


def draw(title: str, pages: Iterable[str], here: str, **query: str) -> None:
    """Draw the title and the ways, of which the page that is shown stands out."""
    st.title(escape(title), anchor=False)
    with st.container(horizontal=True, gap="medium"):
        for name in pages:
            named = TEACHER[name].title
            label = f"**{named}**" if name == here else named
            st.page_link(page(name), label=label, query_params=query)
