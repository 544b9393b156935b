"""New quiz: articles pasted, uploaded, fetched or taken from the library become questions."""

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from quizgen.app import access, kept, making, told
from quizgen.app.markup import escape
from quizgen.app.places import go
from quizgen.app.teacher import (
    choosing,
    copies,
    describing,
    from_web,
    looking,
    renewing,
    settings,
    several,
)
from quizgen.article import Article
from quizgen.errors import QuizgenError
from quizgen.library import articles
from quizgen.quiz import Settings

DEFAULT = Settings()
NAME = "new"  # of the fields of an only article
UPLOAD = 10  # megabytes; what the server takes at most


def show() -> None:
    """Draw the page."""
    st.title("New quiz", anchor=False)
    if renewing.pending():
        renewing.show(_make_all_the_same, _forget)
        return
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
    found = st.empty()
    describing.fields(NAME)
    if note := st.session_state.get("new-note") or making.found_in(_given()):
        found.caption(escape(f"{note}. You can correct all of it below."))
    wanted = settings.show()
    if st.button("Make questions", type="primary", key="new-make", disabled=wanted is None):
        make_of(_given(), wanted or DEFAULT)
    if st.session_state.get("new-text"):
        looking.offer(lambda: [making.article_of(_given())])


def _given() -> making.Given:
    return describing.given(NAME, st.session_state.get("new-text") or "")


def _upload() -> None:
    files = st.file_uploader(
        "Files with articles: text, Word, PDF, a saved page or mail, a book or a feed",
        key="new-file", max_upload_size=UPLOAD, accept_multiple_files=True,
    )  # fmt: skip
    ids = [file.file_id for file in files]
    if files and st.session_state.get("new-file-read") != ids:
        st.session_state["new-file-read"] = ids
        _read_in(files)
    if not files and not st.session_state.get("new-text"):
        st.caption("The text will stand here, for you to look over before questions are made.")
        return
    for words in st.session_state.get("new-failures", ()) if files else ():
        st.error(escape(words))
    _chosen()


def _read_in(files: Sequence[UploadedFile]) -> None:
    """Take the articles of the files; what can't be read is told as long as they stand there."""
    network = from_web.allowed()
    given: list[making.Given] = []
    failures: list[str] = []
    for file in files:
        try:
            given += making.uploaded(file.getvalue(), file.name, network=network)
        except QuizgenError as error:
            failures.append(told.sentence(error))
    st.session_state["new-failures"] = failures
    if given:
        _take(given[: making.MOST], every=len(files) > 1)


def _take(given: Sequence[making.Given], *, every: bool = False) -> None:
    """Put an only article into the fields; keep several to be chosen from."""
    several.forget()
    st.session_state.pop("new-filled", None)
    if len(given) > 1 or given[0].to_fetch:
        several.take(given, every=every or len(given) == 1)
    else:
        _fill(given[0])


def _from_web() -> None:
    from_web.show(_take)
    if st.session_state.get("new-text") or st.session_state.get(several.READ):
        _chosen()


def _chosen() -> None:
    """Draw the article that was read in or, of several, those that are chosen."""
    chosen = several.choose()
    if len(chosen) > 1:
        _of_several()
        return
    if chosen and (given := several.only(chosen)):
        _fill(given)
    if chosen or not st.session_state.get(several.READ):
        paste()


def _of_several() -> None:
    """Draw the chosen articles, each to be corrected, and the button that makes one quiz."""
    found = several.corrected()
    title = _title()
    wanted = settings.show()
    ready = wanted is not None and bool(found)
    if st.button("Make questions", type="primary", key="new-make", disabled=not ready):
        library, now = access.library(), kept.now()
        _make([making.take_in(library, each, now=now) for each in found], wanted or DEFAULT, title)


def _title() -> str:
    title = st.text_input("Title of the quiz", key="new-quiz-title",
                          placeholder="The article's title or the days of the news")  # fmt: skip
    return title or ""


def _fill(given: making.Given) -> None:
    """Put an article into the fields, where it can be corrected."""
    describing.fill(NAME, given)
    st.session_state["new-text"], st.session_state["new-note"] = given.text, given.note


def _from_library() -> None:
    choosing.show()
    if not choosing.chosen():
        return
    chosen = choosing.articles_of(choosing.chosen())
    for article in chosen:
        _correct(article)
    asked = copies.without(chosen)
    title = _title()
    wanted = settings.show()
    if st.button("Make questions", type="primary", key="new-make", disabled=wanted is None):
        _make(asked, wanted or DEFAULT, title)
    looking.offer(lambda: asked)


def _correct(article: Article) -> None:
    """Draw what is known of an article of the library, folded, and the button that corrects it."""
    name = f"correct-{article.id}"
    with st.expander(escape(f"Correct {copies.called(article)}"), key=f"open-{name}"):
        if not describing.filled(name):
            describing.fill(name, making.given_of(article))
        describing.fields(name)
        st.button("Save the corrections", key=name, on_click=_save, args=(article.id, name))


def _save(article: str, name: str) -> None:
    told_ = describing.given(name, "")
    articles.correct(
        access.library(), article, title=told_.title, published=told_.published,
        source=told_.source, url=told_.url, byline=told_.byline, licence=told_.licence,
    )  # fmt: skip
    st.toast("Corrected.")


def make_of(given: making.Given, wanted: Settings = DEFAULT) -> None:
    """Take the article in and make a quiz of it; says what is wrong when that can't be.

    Where a quiz on its story is there, the teacher is asked first.
    """
    try:
        article = making.article_of(given)
    except QuizgenError as error:
        st.error(escape(f"{told.sentence(error)} Your text is still here."))
        return
    if renewing.asked(article, wanted):
        st.rerun()
    _make_all_the_same(article, wanted)


def _make_all_the_same(article: Article, wanted: Settings) -> None:
    _make([making.take_in(access.library(), article, now=kept.now())], wanted)


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
    describing.forget(NAME)
    several.forget()
    copies.forget()
    for name in ("text", "note", "file-read", "failures", "filled"):
        st.session_state.pop(f"new-{name}", None)
