"""Writing: a question's words, each change kept as typed, with warnings below."""

import streamlit as st

from quizgen import lint
from quizgen.app import access, kept, reviewing
from quizgen.app.markup import escape
from quizgen.app.reviewing import Form
from quizgen.app.teacher import acting
from quizgen.errors import InputError
from quizgen.library import editing
from quizgen.library.quizzes import StoredQuiz
from quizgen.practice.judging import PLACED
from quizgen.question import Question

OPEN = "write-open"  # whether the fields are unfolded
SEEDED = "write-seeded"  # the question that the fields were filled with
MOST_ROWS = 8  # of pairs or items; more are not compared at a glance
MOST_WRONG = 5  # with one right answer more than a phone shows at once
BETWEEN = ";"  # accepted answers in one line
PAUSE = "600ms"  # after typing, until a change is kept


def warnings(held: StoredQuiz, question: Question) -> None:
    """Draw what is wrong with the question as it stands, in short sentences."""
    found = lint.check(question, held.quiz("kept", "offered"))
    grave, slight = [
        [escape(_sentence(held, each.reason)) for each in found if (each.severity != "info") is is_]
        for is_ in (True, False)
    ]
    if grave:
        st.warning("\n".join(f"- {words}" for words in grave))
    for words in slight:
        st.caption(words)


def _sentence(held: StoredQuiz, reason: str) -> str:
    told = reviewing.numbered(held, reason)
    return f"{told[:1].upper()}{told[1:].rstrip('.')}."


def form(held: StoredQuiz, question: Question) -> None:
    """Draw the fields in which the question can be written anew."""
    with st.expander("Edit the words", key=OPEN, on_change="rerun"):
        _fill(question)
        given = (held.id, question.id)
        _line("Question", "write-stem", given)
        if question.type == "true_false":
            st.segmented_control("Right answer", ["True", "False"], key="write-answer",
                                 required=True, on_change=_save, args=given)  # fmt: skip
        elif question.type in PLACED:
            _rows(question, given)
        elif question.answer:
            _line("Right answer", "write-answer", given)
        _wrong(question, given)
        if question.type not in PLACED:
            _line("Also right, with ; between", "write-accepted", given)
        _line("Explanation after answering", "write-explanation", given)
        st.caption("Every change is kept as you make it; Undo takes it back.")


def unfold() -> None:
    """Show the fields, or fold them away again."""
    st.session_state[OPEN] = not st.session_state.get(OPEN)


def _line(label: str, key: str, given: tuple[str, str]) -> None:
    """Draw a field that is kept after a pause in typing.

    Not a text area: that is kept only when it is left, and leaving it for another page makes
    Streamlit stay where it is.
    """
    st.text_input(label, key=key, live=PAUSE, on_change=_save, args=given)


def _wrong(question: Question, given: tuple[str, str]) -> None:
    if question.type not in {"multiple_choice", "short_answer"}:
        return
    wrong = reviewing.form_of(question).wrong
    for place in range(min(len(wrong) + 1, MOST_WRONG)):
        known = place < len(wrong)
        left, right = st.columns([4, 1], vertical_alignment="bottom")
        label = f"Wrong answer {place + 1}" if known else "One more wrong answer"
        left.text_input(label, key=f"write-wrong-{place}", on_change=_save, args=given,
                        live=PAUSE if known else False)  # fmt: skip
        if known and question.options and question.spares:
            right.button("Other", key=f"swap-{place}", on_click=acting.swap_one, width="stretch",
                         args=(*given, wrong[place]), help="Another wrong answer here")  # fmt: skip


def _rows(question: Question, given: tuple[str, str]) -> None:
    """Draw the pairs, or the items in the right order, and one row more."""
    shown = reviewing.form_of(question)
    if question.type == "matching":
        for place in range(min(len(shown.pairs) + 1, MOST_ROWS)):
            left, right = st.columns(2)
            with left:
                _line(f"{place + 1}. Left side", f"write-left-{place}", given)
            with right:
                _line(f"{place + 1}. What belongs to it", f"write-right-{place}", given)
        return
    for place in range(min(len(shown.items) + 1, MOST_ROWS)):
        left, right = st.columns([4, 1], vertical_alignment="bottom")
        with left:
            _line(f"{place + 1}. in the right order", f"write-item-{place}", given)
        if 0 < place < len(shown.items):
            right.button("Earlier", key=f"earlier-{place}", on_click=acting.earlier,
                         args=(*given, place), width="stretch")  # fmt: skip


def _fill(question: Question) -> None:
    """Fill the fields when they hold another question, or an older state of this one."""
    state = st.session_state
    if state.get(SEEDED) == question and "write-stem" in state:
        return
    state[SEEDED] = question
    shown = reviewing.form_of(question)
    state["write-stem"], state["write-answer"] = shown.stem, shown.answer
    state["write-accepted"] = f"{BETWEEN} ".join(shown.accepted)
    state["write-explanation"] = shown.explanation
    for place in range(MOST_WRONG):
        state[f"write-wrong-{place}"] = shown.wrong[place] if place < len(shown.wrong) else ""
    for place in range(MOST_ROWS):
        pair = shown.pairs[place] if place < len(shown.pairs) else ("", "")
        state[f"write-left-{place}"], state[f"write-right-{place}"] = pair
        state[f"write-item-{place}"] = shown.items[place] if place < len(shown.items) else ""


def _save(quiz: str, question: str) -> None:
    """Keep what the fields hold; what can't be kept yet stays in them, with the reason shown."""
    state = st.session_state
    before: Question = state[SEEDED]
    if before.id != question:
        return
    after = reviewing.written(before, _form(before))
    try:
        editing.edit(access.library(), quiz, after, now=kept.now())
    except InputError as error:
        state[acting.COMPLAINT] = f"Not kept yet: {error}."
        return
    if reviewing.form_of(after) == _form(before):
        state[SEEDED] = after


def _form(before: Question) -> Form:
    state = st.session_state
    wrong = [state.get(f"write-wrong-{place}") or "" for place in range(MOST_WRONG)]
    while wrong and not wrong[-1] and len(wrong) > len(reviewing.form_of(before).wrong):
        wrong.pop()
    pairs = [(_held(f"left-{place}"), _held(f"right-{place}")) for place in range(MOST_ROWS)]
    items = [_held(f"item-{place}") for place in range(MOST_ROWS)]
    return Form(
        _held("stem"),
        before.answer if before.type in PLACED else _held("answer") if before.answer else "",
        tuple(_held("accepted").split(BETWEEN)),
        tuple(wrong),
        _held("explanation"),
        tuple(pair for pair in pairs if any(pair)) if before.pairs else (),
        tuple(filter(None, items)) if before.items else (),
    )


def _held(field: str) -> str:
    """What a field holds."""
    return st.session_state.get(f"write-{field}") or ""
