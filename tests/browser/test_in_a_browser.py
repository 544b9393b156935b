"""The app in a real browser: the whole way from an article to its results, signing in, a crash."""

import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import servers
from browsing import Open, answer, answers, button, go_on, join, picture, sample
from classroom import PLAIN, kept_quiz

from quizgen.library import Library, publishing

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.model]


def hand_out(page: "Page") -> str:
    """The code of a quiz made from the pasted sample, looked over and handed out."""
    page.get_by_label("Article", exact=True).wait_for()
    picture(page, "first-start")
    page.get_by_label("Article", exact=True).fill(sample())
    page.get_by_label("Article", exact=True).press("Control+Enter")
    button(page, "Make questions")
    page.get_by_role("button", name="Keep", exact=False).first.wait_for()
    from playwright.sync_api import expect

    kept = page.get_by_test_id("stMain").get_by_text(re.compile(r"\d+ kept"))
    for number in range(1, 4):  # by key
        page.keyboard.press("k")
        expect(kept.first).to_contain_text(f"{number} kept")
    button(page, "Publish")
    page.get_by_role("button", name="Hand out the quiz").wait_for()
    button(page, "Hand out the quiz")
    page.locator(".qg-code").wait_for()
    return page.locator(".qg-code").inner_text().replace(" ", "").replace("\u2009", "")


def take(page: "Page") -> None:
    """Answer all questions by keyboard, with a reload after the first answer and one before."""
    from playwright.sync_api import expect

    page.reload()
    page.locator(".qz-asked").wait_for()
    answer(page, "no idea")
    page.reload()
    page.locator(".qz-verdict").wait_for()  # the same spot
    for _ in range(2):
        go_on(page)
        page.locator(".qz-verdict").wait_for(state="detached")
        answer(page, "no idea")
    go_on(page)
    expect(page.locator(".qz-score")).to_contain_text("of 3 right")


def study(page: "Page") -> None:
    """Turn and grade the first card by keyboard."""
    button(page, "Get the cards")
    page.get_by_text("3 cards to go").wait_for()
    page.get_by_role("button", name="Turn").wait_for()
    page.keyboard.press("Space")
    page.locator(".qz-answer").wait_for()
    page.keyboard.press("4")
    page.get_by_text("2 cards to go").wait_for()


def test_from_the_article_to_the_results_and_the_deck(tmp_path: Path, opened: Open) -> None:
    """The teacher and two students, each in a browser of their own, one of them on a phone."""
    with servers.app(tmp_path) as app:
        follow(app, opened)


def follow(app: str, opened: Open) -> None:
    """Go the whole way."""
    teacher = opened(app)
    code = hand_out(teacher)
    for width, name in (("1280", "Ana Lim"), ("390", "Joseph Otieno")):
        student = opened(f"{app}/?code={code}", width)
        join(student, name)
        take(student)
        study(student)
    button(teacher, "Results")
    teacher.get_by_text("Ana Lim").first.wait_for()
    teacher.go_back()
    with teacher.expect_download() as download:
        button(teacher, "For Anki")
    with zipfile.ZipFile(download.value.path()) as deck:
        assert "collection.anki2" in deck.namelist()


def test_a_class_is_served_behind_a_passcode(tmp_path: Path, opened: Open) -> None:
    """Students find the way to join, the teacher the way in and out again."""
    secret = "correct horse battery"  # noqa: S105 - invented
    library = str(tmp_path / "library.sqlite3")
    command = [sys.executable, "-m", "quizgen", "passcode", "--library", library]
    subprocess.run(command, check=True, input=secret, text=True, cwd=servers.TOP)
    with servers.app(tmp_path, "--serve", "--address", "127.0.0.1") as app:
        page = opened(app)
        page.get_by_label("Code").wait_for()
        page.get_by_role("link", name="For teachers").click()
        picture(page, "sign-in")
        page.get_by_label("Passcode").fill("wrong")
        page.keyboard.press("Enter")
        page.get_by_text("This is not the passcode").wait_for()
        page.get_by_label("Passcode").fill(secret)
        page.keyboard.press("Enter")
        page.get_by_label("Article", exact=True).wait_for()
        page.get_by_role("link", name="Sign out").click()
        button(page, "Sign out")
        page.get_by_label("Code").wait_for()
        page.goto(f"{app}/new")
        page.get_by_label("Code").wait_for()


def test_what_was_answered_survives_the_server(tmp_path: Path, opened: Open) -> None:
    """Killed without warning and started again; and a link to the article tells no token."""
    library = Library.open(str(tmp_path / "library.sqlite3"))
    id_ = kept_quiz(library)
    code = publishing.publish(library, id_, now=datetime.now(UTC), terms=PLAIN).code
    with servers.app(tmp_path, kill=True) as app:
        page = opened(f"{app}/?code={code}")
        join(page, "Ana Lim")
        answers(page).first.wait_for()
        page.keyboard.press("2")
        page.locator(".qz-verdict.qz-right").wait_for()
        link = page.locator(".qz-source a")
        assert link.get_attribute("rel") == "noopener noreferrer"
        assert link.get_attribute("target") == "_blank"
        place = page.url.removeprefix(app)
    with servers.app(tmp_path) as app:
        page = opened(app + place)
        page.locator(".qz-verdict.qz-right").wait_for()
        go_on(page)
        page.get_by_text("2 of 3").wait_for()
    library.close()
