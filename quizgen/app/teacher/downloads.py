"""Downloads: tables as files for spreadsheets, offered side by side."""

from collections.abc import Iterable

import streamlit as st

from quizgen.app import kept
from quizgen.exports.sheets import Sheet, as_csv, as_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(name: str, first: Sheet, sheets: Iterable[Sheet]) -> None:
    """Draw the buttons for the whole workbook, and for one sheet that any program reads."""
    book = as_xlsx(sheets, created=kept.now())
    with st.container(horizontal=True):
        st.download_button("For Excel (XLSX)", book, f"{name}.xlsx", XLSX, key=f"xlsx-{name}",
                           on_click="ignore")  # fmt: skip
        st.download_button("As plain table (CSV)", as_csv(first), f"{name}.csv", "text/csv",
                           key=f"csv-{name}", on_click="ignore")  # fmt: skip
