"""Publish: the code for the class, what students may do, and files to take home."""

from functools import partial
from zlib import crc32

import streamlit as st

from quizgen.app import access, handing_out, kept, takehome, told
from quizgen.app.handing_out import ANSWERS, Wish
from quizgen.app.markup import element, escape, plain
from quizgen.app.places import go
from quizgen.app.student.ways import here
from quizgen.app.teacher import printing, quiz, terms
from quizgen.errors import InputError
from quizgen.library import class_contents, publishing
from quizgen.library.publishing import Publication
from quizgen.library.quizzes import StoredQuiz

COMPLAINT = "publish-complaint"
NEW = "publish"  # the name of the fields of a new handout
UNLIMITED = Wish()
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
        _terms_to_change(publication)


def _terms_to_change(publication: Publication) -> None:
    """Draw the terms as fields, folded, and the button that puts them in force."""
    with st.expander("Change when and how", key=f"change-open-{publication.id}"):
        terms.fields(_fields(publication), handing_out.wish_of(publication.terms, here()))
        st.caption(
            "What is answered already stays. Whoever has begun keeps the order of the questions."
        )
        st.button("Save the changes", key=f"change-{publication.id}", on_click=_change,
                  args=(publication.id,))  # fmt: skip
        _complaint(publication.id)


def _fields(publication: Publication) -> str:
    """The name of the fields of these terms: other terms, as after closing, have other fields."""
    return f"terms-{publication.id}-{crc32(repr(publication.terms).encode())}"


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
    given = publication.terms
    tries = given.attempts_allowed
    parts = [
        "any number of tries" if tries is None else told.number(tries, "try", "tries"),
        f"answers shown {ANSWERS[given.show_answers].lower()}",
        "mixed order" if given.shuffle_questions else "same order for all",
    ]
    parts += [f"{given.versions} versions"] if given.versions > 1 else []
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
        terms.fields(NEW, UNLIMITED)
        terms.versions(NEW)
    st.button("Hand out the quiz", type="primary", key="hand-out", on_click=_publish,
              args=(held.id,))  # fmt: skip
    _complaint(held.id)


def _who() -> None:
    taught, _ = class_contents.taught(access.library())
    names = {each.id: each.name for each in taught}
    st.selectbox(
        "Class", ["", *names], key="publish-class",
        format_func=lambda id_: names.get(id_, ANYONE),
    )  # fmt: skip


def _publish(held: str) -> None:
    state = st.session_state
    try:
        publishing.publish(
            access.library(), held, now=kept.now(), class_=state.get("publish-class") or "",
            terms=handing_out.terms_of(terms.wish(NEW, UNLIMITED), here()),
        )  # fmt: skip
    except InputError as error:
        _complain(held, error)


def _close(publication: str) -> None:
    publishing.close(access.library(), publication, now=kept.now())


def _reopen(publication: str) -> None:
    publishing.reopen(access.library(), publication, now=kept.now())


def _change(publication: str) -> None:
    """Put what the fields say in the place of the terms."""
    library = access.library()
    given = publishing.get(library, publication)
    wish = terms.wish(_fields(given), handing_out.wish_of(given.terms, here()))
    try:
        changed = handing_out.changed(given.terms, wish, here())
        publishing.change(library, publication, changed)
    except InputError as error:
        _complain(publication, error)


def _complain(where: str, error: InputError) -> None:
    st.session_state[COMPLAINT] = (where, told.sentence(error))


def _complaint(where: str) -> None:
    """Draw why the last step could not be done here, once."""
    at, words = st.session_state.get(COMPLAINT, ("", ""))
    if words and at == where:
        del st.session_state[COMPLAINT]
        st.error(escape(words))


def _files(held: StoredQuiz) -> None:
    """Draw the files to take home, by use; each is made when it is asked for."""
    st.header("Take it with you", anchor=False)
    quiz_ = held.quiz()
    settings = printing.fields()
    for use in takehome.uses():
        lost = takehome.lost(quiz_, use, settings)
        left, right = st.columns([1, 2], vertical_alignment="top")
        left.download_button(
            use.use,
            data=partial(
                takehome.deck, access.library(), held, use, now=kept.now(), settings=settings
            ),
            file_name=takehome.name_of(quiz_, use), key=f"file-{use.format}",
            on_click="ignore", width="stretch", disabled=lost.everything,
        )  # fmt: skip
        with right:
            st.caption(escape(use.note))
            if lost.lines:
                _lost(use, lost)


def _lost(use: takehome.Use, lost: takehome.Lost) -> None:
    """Draw what a file can't carry, folded away."""
    with st.expander(lost.heading, key=f"lost-{use.format}"):
        st.markdown("\n".join(f"- {escape(line)}" for line in lost.lines))
