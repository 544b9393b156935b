"""The page "Publish"."""

import streamlit as st


def show() -> None:
    """Draw the page."""
    st.title("Publish")
