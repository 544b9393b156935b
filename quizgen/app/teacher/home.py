"""The library: recent quizzes, and the one step to a new one."""

import streamlit as st

from quizgen.app import access, kept, making, told
from quizgen.app.markup import escape
from quizgen.app.places import go
from quizgen.app.student.ways import here
from quizgen.app.teacher import new, outcome
from quizgen.library import quizzes
from quizgen.library.quizzes import QuizSummary

SHOWN = 50  # quizzes; older ones are found by searching


def show() -> None:
    """Draw the page."""
    every = quizzes.listed(access.library(), now=kept.now())
    if not every:
        _first_start()
        return
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    left.title("Your quizzes", anchor=False)
    if right.button("New quiz", type="primary", width="stretch"):
        go("new")
    words = st.text_input(
        "Search", key="library-search", type="search", live=True, persist_state="session",
        placeholder="Words of a title", label_visibility="collapsed",
    )  # fmt: skip
    found = quizzes.listed(access.library(), words or "", now=kept.now()) if words else every
    if not found:
        st.write("No quiz has these words in its title.")
    for summary in found[:SHOWN]:
        _row(summary)
    if found[SHOWN:]:
        st.caption(f"{len(found) - SHOWN} older ones: search for them by their title.")


def _first_start() -> None:
    st.title("A quiz from the news", anchor=False)
    st.write(
        "Paste an article. You get questions, each beside the sentence it came from; you keep the "
        "good ones and hand them out. Nothing leaves this machine."
    )
    if st.button("Try it with a sample article"):
        new.make_of(making.Given(making.sample()))
    new.paste()


def _row(summary: QuizSummary) -> None:
    with st.container(border=True, key=f"quiz-{summary.id}"):
        left, right = st.columns([3, 2], vertical_alignment="center")
        made_up = " (invented)" if summary.invented else ""
        left.markdown(f"**{escape(summary.title)}**{made_up}")
        result = outcome.of_last(summary.id) if summary.attempts else ""
        facts = (
            told.day(summary.added_at.astimezone(here()).date()),
            told.questions(summary.counts),
        )
        line = " · ".join(filter(None, (*facts, told.use(summary), result)))
        left.caption(escape(line))
        with right.container(horizontal=True, horizontal_alignment="right"):
            _ways(summary)


def _ways(summary: QuizSummary) -> None:
    if st.button("Review", key=f"review-{summary.id}"):
        go("review", summary.id)
    if summary.counts.get("kept") and st.button("Publish", key=f"publish-{summary.id}"):
        go("publish", summary.id)
    if summary.attempts and st.button("Results", key=f"results-{summary.id}"):
        go("results", summary.id)
    with st.popover("More", key=f"more-{summary.id}"):
        st.write("Deleting takes the quiz, its handouts and all its answers away for good.")
        st.button("Delete this quiz", key=f"delete-{summary.id}", on_click=_delete,
                  args=(summary.id,))  # fmt: skip


def _delete(quiz: str) -> None:
    quizzes.delete(access.library(), quiz)
    st.toast("The quiz is deleted.")
