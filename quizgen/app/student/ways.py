"""Ways between the student's pages, and what comes with a visitor: token, time zone, address.

The token stands in the address (`?attempt=`), not in a cookie: a page that Streamlit draws can't
set one, and on a shared computer a cookie would hand one student's attempt to the next. Whoever has
the address can go on with that one attempt and see nothing else; docs/security.md says more.
"""

from datetime import datetime, tzinfo
from typing import NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from quizgen.app import kept, told
from quizgen.app.markup import escape

TOKEN = "attempt"  # noqa: S105 - the name of a part of the address
CODE = "code"
AFTER = "after"  # the question just answered, whose feedback is on the screen


def token() -> str:
    """The token in the address, or ""."""
    return str(st.query_params.get(TOKEN, ""))


def go(page: str, **query: str) -> NoReturn:
    """Leave for another of the student's pages."""
    st.switch_page(st.Page(_nothing, url_path=page), query_params=query)


def _nothing() -> None:
    """Draw nothing: `go` names a page by its place in the address alone."""


def source() -> str:
    """What tells this visitor from others where wrong codes are counted."""
    return st.context.ip_address or "this machine"


def now() -> datetime:
    """The time, in UTC."""
    return kept.now()


def here() -> tzinfo:
    """The visitor's time zone, by what the browser says; else UTC."""
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def sentence(error: Exception) -> str:
    """An error as a sentence of its own."""
    return escape(told.sentence(error))
