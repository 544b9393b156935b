"""The app, for `streamlit run app.py`; all of it is in quizgen.app."""

from streamlit.starlette import App

from quizgen.app import script_path
from quizgen.app.guarding import guard
from quizgen.app.signing import routes

app = App(script_path(), routes=routes(), middleware=guard())
