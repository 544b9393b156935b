"""The page "New quiz"."""

import streamlit as st


def show() -> None:
    """Draw the page."""
    st.title("New quiz")
