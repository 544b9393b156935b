"""Publish: the code for the class, what students may do, and files to take home."""

from dataclasses import replace
from datetime import time

import streamlit as st

from quizgen.app import access, handing_out, kept, takehome, told
from quizgen.app.handing_out import ANSWERS, EVENING, TRIES, Wish
from quizgen.app.markup import element, escape, plain
from quizgen.app.places import go
from quizgen.app.student.ways import here
from quizgen.app.teacher import quiz
from quizgen.errors import InputError
from quizgen.library import classes, publishing
from quizgen.library.publishing import Publication
from quizgen.library.quizzes import StoredQuiz

COMPLAINT = "publish-complaint"
VERSIONS = ("1", "2", "3", "4")
ANYONE = "Anyone with the code"


def show() -> None:
    """Draw the page."""
    held = quiz.named()
    quiz.head(held, "publish")
    number = len(held.of_state("kept"))
    given = publishing.listed(access.library(), quiz=held.id)
    if not number and not given:
        st.info("Keep at least one question; then the quiz can be handed out.")
        if st.button("To the questions", type="primary"):
            go("review", held.id)
        return
    for publication in given:
        _handout(publication)
    if number:
        _hand_out(held, number, again=bool(given))
        _files(held)


def _handout(publication: Publication) -> None:
    """Draw one handout: its code, large, and what can be done with it."""
    status = publication.status(kept.now())
    with st.container(border=True, key=f"handout-{publication.id}"):
        whom, when = _whom(publication), told.terms(publication, kept.now(), here())
        st.markdown(f"**{escape(whom)}** · {escape(when)}")
        if status != "closed":
            _code(publication)
        st.caption(escape(_terms(publication)))
        with st.container(horizontal=True):
            if st.button("Results", key=f"results-{publication.id}"):
                go("results", publication.quiz, handout=publication.id)
            if status == "closed":
                st.button("Open again", key=f"reopen-{publication.id}", on_click=_reopen,
                          args=(publication.id,))  # fmt: skip
            else:
                st.button("Close now", key=f"close-{publication.id}", on_click=_close,
                          args=(publication.id,))  # fmt: skip


def _whom(publication: Publication) -> str:
    """The class, or that anyone may join: then the class was made for this quiz and named by it."""
    own = publication.title.startswith(publication.class_name)
    return ANYONE if own else publication.class_name


def _code(publication: Publication) -> None:
    address = st.context.url or ""
    spoken = plain(handing_out.spaced(publication.code))
    st.html(element("p", spoken, "qg-code", "The code to type in"))
    link = handing_out.link(address, publication.code)
    st.code(link, language=None)
    if handing_out.only_here(address):
        st.caption(
            "This link works on this computer only. To let a class in, start quizgen with "
            "`quizgen app --serve`."
        )
    else:
        st.image(handing_out.picture(link), "Point a phone's camera here", width=240)


def _terms(publication: Publication) -> str:
    terms = publication.terms
    tries = terms.attempts_allowed
    parts = [
        "any number of tries" if tries is None else told.number(tries, "try", "tries"),
        f"answers shown {ANSWERS[terms.show_answers].lower()}",
        "mixed order" if terms.shuffle_questions else "same order for all",
    ]
    parts += [f"{terms.versions} versions"] if terms.versions > 1 else []
    words = f"{', '.join(parts)}; handed out {told.moment(publication.added_at, here())}"
    return f"{words[:1].upper()}{words[1:]}"


def _hand_out(held: StoredQuiz, number: int, *, again: bool) -> None:
    """Draw what students may do, and the button that hands the quiz out."""
    st.header("Hand it out again" if again else "Hand it out", anchor=False)
    left = len(held.of_state("offered"))
    unread = f" {left} more are not looked at yet and stay out." if left else ""
    st.write(f"{told.number(number, 'question')} kept.{unread}")
    with st.expander("Who, when, how often", key="terms", expanded=False):
        _who()
        _when()
        _how()
    st.button("Hand out the quiz", type="primary", key="hand-out", on_click=_publish,
              args=(held.id,))  # fmt: skip
    if words := st.session_state.pop(COMPLAINT, ""):
        st.error(escape(words))


def _who() -> None:
    names = {each.id: each.name for each in classes.listed(access.library())}
    st.selectbox(
        "Class", ["", *names], key="publish-class",
        format_func=lambda id_: names.get(id_, ANYONE),
    )  # fmt: skip


def _when() -> None:
    left, right = st.columns(2)
    with left:
        if st.checkbox("Opens later", key="publish-later"):
            st.date_input("Opens on", key="publish-opens", format="DD/MM/YYYY")
            st.time_input("at", time(8), key="publish-opens-at")
    with right:
        if st.checkbox("Closes by itself", key="publish-limit"):
            last = handing_out.in_a_week(kept.now(), here())
            st.date_input("Closes on", last, key="publish-closes", format="DD/MM/YYYY")
            st.time_input("at", EVENING, key="publish-closes-at")


def _how() -> None:
    st.segmented_control("Tries", list(TRIES), default="1", required=True, key="publish-tries")
    st.segmented_control(
        "Show the right answers", list(ANSWERS), default="at_once", required=True,
        format_func=lambda name: ANSWERS[name], key="publish-answers",
    )  # fmt: skip
    st.checkbox("Mix the order of questions and answers", value=True, key="publish-mix")
    st.segmented_control(
        "Versions, so that neighbours have different sheets", VERSIONS, default="1", required=True,
        key="publish-versions",
    )  # fmt: skip


def _publish(held: str) -> None:
    state = st.session_state
    try:
        publishing.publish(
            access.library(), held, now=kept.now(), class_=state.get("publish-class") or "",
            terms=handing_out.terms_of(_wish(), here()),
        )  # fmt: skip
    except InputError as error:
        words = str(error)
        state[COMPLAINT] = f"{words[:1].upper()}{words[1:]}."


def _wish() -> Wish:
    state = st.session_state
    opens = state.get("publish-opens") if state.get("publish-later") else None
    closes = state.get("publish-closes") if state.get("publish-limit") else None
    return Wish(
        opens=(opens, state.get("publish-opens-at") or time(8)) if opens else None,
        closes=(closes, state.get("publish-closes-at") or EVENING) if closes else None,
        tries=state.get("publish-tries") or "1",
        answers=state.get("publish-answers") or "at_once",
        mix=bool(state.get("publish-mix", True)),
        versions=int(state.get("publish-versions") or 1),
    )


def _close(publication: str) -> None:
    publishing.close(access.library(), publication, now=kept.now())


def _reopen(publication: str) -> None:
    library = access.library()
    terms = publishing.get(library, publication).terms
    publishing.change(library, publication, replace(terms, closes_at=None))


def _files(held: StoredQuiz) -> None:
    """Draw the files to take home, by use, once they are asked for."""
    st.header("Take it with you", anchor=False)
    quiz_ = held.quiz()
    for use in takehome.uses():
        made = takehome.file(quiz_, use, now=kept.now())
        left, right = st.columns([1, 2], vertical_alignment="center")
        left.download_button(
            use.use, data=made.data, file_name=made.name, key=f"file-{use.format}",
            on_click="ignore", width="stretch",
        )  # fmt: skip
        right.caption(escape(use.note))
