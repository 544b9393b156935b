"""What waits for the teacher: "I was right", bad questions, students who can't get in."""

import streamlit as st

from quizgen.app import access, kept, told
from quizgen.app.markup import escape
from quizgen.library import attempts, disputes
from quizgen.library.disputes import Contested, Flag, Outcome
from quizgen.library.publishing import Publication
from quizgen.library.results import Results


def show(publication: Publication) -> None:
    """Draw what students ask of the teacher; nothing when nobody does."""
    library = access.library()
    claims = disputes.contested(library, publication=publication.id)
    found = disputes.flags(library, quiz=publication.quiz)
    flags = [flag for flag in found if flag.publication == publication.id]
    if not claims and not flags:
        return
    st.header("Waiting for you", anchor=False)
    for claim in claims:
        _claim(claim)
    for flag in flags:
        _flag(flag)


def _claim(claim: Contested) -> None:
    asked = claim.question
    with st.container(border=True, key=f"claim-{claim.attempt}-{asked.id}-{claim.number}"):
        st.markdown(f"**{escape(claim.student)}** says: I was right.")
        st.markdown(escape(asked.stem))
        st.markdown(
            f"Answered **{escape(claim.given or 'nothing')}**; right is **{escape(asked.answer)}**."
        )
        with st.container(horizontal=True):
            for outcome, label in (("granted", "Count it as right"), ("refused", "It stays wrong")):
                st.button(
                    label, key=f"{outcome}-{claim.attempt}-{asked.id}-{claim.number}",
                    on_click=_settle, args=(claim.attempt, asked.id, claim.number, outcome),
                )  # fmt: skip


def _settle(attempt: str, question: str, number: int, outcome: Outcome) -> None:
    disputes.settle(access.library(), attempt, question, outcome, now=kept.now(), number=number)


def _flag(flag: Flag) -> None:
    asked = flag.question
    with st.container(border=True, key=f"flag-{flag.attempt}-{asked.id}"):
        note = f": {flag.note}" if flag.note else "."
        st.markdown(f"**{escape(flag.student)}** finds this question bad{escape(note)}")
        st.markdown(escape(asked.stem))
        st.button("Seen", key=f"seen-{flag.attempt}-{asked.id}", on_click=_seen,
                  args=(flag.attempt, asked.id))  # fmt: skip


def _seen(attempt: str, question: str) -> None:
    disputes.settle_flag(access.library(), attempt, question, now=kept.now())


def ways_in(found: Results) -> None:
    """Draw the help for a student who lost the way into a begun quiz."""
    names = {row.attempt: row.name for row in found.rows}
    if not names:
        return
    with st.expander("A student can't get back in"):
        st.caption(
            "A begun quiz belongs to the device it was begun on. Let the student in, and the next "
            "one who joins by this name goes on where it was left."
        )
        chosen = st.selectbox("Student", list(names), format_func=lambda id_: names.get(id_, ""),
                              key="waiting-student")  # fmt: skip
        with st.container(horizontal=True):
            st.button("Let in", key="let-in", on_click=_let_in, args=(chosen,))
            with st.popover("Begin anew"):
                row = next(row for row in found.rows if row.attempt == chosen)
                number = told.number(len(row.answers), "answer")
                st.write(f"This deletes the {number} given so far for good.")
                st.button("Delete the answers", key="begin-anew", on_click=_anew, args=(chosen,))


def _let_in(attempt: str) -> None:
    attempts.let_in(access.library(), attempt)
    st.toast("The next one who joins by this name goes on with the quiz.")


def _anew(attempt: str) -> None:
    attempts.delete(access.library(), attempt)
    st.toast("The student can begin anew.")
