"""The server that `quizgen app` starts: the pages, signing in and out, and the headers."""

from streamlit.starlette import App

from quizgen.app import script_path
from quizgen.app.guarding import guard
from quizgen.app.signing import routes

app = App(script_path(), routes=routes(), middleware=guard())
