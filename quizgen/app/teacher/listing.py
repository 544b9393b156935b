"""Listing: a box for names, one a line, with what was read of it told as it is typed."""

from collections.abc import Iterable

import streamlit as st

from quizgen.app import told
from quizgen.app.markup import escape
from quizgen.errors import InputError
from quizgen.library import class_lists
from quizgen.library.class_lists import NameList

TOLD = "list-told"
SHOWN = 5  # names in a sentence


def ask(key: str, there: Iterable[str] = ()) -> NameList | None:
    """Draw the box; the names in it, or None where it can't be read, which is told."""
    text = st.text_area("Students, one name a line", key=key, height=200)
    try:
        names = class_lists.read(text or "", there)
    except InputError as error:
        st.error(escape(told.sentence(error)))
        return None
    if words := in_words(names):
        st.caption(escape(words))
    return names


def tell(names: NameList) -> None:
    """Say on the next page what became of the names."""
    st.session_state[TOLD] = in_words(names, "added")


def show() -> None:
    """Draw what there is to say of the names just added, once."""
    if words := st.session_state.pop(TOLD, ""):
        st.success(escape(words))


def in_words(names: NameList, done: str = "to add") -> str:
    """Like "23 students to add. Twice in the list, added once: Ana Lim."; "" for an empty list."""
    parts = [f"{told.number(len(names.new), 'student')} {done}." if any(_parts(names)) else ""]
    for title, found in (
        ("Twice in the list, added once", names.twice),
        ("On the class's list already", names.there),
        ("Too long for a name, left out", names.unfit),
    ):
        parts += [f"{title}: {_some(found)}."] if found else []
    return " ".join(filter(None, parts))


def _parts(names: NameList) -> tuple[tuple[str, ...], ...]:
    return names.new, names.twice, names.there, names.unfit


def _some(names: tuple[str, ...]) -> str:
    more = len(names) - SHOWN
    shown = ", ".join(name[:70] for name in names[:SHOWN])
    return f"{shown} and {more} more" if more > 0 else shown
