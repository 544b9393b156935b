"""The places of the app: every page by name, and how to get there from another one."""

from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn

import streamlit as st

from quizgen.app import access

CODE = "code"  # in an address, leads to the quiz that was handed out under it
CLASS = "class"  # in an address, names the class that a teacher's page shows
TOKEN = "attempt"  # in an address, leads a student back to what was begun  # noqa: S105


@dataclass(frozen=True, slots=True)
class Place:
    """A page: the module and name of the function that draws it, its title, if it is in menus."""

    module: str
    function: str
    title: str
    shown: bool = False


TEACHER = {
    "library": Place("quizgen.app.teacher.home", "show", "Library", shown=True),
    "new": Place("quizgen.app.teacher.new", "show", "New quiz", shown=True),
    "bank": Place("quizgen.app.teacher.bank", "show", "Question bank", shown=True),
    "review": Place("quizgen.app.teacher.review", "show", "Review"),
    "publish": Place("quizgen.app.teacher.publish", "show", "Publish"),
    "results": Place("quizgen.app.teacher.results", "show", "Results"),
    "classes": Place("quizgen.app.teacher.classes", "show", "Classes", shown=True),
    "class": Place("quizgen.app.teacher.roster", "show", "Students"),
    "term": Place("quizgen.app.teacher.term", "show", "The whole term"),
}
STUDENT = {
    "join": Place("quizgen.app.student", "join", "Join a quiz"),
    "practise": Place("quizgen.app.student", "practise", "Practice"),
    "cards": Place("quizgen.app.student", "cards", "Flashcards"),
}


def visiting() -> bool:
    """Whether the address leads to a quiz that was handed out, or the visitor is no teacher."""
    return not access.teacher() or not {CODE, TOKEN}.isdisjoint(st.query_params)


def page(name: str) -> st.Page:
    """The page of that name; for teachers the library is at the bare address, for others "join"."""
    first = name == ("join" if visiting() else "library")
    place = (TEACHER | STUDENT)[name]
    drawn = getattr(import_module(place.module), place.function)
    return st.Page(
        drawn, title=place.title, url_path=name, default=first,
        visibility="visible" if place.shown else "hidden",
    )  # fmt: skip


def go(name: str, quiz: str = "", **more: str) -> NoReturn:
    """Leave for the page of that name, with the quiz it is to show."""
    given = {"quiz": quiz} if quiz else {}
    st.switch_page(page(name), query_params=given | more)
