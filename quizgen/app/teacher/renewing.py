"""Renewing: a new article tells a story that a quiz asks about already; the teacher says what then.

An update can take the place of the article it updates: what would change is shown before.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import streamlit as st

from quizgen.app import access, earlier, kept, told
from quizgen.app.earlier import Earlier, Renewal
from quizgen.app.markup import escape
from quizgen.app.places import go
from quizgen.app.teacher.copies import called
from quizgen.article import Article
from quizgen.errors import QuizgenError
from quizgen.library.updating import Change
from quizgen.quiz import Settings

PENDING = "new-pending"

Make = Callable[[Article, Settings], None]


@dataclass(frozen=True, slots=True)
class Pending:
    """A new article that waits for an answer, what the library has of it, what would change."""

    article: Article
    wanted: Settings
    found: Earlier
    renewals: tuple[Renewal, ...]


def asked(article: Article, wanted: Settings) -> bool:
    """Whether the library has a quiz on the story, which is then asked about on the next page."""
    library = access.library()
    found = earlier.find(library, article)
    if found is None:
        return False
    renewals: tuple[Renewal, ...] = ()
    if found.kin.updated:
        with st.spinner("You have an earlier version of this. Looking at what has changed …"):
            renewals = earlier.renewals(library, found, article, kept.reader())
    st.session_state[PENDING] = Pending(article, wanted, found, renewals)
    return True


def pending() -> bool:
    """Whether an article waits for an answer."""
    return PENDING in st.session_state


def forget() -> None:
    """Let no article wait."""
    st.session_state.pop(PENDING, None)


def show(make: Make, done: Callable[[], None]) -> None:
    """Draw the question; `make` makes a new quiz all the same, `done` empties the fields."""
    waiting: Pending = st.session_state[PENDING]
    if waiting.renewals:
        _update(waiting)
    else:
        _copy(waiting)
    with st.container(horizontal=True):
        if waiting.renewals:
            many = len(waiting.renewals) > 1
            label = f"Update {len(waiting.renewals)} quizzes" if many else "Update the quiz"
            if st.button(label, type="primary", key="renew"):
                _renew(waiting, done)
        elif st.button("To the quiz that you have", type="primary", key="to-earlier"):
            forget()
            go("review", waiting.found.quizzes[0])
        again = st.button("Make a new quiz all the same", key="make-anyway")
        st.button("Back to the article", key="back", on_click=forget)
    if again:
        forget()
        make(waiting.article, waiting.wanted)


def _copy(waiting: Pending) -> None:
    st.subheader("You have a quiz on this story", anchor=False)
    new, old = called(waiting.article), called(waiting.found.kin.article)
    st.write(escape(f"{new} tells the same story as {old}, which a quiz of yours asks about."))


def _update(waiting: Pending) -> None:
    st.subheader("This updates an article that you have", anchor=False)
    new, old = called(waiting.article), called(waiting.found.kin.article)
    st.write(escape(
        f"{new} is a later version of {old}. It can take its place: students keep their cards "
        "and results on what stays. What was handed out already does not change."
    ))  # fmt: skip
    for renewal in waiting.renewals:
        _renewal(renewal)


def _renewal(renewal: Renewal) -> None:
    with st.container(border=True, key=f"renewal-{renewal.quiz}"):
        st.markdown(f"**{escape(renewal.title)}**")
        groups = (
            ("stay as they are", "stays as it is", _stems(renewal.kept)),
            ("stay, their sentences are reworded", "stays, its sentence is reworded",
             map(_reworded, renewal.reworded)),
            ("go, the update no longer says so", "goes, the update no longer says so",
             _stems(renewal.gone)),
            ("are new, for you to look over", "is new, for you to look over",
             (question.stem for question in renewal.fresh)),
        )  # fmt: skip
        for many, one, rows in groups:
            _group(many, one, list(rows), renewal.quiz)


def _group(many: str, one: str, rows: list[str], quiz: str) -> None:
    """Draw how many questions these are; which ones is folded away."""
    if rows:
        said = f"{told.number(len(rows), 'question')} {one if len(rows) == 1 else many}"
        with st.expander(said, key=f"{one.split(maxsplit=1)[0]}-{len(rows)}-{quiz}"):
            st.markdown("\n".join(f"- {escape(row)}" for row in rows))


def _stems(changes: Iterable[Change]) -> Iterable[str]:
    return (change.before.stem for change in changes)


def _reworded(change: Change) -> str:
    now = change.now.evidence.text if change.now else ""
    return f"{change.before.stem} Before: “{change.before.evidence.text}” Now: “{now}”"


def _renew(waiting: Pending, done: Callable[[], None]) -> None:
    try:
        earlier.replace(
            access.library(), waiting.found, waiting.article, waiting.renewals, now=kept.now()
        )
    except QuizgenError as error:
        st.error(escape(told.sentence(error)))
        return
    forget()
    done()
    st.toast("Updated. Undo in the review goes back.")
    go("review", waiting.renewals[0].quiz)
