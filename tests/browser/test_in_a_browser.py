"""The app in a real browser: the whole way from an article to its results, signing in, a crash."""

import re
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import servers
from browsing import Open, answer, answers, button, go_on, join, picture, sample, settle
from classroom import PLAIN, QUIZ, kept_quiz
from conftest import question

from quizgen.library import Library, classes, publishing

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


def test_pairs_and_orders_are_practised_on_a_phone(tmp_path: Path, opened: Open) -> None:
    """By keyboard: one choice a row, events one after the other; each part has its verdict."""
    from playwright.sync_api import expect

    pairs = (("Maria Santos", "mayor of Recife"), ("Kenji Sato", "journalist in Tokyo"))
    match = question("matching", stem="Match each person.", answer="x", pairs=pairs)
    items = ("The curbs began", "The complaint was made", "The talks failed")
    order = question("ordering", stem="Put the events in order.", answer="x", items=items)
    with closing(Library.open(str(tmp_path / "library.sqlite3"))) as library:
        id_ = kept_quiz(library, replace(QUIZ, questions=(match, order)))
        code = publishing.publish(library, id_, now=datetime.now(UTC), terms=PLAIN).code
    with servers.app(tmp_path) as app:
        page = opened(f"{app}/?code={code}", "390")
        join(page, "Ana Lim")
        picture(page, "match")
        for row, (_, right) in enumerate(pairs):
            page.get_by_role("combobox").nth(row).focus()
            page.keyboard.type(right)
            page.keyboard.press("Enter")
        button(page, "Check")
        page.locator(".qz-verdict.qz-right").wait_for()
        assert page.locator(".qz-parts li.qz-right").count() == len(pairs)
        picture(page, "match-told")
        go_on(page)
        page.get_by_text("What comes first?").wait_for()
        picture(page, "order")
        for left in range(len(items), 0, -1):
            expect(page.locator("[class*='st-key-rows-'] button")).to_have_count(left)
            settle(page)
            page.keyboard.press("1")
        page.get_by_role("button", name="Check").wait_for()
        settle(page)
        page.keyboard.press("Enter")
        page.locator(".qz-verdict").wait_for()
        picture(page, "order-told")
        assert page.locator(".qz-parts li").count() == len(items)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_quiz_is_gathered_from_the_bank_on_a_phone(tmp_path: Path, opened: Open) -> None:
    """Questions ticked under two searches; a reload of the quiz shows them kept."""
    with closing(Library.open(str(tmp_path / "library.sqlite3"))) as library:
        kept_quiz(library)
    with servers.app(tmp_path) as app:
        page = opened(f"{app}/bank", "390")
        for words, stem in (("sold", "How many cars did Seoul sell?"), ("OECD", "Which body did")):
            page.get_by_role("searchbox").fill(words)
            page.get_by_text("1 question found").wait_for()
            page.get_by_text(stem).first.click()
        page.get_by_text("2 questions ticked").click()
        picture(page, "bank-ticked")
        page.get_by_label("Title of a new quiz").fill("Again")
        page.keyboard.press("Tab")
        button(page, "Make a new quiz")
        page.get_by_text("2 kept").first.wait_for()
        page.reload()
        page.get_by_text("2 kept").first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


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


def test_a_name_is_picked_and_the_term_seen(tmp_path: Path, opened: Open) -> None:
    """A class from a pasted list; a student on a phone types the code alone and picks a name."""
    library = Library.open(str(tmp_path / "library.sqlite3"))
    id_ = kept_quiz(library)
    with servers.app(tmp_path) as app:
        teacher = opened(f"{app}/classes")
        teacher.get_by_label("Name of the class").fill("Class 9b")
        teacher.get_by_label("Students, one name a line").fill("Ana Lim\nJoseph Otieno\nana lim")
        button(teacher, "Make the class")
        teacher.get_by_text("Twice in the list, added once: Ana Lim").first.wait_for()
        teacher.get_by_role("link", name="The whole term").first.wait_for()
        (class_,) = classes.listed(library)
        now = datetime.now(UTC)
        code = publishing.publish(library, id_, now=now, terms=PLAIN, class_=class_.id).code
        student = opened(f"{app}/?code=", "390")
        student.get_by_label("Code").fill(code)
        student.keyboard.press("Enter")
        student.get_by_role("combobox", name="Your name").click()
        student.get_by_role("option", name="Joseph Otieno").click()
        button(student, "Begin")
        answers(student).first.wait_for()
        answer(student, "no idea")
        teacher.get_by_role("link", name="The whole term").click()
        teacher.get_by_text("1 of 1 student had it wrong").wait_for()
        with teacher.expect_download() as download:
            button(teacher, "For Excel")
        assert zipfile.is_zipfile(download.value.path())
    library.close()


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
