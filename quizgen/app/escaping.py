"""Escaping: texts of articles, teachers and students shown as they are."""

import re

from quizgen.exports.page import escape as escape_markdown


def escape(text: str) -> str:
    """The text as Streamlit shows it as it is: no Markdown, emoji codes, colours or arrows."""
    return re.sub(r"(?<!\\)[:=-]", r"\\\g<0>", escape_markdown(text))


def sentence(error: Exception) -> str:
    """An error as a sentence of its own."""
    text = str(error)
    return f"{escape(text[:1].upper() + text[1:])}."
