"""The page: from a pasted article to kept questions and downloads, with nothing read as markup."""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from conftest import ARTICLE, WTO, FakePipeline, evidence
from streamlit.testing.v1 import AppTest

from quizgen.app import making, page
from quizgen.errors import InputError
from quizgen.quiz import Quiz

if TYPE_CHECKING:
    from quizgen.analysis.pipeline import Pipeline

SCRIPT = str(Path(page.__file__).with_name("script.py"))


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, quiz: Quiz) -> Iterator[AppTest]:
    """The page on a fake pipeline that always makes the same quiz."""

    def generate(articles: list[Any], **_: Any) -> Quiz:
        asked = () if "nothing" in articles[0].text else quiz.questions
        return replace(quiz, title=articles[0].title, questions=asked)

    monkeypatch.setattr(making, "generate", generate)
    monkeypatch.setattr(page, "load", FakePipeline)
    page._pipeline.clear()
    yield AppTest.from_file(SCRIPT, default_timeout=30).run()
    page._pipeline.clear()


def press(app: AppTest, label: str) -> AppTest:
    """The page after a click on the button."""
    button = next(found for found in app.button if found.label == label)
    return button.click().run()


def test_the_first_page_says_what_comes(app: AppTest) -> None:
    """And asks for one thing."""
    assert not app.exception
    assert "questions will stand here" in app.markdown[0].value


def test_the_sample_gives_questions(app: AppTest) -> None:
    """Two clicks to a quiz with its sentences, all questions kept."""
    press(app, "Use the sample article")
    assert str(app.text_area[0].value).startswith("Japan tells")
    press(app, "Make questions")
    assert not app.exception
    assert app.header[0].value.startswith("Japan tells South Korea")
    text = " ".join(found.value for found in app.markdown)
    assert "Which body did Seoul refer the curbs to?" in text
    assert ":orange-background[**World Trade Organization**]" in text
    assert "5 of 5 questions kept" in text
    assert len(app.get("download_button")) == 3


def test_a_question_can_be_left_out(app: AppTest) -> None:
    """The downloads hold what is kept; with nothing kept there are none."""
    press(app, "Use the sample article")
    press(app, "Make questions")
    app.checkbox[0].uncheck().run()
    assert any("4 of 5" in found.value for found in app.markdown)
    for box in app.checkbox[1:]:
        box.uncheck()
    app.run()
    assert not app.get("download_button")


def test_errors_say_what_to_do(app: AppTest) -> None:
    """An empty article, and one without questions."""
    press(app, "Make questions")
    assert "empty" in app.error[0].value
    app.text_area[0].set_value("There is nothing to ask about in this.").run()
    press(app, "Make questions")
    assert "No question was sound enough" in app.warning[0].value
    assert not app.exception


def test_texts_are_shown_as_they_are() -> None:
    """No colours, icons, formulas or arrows come out of an article."""
    assert page.escape(":red[x] :smile: $x$ -> <b>") == (
        "\\:red\\[x\\] \\:smile\\: \\$x\\$ \\-\\> \\<b\\>"
    )
    assert page.escape("- item") == "\\- item"


def test_the_sentence_is_shown_whole() -> None:
    """With the answer on a ground, or without one."""
    assert page._highlighted(WTO) == (
        "Seoul has referred the curbs to the :orange-background[**World Trade Organization**]."
    )
    other = replace(WTO, answer="x", accepted=(), evidence=evidence(ARTICLE, "It sold 12"))
    assert page._highlighted(other) == "It sold 12"


def test_making_refuses_what_is_no_article() -> None:
    """The same limits as for files."""
    german = "Die Regierung hat das nicht und der Minister ist auch nicht da"
    with pytest.raises(InputError, match="seems to be German"):
        making.quiz_of(german, "", None, cast("Pipeline", FakePipeline()))


def test_both_ways_to_start_look_the_same() -> None:
    """`quizgen app` and `streamlit run app.py` read one configuration; no figures are sent."""
    own = Path(SCRIPT).with_name(".streamlit") / "config.toml"
    top = Path(__file__).parents[1] / ".streamlit" / "config.toml"
    assert own.read_text("utf-8") == top.read_text("utf-8")
    assert tomllib.loads(own.read_text("utf-8"))["browser"] == {"gatherUsageStats": False}


def test_the_top_level_script_shows_the_page() -> None:
    """app.py is only a door."""
    page_ = AppTest.from_file(str(Path(__file__).parents[1] / "app.py"), default_timeout=30).run()
    assert page_.title[0].value == "A quiz from the news"
