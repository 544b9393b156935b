"""What all sessions of the app share: the open library, the pipeline; and the clock."""

import os
from datetime import UTC, datetime

import streamlit as st

from quizgen.analysis.pipeline import Pipeline, load
from quizgen.library import Library

DATABASE = "QUIZGEN_DATABASE_URL"


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """The library, at the URL that the environment names or in the user's data folder."""
    return Library.open(os.environ.get(DATABASE, ""))


@st.cache_resource(show_spinner=False)
def pipeline() -> Pipeline:
    """The pipeline, loaded when first needed."""
    return load()


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
