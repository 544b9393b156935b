"""Recurring: which names of a question come back in later weeks, and so are worth knowing.

Names are read from their capitals alone, since a quiz's file holds no analysis.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from quizgen import gazetteer, public_figures
from quizgen.analysis.times.calendar import MONTHS
from quizgen.archive.worth import lead_paragraph
from quizgen.data import words
from quizgen.gazetteer import PLACES
from quizgen.lint.text import listed
from quizgen.practice.days import WEEKDAYS
from quizgen.question import Question
from quizgen.quiz import Quiz

BROAD = PLACES | {"nationality", "group", "media"}
BROAD_SHARE = 0.3  # what a place or a people weighs against a person, as in `archive.stories`
IN_TITLE = 0.5  # what a name of the title alone weighs
OFTEN = 2  # later weeks in which a name comes back that is as much as is needed
OPENERS = frozenset({"According", "Former", "Late", "Yesterday", "Today"})
NO_NAMES = OPENERS | frozenset(MONTHS) | frozenset(day.title() for day in WEEKDAYS)
PRONOUNS = listed("pronouns") | {"i", "we", "you", "this", "that"}
JOINED = "of|for|and|the|de|da|del|di|bin|ibn|van|von|der|la|le|al|el"
WORD = r"(?:(?:[A-Z]\.)+|[A-Z](?:[\w'’-]|\.(?=\w))*)"  # "U.S.", "F.", "Trump's", "O'Rourke"
RUN = re.compile(rf"(?<!\w){WORD}(?:(?: (?:{JOINED}))* {WORD})*")

Names = frozenset[str]


def names(text: str) -> Names:
    """The names in a text, and the last word of each: "US President Trump", "Trump"."""
    return frozenset(name for found in _runs(text) for name in (found, found.split()[-1]))


@lru_cache(maxsize=8192)
def _runs(text: str) -> tuple[str, ...]:
    found = (_stripped(match.group()) for match in RUN.finditer(text))
    return tuple(dict.fromkeys(n for n in found if n and n.lower() not in PRONOUNS))


def _stripped(run: str) -> str:
    """The run of capitals without what only opens a sentence, months, and a possessive ending."""
    parts = re.sub(r"['’]s?$|\.$", "", run).split()
    empty = words("grammar_words.txt")
    while parts and (parts[0].lower() in empty or parts[0] in NO_NAMES):
        parts = parts[1:]
    while parts and parts[-1].lower() in empty:
        parts = parts[:-1]
    return " ".join(parts)


def _surname(name: str) -> str:
    """The surname of a name that begins with a given name, else ""."""
    first, *others = name.split()
    return others[-1] if others and first in gazetteer.given_names() else ""


def told(quiz: Quiz) -> Names:
    """What a week was about: names in its questions, and in titles and leads of its articles."""
    asked = (f"{q.context}\n{q.stem}\n{q.answer}" for q in quiz.questions)
    articles = (f"{a.title}\n{lead_paragraph(a)}" for a in quiz.articles)
    return frozenset[str]().union(*map(names, (*asked, *articles)))


def come_back(question: Question, title: str, later: Sequence[Names]) -> float:
    """How far what a question names, or its article's title, comes back in later weeks, in 0..1."""
    own = dict.fromkeys((*_runs(question.stem), *_runs(question.answer)))
    of_title = [name for name in _runs(title) if name not in own]
    found = sum(_weight(name) * _weeks(name, later) for name in own)
    found += IN_TITLE * sum(_weight(name) * _weeks(name, later) for name in of_title)
    return min(1.0, found / OFTEN)


def is_known(question: Question) -> bool:
    """Whether a question names somebody or something that readers of news anywhere know."""
    found = (*_runs(question.stem), *_runs(question.answer))
    return any(public_figures.is_one(name) or name in words("well_known.txt") for name in found)


def _weeks(name: str, later: Sequence[Names]) -> int:
    known = {name, _surname(name)} - {""}
    return min(OFTEN, sum(bool(known & week) for week in later))


def _weight(name: str) -> float:
    known = gazetteer.lookup(name)
    return BROAD_SHARE if known is not None and known.kind in BROAD else 1.0
