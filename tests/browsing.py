"""A real browser for tests: chromium driven by Playwright, the pages of the app, what one does.

Debian's chromium; where one is missing the tests say so. With a folder in QUIZGEN_SCREENS every
page that is pictured is kept there.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import servers
from classroom import PLAIN
from conftest import absent

from quizgen.library import Library, answering, attempts, publishing, quizzes
from quizgen.question import Question

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, Page

WIDTHS = {"1280": (1280, 900), "390": (390, 844)}
TALLEST = 2000  # pixels of a picture
SCREENS = "QUIZGEN_SCREENS"
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """The browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        absent("Playwright is not installed: pip install playwright")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        absent("no chromium on this machine: apt-get install chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def opened(browser: "Browser") -> Iterator[Open]:
    """Opens addresses, each in a browser of its own; any request elsewhere fails the test."""
    contexts: list[BrowserContext] = []
    foreign: list[str] = []
    blocked: list[str] = []

    def note(address: str, sent: str) -> None:
        own = tuple(f"{kind}://{address.split('/')[2]}" for kind in ("http", "ws"))
        if not sent.startswith((*own, "data:", "blob:")):
            foreign.append(sent)

    def open_(address: str, width: str = "1280", scheme: Any = "light") -> "Page":
        wide, high = WIDTHS[width]
        context = browser.new_context(
            viewport={"width": wide, "height": high}, timezone_id="Europe/London",
            color_scheme=scheme,
        )  # fmt: skip
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda sent: note(address, sent.url))
        page.on("console", lambda told: blocked.append(told.text))
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not foreign
    assert not [told for told in blocked if "Content Security Policy" in told]


def settle(page: "Page") -> None:
    """Wait until the page is drawn: its script is through, its fonts and charts are there."""
    if page.locator("form[method=post]").count():
        return  # a page to sign in or out, which Streamlit does not draw
    page.locator("[data-test-script-state=notRunning]").first.wait_for()
    page.locator("[data-stale=true]").first.wait_for(state="detached")
    page.locator(".stSpinner").first.wait_for(state="detached")
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        chart.locator("canvas, svg").first.wait_for()
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(150)  # until what was measured is laid out


def picture(page: "Page", name: str) -> None:
    """Keep a picture of the whole page, where a folder is named for them."""
    folder, size = os.environ.get(SCREENS), page.viewport_size
    if not folder or not size:
        return
    settle(page)
    high = page.evaluate("document.querySelector('[data-testid=stMain]')?.scrollHeight ?? 0")
    page.set_viewport_size({"width": size["width"], "height": min(max(high, 500), TALLEST)})
    page.wait_for_timeout(300)
    page.screenshot(path=str(Path(folder) / f"{name}-{size['width']}.png"))
    page.set_viewport_size(size)


# What one does on the pages


def sample() -> str:
    """The sample article, as a teacher would paste it."""
    return files("quizgen.data").joinpath("sample_article.txt").read_text("utf-8")


def button(page: "Page", name: str, *, exact: bool = False) -> None:
    """Press a button."""
    page.get_by_role("button", name=name, exact=exact).first.click()


def answers(page: "Page") -> "Locator":
    """What the question on the screen is answered with; a key pressed sooner is lost."""
    return page.locator("[class*='st-key-rows-'] button, input[aria-label='Your answer']")


def answer(page: "Page", given: str) -> None:
    """Answer the question on the screen by keyboard."""
    answers(page).first.wait_for()
    if page.get_by_label("Your answer").count():
        page.get_by_label("Your answer").fill(given)
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("1")
    page.locator(".qz-verdict").wait_for()


def go_on(page: "Page") -> None:
    """Go on by keyboard, once there is something to go on with."""
    page.locator(".st-key-next button").wait_for()
    page.keyboard.press("Enter")


def join(page: "Page", name: str) -> None:
    """Give a name, by keyboard."""
    page.get_by_label("Your name").fill(name)
    page.keyboard.press("Enter")
    page.locator(".qz-asked").wait_for()


def _unfold(label: str) -> Callable[["Page"], None]:
    """What unfolds a part of the page, or turns to another of its ways."""

    def unfold(page: "Page") -> None:
        page.get_by_test_id("stMain").get_by_text(label, exact=True).first.click()

    return unfold


def _turn(page: "Page") -> None:
    page.get_by_role("button", name="Turn").wait_for()
    page.keyboard.press("Space")
    page.locator(".qz-answer").wait_for()


