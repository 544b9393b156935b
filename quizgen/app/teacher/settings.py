"""The folded settings of a new quiz: how many questions, which kinds, what to prefer."""

import streamlit as st

from quizgen.app.markup import escape
from quizgen.errors import InputError
from quizgen.question import Difficulty, QuestionType
from quizgen.quiz import ALL_TYPES, MOST_TOPICS, Settings, topics_of

KINDS: dict[QuestionType, str] = {
    "multiple_choice": "Choose one of several",
    "short_answer": "Type the answer",
    "cloze": "Fill the gap",
    "true_false": "True or false",
    "matching": "Match people with what they are",
    "ordering": "Put events in order",
}
LEVELS: dict[Difficulty | None, str] = {
    None: "Any",
    "easy": "Easy",
    "medium": "Medium",
    "hard": "Hard",
}
GRADES = (1, 12)
LONGEST = 300  # characters of all topics together


def show() -> Settings | None:
    """Draw the settings; what they ask for, or None while that can't be, which is said."""
    with st.expander("How many, which kinds, how difficult, about what", key="new-settings"):
        count = st.number_input("Questions, at most", 1, 50, 10, key="new-count",
                                persist_state="session")  # fmt: skip
        kinds = _kinds()
        level = st.segmented_control(
            "Preferred difficulty", list(LEVELS.values()), default=LEVELS[None], required=True,
            key="new-level", persist_state="session",
        )  # fmt: skip
        topics = _topics()
        limits = _grades()
    preferred = next((name for name, words in LEVELS.items() if words == level), None)
    try:
        return Settings(
            int(count), kinds, reading_level=limits, topics=topics, difficulty=preferred
        )
    except InputError as error:
        st.error(escape(f"{str(error)[:1].upper()}{str(error)[1:]}."))
        return None


def _kinds() -> tuple[QuestionType, ...]:
    chosen = st.pills(
        "Kinds", list(KINDS), selection_mode="multi", default=list(ALL_TYPES),
        format_func=lambda kind: KINDS[kind], key="new-kinds", persist_state="session",
        help="Of the last two there is at most one of each, where the articles tell enough.",
    )  # fmt: skip
    return tuple(kind for kind in KINDS if kind in chosen) or ALL_TYPES


def _topics() -> tuple[str, ...]:
    given = st.text_input(
        "Topics to prefer", key="new-topics", max_chars=LONGEST, persist_state="session",
        placeholder="Words or names, with commas between them",
        help=f"Questions about them come first. At most {MOST_TOPICS}.",
    )  # fmt: skip
    return topics_of(given or "")


def _grades() -> tuple[int, int] | None:
    grades = st.slider(
        "Preferred reading level of the questions (school years)", *GRADES, value=GRADES,
        key="new-grades", persist_state="session",
    )  # fmt: skip
    return None if grades == GRADES else (int(grades[0]), int(grades[1]))
