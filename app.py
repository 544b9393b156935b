"""The app, for `streamlit run app.py`; all of it is in quizgen.app."""

from quizgen.app.page import show

show()
