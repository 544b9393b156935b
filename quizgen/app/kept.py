"""What all sessions of the app share: the open library and what was read; and the clock."""

import os
import time
from datetime import UTC, datetime

import streamlit as st

from quizgen.analysis.pipeline import Analysis, Pipeline
from quizgen.app.making import Reader
from quizgen.app.marking import Marks, marks_of
from quizgen.article import Article
from quizgen.ingest.fetching import Client, Fetched
from quizgen.ingest.network import Network
from quizgen.library import Library

DATABASE = "QUIZGEN_DATABASE_URL"
READ = 20  # articles whose reading is remembered: those of a week's quizzes


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """The library, at the URL that the environment names or in the user's data folder."""
    return Library.open(os.environ.get(DATABASE, ""))


@st.cache_resource(show_spinner=False)
def pipeline() -> Pipeline:
    """The pipeline, loaded when first needed."""
    from quizgen.analysis.pipeline import load

    return load()


@st.cache_resource(show_spinner=False, max_entries=READ)
def analysis(article: Article) -> Analysis:
    """The analysis of an article."""
    return pipeline().analyse(article)


@st.cache_resource(show_spinner="Looking for names and dates in the article …", max_entries=READ)
def marks(article: Article) -> Marks:
    """What to underline in an article."""
    return marks_of(analysis(article))


@st.cache_resource(show_spinner=False)
def client() -> Client:
    """The client that fetches pages, one for all sessions, so that it is polite for all."""
    return Client(Network(clock=time.monotonic, sleep=time.sleep))


def fetch(url: str) -> Fetched:
    """What an address holds; only a page that the teacher has allowed it asks for this."""
    return client().fetch(url)


def reader() -> Reader:
    """What reads articles, and remembers what it read."""
    return Reader(analysis, pipeline().name)


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)
