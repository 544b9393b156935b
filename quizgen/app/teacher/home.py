"""The page "Library"."""

import streamlit as st


def show() -> None:
    """Draw the page."""
    st.title("Library")
