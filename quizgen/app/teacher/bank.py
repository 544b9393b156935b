"""Question bank: questions of all quizzes found again, several put into a quiz."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

import streamlit as st

from quizgen.app import access, showing, told
from quizgen.app.markup import element, plain
from quizgen.app.places import go
from quizgen.app.teacher import gathering
from quizgen.app.teacher.describing import FIRST_DAY
from quizgen.app.teacher.settings import KINDS, LEVELS
from quizgen.library import bank
from quizgen.library.bank import Found, Wanted
from quizgen.library.tables import State
from quizgen.practice.view import answer_shown

PAGE = 20  # questions at a time
STATES: dict[str, tuple[State, ...]] = {
    "Kept questions": ("kept",),
    "Also those not looked at": ("kept", "offered"),
}
AT = "bank-page"  # which page of the results is looked at
Key = TypeVar("Key", bound=str)


def show() -> None:
    """Draw the page."""
    st.title("Question bank", anchor=False)
    library = access.library()
    if not bank.count(library, Wanted(states=("kept",))):
        st.info(
            "Every question that you keep in a quiz can be found here again, for other quizzes."
        )
        if st.button("New quiz", type="primary"):
            go("new")
        return
    wanted = _wanted()
    number = bank.count(library, wanted)
    gathering.show()
    if not number:
        st.write("No question fits. Take a word or a condition away.")
        return
    _page(wanted, number)


def _wanted() -> Wanted:
    """Draw what can be searched by; what is asked for."""
    words = st.text_input(
        "Words of the question, its answers or its sentence", key="bank-text", type="search",
        live=True, persist_state="session", on_change=_first, max_chars=200,
    )  # fmt: skip
    with st.expander("Topic, dates, kinds", key="bank-more"):
        topic = st.text_input(
            "Words of the title of article or quiz", key="bank-topic", on_change=_first,
            persist_state="session", max_chars=200,
        )  # fmt: skip
        left, right = st.columns(2)
        with left:
            kind = _one("Kind of question", dict(KINDS), "bank-kind")
            level = _one("Difficulty", {k: v for k, v in LEVELS.items() if k}, "bank-level")
            since = _day("Published from", "bank-since")
        with right:
            answers = bank.answer_kinds(access.library())
            answer = _one(
                "Kind of answer", {a: a.replace("_", " ") for a in answers}, "bank-answer"
            )
            names = bank.sources(access.library())
            source = _one("Newspaper or source", {name: name for name in names}, "bank-source")
            until = _day("Published until", "bank-until")
        states = st.segmented_control(
            "Which", list(STATES), default="Kept questions", required=True, key="bank-states",
            on_change=_first, persist_state="session",
        )  # fmt: skip
    return Wanted(
        words or "", topic or "", kind=kind, difficulty=level, answer_kind=answer or "",
        source=source or "", since=since, until=until, states=STATES[states or "Kept questions"],
    )  # fmt: skip


def _one(label: str, names: Mapping[Key, str], key: str) -> Key | None:
    """Draw the choice of one of these, or of none."""
    return st.selectbox(
        label, list(names), index=None, key=key, format_func=lambda name: names.get(name, ""),
        placeholder="Any", on_change=_first, persist_state="session",
    )  # fmt: skip


def _day(label: str, key: str) -> date | None:
    return st.date_input(
        label, value=None, min_value=FIRST_DAY, key=key, format="DD/MM/YYYY", on_change=_first,
        persist_state="session",
    )  # fmt: skip


def _first() -> None:
    """Go back to the first page: another search has other pages."""
    st.session_state[AT] = 1


def _page(wanted: Wanted, number: int) -> None:
    """Draw one page of what was found."""
    pages = -(-number // PAGE)
    st.caption(f"{told.number(number, 'question')} found")
    at = min(st.session_state.get(AT, 1), pages)
    for found in bank.search(access.library(), wanted, limit=PAGE, offset=(at - 1) * PAGE):
        _row(found)
    if pages > 1:
        st.session_state[AT] = at
        st.pagination(pages, key=AT)


def _row(found: Found) -> None:
    question = found.question
    with st.container(border=True, key=f"bank-{question.id}"):
        gathering.tick(question)
        where = (KINDS[question.type], found.quiz_title, told.day(found.published))
        st.html(
            element("p", plain(f"Answer: {answer_shown(question)}"), "qg-tight")
            + element("p", showing.sentence(question), "qg-serif qg-tight")
            + element("p", plain(" · ".join(filter(None, where))), "qg-quiet qg-tight")
        )
