"""The demo: an invented class and term, the same for a day and seed, gone again without trace."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from classroom import CARS, CLOZE, QUIZ, kept_quiz
from conftest import WTO, Command, question

from quizgen import demo
from quizgen.cli import demo as command
from quizgen.demo import pupils
from quizgen.demo.pupils import Pupil
from quizgen.errors import InputError
from quizgen.library import (
    Library,
    articles,
    classes,
    disputes,
    exchange,
    invented,
    publishing,
    quizzes,
    results,
)  # fmt: skip
from quizgen.practice.judging import judge
from quizgen.question import Question

DAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 15, tzinfo=UTC)
ASKED = tuple(
    replace(each, id=f"{each.id}-{number}") for number in range(5) for each in (WTO, CARS, CLOZE)
)
LONG = replace(QUIZ, questions=ASKED)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library with the chance of a demo."""
    with closing(opened(tmp_path / "library.sqlite3")) as found:
        yield found


def opened(path: Path) -> Library:
    """A library whose chance is the demo's."""
    return Library.open(str(path), chance=demo.drawn("0/2026-11-25"))


def test_every_page_has_something_to_show(library: Library) -> None:
    """A quiz to look over, closed and open ones with results, disputes, and cards to study."""
    term = demo.fill(library, [LONG], day=DAY)
    assert len(term.publications) == 2
    assert [each.status(NOW) for each in term.publications] == ["closed", "open"]
    found = [each for each in quizzes.listed(library, now=NOW) if "look over" in each.title]
    assert found[0].counts["offered"] == len(ASKED)
    for publication in term.publications:
        told = results.of_publication(library, publication.id, now=NOW)
        assert len(told.rows) > 15
    assert disputes.contested(library)
    assert disputes.flags(library)
    assert len(classes.students(library, term.class_)) == demo.term.PUPILS


def test_a_day_and_a_seed_give_the_same_demo(library: Library, tmp_path: Path) -> None:
    """To the last byte of what can be taken out; another seed another one."""
    demo.fill(library, [LONG], day=DAY)
    with closing(opened(tmp_path / "other.sqlite3")) as other:
        demo.fill(other, [LONG], day=DAY)
        assert _all(library) == _all(other)
    with closing(opened(tmp_path / "third.sqlite3")) as third:
        demo.fill(third, [LONG], day=DAY, seed=1)
        assert _all(library) != _all(third)


def _all(library: Library) -> str:
    return json.dumps(exchange.exported(library), sort_keys=True, default=str)


def test_the_demo_goes_and_real_work_stays(library: Library) -> None:
    """Also where both are on the same article."""
    own = kept_quiz(library)
    before = _all(library)
    demo.fill(library, [LONG], day=DAY)
    assert all(each.invented for each in publishing.listed(library))
    invented.remove(library)
    assert _all(library) == before
    assert quizzes.get(library, own).of_state("kept")
    assert articles.listed(library)


def test_there_is_one_demo_at_a_time(library: Library) -> None:
    """And none without a question; then nothing is left behind."""
    with pytest.raises(InputError, match="gave no question"):
        demo.fill(library, [replace(QUIZ, questions=())], day=DAY)
    assert not invented.is_there(library)
    demo.fill(library, [LONG], day=DAY)
    with pytest.raises(InputError, match="holds a demo already"):
        demo.fill(library, [LONG], day=DAY)


def test_a_rest_is_no_lesson(library: Library) -> None:
    """Two questions are left over of ten; they are in the quiz to look over."""
    ten = replace(QUIZ, questions=ASKED[:10])
    assert len(demo.fill(library, [ten], day=DAY).publications) == 1


def test_pupils_are_invented_and_differ() -> None:
    """By name; a seed gives the same ones."""
    people = pupils.invent(30, 3)
    assert len({pupil.name for pupil in people}) == 30
    assert people == pupils.invent(30, 3)


def test_who_knows_more_answers_more() -> None:
    """Of every kind of question; what is answered wrongly is plausible."""
    kinds = (
        WTO, CARS, CLOZE, replace(CARS, answer="Geneva", spares=("Lima",)),
        question("matching", answer="x", pairs=(("Lima", "Peru"), ("Seoul", "South Korea"),
                                                ("Nairobi", "Kenya"))),
        question("ordering", answer="x", items=("one", "two", "three", "four")),
    )  # fmt: skip
    for asked in kinds:
        rights = [_rights(Pupil("x", knows), asked) for knows in (-3, 3)]
        assert rights[0] < rights[1], asked.type
    assert _rights(Pupil("x", 0), WTO) < _rights(Pupil("x", 0), WTO, again=True)


def _rights(pupil: Pupil, asked: Question, *, again: bool = False) -> int:
    chance = Random(1)  # noqa: S311 - no secret
    given = [pupils.answer(pupil, asked, chance, again=again) for _ in range(200)]
    return sum(judge(asked, text).counts for text in given)


def test_the_command_fills_and_removes(
    quizgen: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says what is there now."""
    path = tmp_path / "library.sqlite3"
    monkeypatch.setattr(command, "_quizzes", lambda *_: [LONG])
    filled = quizgen("demo", "--date", "2026-11-25", "--library", path)
    assert "2 quizzes and a class are in" in filled.err
    assert quizgen("demo", "--library", path).status == 2
    assert "taken out" in quizgen("demo", "--remove", "--library", path).err
    assert not quizgen("demo", "--remove", "--library", path, "--quiet").err
    with closing(Library.open(str(path))) as library:
        assert not quizzes.listed(library, now=NOW)


def test_articles_are_the_sample_and_the_seeds(
    faked: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each once; or those asked for."""
    monkeypatch.chdir(tmp_path)
    made = command._quizzes([], "fake")
    assert [quiz.articles[0].published for quiz in made] == [command.SAMPLE_DAY]
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "same.txt").write_text(made[0].articles[0].text, encoding="utf-8")
    other = tmp_path / "seeds" / "other.txt"
    other.write_text("Lima votes\n\nThe council of Lima has voted for the new line.\n", "utf-8")
    assert len(command._quizzes([], "fake")) == 2
    assert len(command._quizzes([str(other)], "fake")) == 1
