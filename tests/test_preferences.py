"""Preferences: topics and a difficulty raise questions, say so, and leave all else as it was."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Command
from recorded import analysis_of

from quizgen.analysis.pipeline import Analysis
from quizgen.cli.options import settings
from quizgen.contract import from_json, to_json
from quizgen.errors import ContractError, InputError
from quizgen.quiz import LONGEST_TOPIC, MOST_TOPICS, Quiz, Settings, make, topics_of
from quizgen.ranking.preferences import _root
from quizgen.rules.loading import load_rules

TITLE = "Toyota opens factory for batteries in Poland"


def toyota() -> Analysis:
    """An article on Toyota with a title and a day."""
    opening = "Toyota opened a battery factory"
    return analysis_of(opening, title=TITLE, published=date(2021, 3, 5))


def made(**settings: Any) -> Quiz:
    """The quiz on that article."""
    return make([toyota()], rules=load_rules(), settings=Settings(**settings), model="m")


def told(quiz: Quiz, reason: str) -> list[str]:
    """The questions that have this reason."""
    return [q.stem for q in quiz.questions if dict(q.reasons).get(reason)]


def test_without_preferences_nothing_changes() -> None:
    """Not a byte, and nothing is said of them."""
    plain = to_json(made(count=5))
    assert plain == to_json(made(count=5, topics=(), difficulty=None))
    assert "topics" not in json.loads(plain)["created_with"]
    assert "difficulty" not in json.loads(plain)["created_with"]


@pytest.mark.parametrize(
    ("topic", "key"),
    [
        ("bus", "40"),
        ("workers", "mayor"),
        ("world trade organizations", "World Trade"),
        ("Kenya", "Kenya"),
    ],
)
def test_questions_on_a_topic_come_first(topic: str, key: str) -> None:
    """In the question or its answer more than in the sentence alone; a plural is met too."""
    plain, chosen = made(count=2), made(count=2, topics=(topic,))
    assert not [q for q in plain.questions if key in f"{q.stem} {q.answer}"] or key == "mayor"
    assert any(key in f"{q.stem} {q.answer}" for q in chosen.questions)
    assert told(chosen, "topic")
    assert not told(made(count=2, topics=("volcano",)), "topic")


@pytest.mark.parametrize(
    ("word", "other"),
    [("bus", "buses"), ("country", "countries"), ("house", "houses"), ("virus", "viruses")],
)
def test_singular_and_plural_share_a_root(word: str, other: str) -> None:
    """Of regular nouns."""
    assert _root(word) == _root(other)
    assert _root("gas") != _root("gap")


def test_a_difficulty_is_preferred() -> None:
    """Others follow when there are too few of it."""
    levels = {q.difficulty for q in made(count=None).questions}
    assert {"easy", "hard"} <= levels
    for level in ("easy", "hard"):
        quiz = made(count=3, difficulty=level)
        assert quiz.questions[0].difficulty == level
        assert told(quiz, "difficulty")


def test_preferences_come_back_as_they_went() -> None:
    """In the settings of the quiz."""
    quiz = made(count=3, topics=("Kenya", "trade unions"), difficulty="medium")
    assert from_json(to_json(quiz)) == quiz


@pytest.mark.parametrize(
    "topics", [("x" * (LONGEST_TOPIC + 1),), ("  ",), tuple(map(str, range(MOST_TOPICS + 1)))]
)
def test_topics_are_bounded(topics: tuple[str, ...]) -> None:
    """From Python and in a file."""
    with pytest.raises(InputError, match="topic"):
        Settings(topics=topics)
    record = json.loads(to_json(made(count=1)))
    record["created_with"]["topics"] = list(topics)
    with pytest.raises(ContractError, match="topics"):
        from_json(json.dumps(record))


def test_topics_are_read_from_a_line() -> None:
    """Each once, without blanks."""
    assert topics_of(" trade,  World  Bank,, trade") == ("trade", "World Bank")


@pytest.mark.parametrize(
    ("given", "complaint"),
    [(["--difficulty", "tough"], "easy, medium, hard"), (["--topic", "x" * 61], "topic")],
)
def test_the_command_line_refuses_others(
    quizgen: Command, article: Path, given: list[str], complaint: str
) -> None:
    """In one line."""
    result = quizgen("generate", article, *given)
    assert result.status == 2
    assert complaint in result.complaint


def test_the_command_line_hears_preferences() -> None:
    """Given again or with commas."""
    heard = settings("5", "", 0, topics=["trade, cars", "Seoul"], difficulty="hard")
    assert heard.topics == ("trade", "cars", "Seoul")
    assert heard.difficulty == "hard"
