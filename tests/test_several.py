"""Matching and ordering: made of sound parts of one article or more, or not at all."""

from dataclasses import replace
from datetime import date

import pytest
from recorded import analysis_of

from quizgen.analysis.pipeline import Analysis
from quizgen.contract import from_json, to_json
from quizgen.exports import FORMATS, render
from quizgen.question import Question
from quizgen.quiz import Quiz, Settings, make
from quizgen.rules.loading import load_rules

PEOPLE = ("Maria Santos, a teacher from", "Kenji Sato, a journalist at the Asahi Shimbun, trav")
EVENTS = ("Samsung closed its last factory in Busan", "Kenya banned plastic bags on May 3")


def article(opening: str) -> Analysis:
    """A recorded analysis with an id of its own."""
    found = analysis_of(opening, published=date(2020, 5, 1))
    return replace(found, article=replace(found.article, given_id=opening[:5]))


def quiz_of(*openings: str, types: str, count: int | None = 10) -> Quiz:
    """The quiz on recorded texts with the types asked for."""
    settings = Settings(count=count, types=tuple(types.split()))  # type: ignore[arg-type]
    analyses = [article(opening) for opening in openings]
    return make(analyses, rules=load_rules(), settings=settings, model="m")


def only(*openings: str, kind: str) -> Question | None:
    """The question of a type on recorded texts, if they give one."""
    found = quiz_of(*openings, types=kind).questions
    return found[0] if found else None


def test_people_are_matched_with_what_they_are() -> None:
    """Each once, with the sentence of each as evidence."""
    found = only(*PEOPLE, kind="matching")
    assert found is not None
    assert dict(found.pairs) == {
        "Maria Santos": "teacher from Recife",
        "Carlos Mendoza": "lawyer in Santiago",
        "Kenji Sato": "journalist at the Asahi Shimbun",
        "Peter Hoffmann": "economist at Deutsche Bank",
    }
    told = " ".join(each.text for each in (found.evidence, *found.further))
    assert all(name in told for name, _ in found.pairs)


def test_events_are_put_in_the_order_of_their_days() -> None:
    """Without a date in the statement; the dates are told with the answer."""
    found = only(*EVENTS, kind="ordering")
    assert found is not None
    assert found.items == (
        "Kenya banned plastic bags",
        "Volvo opened a factory in Peru",
        "Samsung closed its last factory in Busan",
        "Toyota opened a factory in Poland",
    )
    assert "October 2018: Volvo opened" in found.explanation


@pytest.mark.parametrize("kind", ["matching", "ordering"])
def test_too_few_parts_give_no_question(kind: str) -> None:
    """Three are guessed too easily."""
    assert only(PEOPLE[0], kind=kind) is None


def test_nothing_of_the_kind_comes_unasked() -> None:
    """The types of a quiz are the four that stand on one fact."""
    quiz = make(map(article, PEOPLE), rules=load_rules(), settings=Settings(), model="m")
    assert not {q.type for q in quiz.questions} & {"matching", "ordering"}


def test_the_number_of_questions_stays() -> None:
    """A question on several facts takes the place of another."""
    quiz = quiz_of(*PEOPLE, types="matching short_answer", count=3)
    assert len(quiz.questions) == 3
    assert quiz.questions[-1].type == "matching"
    assert quiz_of(*PEOPLE, types="matching short_answer", count=None).questions


@pytest.mark.parametrize("form", [each.name for each in FORMATS])
def test_every_export_carries_them(form: str) -> None:
    """With all their parts, and always in the same bytes."""
    quiz = quiz_of(*PEOPLE, *EVENTS, types="matching ordering")
    assert [q.type for q in quiz.questions] == ["matching", "ordering"]
    first = render(quiz, form)
    assert first == render(quiz, form)
    if form in {"json", "markdown"}:
        assert all(part in first.decode() for part in ("lawyer in Santiago", "Volvo opened"))


def test_the_page_quotes_every_sentence() -> None:
    """So that each part of the answer can be looked up."""
    page = render(quiz_of(*EVENTS, types="ordering"), "markdown").decode()
    quoted = [row for row in page.splitlines() if row.startswith("> ")]
    assert len(quoted) == 4


def test_they_come_back_as_they_went() -> None:
    """With the further sentences."""
    quiz = quiz_of(*EVENTS, types="ordering")
    assert quiz.questions[0].further
    assert from_json(to_json(quiz)) == quiz
