"""Classes: those of the teacher, and a new one from a pasted list of names."""

from collections.abc import Sequence

import streamlit as st

from quizgen.app import access, kept, told
from quizgen.app.markup import escape
from quizgen.app.places import CLASS, go
from quizgen.app.teacher import chosen_class, listing
from quizgen.errors import InputError
from quizgen.library import class_contents, classes
from quizgen.library.class_lists import NameList
from quizgen.library.classes import MAX_NAME, Class


def show() -> None:
    """Draw the page."""
    taught, passing = class_contents.taught(access.library())
    st.title("Your classes", anchor=False)
    if not taught:
        st.write(
            "Your classes will be here, with every student's progress over the term. Paste the "
            "names of a class; students then pick their own from the list."
        )
    _rows(taught)
    with st.expander("New class", expanded=not taught, key="class-new"):
        _new()
    if passing:
        with st.expander(f"Joined by code alone ({len(passing)})", key="class-passing"):
            st.caption("Each time you hand a quiz out to anyone with the code, a group is made.")
            _rows(passing)


def _rows(found: Sequence[Class]) -> None:
    for each in found:
        with st.container(border=True, key=f"class-{each.id}"):
            left, right = st.columns([3, 2], vertical_alignment="center")
            left.markdown(f"**{escape(each.name)}**")
            left.caption(escape(chosen_class.facts(each)))
            with right.container(horizontal=True, horizontal_alignment="right"):
                if st.button("Students", key=f"open-{each.id}"):
                    go("class", **{CLASS: each.id})
                if st.button("The whole term", key=f"term-{each.id}"):
                    go("term", **{CLASS: each.id})


def _new() -> None:
    name = st.text_input("Name of the class", key="class-name", max_chars=MAX_NAME)
    names = listing.ask("class-names")
    closed = st.checkbox(
        "Only these students may join; they pick their name from the list", value=True,
        key="class-listed",
    )  # fmt: skip
    if st.button("Make the class", type="primary", key="class-make"):
        _make(name or "", names, closed=closed)


def _make(name: str, names: NameList | None, *, closed: bool) -> None:
    """Keep the class and go to its page; says what is wrong when that can't be."""
    if names is None:
        return
    if not name.strip():
        st.error("Give the class a name; the students' names are still here.")
        return
    try:
        id_ = classes.add(
            access.library(), name, now=kept.now(), students=names.new,
            listed_only=closed and bool(names.new),
        )  # fmt: skip
    except InputError as error:
        st.error(escape(told.sentence(error)))
        return
    listing.tell(names)
    go("class", **{CLASS: id_})
