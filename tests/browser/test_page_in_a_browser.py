"""The practice page in a real browser: all types by keyboard, from a file, without a network."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from classroom import CARS
from conftest import ARTICLE, WTO, question
from dangerous import DANGEROUS, every_text
from test_worksheets import ASKED, ITEMS, PAIRS

from quizgen.exports import practice_page
from quizgen.exports.print_settings import PrintSettings
from quizgen.practice.judging import judge
from quizgen.quiz import Quiz

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

Shown = Callable[..., "Page"]
SIZES: dict[str, tuple[int, int, Any]] = {"1280": (1280, 900, "light"), "390": (390, 844, "dark")}


@pytest.fixture
def shown(browser: "Browser", tmp_path: Path) -> Iterator[Shown]:
    """Opens the page of a quiz from a file; a request, an error or a word of the policy fails."""
    told: list[str] = []
    contexts: list[Any] = []

    def show(quiz: Quiz, size: str = "1280") -> "Page":
        path = tmp_path / "quiz.html"
        path.write_bytes(practice_page.render(quiz, settings=PrintSettings(article=True)))
        wide, high, scheme = SIZES[size]
        context = browser.new_context(
            viewport={"width": wide, "height": high}, color_scheme=scheme, offline=True
        )
        contexts.append(context)
        context.set_default_timeout(20_000)
        page = context.new_page()
        page.on("console", lambda said: told.append(said.text))
        page.on("pageerror", lambda said: told.append(str(said)))
        page.on(
            "request", lambda sent: told.append(sent.url) if sent.url != path.as_uri() else None
        )
        page.goto(path.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert told == []


def picture(page: "Page", name: str) -> None:
    """Keep a picture of the page, where a folder is named for them."""
    folder, size = os.environ.get("QUIZGEN_SCREENS"), page.viewport_size
    if folder and size:
        path = Path(folder) / f"practice-{name}-{size['width']}.png"
        page.screenshot(path=str(path), full_page=True)


def place_in_order(page: "Page") -> None:
    """Bring the items into their order by the buttons alone."""
    for place, item in enumerate(ITEMS):
        while page.locator(".place .text").nth(place).inner_text() != item:
            page.get_by_role("button", name=f"Move earlier: {item}", exact=True).press("Enter")


@pytest.mark.parametrize("size", sorted(SIZES))
def test_a_quiz_is_taken_with_the_keyboard(shown: Shown, quiz: Quiz, size: str) -> None:
    """Every type; the score, and a second round with what was missed."""
    order = ("multiple_choice", "true_false", "cloze", "short_answer", "matching", "ordering")
    asked = sorted(ASKED, key=lambda each: order.index(each.type))
    page = shown(replace(quiz, questions=tuple(asked)), size)
    keyboard = page.keyboard
    page.get_by_text("Question 1 of 6").wait_for()
    keyboard.press("1")
    keyboard.press("Enter")
    assert page.locator(".verdict:visible").inner_text() == "✗ Not right"
    assert page.locator("mark").inner_text() == "World Trade Organization"
    picture(page, "wrong")
    keyboard.press("Enter")
    keyboard.press("2")
    keyboard.press("Enter")
    assert page.locator(".verdict:visible").inner_text() == "✓ Right"
    keyboard.press("Enter")
    keyboard.type("the world trade organisation")
    picture(page, "gap")
    keyboard.press("Enter")
    assert page.locator(".verdict:visible").inner_text().startswith("✓ Right")
    keyboard.press("Enter")
    keyboard.press("Enter")
    assert page.get_by_text("Give an answer first.").first.is_visible()
    keyboard.type("The UN")
    keyboard.press("Enter")
    page.get_by_role("button", name="I was right").press("Enter")
    assert page.locator(".verdict:visible").inner_text() == "✓ Counted as right"
    keyboard.press("Enter")
    for left, right in PAIRS:
        page.get_by_label(left, exact=True).select_option(right)
    picture(page, "matching")
    page.get_by_role("button", name="Check").press("Enter")
    assert page.locator(".verdict:visible").inner_text() == "✓ Right"
    keyboard.press("Enter")
    place_in_order(page)
    picture(page, "ordering")
    page.get_by_role("button", name="Check").press("Enter")
    assert page.locator(".verdict:visible").inner_text() == "✓ Right"
    keyboard.press("Enter")
    assert page.locator(".score").inner_text() == "5 of 6 right"
    picture(page, "score")
    page.get_by_role("button", name="Try the missed ones again").press("Enter")
    page.get_by_text("Question 1 of 1").wait_for()
    keyboard.press("2")
    keyboard.press("Enter")
    keyboard.press("Enter")
    assert page.locator(".score").inner_text() == "6 of 6 right"
    assert page.get_by_text("5 of 6 in the first round").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES[size][0]


def test_what_happens_is_told_to_a_screen_reader(shown: Shown, quiz: Quiz) -> None:
    """In a region that is read out; choices have a group with the question's words as its name."""
    page = shown(replace(quiz, questions=(WTO,)))
    assert page.get_by_role("group", name=WTO.stem).is_visible()
    page.get_by_role("radio", name="World Trade Organization").check()
    page.get_by_role("button", name="Check").click()
    assert page.get_by_role("status").inner_text() == "Right. The answer: World Trade Organization."
    assert page.evaluate("document.activeElement.id") == "next"


