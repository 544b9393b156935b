"""Who is the teacher: asked of the server's own records before every page, at every rerun.

On one machine whoever sits there is. A class that is served needs a passcode or OIDC; the command
line says which by an environment variable. Whatever else is found means: nobody is the teacher.
"""

import os

import streamlit as st

from quizgen.app import kept
from quizgen.app.passcode import COOKIE, is_signed_in
from quizgen.library import Library

ACCESS = "QUIZGEN_ACCESS"  # "passcode" or "oidc"; absent on one machine
TEACHERS = "QUIZGEN_TEACHERS"  # addresses that OIDC must name, with commas
SIGN_IN, SIGN_OUT = "sign-in", "sign-out"
OWN_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})


def teacher() -> bool:
    """Whether this visitor is the teacher now."""
    way = os.environ.get(ACCESS, "")
    if way == "passcode":
        return is_signed_in(kept.library(), st.context.cookies.get(COOKIE, ""), now=kept.now())
    if way == "oidc":
        return _is_named(os.environ.get(TEACHERS, ""))
    return not way and st.get_option("server.address") in OWN_MACHINE


def may_upload(token: str) -> bool:
    """Whether a browser with this token may send files, asked before Streamlit knows who it is.

    With OIDC only Streamlit can tell, so that there everybody may.
    """
    by_passcode = os.environ.get(ACCESS, "") == "passcode"
    return not by_passcode or is_signed_in(kept.library(), token, now=kept.now())


def _is_named(teachers: str) -> bool:
    """Whether OIDC has named one of these addresses; one said to be unverified counts for none."""
    user = st.user
    if not user.get("is_logged_in") or user.get("email_verified") is False:
        return False
    named = {each.strip().casefold() for each in teachers.split(",") if each.strip()}
    return str(user.get("email", "")).casefold() in named


def offer_sign_in() -> None:
    """Draw the teacher's way in, where students see theirs."""
    way = os.environ.get(ACCESS, "")
    if way == "passcode":
        st.html(f'<p class="qz-note"><a href="{SIGN_IN}" target="_self">For teachers</a></p>')
    elif way == "oidc":
        st.button("For teachers", type="tertiary", on_click=st.login)


def offer_sign_out() -> None:
    """Draw the teacher's way out; on one machine there is none."""
    way = os.environ.get(ACCESS, "")
    if way == "passcode":
        st.html(f'<p class="qz-note"><a href="{SIGN_OUT}" target="_self">Sign out</a></p>')
    elif way == "oidc":
        st.button("Sign out", type="tertiary", on_click=st.logout)


def library() -> Library:
    """The library for what teachers do; whoever is none is stopped here, in callbacks too."""
    if not teacher():
        st.stop()
    return kept.library()
