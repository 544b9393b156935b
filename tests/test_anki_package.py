"""The Anki package as a file: the same bytes for the same quiz, nothing left behind."""

import io
import json
import tempfile
import zipfile
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ARTICLE
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import ExportError
from quizgen.exports import export, render
from quizgen.exports.anki import timestamp
from quizgen.exports.anki_earlier import earlier_of
from quizgen.exports.anki_notes import field
from quizgen.exports.anki_tags import countries_in
from quizgen.exports.notetypes import fields, notetype
from quizgen.quiz import Quiz


@given(st.text(max_size=40))
def test_a_field_holds_no_markup_but_line_breaks(text: str) -> None:
    """Whatever the text, the field is text for Anki and for HTML."""
    made = field(text).replace("<br>", "\n")
    assert not set("<>[\\{}:\x1f\x00") & set(made)


def test_the_same_quiz_gives_the_same_bytes(quiz: Quiz) -> None:
    """No clock, no chance, whatever was rendered before."""
    first = sha256(render(quiz, "anki")).hexdigest()
    render(replace(quiz, title="Other"), "anki")
    assert sha256(render(quiz, "anki")).hexdigest() == first


def test_nothing_is_left_behind(
    quiz: Quiz, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even a temporary file is made."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    package = zipfile.ZipFile(io.BytesIO(render(quiz, "anki")))
    assert package.namelist() == ["collection.anki2", "media"]
    assert json.loads(package.read("media")) == {}
    assert list(tmp_path.iterdir()) == []


def test_the_time_is_that_of_the_latest_article(quiz: Quiz) -> None:
    """Noon of the day, a second more for each revision; a fixed day without one."""
    later = replace(ARTICLE, published=date(2019, 7, 14), given_id="b")
    both = replace(quiz, articles=(*quiz.articles, later))
    assert timestamp(both, 0) - timestamp(quiz, 0) == 86_400
    assert timestamp(both, 3) - timestamp(both, 0) == 3
    undated = replace(quiz, articles=(replace(ARTICLE, published=None),))
    assert timestamp(undated, 0) == 1_577_880_000


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Which body did South Korea's minister ask?", ("South Korea",)),
        ("Did the US and Japan, or Japan alone, sign in Lima?", ("United States", "Japan")),
        ("Did Turkey’s president go to the U.S. with Michael Jordan?", ("Turkey", "United States")),
        ("Who won a medal in Georgia Tech's hall?", ()),
        ("", ()),
    ],
)
def test_countries_in_a_question_are_topics(text: str, countries: tuple[str, ...]) -> None:
    """By their usual names, however they are called."""
    assert countries_in(text) == countries


def test_two_questions_of_one_id_are_refused(quiz: Quiz) -> None:
    """Anki would take both, and never again know them apart."""
    twice = replace(quiz, questions=quiz.questions[:1] * 2)
    with pytest.raises(ExportError, match="two questions of the quiz have the same id"):
        render(twice, "anki")


def test_a_package_is_updated_in_its_place(quiz: Quiz, tmp_path: Path) -> None:
    """The file handed out last may be the one that is written."""
    path = tmp_path / "deck.apkg"
    export(quiz, path)
    first = path.read_bytes()
    export(quiz, path, since=path)
    assert path.read_bytes() == first
    export(replace(quiz, questions=quiz.questions[1:]), path, since=path)
    assert sum(note.withdrawn for note in earlier_of(path.read_bytes()).notes.values()) == 1


def test_what_cards_say_is_no_formula_and_stands_in_whole_scripts() -> None:
    """Anki typesets formulas everywhere but in this class; braces would end a template's field."""
    for kind in ("basic", "choice", "typed", "cloze"):
        (template,) = notetype(kind).templates
        for shown in (template["qfmt"], template["afmt"]):
            assert shown.startswith('<div class="quizgen tex2jax_ignore">')
            script = shown.partition("<script>")[2]
            assert "{{" not in script
            assert shown.count("<script>") == shown.count("</script>") == bool(script)


def test_note_types_never_change() -> None:
    """Another id or list of fields would strand the notes that students have."""
    kinds = ("basic", "choice", "typed", "cloze")
    assert [notetype(kind).model_id for kind in kinds] == [
        1732380101,
        1732380102,
        1732380103,
        1732380104,
    ]
    assert " ".join(fields()) == (
        "Question Context Options Answer Accepted Hint Explanation SourceSentence SourceTitle "
        "SourceDate SourceURL QuizTitle Key Spare1 Spare2 Spare3"
    )
