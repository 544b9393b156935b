"""The keyboard alone: a student's attempt and flashcards, a teacher's review; focus can be seen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import servers
from browsing import Open, answers, settle
from classroom import CARS, PLAIN, QUIZ, kept_quiz
from conftest import WTO
from playwright.sync_api import expect

from quizgen.library import Library, publishing, quizzes
from quizgen.question import Question

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.model]

MANY = 80  # more stops than a page has
FOCUSED = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return ['', true];
  const style = getComputedStyle(focused);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [(focused.ariaLabel || focused.innerText || '').split('\\n')[0], ring];
}"""
"""The name of what has the focus, and whether a ring is drawn around it."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The library of the app in this folder."""
    opened = Library.open(str(tmp_path / "library.sqlite3"))
    yield opened
    opened.close()


def tab_to(page: "Page", name: str) -> None:
    """Go to the control of this name by Tab; whatever has the focus on the way shows it."""
    for _ in range(MANY):
        page.keyboard.press("Tab")
        named, seen = page.evaluate(FOCUSED)
        assert seen, named
        if name in named:
            return
    pytest.fail(f"Tab does not come to {name}")


def test_a_student_needs_no_mouse(tmp_path: Path, library: Library, opened: Open) -> None:
    """Join, choose by number, type, go on with Enter, then turn and grade the cards."""
    quiz = kept_quiz(library, replace(QUIZ, questions=(WTO, CARS)))
    code = publishing.publish(library, quiz, now=datetime.now(UTC), terms=PLAIN).code
    with servers.app(tmp_path) as app:
        page = opened(f"{app}/?code={code}")
        page.get_by_label("Your name").wait_for()
        settle(page)
        tab_to(page, "Your name")
        page.keyboard.type("Ana Lim")
        page.keyboard.press("Enter")
        answers(page).first.wait_for()
        page.keyboard.press("2")
        page.locator(".qz-verdict.qz-right").wait_for()
        page.locator(".st-key-next button").wait_for()
        page.keyboard.press("Enter")
        page.get_by_label("Your answer").wait_for()
        settle(page)
        tab_to(page, "Your answer")
        page.keyboard.type("12 million")
        page.keyboard.press("Enter")
        page.locator(".qz-verdict.qz-right").wait_for()
        page.locator(".st-key-next button").wait_for()
        page.keyboard.press("Enter")
        expect(page.locator(".qz-score")).to_contain_text("2 of 2 right")
        settle(page)
        tab_to(page, "Get the cards")
        page.keyboard.press("Enter")
        grade(page, "2 cards to go", "1")
        grade(page, "1 card to go", "4")
        page.get_by_text("Done for now").wait_for()


def grade(page: "Page", left: str, key: str) -> None:
    """Turn the card and grade it by keys."""
    page.get_by_text(left).wait_for()
    page.get_by_role("button", name="Turn").wait_for()
    settle(page)
    page.keyboard.press("Space")
    page.locator(".qz-answer").wait_for()
    settle(page)
    page.keyboard.press(key)
    page.locator(".qz-answer").wait_for(state="detached")


def test_a_teacher_reviews_by_keys(tmp_path: Path, library: Library, opened: Open) -> None:
    """Keep, reject, exchange a wrong answer, one more on the sentence, undo, and the words."""
    spare = replace(CARS, id="q-more", stem="How many cars were sold?")
    asked = (replace(WTO, spares=("European Union",)), CARS)
    refused = [(spare, "sound, but others were chosen first")]
    quiz = quizzes.add(
        library, replace(QUIZ, questions=asked), now=datetime.now(UTC), refused=refused
    )

    def held() -> dict[str, tuple[str, Question]]:
        return {
            stored.question.id: (stored.state, stored.question)
            for stored in quizzes.get(library, quiz).questions
        }

    with servers.app(tmp_path) as app:
        page = opened(f"{app}/review?quiz={quiz}")
        told = page.get_by_test_id("stMain").get_by_text("left to read")
        expect(told).to_contain_text("0 kept, 2 left")
        settle(page)
        press(page, "w")
        assert "European Union" in (held()["q-wto"][1].options or ())
        press(page, "z")
        assert "European Union" not in (held()["q-wto"][1].options or ())
        press(page, "k")
        expect(told).to_contain_text("1 kept, 1 left")
        press(page, "n")
        expect(told).to_contain_text("1 kept, 2 left")
        press(page, "x")
        expect(told).to_contain_text("1 rejected")
        press(page, "e")
        tab_to(page, "Question")
    assert [state for state, _ in held().values()].count("rejected") == 1


def press(page: "Page", key: str) -> None:
    """Press a key, and wait until the page is drawn again."""
    page.keyboard.press(key)
    page.wait_for_timeout(300)
    settle(page)
