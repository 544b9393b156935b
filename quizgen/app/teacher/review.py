"""Review: each question beside its sentence, to keep, reject, write anew or exchange."""

import streamlit as st

from quizgen.app import kept, reasons, reviewing, showing, told
from quizgen.app.markup import element, escape, plain
from quizgen.app.places import go
from quizgen.app.teacher import acting, quiz, writing
from quizgen.library.quizzes import StoredQuestion, StoredQuiz

NOTHING = (
    "No question was sound enough. A longer article, or one with its date, gives more. "
    "What was found and why it was not offered stands below."
)


def show() -> None:
    """Draw the page."""
    held = quiz.named()
    quiz.head(held, "review")
    at = reviewing.question_at(held, acting.wanted(held.id))
    _bar(held)
    if at is None:
        st.info(NOTHING)
        _refused(held)
        return
    acting.remember(held.id, at.question.id)
    _strip(held, at)
    with st.container(key="desk"):
        right, left = st.columns(2, gap="large")
        with right:
            _question(held, at)
        with left:
            _article(held, at)
    _refused(held)


def _bar(held: StoredQuiz) -> None:
    """Draw how far the review is, and what concerns the whole quiz."""
    with st.container(horizontal=True, vertical_alignment="center", key="review-bar"):
        st.markdown(f"**{reviewing.counts(held)}**", width="content")
        st.button("Undo", key="undo", on_click=acting.undo, args=(held.id,), shortcut="Z")
        st.button("Redo", key="redo", on_click=acting.redo, args=(held.id,), shortcut="Y")
        with st.popover("All questions", key="review-all"):
            _whole(held)
        if held.of_state("kept") and st.button("Publish", type="primary", key="to-publish"):
            go("publish", held.id)


def _whole(held: StoredQuiz) -> None:
    offered = len(held.of_state("offered"))
    st.button(
        f"Keep the {told.number(offered, 'question')} left", key="keep-all", disabled=not offered,
        on_click=acting.keep_all, args=(held.id,),
    )  # fmt: skip
    st.button(
        f"Reject the {told.number(offered, 'question')} left", key="reject-all",
        disabled=not offered, on_click=acting.reject_all, args=(held.id,),
    )  # fmt: skip
    st.text_input(
        "Title of the quiz", value=held.title, key=f"title-{held.revision}",
        on_change=acting.rename, args=(held.id, f"title-{held.revision}"),
    )  # fmt: skip


def _strip(held: StoredQuiz, at: StoredQuestion) -> None:
    """Draw all questions by number with their state; choosing one leads to it."""
    shown = reviewing.asked(held)
    signs = {s.question.id: f"{n} {reviewing.SIGNS[s.state]}" for n, s in enumerate(shown, 1)}
    st.session_state["strip"] = at.question.id
    st.segmented_control(
        "All questions: ✓ kept, ✗ rejected, · not looked at yet", list(signs), required=True,
        key="strip", format_func=lambda id_: escape(signs.get(id_, "")), on_change=acting.choose,
        wrap=True,
    )  # fmt: skip


def _question(held: StoredQuiz, at: StoredQuestion) -> None:
    question = at.question
    state = f"{reviewing.SIGNS[at.state]} {reviewing.TOLD[at.state]}"
    st.html(element("p", plain(state), f"qg-state qg-{at.state}"))
    st.html(showing.card(question))
    acting.complaint()
    with st.container(horizontal=True, key="decide"):
        given = (held.id, question.id)
        st.button(
            "Keep", key="keep", type="primary", shortcut="K", on_click=acting.keep, args=given
        )
        st.button("Reject", key="reject", shortcut="X", on_click=acting.reject, args=given)
        st.button("Next", key="next", shortcut="Right", on_click=acting.onward, args=given)
        st.button("Move up", key="up", on_click=acting.move, args=(*given, -1))
        st.button("Move down", key="down", on_click=acting.move, args=(*given, 1))
    with st.container(horizontal=True, key="exchange"):
        st.button(
            "Other wrong answer", key="swap", shortcut="W", on_click=acting.swap, args=given,
            disabled=not (question.options and question.spares),
            help=_spares(at),
        )  # fmt: skip
        st.button(
            "Another on this sentence", key="another", shortcut="N", on_click=acting.another,
            args=given, disabled=reviewing.another(held, question) is None,
            help="Puts one more question on the same sentence behind this one.",
        )  # fmt: skip
        st.button("Edit", key="edit", shortcut="E", on_click=writing.unfold)
    writing.warnings(held, question)
    writing.form(held, question)
    _why(at)


def _spares(at: StoredQuestion) -> str:
    number = len(at.question.spares)
    if not at.question.options:
        return "This question has no wrong answers to choose from."
    return f"{told.number(number, 'other')} at hand; goes through the wrong answers in turn."


def _why(at: StoredQuestion) -> None:
    with st.expander("Why this question"):
        question = at.question
        st.markdown(f"**{reasons.strength(question)}** of what the article offers.")
        lines = [f"- {escape(line)}" for line in reasons.for_it(question)]
        against = reasons.against_it(question)
        lines += ["", "Against it:", "", *(f"- {escape(line)}" for line in against)] * bool(against)
        st.markdown("\n".join(lines))
        if question.explanation:
            st.caption(escape(question.explanation))


def _article(held: StoredQuiz, at: StoredQuestion) -> None:
    article = reviewing.article_of(held, at.question)
    marks = kept.marks(article)
    others = showing.elsewhere(at.question, article, held.articles)
    st.html(showing.article(article, marks, at.question) + others)
    st.html(showing.legend())
    if marks.events or marks.causes:
        with st.expander("What happened when, and why", key="events"):
            st.html(showing.events(marks))


def _refused(held: StoredQuiz) -> None:
    """Draw the questions that were not offered, with the reasons, to take back."""
    found = reviewing.refused(held)
    if not found:
        return
    with st.expander(f"Not offered: {told.number(len(found), 'question')}", key="refused-all"):
        st.caption("These were found, too. Any of them can be taken back.")
        pages = max(1, -(-len(found) // SHOWN))
        page = st.pagination(pages, key="refused-page") if pages > 1 else 1
        for stored in found[(page - 1) * SHOWN : page * SHOWN]:
            _refused_row(held, stored)


SHOWN = 10  # refused questions at a time


def _refused_row(held: StoredQuiz, stored: StoredQuestion) -> None:
    question = stored.question
    with st.container(key=f"refused-{question.id}"):
        left, right = st.columns([4, 1], vertical_alignment="center")
        key = f"Answer: {question.answer}. Why not: {stored.reason}."
        left.html(
            element("p", plain(question.stem), "qg-serif qg-tight")
            + element("p", plain(key), "qg-quiet")
        )
        right.button("Take it back", key=f"back-{question.id}", on_click=acting.take_back,
                  args=(held.id, question.id))  # fmt: skip
