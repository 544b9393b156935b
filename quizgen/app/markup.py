"""Texts of articles and people as Streamlit shows them: exactly as they are, never as markup."""

import html
import re

from quizgen.exports.page import escape as escape_markdown


def escape(text: str) -> str:
    """The text for Markdown: no formatting, emoji codes, colours, formulas or arrows."""
    return re.sub(r"(?<!\\)[:=-]", r"\\\g<0>", escape_markdown(text))


def plain(text: str) -> str:
    """The text for HTML, quotes included."""
    return html.escape(text)


def element(name: str, inner: str, class_: str = "", title: str = "") -> str:
    """An HTML element around what is HTML already; class and title are given as plain text."""
    given = f' class="{plain(class_)}"' if class_ else ""
    told = f' title="{plain(title)}"' if title else ""
    return f"<{name}{given}{told}>{inner}</{name}>"
