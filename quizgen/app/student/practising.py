"""The page with the questions, one at a time, each with its sentence once it is answered.

Where a student is follows from the token and the library alone. The session remembers only what may
be lost: which questions were put off, and that a round on the missed ones has begun.
"""

import streamlit as st

from quizgen.app import kept
from quizgen.app.student import asking, ending, showing, ways
from quizgen.errors import InputError
from quizgen.library import RefusedError, answering, attempts, disputes
from quizgen.library.answering import Situation
from quizgen.library.attempts import Attempt
from quizgen.practice.view import Feedback, StudentView


def show() -> None:
    """Draw the question that comes now, the feedback on the last one, or the end."""
    if not ways.token():
        ways.go("join")
    st.html(showing.style())
    try:
        attempt = attempts.resume(kept.library(), ways.token())
        at = _situation()
    except RefusedError as error:
        _lost(error)
        return
    st.html(showing.heading(attempt.publication.title, attempt.student_name))
    if "practice-refused" in st.session_state:
        st.warning(st.session_state.pop("practice-refused"))
    told = _told(at.round)
    if told is not None:
        _show_feedback(told, at)
    elif at.question is None:
        ending.show(attempt, at)
    elif attempt.publication.status(ways.now()) != "open":
        _closed(attempt, at)
    else:
        _ask(at.question, at)


def _situation() -> Situation:
    """Where the student is, in the round on what was missed if that was asked for."""
    state = st.session_state
    later = state.get("practice-later", ())
    at = answering.situation(kept.library(), ways.token(), later=later)
    if at.question is None and state.get("practice-again") == at.round:
        return answering.situation(kept.library(), ways.token(), again=True, later=later)
    return at


def _lost(error: RefusedError) -> None:
    """The token opens nothing (any more)."""
    st.title("This link does not work", anchor=False)
    st.write(ways.sentence(error))
    if st.button("Join with a code", type="primary"):
        ways.go("join")


def _told(round_: int) -> Feedback | None:
    """The feedback on the question just answered, also after a reload."""
    question = st.query_params.get(ways.AFTER)
    if question is None:
        return None
    answered = answering.review(kept.library(), ways.token(), number=round_)
    return next((told for told in answered if told.question == question), None)


def _closed(attempt: Attempt, at: Situation) -> None:
    """What is left when the quiz closed before the student was done."""
    opens = attempt.publication.status(ways.now()) == "not_open"
    st.header("This quiz is not open yet" if opens else "This quiz is closed", anchor=False)
    st.write(f"{at.done} of {at.total} questions are answered, and those answers are kept.")
    if not opens:
        st.button("See my result", type="primary", on_click=_finish)


def _finish() -> None:
    attempts.finish(kept.library(), ways.token(), now=ways.now())
    st.query_params.pop(ways.AFTER, None)


def _ask(view: StudentView, at: Situation) -> None:
    """The question, the ways to answer it, and the ways around it."""
    st.html(showing.progress(at.done, at.total, view.number))
    st.html(showing.asked(view.context, view.stem))
    asking.show(view, at.round, _answer)
    with st.container(horizontal=True, key="aside"):
        if at.total - at.done > 1:
            st.button("Later", key=f"later-{view.id}", type="tertiary", on_click=_put_off,
                      args=(view.id,), help="Asks this question again at the end")  # fmt: skip
        _offer_flag(view.id)
        if at.round == 1:
            with st.popover("Stop here", type="tertiary"):
                st.write("What you have not answered counts as missed.")
                st.button("Stop and see my result", on_click=_finish)


def _answer(question: str, round_: int, given: str) -> None:
    """Keep the answer; what it says stands in the address, so that a reload shows it again."""
    if not given.strip():
        st.session_state["practice-refused"] = "Give the whole answer first, or choose Later."
        return
    try:
        receipt = answering.answer(
            kept.library(), ways.token(), question, given, now=ways.now(), number=round_
        )
    except InputError as error:
        st.session_state["practice-refused"] = ways.sentence(error)
        return
    if receipt.feedback is not None:
        st.query_params[ways.AFTER] = question


def _put_off(question: str) -> None:
    later = [each for each in st.session_state.get("practice-later", ()) if each != question]
    st.session_state["practice-later"] = (*later, question)


def _show_feedback(told: Feedback, at: Situation) -> None:
    """Right or wrong, the right answer, and the sentence it stands in."""
    number = at.done if at.question is not None else at.total
    st.html(showing.progress(at.done, at.total, number))
    st.html(showing.verdict(told))
    st.html(showing.asked(told.context, told.stem) + showing.answers(told))
    label = "Next" if at.question is not None else "See the result"
    st.button(label, key="next", type="primary", shortcut="Enter", width="stretch", on_click=_next)
    st.html(showing.explanation(told) + showing.source(told))
    with st.container(horizontal=True, key="aside"):
        show_contest(told, at.round)
        _offer_flag(told.question)


def _next() -> None:
    st.query_params.pop(ways.AFTER, None)


def show_contest(told: Feedback, round_: int) -> None:
    """Say what became of "I was right", or let the student say so of a wrong typed answer."""
    if told.contest:
        st.html(showing.contest(told))
    elif told.verdict == "wrong" and told.type in showing.TYPED:
        st.button("I was right", key=f"contest-{round_}-{told.question}", type="tertiary",
                  on_click=_contest, args=(told.question, round_), help="Your teacher decides",
                  )  # fmt: skip


def _contest(question: str, round_: int) -> None:
    try:
        disputes.contest(kept.library(), ways.token(), question, now=ways.now(), number=round_)
    except RefusedError as error:
        st.session_state["practice-refused"] = ways.sentence(error)


def _offer_flag(question: str) -> None:
    """Let the student tell the teacher that a question is bad."""
    key = f"flag-{question}"
    if st.session_state.get(f"{key}-done"):
        st.write("Told to your teacher.")
        return
    with st.popover("Something wrong?", type="tertiary"):
        st.text_input("What is wrong with this question?", key=key, max_chars=300)
        st.button("Tell my teacher", key=f"{key}-send", on_click=_flag, args=(question, key))


def _flag(question: str, key: str) -> None:
    note = str(st.session_state.get(key, ""))
    try:
        disputes.flag(kept.library(), ways.token(), question, note, now=ways.now())
    except RefusedError as error:
        st.session_state["practice-refused"] = ways.sentence(error)
        return
    st.session_state[f"{key}-done"] = True
