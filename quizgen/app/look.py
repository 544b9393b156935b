"""How the app looks beyond its theme: one style sheet, in which nothing comes from outside."""

from functools import cache
from importlib.resources import files


@cache
def style() -> str:
    """The style sheet as an element of the page."""
    sheet = files("quizgen.app").joinpath("look.css").read_text("utf-8")
    return f"<style>{sheet}</style>"
