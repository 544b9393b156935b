"""Writing: a question's words, each change kept as typed, with warnings below."""

import streamlit as st

from quizgen import lint
from quizgen.app import access, kept, reviewing
from quizgen.app.markup import escape
from quizgen.app.reviewing import Form
from quizgen.errors import InputError
from quizgen.library import editing
from quizgen.library.quizzes import StoredQuiz
from quizgen.question import Question

OPEN = "write-open"  # whether the fields are unfolded
SEEDED = "write-seeded"  # the question that the fields were filled with
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
        elif question.answer:
            _line("Right answer", "write-answer", given)
        _wrong(question, given)
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
    number = len(reviewing.form_of(question).wrong)
    for place in range(min(number + 1, MOST_WRONG)):
        label = f"Wrong answer {place + 1}" if place < number else "One more wrong answer"
        st.text_input(label, key=f"write-wrong-{place}", on_change=_save, args=given,
                      live=PAUSE if place < number else False)  # fmt: skip


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


def _save(quiz: str, question: str) -> None:
    """Keep what the fields hold; what can't be kept yet stays in them, with the reason shown."""
    from quizgen.app.teacher.acting import COMPLAINT

    state = st.session_state
    before: Question = state[SEEDED]
    if before.id != question:
        return
    after = reviewing.written(before, _form(before))
    try:
        editing.edit(access.library(), quiz, after, now=kept.now())
    except InputError as error:
        state[COMPLAINT] = f"Not kept yet: {error}."
        return
    if reviewing.form_of(after) == _form(before):
        state[SEEDED] = after


def _form(before: Question) -> Form:
    state = st.session_state
    wrong = [state.get(f"write-wrong-{place}") or "" for place in range(MOST_WRONG)]
    while wrong and not wrong[-1] and len(wrong) > len(reviewing.form_of(before).wrong):
        wrong.pop()
    return Form(
        state.get("write-stem") or "",
        (state.get("write-answer") or "") if before.answer else "",
        tuple((state.get("write-accepted") or "").split(BETWEEN)),
        tuple(wrong),
        state.get("write-explanation") or "",
    )