# The pages


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its address in a term that is under way, and what is done there before one looks."""

    address: str
    do: Callable[["Page"], None] = lambda _page: None


PLACES = {
    "library": Place(""),
    "new": Place("new"),
    "new-settings": Place("new", _unfold("How many, which kinds, how difficult, about what")),
    "new-upload": Place("new", _unfold("Upload")),
    "new-from-the-library": Place("new", _unfold("From the library")),
    "review": Place("review?quiz={unread}"),
    "review-words": Place("review?quiz={unread}", _unfold("Edit the words")),
    "publish": Place("publish?quiz={taken}"),
    "publish-terms": Place("publish?quiz={taken}", _unfold("Who, when, how often")),
    "publish-nothing": Place("publish?quiz={unread}"),
    "results": Place("results?quiz={taken}"),
    "results-nobody": Place("results?quiz={unread}"),
    "bank": Place("bank"),
    "classes": Place("classes"),
    "class": Place("class?class={class_}"),
    "term": Place("term?class={class_}"),
    "join": Place("?code={code}"),
    "join-wrong": Place("?code=XXXXXX"),
    "question": Place("practise?attempt={begun}"),
    "question-typed": Place("practise?attempt={typing}"),
    "feedback": Place("practise?attempt={answered}&after={question}"),
    "end": Place("practise?attempt={finished}"),
    "lost": Place("practise?attempt=nothing"),
    "card": Place("cards?attempt={finished}"),
    "card-turned": Place("cards?attempt={finished}", _turn),
}
"""Every page, by the name of its picture: each is looked at in both widths, in light and dark."""


@pytest.fixture(scope="session")
def term(tmp_path_factory: pytest.TempPathFactory) -> "Term":
    """A term that is under way, in a library of its own."""
    folder = tmp_path_factory.mktemp("term")
    path = folder / "library.sqlite3"
    command = [sys.executable, "-m", "quizgen", "demo", "--quiet", "--library", str(path)]
    subprocess.run(command, check=True, cwd=servers.TOP)
    library = Library.open(str(path))
    try:
        return Term(folder, _names(library))
    finally:
        library.close()


@dataclass(frozen=True, slots=True)
class Term:
    """A folder with the library of a term, and what its addresses name."""

    folder: Path
    names: dict[str, str]


def _names(library: Library) -> dict[str, str]:
    now = datetime.now(UTC)
    listed = quizzes.listed(library, now=now)
    taken = max(listed, key=lambda quiz: quiz.attempts).id
    (given,) = publishing.listed(library, quiz=taken)
    unread = next(quiz.id for quiz in listed if quiz.counts.get("offered"))
    practised = [quiz.id for quiz in listed if quiz.counts.get("kept")][-1]
    code = publishing.publish(library, practised, now=now, terms=PLAIN).code
    asked = [each.question for each in quizzes.get(library, practised).questions]
    right = {each.id: each.answer for each in asked}
    wrong = {each.id: _wrong(each) for each in asked}
    names = {"begun": "Ana Lim", "answered": "Joseph Otieno"}
    names |= {"typing": "Li Wei", "finished": "Mia Sato"}
    tokens = {
        at: attempts.join(library, code, name, source="", now=now).token
        for at, name in names.items()
    }
    question = _answer(library, tokens["answered"], wrong)
    while _options(library, tokens["typing"]):
        _answer(library, tokens["typing"], right)
    _answer(library, tokens["finished"], wrong)
    while _answer(library, tokens["finished"], right):
        pass
    names = {"class_": given.class_}
    return names | {"taken": taken, "unread": unread, "code": code, "question": question} | tokens


def _options(library: Library, token: str) -> tuple[str, ...]:
    """What this student may choose from now; nothing for a question to type, or at the end."""
    asked = answering.situation(library, token).question
    return tuple(asked.options or ()) if asked else ()


def _wrong(question: Question) -> str:
    """A wrong answer."""
    return next((each for each in question.options or () if each != question.answer), "I forgot")


def _answer(library: Library, token: str, given: dict[str, str]) -> str:
    """The question that this student has now given the answer to; "" at the end."""
    asked = answering.situation(library, token).question
    if asked is None:
        return ""
    answering.answer(library, token, asked.id, given[asked.id], now=datetime.now(UTC))
    return asked.id
