"""The page: paste an article, look over its questions beside their sentences, take them home."""

import re
from datetime import UTC, datetime

import streamlit as st

from quizgen.analysis.pipeline import Pipeline, load
from quizgen.app import making
from quizgen.errors import QuizgenError
from quizgen.exports import FORMATS, render
from quizgen.exports.evidence import marked
from quizgen.exports.page import escape as escape_markdown
from quizgen.exports.page import inner, lettered
from quizgen.question import Question
from quizgen.quiz import Quiz

LABELS = {"anki": "For Anki", "markdown": "To read or print", "json": "For quizgen"}
FIRST_DAY = datetime(1900, 1, 1, tzinfo=UTC).date()


def show() -> None:
    """Draw the page; what the teacher did is in the session."""
    st.set_page_config(page_title="quizgen", page_icon="📰", layout="centered")
    st.title("A quiz from the news")
    st.caption(
        "Paste an article. Every question comes with its sentence. Nothing leaves this machine."
    )
    _ask_for_article()
    quiz = st.session_state.get("quiz")
    if quiz is None:
        st.write("The questions will stand here, each beside the sentence it came from.")
    elif not quiz.questions:
        st.warning("No question was sound enough. Try a longer article, or add its date.")
    else:
        _show_quiz(quiz)


def _ask_for_article() -> None:
    st.button("Use the sample article", on_click=_fill_in_sample)
    st.text_area("Article", key="article", height=260, placeholder="Paste the text here")
    left, right = st.columns([2, 1])
    left.text_input("Title", key="title", placeholder="The article's first line, if left empty")
    right.date_input("Date published", key="published", value=None, min_value=FIRST_DAY)
    if st.button("Make questions", type="primary"):
        _make()


def _fill_in_sample() -> None:
    st.session_state["article"] = making.sample()
    st.session_state["title"] = ""


def _make() -> None:
    state = st.session_state
    try:
        with st.spinner("Reading the article and writing questions …"):
            state["quiz"] = making.quiz_of(
                state["article"], state["title"], state["published"], _pipeline()
            )
    except QuizgenError as error:
        st.error(f"{escape(str(error))}. Your text is still here.")


@st.cache_resource(show_spinner=False)
def _pipeline() -> Pipeline:
    return load()


def _show_quiz(quiz: Quiz) -> None:
    st.header(escape(quiz.title))
    wanted = [question.id for question in quiz.questions if _show_question(question)]
    chosen = making.kept(quiz, wanted)
    st.subheader("Take it with you")
    st.write(f"{len(chosen.questions)} of {len(quiz.questions)} questions kept.")
    if chosen.questions:
        _offer_downloads(chosen)


def _show_question(question: Question) -> bool:
    """Draw one question beside its sentence; whether the teacher keeps it."""
    with st.container(border=True):
        left, right = st.columns(2)
        if question.context:
            left.caption(escape(question.context))
        left.markdown(f"**{escape(question.stem)}**")
        left.markdown(_answers(question))
        right.caption("From the article")
        right.markdown(_highlighted(question))
        for flag in question.flags:
            right.warning(escape(flag))
        return st.checkbox("Keep this question", value=True, key=f"keep-{question.id}")


def _answers(question: Question) -> str:
    """The options with the right one ticked, a line each, or the answer."""
    rows = [
        f"{letter}. {escape(option)}" + (" **✓**" if option == question.answer else "")
        for letter, option in lettered(question)
    ]
    return "  \n".join(rows) or f"Answer: **{escape(question.answer)}**"


def _highlighted(question: Question) -> str:
    """The sentence with the answer on a coloured ground."""
    sentence = marked(question)
    before, key, after = sentence.before, sentence.key, sentence.after
    shown = f":orange-background[**{escape(key)}**]" if key else ""
    return inner(before, escape) + shown + inner(after, escape)


def escape(text: str) -> str:
    """The text as Streamlit shows it as it is: no Markdown, emoji codes, colours or arrows."""
    return re.sub(r"(?<!\\)[:=-]", r"\\\g<0>", escape_markdown(text))


def _offer_downloads(quiz: Quiz) -> None:
    now = int(datetime.now(UTC).timestamp())
    for column, form in zip(st.columns(len(FORMATS)), reversed(FORMATS), strict=True):
        column.download_button(
            LABELS[form.name],
            data=render(quiz, form.name, revision=_revision(quiz, now)),
            file_name=f"quiz{form.ending}",
            key=f"download-{form.name}",
        )


def _revision(quiz: Quiz, now: int) -> int:
    """The revision that dates the deck to now, so that Anki takes it as later than any before."""
    from quizgen.exports.anki import timestamp

    return max(0, now - timestamp(quiz, 0))
