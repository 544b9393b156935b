"""Looking at articles before questions are made of them: names underlined, events in order."""

from collections.abc import Callable, Sequence

import streamlit as st

from quizgen.app import kept, showing
from quizgen.app.markup import escape
from quizgen.article import Article
from quizgen.errors import QuizgenError


def offer(articles: Callable[[], Sequence[Article]]) -> None:
    """Draw the switch, and below it what the articles tell, once it is on."""
    if not st.toggle("Show names, dates and events first", key="new-look"):
        return
    try:
        for article in articles():
            _show(article)
    except QuizgenError as error:
        words = str(error)
        st.caption(escape(f"{words[:1].upper()}{words[1:]}."))


def _show(article: Article) -> None:
    marks = kept.marks(article)
    with st.expander(escape(article.title or "The article"), expanded=True):
        found = showing.events(marks)
        if found:
            st.html(found)
        else:
            st.caption("No day and no cause was found in this article.")
        st.html(showing.article(article, marks, None) + showing.legend())
