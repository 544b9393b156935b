"""The whole way with the real model: the seed article gives the quiz that the README promises."""

from pathlib import Path

import pytest

import quizgen
from quizgen.lint import findings

SEED = Path(__file__).parents[1] / "seeds" / "japan-korea-export-curbs.txt"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pipeline() -> quizgen.Pipeline:
    """The default model, loaded once."""
    return quizgen.load()


def made(pipeline: quizgen.Pipeline, **settings: int | None) -> quizgen.Quiz:
    """The quiz on the seed."""
    return quizgen.generate(
        [quizgen.read(SEED)],
        pipeline=pipeline,
        settings=quizgen.Settings(**settings),  # type: ignore[arg-type]
    )


def test_the_same_article_gives_the_same_quiz(pipeline: quizgen.Pipeline) -> None:
    """Byte by byte, in JSON and as a package."""
    first, second = made(pipeline), made(pipeline)
    assert quizgen.to_json(first) == quizgen.to_json(second)
    assert quizgen.from_json(quizgen.to_json(first)) == first


def test_the_seed_asks_what_the_curbs_were_referred_to(pipeline: quizgen.Pipeline) -> None:
    """By general rules that never mention it."""
    asked = {each.stem: each for each in made(pipeline, count=None).questions}
    question = asked["Which body did Seoul refer the curbs to?"]
    assert question.answer == "World Trade Organization"
    assert "WTO" in question.accepted
    assert question.evidence.text.startswith("Seoul has called the export curbs")


def test_the_quiz_has_no_errors_by_lint(pipeline: quizgen.Pipeline) -> None:
    """Whatever the gate let through."""
    quiz = made(pipeline, count=None)
    assert not [found for found in findings(quiz) if found.severity == "error"]
    assert len(quiz.questions) >= 10
