"""Several articles of files, a book, a feed: chosen, fetched where need be, each corrected."""

from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

import streamlit as st

from quizgen.app import kept, making, told
from quizgen.app.making import Given
from quizgen.app.markup import escape
from quizgen.app.teacher import copies, describing
from quizgen.app.teacher.choosing import MOST
from quizgen.article import Article
from quizgen.errors import QuizgenError

READ, CHOSEN = "new-several", "new-which"
SHOWN = 300  # characters of a text by which an article is known again


def take(given: Sequence[Given], *, every: bool = False) -> None:
    """Keep the articles to choose from; all of them are chosen at first where `every` says so."""
    forget()
    st.session_state[READ] = list(given)
    if every:
        st.session_state[CHOSEN] = list(range(len(given)))[:MOST]


def forget() -> None:
    """Let there be nothing to choose from."""
    for number in range(len(st.session_state.pop(READ, ()))):
        describing.forget(_name(number))
    st.session_state.pop(CHOSEN, None)


def choose() -> list[Given]:
    """Draw the choice; the articles that are chosen, with their texts."""
    read: list[Given] = st.session_state.get(READ) or []
    if not read:
        return []
    labels = {str(number): _label(given, number) for number, given in enumerate(read)}
    names = told.apart(labels, {})
    st.multiselect(
        f"There are {len(read)} articles. Which ones?", range(len(read)), key=CHOSEN,
        format_func=lambda number: names[str(number)], max_selections=MOST,
        placeholder="Choose one, or several for one quiz", persist_state="session",
    )  # fmt: skip
    chosen = st.session_state.get(CHOSEN) or []
    return [found for number in chosen if (found := _with_text(read, number)) is not None]


def _label(given: Given, number: int) -> str:
    about = (given.title or f"Article {number + 1}", told.day(given.published))
    return " · ".join(filter(None, about))


def _with_text(read: list[Given], number: int) -> Given | None:
    """The article, fetched once if need be; None where that fails, which is told."""
    if read[number].to_fetch:
        try:
            with st.spinner("Fetching the article …"):
                read[number] = making.with_text(read[number], kept.fetch)
        except QuizgenError as error:
            st.error(escape(told.sentence(error)))
            return None
    return read[number]


def corrected() -> list[Article]:
    """Draw what is known of each chosen article, to be corrected; the articles to ask about."""
    read: list[Given] = st.session_state[READ]
    made = []
    for number in st.session_state[CHOSEN]:
        given = read[number]
        if given.to_fetch:
            continue
        if not describing.filled(_name(number)):
            describing.fill(_name(number), given)
        try:
            with st.expander(escape(_label(given, number)), key=f"new-article-{number}"):
                describing.fields(_name(number))
                _about(given)
            made.append(making.article_of(describing.given(_name(number), given.text)))
        except QuizgenError as error:
            st.error(escape(told.sentence(error)))
    return copies.without(made)


def _about(given: Given) -> None:
    """Draw what was found and taken out, and how the text begins."""
    if given.note:
        st.caption(escape(f"{given.note}."))
    text = " ".join(given.text.removeprefix(given.title).split())
    st.caption(escape(shorten(text, SHOWN, placeholder=" …")))


def only(chosen: Sequence[Given]) -> Given | None:
    """The only article that is chosen, where it was not yet put into the fields of one."""
    state = st.session_state
    which = (len(state[READ]), *(state.get(CHOSEN) or ()))
    if len(chosen) != 1 or state.get("new-filled") == which:
        return None
    state["new-filled"] = which
    return replace(chosen[0])


def _name(number: int) -> str:
    return f"several-{number}"
