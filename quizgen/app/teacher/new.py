"""New quiz: an article pasted, uploaded or taken from the library becomes questions."""

from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import UTC, datetime

import streamlit as st

from quizgen.app import access, kept, making, told
from quizgen.app.markup import escape
from quizgen.app.places import go
from quizgen.app.teacher import choosing, from_web, looking, settings
from quizgen.article import Article
from quizgen.errors import QuizgenError
from quizgen.quiz import Settings

FIRST_DAY = datetime(1900, 1, 1, tzinfo=UTC).date()
DEFAULT = Settings()
FIELDS = tuple(field.name for field in fields(making.Given))
UPLOAD = 10  # megabytes; what the server takes at most


def show() -> None:
    """Draw the page."""
    st.title("New quiz", anchor=False)
    ways = {
        "Paste": paste, "Upload": _upload, "From the web": _from_web,
        "From the library": _from_library,
    }  # fmt: skip
    way = st.segmented_control(
        "Where is the article?", list(ways), default="Paste", required=True, key="new-way",
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    ways[way or "Paste"]()


def paste() -> None:
    """Draw the paste box, what is known of the article, and the button that makes questions."""
    st.text_area(
        "Article", key="new-text", height=260, placeholder="Paste the text here",
        persist_state="session",
    )  # fmt: skip
    if note := st.session_state.get("new-note"):
        st.caption(escape(f"{note}. You can correct all of it."))
    _described()
    wanted = settings.show()
    if st.button("Make questions", type="primary", key="new-make", disabled=wanted is None):
        make_of(_given(), wanted or DEFAULT)
    if st.session_state.get("new-text"):
        looking.offer(lambda: [making.article_of(_given())])


def _described() -> None:
    """Draw the title, date and source of the article."""
    left, right = st.columns([2, 1])
    left.text_input(
        "Title", key="new-title", placeholder="The first line of the text, if left empty",
        persist_state="session",
    )  # fmt: skip
    right.date_input(
        "Date published", key="new-published", value=None, min_value=FIRST_DAY,
        format="DD/MM/YYYY", persist_state="session",
        help='With the date, "Friday" and "last month" become days that do not go stale.',
    )  # fmt: skip
    for side, name, label in (
        (left, "source", "Newspaper or source"),
        (right, "url", "Web address"),
        (left, "byline", "Written by"),
        (right, "licence", "Licence"),
    ):
        side.text_input(
            label, key=f"new-{name}", persist_state="session", placeholder="Optional"
        )  # fmt: skip


def _given() -> making.Given:
    state = st.session_state
    return making.Given(
        state.get("new-text") or "",
        state.get("new-title") or "",
        state.get("new-published"),
        state.get("new-source") or "",
        state.get("new-url") or "",
        state.get("new-byline") or "",
        state.get("new-licence") or "",
    )


def _upload() -> None:
    file = st.file_uploader(
        "A file with the article: text, Word, PDF, a saved page or mail, a book or a feed",
        key="new-file", max_upload_size=UPLOAD,
    )  # fmt: skip
    if file is not None and st.session_state.get("new-file-read") != file.file_id:
        _read_in(file.getvalue(), file.name, file.file_id)
    if file is not None:
        _choose()
    if file is None and not st.session_state.get("new-text"):
        st.caption("The text will stand here, for you to look over before questions are made.")
        return
    paste()


def _read_in(data: bytes, name: str, id_: str) -> None:
    """Put the only article of an uploaded file into the fields; of several, let one be chosen."""
    try:
        given = making.uploaded(data, name)
    except QuizgenError as error:
        st.error(escape(told.sentence(error)))
        return
    st.session_state["new-file-read"] = id_
    _take(given)


def _take(given: Sequence[making.Given]) -> None:
    """Put an only article into the fields; keep several for one to be chosen."""
    st.session_state.pop("new-several", None)
    if len(given) > 1:
        st.session_state["new-several"] = given
    else:
        _fill(given[0])


def _from_web() -> None:
    from_web.show(_take)
    _choose()
    if st.session_state.get("new-text"):
        paste()


def _choose() -> None:
    """Draw the articles of a file that holds several, and put the chosen one into the fields."""
    several: Sequence[making.Given] = st.session_state.get("new-several") or []
    if not several:
        return
    st.selectbox(
        f"There are {len(several)} articles. Which one?",
        range(len(several)),
        format_func=lambda number: several[number].title or f"Article {number + 1}",
        index=None,
        key="new-which",
        on_change=_chosen,
    )


def _chosen() -> None:
    state = st.session_state
    number = state.get("new-which")
    if number is not None:
        _fill(state["new-several"][number])


def _fill(given: making.Given) -> None:
    """Put an article into the fields, where it can be corrected."""
    for name, value in asdict(given).items():
        st.session_state[f"new-{name}"] = value


def _from_library() -> None:
    choosing.show()
    chosen = choosing.chosen()
    if not chosen:
        return
    title = st.text_input("Title of the quiz", key="new-quiz-title",
                          placeholder="The article's title or the days of the news")  # fmt: skip
    wanted = settings.show()
    if st.button("Make questions", type="primary", key="new-make", disabled=wanted is None):
        _make(choosing.articles_of(chosen), wanted or DEFAULT, title or "")
    looking.offer(lambda: choosing.articles_of(chosen))


def make_of(given: making.Given, wanted: Settings = DEFAULT) -> None:
    """Take the article in and make a quiz of it; says what is wrong when that can't be."""
    try:
        article = making.take_in(access.library(), given, now=kept.now())
    except QuizgenError as error:
        st.error(escape(f"{told.sentence(error)} Your text is still here."))
        return
    _make([article], wanted)


def _make(chosen: Sequence[Article], wanted: Settings, title: str = "") -> None:
    bar = st.progress(0.0, "Getting ready to read")
    try:
        made = making.make(
            access.library(), chosen, kept.reader(), wanted, now=kept.now(), title=title,
            tell=lambda done, words: _tell(bar, done, words),
        )  # fmt: skip
    except QuizgenError as error:
        bar.empty()
        st.error(escape(f"{told.sentence(error)} Your article is safe in the library."))
        return
    _forget()
    go("review", made)


def _tell(bar: st.delta_generator.DeltaGenerator, done: float, words: str) -> None:
    bar.progress(done, escape(words))


def _forget() -> None:
    """Empty the fields of the article, which is now in the library."""
    for name in (*FIELDS, "file-read", "several", "which"):
        st.session_state.pop(f"new-{name}", None)
