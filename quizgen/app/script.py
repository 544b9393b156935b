"""What `quizgen app` gives to Streamlit."""

from quizgen.app.page import show

show()
