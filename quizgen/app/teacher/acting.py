"""What the buttons of the review do; each is kept before the page is drawn again."""

import streamlit as st

from quizgen.app import access, kept, reviewing
from quizgen.app.markup import escape
from quizgen.errors import InputError
from quizgen.library import editing, quizzes, revisions
from quizgen.library.quizzes import StoredQuiz
from quizgen.library.tables import State
from quizgen.question import Question

COMPLAINT = "review-complaint"
AT = "q"  # in the address: the question that is looked at


def wanted(quiz: str) -> str:
    """The question to look at: that in the address, else the one looked at before in this visit."""
    return st.query_params.get(AT, "") or st.session_state.get(f"review-at-{quiz}", "")


def remember(quiz: str, question: str) -> None:
    """Let a reload, and a way back from another page, come to this question."""
    st.session_state[f"review-at-{quiz}"] = question
    stand_at(question)


def stand_at(question: str) -> None:
    """Name the question in the address, so that a reload comes back to it."""
    if question and st.query_params.get(AT) != question:
        st.query_params[AT] = question


def choose() -> None:
    """Go to the question chosen in the strip."""
    stand_at(st.session_state["strip"])


def complaint() -> None:
    """Draw why the last step could not be done, once."""
    words = st.session_state.pop(COMPLAINT, "")
    if words:
        st.warning(escape(words))


def keep(quiz: str, question: str) -> None:
    """Keep the question and go on to the next to read."""
    _set(quiz, question, "kept")


def reject(quiz: str, question: str) -> None:
    """Reject the question and go on to the next to read."""
    _set(quiz, question, "rejected")


def _set(quiz: str, question: str, state: State) -> None:
    held = editing.set_state(access.library(), quiz, [question], state, now=kept.now())
    stand_at(reviewing.following(held, question, unread=True))


def onward(quiz: str, question: str) -> None:
    """Go to the next question, whatever its state."""
    stand_at(reviewing.following(_held(quiz), question))


def keep_all(quiz: str) -> None:
    """Keep all that are left to read."""
    _set_all(quiz, "kept")


def reject_all(quiz: str) -> None:
    """Reject all that are left to read."""
    _set_all(quiz, "rejected")


def _set_all(quiz: str, state: State) -> None:
    left = [question.id for question in _held(quiz).of_state("offered")]
    editing.set_state(access.library(), quiz, left, state, now=kept.now())


def rename(quiz: str, field: str) -> None:
    """Give the quiz the title in a field; an empty one changes nothing."""
    title = " ".join((st.session_state[field] or "").split())
    if title:
        editing.rename(access.library(), quiz, title, now=kept.now())


def undo(quiz: str) -> None:
    """Undo the last step."""
    before = _held(quiz)
    note = revisions.undo(access.library(), quiz, now=kept.now())
    stand_at(reviewing.changed(before, _held(quiz)))
    st.toast(f"Undone: {note}." if note else "There is nothing to undo.")


def redo(quiz: str) -> None:
    """Do again what was undone."""
    before = _held(quiz)
    note = revisions.redo(access.library(), quiz, now=kept.now())
    stand_at(reviewing.changed(before, _held(quiz)))
    st.toast(f"Done again: {note}." if note else "There is nothing to do again.")


def swap(quiz: str, question: str) -> None:
    """Exchange a wrong answer for another, each in turn at every press."""
    found = _question(_held(quiz), question)
    wrong = reviewing.form_of(found).wrong
    turn = f"swap-turn-{question}"
    place = st.session_state.get(turn, 0)
    st.session_state[turn] = place + 1
    swap_one(quiz, question, wrong[place % len(wrong)])


def swap_one(quiz: str, question: str, wrong: str) -> None:
    """Exchange this wrong answer for the next at hand."""
    try:
        editing.swap_option(access.library(), quiz, question, wrong, now=kept.now())
    except InputError as error:
        st.session_state[COMPLAINT] = str(error)


def earlier(quiz: str, question: str, place: int) -> None:
    """Put an item of an order one place earlier."""
    found = _question(_held(quiz), question)
    editing.edit(access.library(), quiz, reviewing.earlier(found, place), now=kept.now())


def another(quiz: str, question: str) -> None:
    """Put one more question on the same sentence behind this one, and go there."""
    held = _held(quiz)
    more = reviewing.another(held, _question(held, question))
    if more is not None:
        _bring(held, more, after=question)


def take_back(quiz: str, question: str) -> None:
    """Offer a refused question after all, at the end, and go there."""
    held = _held(quiz)
    last = reviewing.asked(held)[-1:]
    _bring(held, _question(held, question), after=last[0].question.id if last else "")


def _bring(held: StoredQuiz, question: Question, *, after: str) -> None:
    editing.add_question(access.library(), held.id, question, now=kept.now(), after=after)
    stand_at(question.id)


def move(quiz: str, question: str, by: int) -> None:
    """Move the question one place earlier (-1) or later (1)."""
    order = reviewing.moved(_held(quiz), question, by)
    editing.reorder(access.library(), quiz, order, now=kept.now())


def _held(quiz: str) -> StoredQuiz:
    return quizzes.get(access.library(), quiz)


def _question(held: StoredQuiz, wanted: str) -> Question:
    return next(s.question for s in held.questions if s.question.id == wanted)
