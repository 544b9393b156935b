"""The page "Review"."""

import streamlit as st


def show() -> None:
    """Draw the page."""
    st.title("Review")
