"""The student's pages."""

import streamlit as st


def join() -> None:
    """Draw the page to join a quiz by its code."""
    st.title("Join a quiz")


def practise() -> None:
    """Draw the page with the questions, one at a time."""
    st.title("Practice")


def cards() -> None:
    """Draw the page with the flashcards that are due."""
    st.title("Flashcards")
