"""The places of the app: every page by name, and how to get there from another one."""

from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn

import streamlit as st


@dataclass(frozen=True, slots=True)
class Place:
    """A page: the function that draws it (module and name), its title, and whether menus show it."""

    module: str
    function: str
    title: str
    shown: bool = False


TEACHER = {
    "library": Place("quizgen.app.teacher.home", "show", "Library", shown=True),
    "new": Place("quizgen.app.teacher.new", "show", "New quiz", shown=True),
    "review": Place("quizgen.app.teacher.review", "show", "Review"),
    "publish": Place("quizgen.app.teacher.publish", "show", "Publish"),
    "results": Place("quizgen.app.teacher.results", "show", "Results"),
}
STUDENT = {
    "join": Place("quizgen.app.student", "join", "Join a quiz"),
    "practise": Place("quizgen.app.student", "practise", "Practice"),
    "cards": Place("quizgen.app.student", "cards", "Flashcards"),
}


def page(name: str, *, first: bool = False) -> st.Page:
    """The page of that name; `first` is the one at the bare address."""
    place = (TEACHER | STUDENT)[name]
    drawn = getattr(import_module(place.module), place.function)
    visibility = "visible" if place.shown else "hidden"
    return st.Page(drawn, title=place.title, url_path=name, default=first, visibility=visibility)


def go(name: str, quiz: str = "", **more: str) -> NoReturn:
    """Leave for the page of that name, with the quiz it is to show."""
    given = {"quiz": quiz} if quiz else {}
    st.switch_page(page(name), query_params=given | more)
