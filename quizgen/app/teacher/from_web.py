"""From the web: an article fetched from its address, once the teacher has allowed it."""

from collections.abc import Callable, Sequence

import streamlit as st

from quizgen.app import access, kept, making, told
from quizgen.app.markup import escape
from quizgen.errors import QuizgenError
from quizgen.library import options

ALLOWED = "network"
"""The library's setting; off until a teacher turns it on."""
LONGEST = 2_000  # characters of an address

Take = Callable[[Sequence[making.Given]], None]


def allowed() -> bool:
    """Whether a teacher has allowed pages to be fetched."""
    return options.get(access.library(), ALLOWED) == "on"


def show(take: Take) -> None:
    """Draw the switch and, where it is on, the field for an address; `take` gets the articles."""
    before = allowed()
    wanted = st.toggle(
        "Allow quizgen to fetch web pages that you name", before, key="new-allow-network",
        help="Off, nothing leaves this machine. On, only the pages that a teacher names here or "
        "chooses of a feed are fetched, never from your own network, as their robots.txt allows.",
    )  # fmt: skip
    if wanted != before:
        options.put(access.library(), ALLOWED, "on" if wanted else "off", now=kept.now())
    if not wanted:
        st.caption("Or save the page in your browser, and give the file under Upload.")
        return
    with st.form("new-fetch", border=False):
        url = st.text_input(
            "Address of the article or feed", key="new-address", max_chars=LONGEST,
            placeholder="https://",
        )  # fmt: skip
        if st.form_submit_button("Fetch", key="new-fetch-it") and url:
            _fetch(url.strip(), take)


def _fetch(url: str, take: Take) -> None:
    try:
        with st.spinner("Fetching the page …"):
            given = making.fetched(url, kept.fetch)
    except QuizgenError as error:
        st.error(escape(told.sentence(error)))
    else:
        take(given)
