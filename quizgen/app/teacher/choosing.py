"""Choosing articles of the library for a quiz, by words and by week."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import streamlit as st

from quizgen.app import access, told
from quizgen.app.markup import escape
from quizgen.article import Article
from quizgen.library import RefusedError, articles

KEY = "new-articles"
NAMES = "new-article-names"  # the labels by which articles were offered in this visit
MOST = 20  # articles of one quiz; what was read of so many is remembered
EVER = "Any time"


def show() -> None:
    """Draw the search and the articles found, to be picked one by one or all at once."""
    library = access.library()
    left, right = st.columns([2, 1])
    words = left.text_input("Search", key="new-search", type="search", live=True,
                            placeholder="Words of the title, source or text")  # fmt: skip
    weeks = [None, *articles.weeks(library)]
    monday = right.selectbox("Published", weeks, key="new-week", format_func=_week)
    until = monday + timedelta(days=6) if monday else None
    found = articles.listed(library, words or "", since=monday, until=until)
    if not found and not chosen():
        filtered = words or monday
        st.write("No article fits this search." if filtered else _EMPTY)
        return
    labels = {each.id: _label(each.title, each.source, each.published) for each in found}
    st.button(
        f"Take all {len(found)}" if len(found) > 1 else "Take it", key="new-take-all",
        on_click=_take, args=(list(labels),), disabled=not 0 < len(found) <= MOST,
        help=f"A quiz is made of at most {MOST} articles.",
    )  # fmt: skip
    options = _labels_of(chosen()) | labels
    names = told.apart(options, st.session_state.get(NAMES, {}))
    st.session_state[NAMES] = names
    st.multiselect(
        "Articles (several for a weekly quiz)", list(options), key=KEY, max_selections=MOST,
        format_func=lambda id_: names.get(id_, id_), placeholder="Choose articles",
        persist_state="session",
    )  # fmt: skip


_EMPTY = "Articles that you paste or upload are kept here for the next quiz."


def chosen() -> list[str]:
    """The ids of the articles chosen so far."""
    return list(st.session_state.get(KEY, ()))


def articles_of(ids: Iterable[str]) -> list[Article]:
    """The articles in the order in which they appeared, those without a day last."""
    found = [articles.get(access.library(), id_) for id_ in ids]
    return sorted(found, key=lambda each: each.published or date.max)


def _take(ids: Sequence[str]) -> None:
    st.session_state[KEY] = list(dict.fromkeys((*chosen(), *ids)))[:MOST]


def _labels_of(ids: Iterable[str]) -> dict[str, str]:
    """The labels of the articles; of those deleted meanwhile none, and they are forgotten."""
    labels: dict[str, str] = {}
    for id_ in ids:
        try:
            each = articles.get(access.library(), id_)
        except RefusedError:
            st.session_state[KEY] = [other for other in chosen() if other != id_]
            continue
        labels[id_] = _label(each.title, each.source, each.published)
    return labels


def _label(title: str, source: str, when: date | None) -> str:
    return " · ".join(filter(None, (title or "Untitled article", source, told.day(when))))


def _week(monday: date | None) -> str:
    return f"Week of {escape(told.day(monday))}" if monday else EVER
