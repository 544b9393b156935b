"""Games: what the sheets of live-game programs share, of which each takes texts to a length."""

from datetime import UTC, datetime

from quizgen.exports.carrying import choices, one_line
from quizgen.exports.sheets import FORMULA
from quizgen.question import Question

CREATED = datetime(2020, 1, 1, tzinfo=UTC)  # stands in workbooks; only has to stay the same
SECONDS = 30  # to read and answer a question on the news; 30 is a time that every program offers


def too_long(question: Question, *, stem: int, option: int, program: str) -> str:
    """Why a program that takes texts of so many characters leaves the question out."""
    length = len(one_line(question.stem))
    if length > stem:
        return f"the question has {length} characters, {program} takes {stem}"
    for shown in choices(question):
        length = len(one_line(shown))
        if length > option:
            return f"an answer has {length} characters, {program} takes {option}"
    return ""


def key_number(question: Question) -> int:
    """The number of the right answer among the options, counted from 1."""
    return choices(question).index(question.answer) + 1


def guarded(question: Question) -> bool:
    """Whether a CSV shows an apostrophe before one of the question's texts."""
    return any(FORMULA.search(text) for text in (question.stem, *choices(question)))
