"""The quiz JSON follows its schema and comes back as it went; bad files are refused."""

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from conftest import ARTICLE, WTO, question
from hypothesis import given
from hypothesis import strategies as st

from quizgen.contract import from_json, to_json, to_line
from quizgen.documents import DOCUMENTS, schema_text
from quizgen.errors import ContractError
from quizgen.question import Evidence, Question
from quizgen.quiz import Quiz

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def test_a_quiz_comes_back_as_it_went(quiz: Quiz) -> None:
    """Nothing is lost or added."""
    assert from_json(to_json(quiz)) == quiz


def test_matching_and_ordering_keep_their_parts(quiz: Quiz) -> None:
    """Pairs and items are there where they are used, and only there."""
    both = (
        question("matching", answer="", pairs=(("Seoul", "South Korea"), ("Tokyo", "Japan"))),
        question("ordering", answer="", items=("first", "second")),
    )
    changed = replace(quiz, questions=(*quiz.questions, *both))
    assert from_json(to_json(changed)) == changed
    assert "pairs" not in json.loads(to_json(quiz))["questions"][0]


@given(
    title=TEXTS,
    stem=TEXTS,
    answer=TEXTS,
    accepted=st.lists(TEXTS, max_size=3),
    options=st.none() | st.lists(TEXTS, max_size=4),
    score=st.floats(0, 1),
    reasons=st.dictionaries(TEXTS, st.floats(-1, 1), max_size=3),
    text=TEXTS,
    given_id=st.sampled_from(["", "mine"]),
)
def test_any_quiz_comes_back(
    title: str, stem: str, given_id: str, text: str, **given_parts: Any
) -> None:
    """Quotes, line ends, control characters and emoji survive."""
    parts = given_parts | {
        "accepted": tuple(given_parts["accepted"]),
        "options": None if given_parts["options"] is None else tuple(given_parts["options"]),
        "reasons": tuple(given_parts["reasons"].items()),
    }
    article = replace(ARTICLE, text=text, given_id=given_id)
    asked = replace(WTO, stem=stem, evidence=Evidence(article.id, 0, len(text), text), **parts)
    made = Quiz("quiz-1", title, (article,), (asked,))
    assert from_json(to_json(made)) == made
    assert "\n" not in to_line(made)


def test_the_json_follows_the_schema(quiz: Quiz) -> None:
    """An independent reader of JSON Schema agrees."""
    schema = json.loads(schema_text("quiz"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(to_json(quiz)), schema)


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_the_shipped_schema_is_the_generated_one(name: str) -> None:
    """After a change: python -m quizgen.documents."""
    shipped = files("quizgen.data").joinpath(f"{name}.schema.json").read_text("utf-8")
    assert shipped == schema_text(name)


def test_the_json_is_easy_on_the_eye(quiz: Quiz) -> None:
    """Fixed order, two spaces, letters as they are, a newline at the end."""
    text = to_json(replace(quiz, title="Äpfel “und”"))
    assert text.startswith(
        '{\n  "schema": "quizgen/quiz/1",\n  "id": "quiz-1",\n  "title": "Äpfel “und”",'
    )
    assert text.endswith("}\n")


def test_unknown_fields_are_passed_over(quiz: Quiz) -> None:
    """The contract changes only by adding, so later files can be read."""
    record = json.loads(to_json(quiz))
    record["later"] = record["questions"][0]["later"] = 1
    assert from_json(json.dumps(record)) == quiz


def changed(quiz: Quiz, *path: str | int, value: object = None) -> str:
    """The quiz's JSON with one place changed, or taken out for no value."""
    record = place = json.loads(to_json(quiz))
    for part in path[:-1]:
        place = place[part]
    if value is None:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return json.dumps(record)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["schema"], "quizgen/quiz/2", "newer quizgen"),
        (["schema"], "quizgen/quiz/" + "9" * 5000, "newer quizgen"),
        (["schema"], "other", "no quiz"),
        (["schema"], None, "no quiz"),
        (["questions"], None, "questions: field required"),
        (["questions", 1, "stem"], None, r"questions\[1\].stem: field required"),
        (["questions", 0, "type"], "essay", r"questions\[0\].type"),
        (["questions", 0, "score"], 7, r"questions\[0\].score"),
        (["questions", 0, "evidence", "start"], -1, r"questions\[0\].evidence.start"),
        (["questions", 0, "evidence", "article"], "other", r"lacks the article of questions\[0\]"),
        (["questions", 1, "id"], "q-wto", "two questions with the id"),
        (["articles", 0, "published"], "soon", r"articles\[0\].published"),
    ],
)
def test_a_wrong_file_is_refused_by_place(
    quiz: Quiz, path: list[str | int], value: object, words: str
) -> None:
    """One line names the field."""
    with pytest.raises(ContractError, match=words) as caught:
        from_json(changed(quiz, *path, value=value))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 6000


@pytest.mark.parametrize("text", ["", "{", "[]", "3", "[" * 100_000, '{"schema": 1}', "\x00"])
def test_what_is_no_quiz_is_refused(text: str) -> None:
    """Broken and foreign JSON alike."""
    with pytest.raises(ContractError):
        from_json(text)


def test_every_field_of_a_question_is_in_the_contract(quiz: Quiz) -> None:
    """A new field of Question must be written and read; the reading level follows from the stem."""
    fields = set(Question.__dataclass_fields__)
    assert fields | {"reading_level"} == set(
        DOCUMENTS["quiz"].model_json_schema()["$defs"]["QuestionDocument"]["properties"]
    )
