"""Copies: of articles that tell the same story one is asked about, unless the teacher wants all."""

from collections.abc import Sequence

import streamlit as st

from quizgen.app import told
from quizgen.app.markup import escape
from quizgen.article import Article
from quizgen.stories import stories

KEPT = "new-keep-copies"


def without(articles: Sequence[Article]) -> list[Article]:
    """The articles to ask about, in their order; draws what copies what, and the choice."""
    found = [story for story in stories(articles) if story.others]
    if not found:
        return list(articles)
    for story in found:
        others = " and ".join(map(called, story.others))
        tell = "tells" if len(story.others) == 1 else "tell"
        st.info(escape(f"{others} {tell} the same story as {called(story.article)}."))
    copies = [other for story in found for other in story.others]
    number = "copy" if len(copies) == 1 else f"{len(copies)} copies"
    if st.checkbox(f"Ask about the {number} too", key=KEPT, persist_state="session"):
        return list(articles)
    st.caption("Only the latest or fullest version of each story is asked about.")
    return [article for article in articles if not any(article is copy for copy in copies)]


def forget() -> None:
    """Let copies be left out again."""
    st.session_state.pop(KEPT, None)


def called(article: Article) -> str:
    """An article by its title, and where and when it is from."""
    about = ", ".join(filter(None, (article.source, told.day(article.published))))
    name = f"“{article.title or 'Untitled article'}”"
    return f"{name} ({about})" if about else name
