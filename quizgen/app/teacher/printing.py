"""Printing: how worksheets look, chosen above the files to take home."""

import streamlit as st

from quizgen.exports.print_settings import MOST_VERSIONS, Paper, Part, PrintSettings

PARTS: dict[Part, str] = {
    "all": "Worksheet and answers",
    "worksheet": "Worksheet only",
    "key": "Answers only",
}
PAPERS: dict[Paper, str] = {"a4": "A4", "letter": "Letter (US)"}


def fields() -> PrintSettings:
    """Draw the choices, folded away; what is chosen holds for every file that can be printed."""
    with st.expander("How worksheets look", key="printing"):
        left, right = st.columns(2)
        part = left.selectbox("Print", list(PARTS), format_func=PARTS.__getitem__, key="print-part")
        paper = left.selectbox(
            "Paper", list(PAPERS), format_func=PAPERS.__getitem__, key="print-paper"
        )
        versions = left.number_input(
            "Versions in different order", 1, MOST_VERSIONS, key="print-versions",
            help="For neighbours: A, B and so on. The answers are told for each.",
        )  # fmt: skip
        article = right.checkbox(
            "With the article", key="print-article", help="On the practice page too."
        )
        numbered = right.checkbox(
            "With the article, its sentences numbered", key="print-numbered",
            help="The answers name the number of the sentence.",
        )  # fmt: skip
        large = right.checkbox("Large print", key="print-large")
    with_text = st.checkbox(
        "I have the right to hand out the whole text of the articles", key="with-text",
        help="Else files hold only the sentences that questions quote, unless an article's licence "
        "allows more, as Creative Commons licences do. The licence stands with each article.",
    )  # fmt: skip
    return PrintSettings(article, numbered, large, int(versions), part, paper, with_text)
