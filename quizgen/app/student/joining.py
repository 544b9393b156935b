"""The page to join a quiz: code, name, go."""

import streamlit as st

from quizgen.app import access, kept
from quizgen.app.markup import escape
from quizgen.app.student import showing, ways
from quizgen.errors import InputError
from quizgen.library import RefusedError, attempts, classes, publishing
from quizgen.library.classes import MAX_NAME
from quizgen.library.publishing import Publication

LONGEST_CODE = 20  # with spaces and hyphens between the letters


def show() -> None:
    """Draw the page; who comes with a token goes on where they were."""
    if ways.token():
        ways.go("practise", **st.query_params.to_dict())
    st.html(showing.style())
    code = str(st.query_params.get(ways.CODE, ""))[:LONGEST_CODE]
    found = _named(code) if code else None
    st.title(escape(found.title) if found else "Join a quiz", anchor=False)
    if code and not found:
        st.error(st.session_state["joining-refused"])
    if found and found.class_name != found.title[: len(found.class_name)]:
        st.write(f"A quiz for {escape(found.class_name)}.")
    with st.form("join", border=False):
        typed = code if found else st.text_input("Code", value=code, max_chars=LONGEST_CODE)
        name = _name(found)
        if st.form_submit_button("Begin", type="primary", width="stretch"):
            _join(typed, name)
    st.caption("No account is needed. Your teacher sees your name and your answers.")
    access.offer_sign_in()


def _named(code: str) -> Publication | None:
    """The publication of the code in the address; looked up once, since wrong codes are counted."""
    state = st.session_state
    if state.get("joining-looked") == code and "joining-refused" in state:
        return None
    state["joining-looked"] = code
    state.pop("joining-refused", None)
    try:
        return publishing.by_code(kept.library(), code, source=ways.source(), now=ways.now())
    except RefusedError as error:
        state["joining-refused"] = ways.sentence(error)
        return None


def _name(found: Publication | None) -> str:
    """The name, chosen from the class's list or typed."""
    names = _names(found) if found else ()
    if names:
        chosen = st.selectbox("Your name", names, index=None, placeholder="Choose your name")
        return chosen or ""
    return st.text_input("Your name", max_chars=MAX_NAME, placeholder="As your teacher knows it")


def _names(found: Publication) -> tuple[str, ...]:
    """The names on the class's list, where only those may join, once the quiz is open."""
    is_open = found.status(ways.now()) == "open"
    return classes.to_pick(kept.library(), found.class_) if is_open else ()


def _join(code: str, name: str) -> None:
    try:
        if code.strip() and not name.strip():
            _offer_names(code)
        if not code.strip() or not name.strip():
            st.error("Write the code and your name, then begin.")
            return
        ticket = attempts.join(kept.library(), code, name, source=ways.source(), now=ways.now())
    except InputError as error:
        if isinstance(error, RefusedError) and error.why == "not_listed":
            _offer_names(code)
        st.error(ways.sentence(error))
        return
    ways.go("practise", **{ways.TOKEN: ticket.token})


def _offer_names(code: str) -> None:
    """Draw the page anew with the names to choose from, where there are such."""
    if st.query_params.get(ways.CODE):
        return
    found = publishing.by_code(kept.library(), code, source=ways.source(), now=ways.now())
    if _names(found):
        st.query_params[ways.CODE] = found.code
        st.rerun()
