"""Gathering: questions ticked in the bank, and the quiz that they are put into."""

from collections.abc import Callable

import streamlit as st

from quizgen.app import access, kept, told
from quizgen.app.markup import escape
from quizgen.app.places import go
from quizgen.errors import InputError
from quizgen.library import bank, collecting, quizzes
from quizgen.library.collecting import MOST
from quizgen.question import Question

TICKED = "bank-ticked"  # the ids of the questions, in the order in which they were ticked
NAMES = "bank-quiz-names"  # the labels by which quizzes were offered in this visit
OFFERED = 100  # quizzes to put questions into, those changed last


def ticked() -> list[str]:
    """The ids of the questions ticked so far."""
    return list(st.session_state.get(TICKED, ()))


def tick(question: Question) -> None:
    """Draw the box that takes a question into the quiz to be, or out of it."""
    key = f"bank-tick-{question.id}"
    st.session_state[key] = question.id in ticked()
    st.checkbox(escape(question.stem), key=key, on_change=_turn, args=(question.id,))


def _turn(question: str) -> None:
    others = [id_ for id_ in ticked() if id_ != question]
    st.session_state[TICKED] = others if question in ticked() else [*others, question]


def show() -> None:
    """Draw what is ticked, and the ways to put it into a quiz."""
    found = bank.chosen(access.library(), ticked()[:MOST])
    if not found:
        st.caption("Tick questions; they go into a new quiz or into one that you have.")
        return
    number = told.number(len(found), "question")
    with st.expander(f"**{number} ticked: put into a quiz**", key="bank-ticked-all"):
        for place, hit in enumerate(found, 1):
            left, right = st.columns([4, 1], vertical_alignment="center")
            left.markdown(f"{place}\\. {escape(hit.question.stem)}")
            right.button("Leave out", key=f"bank-out-{hit.question.id}", on_click=_turn,
                         args=(hit.question.id,))  # fmt: skip
        if len(ticked()) > MOST:
            st.caption(f"The first {MOST} of {len(ticked())} are taken.")
        _ways([hit.question.id for hit in found])


def _ways(ids: list[str]) -> None:
    left, right = st.columns(2)
    with left:
        _new(ids)
    with right:
        _existing(ids)


def _new(ids: list[str]) -> None:
    title = st.text_input("Title of a new quiz", key="bank-title", max_chars=200)
    if st.button("Make a new quiz", type="primary", key="bank-new", width="stretch"):
        name = " ".join((title or "").split()) or "From the question bank"
        _done(lambda: collecting.into_new(access.library(), name, ids, now=kept.now()))


def _existing(ids: list[str]) -> None:
    held = quizzes.listed(access.library(), now=kept.now())[:OFFERED]
    titles = {each.id: each.title for each in held}
    names = told.apart(titles, st.session_state.get(NAMES, {}))
    st.session_state[NAMES] = names
    quiz = st.selectbox(
        "A quiz that you have", list(titles), index=None, key="bank-quiz", placeholder="Choose",
        format_func=lambda id_: names.get(id_, ""),
    )  # fmt: skip
    if st.button("Put into this quiz", key="bank-into", width="stretch", disabled=not quiz):
        _done(lambda: _put(str(quiz), ids))


def _put(quiz: str, ids: list[str]) -> str:
    number = collecting.into(access.library(), quiz, ids, now=kept.now())
    st.toast(f"{told.number(number, 'question')} added." if number else "They were all in it.")
    return quiz


def _done(step: Callable[[], str]) -> None:
    """Take the step, forget what was ticked, and go to the quiz; else say why not."""
    try:
        quiz = step()
    except InputError as error:
        words = str(error)
        st.error(escape(f"{words[:1].upper()}{words[1:]}."))
        return
    st.session_state.pop(TICKED, None)
    go("review", quiz)
