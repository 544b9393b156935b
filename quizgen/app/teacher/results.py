"""The page "Results"."""

import streamlit as st


def show() -> None:
    """Draw the page."""
    st.title("Results")
