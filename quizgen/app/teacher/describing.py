"""Describing: title, date, source, address, author and licence of an article, to be corrected."""

from datetime import UTC, datetime

import streamlit as st

from quizgen.app.making import DESCRIBED, Given

FIRST_DAY = datetime(1900, 1, 1, tzinfo=UTC).date()
PARTS = (*DESCRIBED, "url")


def fields(name: str) -> None:
    """Draw the fields of this name; the session keeps what they hold."""
    left, right = st.columns([2, 1])
    left.text_input(
        "Title", key=f"{name}-title", placeholder="The first line of the text, if left empty",
        persist_state="session",
    )  # fmt: skip
    right.date_input(
        "Date published", key=f"{name}-published", value=None, min_value=FIRST_DAY,
        format="DD/MM/YYYY", persist_state="session",
        help='With the date, "Friday" and "last month" become days that do not go stale.',
    )  # fmt: skip
    for side, part, label, example in (
        (left, "source", "Newspaper or source", "Optional"),
        (right, "url", "Web address", "Optional"),
        (left, "byline", "Written by", "Optional"),
        (right, "licence", "Licence", "Optional, like CC BY 4.0"),
    ):
        side.text_input(label, key=f"{name}-{part}", persist_state="session", placeholder=example)


def fill(name: str, given: Given) -> None:
    """Put what an article tells into the fields."""
    for part in PARTS:
        st.session_state[f"{name}-{part}"] = getattr(given, part)


def filled(name: str) -> bool:
    """Whether the fields were ever filled."""
    return f"{name}-title" in st.session_state


def given(name: str, text: str) -> Given:
    """The article of a text as the fields describe it."""
    parts = {part: st.session_state.get(f"{name}-{part}") for part in PARTS}
    published = parts.pop("published")
    return Given(text, published=published, **{part: told or "" for part, told in parts.items()})


def forget(name: str) -> None:
    """Empty the fields."""
    for part in PARTS:
        st.session_state.pop(f"{name}-{part}", None)
