"""Asking: what a question is answered with: rows to choose, a line to type, parts to place."""

from collections.abc import Callable

import streamlit as st

from quizgen.app.markup import escape
from quizgen.practice.judging import MAX_TYPED, PARTED
from quizgen.practice.view import StudentView

Answer = Callable[[str, int, str], None]
"""Keeps an answer: the question's id, the round, what was given."""

KEYS = "123456789"


def show(view: StudentView, round_: int, answer: Answer) -> None:
    """Draw what the question is answered with."""
    if view.options:
        _choose(view, round_, answer)
    elif view.left:
        _match(view, round_, answer)
    elif view.items:
        _order(view, round_, answer)
    else:
        _type(view, round_, answer)


def _choose(view: StudentView, round_: int, answer: Answer) -> None:
    with st.container(key=f"rows-{view.id}"):
        for number, option in enumerate(view.options):
            _row(number, option, f"option-{round_}-{view.id}-{number}", answer,
                 (view.id, round_, option))  # fmt: skip


def _row(
    number: int, text: str, key: str, does: Callable[..., None], args: tuple[object, ...]
) -> None:
    """One large row, chosen by its number's key too."""
    shortcut = KEYS[number] if number < len(KEYS) else None
    st.button(
        f"{number + 1}\u2002{escape(text)}", key=key, shortcut=shortcut, width="stretch",
        on_click=does, args=args,
    )  # fmt: skip


def _type(view: StudentView, round_: int, answer: Answer) -> None:
    key = f"typed-{round_}-{view.id}"

    def check() -> None:
        answer(view.id, round_, str(st.session_state.get(key, "")))

    with st.form(f"form-{key}", border=False):
        st.text_input("Your answer", key=key, max_chars=MAX_TYPED, autocomplete="off")
        st.form_submit_button("Check", type="primary", width="stretch", on_click=check)


def _match(view: StudentView, round_: int, answer: Answer) -> None:
    keys = [f"match-{round_}-{view.id}-{place}" for place in range(len(view.left))]

    def check() -> None:
        chosen = [st.session_state.get(key) for key in keys]
        whole = all(isinstance(part, str) for part in chosen)
        answer(view.id, round_, PARTED.join(map(str, chosen)) if whole else "")

    with st.form(f"form-{keys[0]}", border=False):
        for key, left in zip(keys, view.left, strict=True):
            st.selectbox(escape(left), view.right, index=None, key=key, placeholder="Choose")
        st.form_submit_button("Check", type="primary", width="stretch", on_click=check)


def _order(view: StudentView, round_: int, answer: Answer) -> None:
    """Items are chosen one after the other, the first one first."""
    key = f"order-{round_}-{view.id}"
    chosen = tuple(st.session_state.get(key, ()))
    for place, item in enumerate(chosen, start=1):
        st.write(f"**{place}.** {escape(item)}")
    left = [item for item in view.items if item not in chosen]
    if left:
        st.caption("What comes first?" if not chosen else "What comes next?")
    with st.container(key=f"rows-{view.id}"):
        for number, item in enumerate(left):
            name = f"{key}-{len(chosen)}-{number}"
            _row(number, item, name, _set, (key, (*chosen, item)))
    if not left:
        st.button("Check", key=f"{key}-check", type="primary", shortcut="Enter", width="stretch",
                  on_click=answer, args=(view.id, round_, PARTED.join(chosen)))  # fmt: skip
    if chosen:
        st.button("Start over", key=f"{key}-anew", type="tertiary", on_click=_set, args=(key, ()))


def _set(key: str, chosen: tuple[str, ...]) -> None:
    st.session_state[key] = chosen
