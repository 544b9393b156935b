"""Overtaken: what later news makes untrue, or a question of another day.

Words decide, since a quiz's file holds no analysis; in doubt a fact counts as overtaken, because
other questions are left and a class that learns a wrong figure unlearns it slowly.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from quizgen.analysis.times.calendar import MONTHS
from quizgen.archive.dated import days_in
from quizgen.archive.worth import is_old
from quizgen.article import Article
from quizgen.data import words
from quizgen.lint.standing import relative_time
from quizgen.lint.text import content, flat, holds, kind_of, unquoted
from quizgen.question import Question

FIGURES = frozenset({"count", "percent", "money", "quantity", "number"})
SAID = frozenset({"statement_speaker", "quote_speaker"})
"""Rules that ask who said something, which stays true whatever came of it."""
POSTS = frozenset({"holder", "post", "role", "who_is", "calling_name"})
POST = re.compile(r"^Who (?:is|was) (?:the )?(.+?)(?: in (?:\w+ )?\d{4})?\?$")
SAME_POST = 0.75  # of the words of the shorter of two posts
SAME_STEM = 0.7  # of the words of the shorter of two stems
DAYS_OPEN = 7  # after so many days what was expected without a day is over
PERFECT = re.compile(r"\b(?:may|might|could|would|will) (?:not )?have\b")
WORD = re.compile(r"[a-z]+")


def overtaken(
    question: Question, article: Article, later: Sequence[Question], day: date | None
) -> str:
    """Why a question is not worth asking again on a day ("" where it is).

    `later` are the questions of later weeks. Without a `day` nothing expected counts as past.
    """
    if leaning := relative_time(question):
        return leaning
    if _is_running(question, article):
        return "a count that goes on, or a poll, may have changed since"
    if _is_past_plan(question, article, day):
        return "it was expected then, and its day is past"
    if other := _holder_since(question, later):
        return f"the post has another holder since: {other}"
    if other := _answered_anew(question, later):
        return f"later news answers it otherwise: {other}"
    return ""


def _is_running(question: Question, article: Article) -> bool:
    """Whether a figure of the news itself is of a kind that goes on: a toll, cases, a poll."""
    figure = question.answer_kind in FIGURES or kind_of(question.answer) == "number"
    stated = question.type == "true_false" and any(c.isdigit() for c in question.stem)
    told = any(holds(question.stem, phrase) for phrase in words("running_words.txt"))
    return (figure or stated) and told and not is_old(question, article)


def _is_past_plan(question: Question, article: Article, day: date | None) -> bool:
    stem = PERFECT.sub(" ", unquoted(question.stem))
    coming = _words(stem) & words("coming_words.txt")
    if not coming or question.rule in SAID or day is None:
        return False
    told = article.published
    if told is None:
        return False
    text = f"{question.stem} {question.answer} {question.evidence.text}"
    ahead = [found for found in days_in(text, told) if found > told]
    return max(ahead) <= day if ahead else (day - told).days >= DAYS_OPEN


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text))


def _holder_since(question: Question, later: Iterable[Question]) -> str:
    """Who holds the post of a question in a later one, if not the same person."""
    own = _holding(question)
    if own is None:
        return ""
    for other in later:
        found = _holding(other)
        if found is None or _overlap(own[0], found[0]) < SAME_POST:
            continue
        if own[0] and not own[1] & found[1]:
            return other.answer if other.rule == "holder" else other.stem
    return ""


def _holding(question: Question) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of a post and of its holder's name that a question tells, if it tells any."""
    match = POST.match(question.stem)
    if match is None or question.rule not in POSTS:
        return None
    asked, key = content(match[1]), content(question.answer)
    return (asked, key) if question.rule == "holder" else (key, asked)


def _answered_anew(question: Question, later: Iterable[Question]) -> str:
    """The other answer that a later question of the same kind in like words has."""
    for other in later:
        alike = question.answer_kind == other.answer_kind and question.rule == other.rule
        turned = _told_by(other) & content(question.stem)  # who did it, and to whom
        if alike and not turned and not _told_by(question) & _told_by(other):
            first, second = _bare(question.stem), _bare(other.stem)
            if _overlap(first, second) >= SAME_STEM and _shares_name(first, second):
                return other.answer
    return ""


def _told_by(question: Question) -> frozenset[str]:
    """The words of a key; the key itself where it is one of grammar alone."""
    return content(question.answer) or frozenset({flat(question.answer)})


def _bare(stem: str) -> frozenset[str]:
    """The words of a stem but for days and years, by which two weeks differ."""
    months = {month.lower() for month in MONTHS}
    return frozenset(w for w in content(stem) if w not in months and not w.isdigit())


def _shares_name(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= 3  # noqa: PLR2004 - less is said in every other stem


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
