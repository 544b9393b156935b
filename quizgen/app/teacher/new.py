"""New quiz: an article pasted, uploaded or taken from the library becomes questions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

from quizgen.app import access, kept, making, told
from quizgen.app.markup import escape
from quizgen.app.places import go
from quizgen.article import Article
from quizgen.errors import QuizgenError
from quizgen.library import articles
from quizgen.question import Difficulty, QuestionType
from quizgen.quiz import Settings

FIRST_DAY = datetime(1900, 1, 1, tzinfo=UTC).date()
KINDS: dict[QuestionType, str] = {
    "multiple_choice": "Choose one of several",
    "short_answer": "Type the answer",
    "cloze": "Fill the gap",
    "true_false": "True or false",
}
LEVELS: dict[Difficulty | None, str] = {
    None: "Any",
    "easy": "Easy",
    "medium": "Medium",
    "hard": "Hard",
}
GRADES = (1, 12)
UPLOAD = 4  # megabytes; the longest article that is read has fewer


@dataclass(frozen=True, slots=True)
class Wanted:
    """What kind of quiz is wanted, and the difficulty preferred (None: any)."""

    settings: Settings = field(default_factory=Settings)
    difficulty: Difficulty | None = None


def show() -> None:
    """Draw the page."""
    st.title("New quiz", anchor=False)
    ways = ("Paste", "Upload", "From the library")
    way = st.segmented_control(
        "Where is the article?", ways, default="Paste", required=True, key="new-way",
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    {"Paste": paste, "Upload": _upload, "From the library": _from_library}[way or "Paste"]()


def paste() -> None:
    """Draw the paste box, what is known of the article, and the button that makes questions."""
    st.text_area(
        "Article", key="new-text", height=260, placeholder="Paste the text here",
        persist_state="session",
    )  # fmt: skip
    _described()
    settings = _settings()
    if st.button("Make questions", type="primary", key="new-make"):
        make_of(_given(), settings)


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
    left.text_input(
        "Newspaper or source", key="new-source", persist_state="session", placeholder="Optional"
    )
    right.text_input("Web address", key="new-url", persist_state="session", placeholder="Optional")


def _given() -> making.Given:
    state = st.session_state
    return making.Given(
        state.get("new-text") or "",
        state.get("new-title") or "",
        state.get("new-published"),
        state.get("new-source") or "",
        state.get("new-url") or "",
    )


def _upload() -> None:
    file = st.file_uploader(
        "A text file (.txt) with one article", type=["txt"], key="new-file", max_upload_size=UPLOAD
    )
    if file is not None and st.session_state.get("new-file-read") != file.file_id:
        _read_in(file.getvalue(), file.name, file.file_id)
    if file is None and not st.session_state.get("new-text"):
        st.caption("The text will stand here, for you to look over before questions are made.")
        return
    paste()


def _read_in(data: bytes, name: str, id_: str) -> None:
    """Put an uploaded file into the fields, where it can be corrected."""
    state = st.session_state
    try:
        given = making.uploaded(data, name)
    except QuizgenError as error:
        st.error(escape(told.sentence(error)))
        return
    state["new-file-read"] = id_
    state["new-text"], state["new-title"] = given.text, given.title


def _from_library() -> None:
    words = st.text_input("Search", key="new-search", type="search", live=True,
                          placeholder="Words of the title, source or text")  # fmt: skip
    found = {each.id: each for each in articles.listed(access.library(), words or "")}
    if not found:
        st.write("Articles that you paste or upload are kept here for the next quiz.")
        return
    wanted = st.multiselect(
        "Articles (several for a weekly quiz)", list(found), key="new-articles",
        format_func=lambda id_: _label(found[id_]) if id_ in found else id_,
    )  # fmt: skip
    title = st.text_input("Title of the quiz", key="new-quiz-title",
                          placeholder="The title of the first article, if left empty")  # fmt: skip
    settings = _settings()
    if st.button("Make questions", type="primary", key="new-make", disabled=not wanted):
        chosen = [articles.get(access.library(), id_) for id_ in wanted]
        _make(chosen, settings, title or "")


def _label(each: articles.ArticleSummary) -> str:
    when = told.day(each.published)
    return " · ".join(filter(None, (each.title or "Untitled article", each.source, when)))


def _settings() -> Wanted:
    """What is wanted, by the folded settings, which are drawn here."""
    with st.expander("How many, which kinds, how difficult", key="new-settings"):
        count = st.number_input("Questions, at most", 1, 50, 10, key="new-count",
                                persist_state="session")  # fmt: skip
        kinds = st.pills(
            "Kinds", list(KINDS), selection_mode="multi", default=list(KINDS),
            format_func=lambda kind: KINDS[kind], key="new-kinds", persist_state="session",
        )  # fmt: skip
        level = st.segmented_control(
            "Preferred difficulty", list(LEVELS.values()), default=LEVELS[None], required=True,
            key="new-level", persist_state="session",
        )  # fmt: skip
        grades = st.slider(
            "Preferred reading level of the questions (school years)", *GRADES, value=GRADES,
            key="new-grades", persist_state="session",
        )  # fmt: skip
    wanted = tuple(kind for kind in KINDS if kind in kinds) or tuple(KINDS)
    limits = None if grades == GRADES else (int(grades[0]), int(grades[1]))
    preferred = next((name for name, words in LEVELS.items() if words == level), None)
    return Wanted(Settings(int(count), wanted, reading_level=limits), preferred)


def make_of(given: making.Given, wanted: Wanted = Wanted()) -> None:
    """Take the article in and make a quiz of it; says what is wrong when that can't be."""
    try:
        article = making.take_in(access.library(), given, now=kept.now())
    except QuizgenError as error:
        st.error(escape(f"{told.sentence(error)} Your text is still here."))
        return
    _make([article], wanted)


def _make(chosen: Sequence[Article], wanted: Wanted, title: str = "") -> None:
    bar = st.progress(0.0, "Getting ready to read")
    try:
        made = making.make(
            access.library(), chosen, kept.reader(), wanted.settings, now=kept.now(), title=title,
            difficulty=wanted.difficulty, tell=lambda done, words: _tell(bar, done, words),
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
    for name in ("text", "title", "published", "source", "url", "file-read"):
        st.session_state.pop(f"new-{name}", None)
