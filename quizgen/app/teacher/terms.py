"""Terms: the fields that say when and how a quiz may be taken, for a new handout and a changed one.

A set of fields has a name, which begins the keys of its widgets.
"""

from dataclasses import replace
from datetime import date, time
from typing import Any

import streamlit as st

from quizgen.app import handing_out, kept
from quizgen.app.handing_out import ANSWERS, EVENING, MORNING, TRIES, Wish
from quizgen.app.student.ways import here

VERSIONS = ("1", "2", "3", "4")
DAYS = "DD/MM/YYYY"


def fields(name: str, shown: Wish) -> None:
    """Draw the fields, filled with what the wish says."""
    left, right = st.columns(2)
    with left:
        if st.checkbox("Opens later", value=shown.opens is not None, key=f"{name}-later"):
            today = kept.now().astimezone(here()).date()
            _moment(name, "Opens on", "opens", shown.opens or (today, MORNING))
    with right:
        if st.checkbox("Closes by itself", value=shown.closes is not None, key=f"{name}-limit"):
            last = handing_out.in_a_week(kept.now(), here())
            _moment(name, "Closes on", "closes", shown.closes or (last, EVENING))
    _how(name, shown)


def _moment(name: str, label: str, key: str, shown: tuple[date, time]) -> None:
    st.date_input(label, shown[0], key=f"{name}-{key}", format=DAYS)
    st.time_input("at", shown[1], key=f"{name}-{key}-at", step=60)


def _how(name: str, shown: Wish) -> None:
    tries = list(dict.fromkeys([*TRIES, shown.tries]))
    st.segmented_control("Tries", tries, default=shown.tries, required=True, key=f"{name}-tries")
    st.segmented_control(
        "Show the right answers", list(ANSWERS), default=shown.answers, required=True,
        format_func=lambda way: ANSWERS[way], key=f"{name}-answers",
    )  # fmt: skip
    st.checkbox("Mix the order of questions and answers", value=shown.mix, key=f"{name}-mix")


def versions(name: str) -> None:
    """Draw how many versions there are to be, which can't be changed later."""
    st.segmented_control(
        "Versions, so that neighbours have different sheets", VERSIONS, default="1", required=True,
        key=f"{name}-versions",
    )  # fmt: skip


def wish(name: str, shown: Wish) -> Wish:
    """What the fields say now."""
    return replace(
        shown,
        opens=_given(name, "opens", MORNING) if _value(name, "later", shown.opens) else None,
        closes=_given(name, "closes", EVENING) if _value(name, "limit", shown.closes) else None,
        tries=_value(name, "tries", shown.tries),
        answers=_value(name, "answers", shown.answers),
        mix=bool(_value(name, "mix", shown.mix)),
        versions=int(_value(name, "versions", shown.versions)),
    )


def _value(name: str, key: str, otherwise: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    found = st.session_state.get(f"{name}-{key}")
    return otherwise if found is None else found


def _given(name: str, key: str, otherwise: time) -> tuple[date, time] | None:
    day = _value(name, key, None)
    return (day, _value(name, f"{key}-at", otherwise)) if day else None