@pytest.mark.parametrize("size", sorted(SIZES))
def test_a_page_passes_the_usual_checks_of_accessibility(
    shown: Shown, quiz: Quiz, size: str
) -> None:
    """Of axe, where it is installed: names, contrast, order of headings."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    for asked in ASKED:
        page = shown(replace(quiz, questions=(asked,)), size)
        page.get_by_role("button", name="Check").wait_for()
        found = axe.Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_dangerous_texts_are_shown_as_they_are(shown: Shown) -> None:
    """As stems, options and titles, and nothing in them runs."""
    page = shown(every_text(("multiple_choice",)))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for at, text in enumerate(DANGEROUS):
        page.evaluate(f"begin([{at}], 1)")
        legend = page.locator("legend").inner_text()
        stem = every_text(("multiple_choice",)).questions[at].stem
        assert " ".join(legend.split()) == " ".join(stem.split()), text


TYPED = (
    question("short_answer"),
    CARS,
    question("short_answer", answer="Moon Jae-in", answer_kind="person", accepted=()),
    question("short_answer", answer="13 July 2019", answer_kind="date", accepted=()),
    question("short_answer", answer="Ursula von der Leyen", answer_kind="person", accepted=()),
    question("short_answer", answer="$3.2bn", answer_kind="money", accepted=(), stem="How much?"),
    question("short_answer", answer="Gambia", accepted=()),
    question("short_answer", answer="O'Neill & Sons of the U.S.", accepted=()),
)
GIVEN = (
    "", " ", "wto", "W.T.O.", "World trade organisation", "World Bank",
    "the World Trade Orgnization",
    "12 million", "12,000,000", "12m cars", "12 million dollars", "$12 million", "13 million", "12",
    "moon", "Moon Jaein", "jae-in", "Moon Jae in", "Mon", "July 13", "13/07/2019", "13 July 2018",
    "July 13th, 2019", "2019-07-13", "July", "von der Leyen", "leyen", "Lyen", "Von der Leien",
    "3.2 billion", "$3.2 billion", "3.2bn dollars", "€3.2bn", "3,200,000,000", "3.3bn", "Zambia",
    "The Gambia", "Gambi", "Gamiba", "oneill and sons of the us", "O’Neill & Sons of the U.S.",
    "ONeil & Sons of the US", "at least 12 million", "12 million and 5", "ＷＴＯ",
    "wörld trade organization",
)  # fmt: skip


def test_the_page_judges_as_quizgen_does(shown: Shown, quiz: Quiz) -> None:
    """Never more kindly; less kindly only where a bound is added to a figure."""
    page = shown(replace(quiz, questions=TYPED))
    kinder: list[tuple[str, str]] = []
    stricter: list[tuple[str, str]] = []
    for at, asked in enumerate(TYPED):
        for given in GIVEN:
            verdict = page.evaluate(
                "([at, given]) => judge(quiz.questions[at], given)", [at, given]
            )
            wanted = judge(asked, given, text=ARTICLE.text)
            if verdict != "wrong" and not wanted.counts:
                kinder.append((asked.answer, given))
            if verdict == "wrong" and wanted.counts:
                stricter.append((asked.answer, given))
    assert kinder == []
    assert stricter == [("12 million", "at least 12 million")]
