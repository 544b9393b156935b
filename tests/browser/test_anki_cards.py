"""Anki's cards in a real browser: rendered by the real Anki, in the frames of its apps.

On a computer one page lives on from card to card, on phones each side is a page of its own. With a
folder in QUIZGEN_SCREENS every kind of card is pictured into it, by day and by night.
"""

import base64
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ARTICLE, WTO, evidence, question

from quizgen.exports import render
from quizgen.quiz import Quiz

if not os.environ.get("CI"):  # CI must not pass without the real Anki
    pytest.importorskip("anki.collection")

from collections_of_anki import Anki

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SCREENS = "QUIZGEN_SCREENS"
PLACE = "http://anki.example/card"
PHONE = {"width": 390, "height": 780}
PICTURED = {"width": 390, "height": 300}  # pictures are as high as what is on them
REFERRED = (
    "Seoul has called the export curbs “retaliatory” and referred them to the World Trade "
    "Organization."
)
WARNED = "South Korea’s Moon Jae-in warned Japan on Monday."
LEE = "Lee Ho-hyeon is an official from the trade ministry."
STORY = replace(
    ARTICLE,
    text=f"{REFERRED} {WARNED} Shinzo Abe leads Japan. {LEE}",
)
QUIZ = Quiz(
    "quiz-1",
    "Export curbs",
    (STORY,),
    (
        replace(
            WTO, stem="To which body did Seoul refer the export curbs?",
            context="Japan tells South Korea officials […], 13 July 2019",
            explanation="Seoul took the matter to the WTO, which settles disputes over trade.",
            evidence=evidence(STORY, REFERRED),
        ),
        question(
            "true_false", stem="Seoul has called the export curbs “fair”.", answer="False",
            options=("True", "False"), evidence=evidence(STORY, REFERRED),
        ),
        question(
            "short_answer", stem="Which South Korean warned Japan on Monday?", answer="Moon Jae-in",
            accepted=("Moon",), evidence=evidence(STORY, WARNED),
        ),
        question(
            "cloze", stem="Seoul has referred the export curbs to the ____.",
            evidence=evidence(STORY, REFERRED),
        ),
        question(
            "matching", stem="Who is who? Match the people with what they are.", answer="",
            accepted=(), evidence=evidence(STORY, "Shinzo Abe leads Japan."),
            pairs=(("Moon Jae-in", "president of South Korea"), ("Shinzo Abe", "leader of Japan"),
                   ("Lee Ho-hyeon", "official of a ministry")),
            further=(evidence(STORY, LEE),),
        ),
        question(
            "ordering", stem="Put the events in order, the earliest first.", answer="", accepted=(),
            items=("A court rules", "Japan tightens its controls", "The two sides meet"),
        ),
    ),
)  # fmt: skip
NAMES = ("choice", "true-false", "typed", "cloze", "matching", "ordering")
CHANCE = """
    let drawn = Number(window.name) || 7;  // goes on from page to page
    Math.random = () => {
        drawn = drawn * 16807 % 2147483647;
        window.name = String(drawn);
        return drawn / 2147483647;
    };
"""
Frame = Callable[..., "Page"]
Show = Callable[["Page", str], "Page"]


@pytest.fixture(scope="module")
def anki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Anki]:
    """Anki with a card of each kind, in this order."""
    program = Anki(tmp_path_factory.mktemp("anki"))
    program.take(QUIZ)
    yield program
    program.close()


@pytest.fixture
def sides(anki: Anki) -> dict[str, Any]:
    """The cards by their names."""
    return dict(zip(NAMES, anki.cards(), strict=True))


@pytest.fixture
def phone(browser: "Browser") -> Iterator[Frame]:
    """Opens phones without anything on them; a request elsewhere fails the test."""
    contexts = []

    def open_(*, script: bool = True, **given: Any) -> "Page":
        context = browser.new_context(
            viewport=given.pop("viewport", PHONE), java_script_enabled=script, **given
        )
        contexts.append(context)
        page = context.new_page()
        page.route("**/*", lambda route: route.abort())
        page.add_init_script(CHANCE)
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        return page

    yield open_
    for context in contexts:
        context.close()


def shown(page: "Page", html: str, *, night: bool = False) -> "Page":
    """A side of a card as a page of its own, as on phones."""
    classes = "card card1" + (" nightMode night_mode" if night else "")
    whole = (
        '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<body class="{classes}"><div id="qa">{html}</div></body>'
    )
    page.unroute("**/*")
    page.route("**/*", lambda route: route.fulfill(body=whole, content_type="text/html"))
    page.goto(PLACE)
    return page


def swapped(page: "Page", html: str) -> "Page":
    """A side of a card in the page that is there, as on a computer, which runs its scripts."""
    page.evaluate(
        """html => {
            const qa = document.getElementById("qa");
            qa.innerHTML = html;
            for (const old of qa.querySelectorAll("script")) {
                const fresh = document.createElement("script");
                fresh.textContent = old.textContent;
                old.replaceWith(fresh);
            }
        }""",
        html,
    )
    return page


def typing(card: Any, given: str | None = None) -> str:
    """The side of a typed card: with the box or, once something was typed, Anki's comparison."""
    if given is None:
        box = '<center>\n<input type=text id=typeans style="font-size: 20px">\n</center>'
        return str(card.question().replace("[[type:nc:Answer]]", box))
    expected = card.note()["Answer"]
    compared = card.col.compare_answer(expected, given, combining=False)
    return str(card.answer().replace("[[type:nc:Answer]]", f"<div>{compared}</div>"))


def rows(page: "Page") -> list[str]:
    """The options in their order, without numbers and verdicts."""
    return page.eval_on_selector_all(  # type: ignore[no-any-return]
        ".options li",
        """rows => rows.map(row => [...row.childNodes]
            .filter(node => node.nodeType === Node.TEXT_NODE)
            .map(node => node.textContent.trim()).join(""))""",
    )


def verdicts(page: "Page") -> dict[str, str]:
    """The verdict on each option that has one."""
    found = page.locator(".options li:has(.verdict)").all()
    return {
        row.inner_text().split("\n")[0][1:].strip(): row.locator(".verdict").inner_text()
        for row in found
    }


def press(page: "Page", option: str) -> None:
    """Choose an option by the number that it has now."""
    page.keyboard.press(str(rows(page).index(option) + 1))


RIGHT, WRONG = "World Trade Organization", "United Nations"


@pytest.mark.parametrize("show", [shown, swapped], ids=["phone", "computer"])
def test_the_back_keeps_the_order_and_tells_right_from_wrong(
    phone: Frame, sides: dict[str, Any], show: Show
) -> None:
    """In words, with a sign and in colour, whether the page lives on or not."""
    card, page = sides["choice"], phone()
    shown(page, "")
    orders = set()
    for chosen, words in ((WRONG, "✗ Wrong"), (RIGHT, "✓ Right")) * 4:
        show(page, card.question())
        order = rows(page)
        orders.add(tuple(order))
        assert sorted(order) == sorted(WTO.options or ())
        assert page.locator(".verdict").count() == 0
        press(page, chosen)
        assert page.locator("[aria-checked=true]").inner_text().endswith(chosen)
        show(page, card.answer())
        assert rows(page) == order
        assert page.locator("#quizgen-verdict").inner_text() == words
        told = {RIGHT: "✓ Right · your choice"}
        if chosen == WRONG:
            told = {WRONG: "✗ Wrong · your choice", RIGHT: "✓ Right answer"}
        assert verdicts(page) == told
        assert page.locator("#quizgen-letter").inner_text() == ""
    assert len(orders) > 1


def test_options_are_chosen_by_tap_too(phone: Frame, sides: dict[str, Any]) -> None:
    """The last one counts; a tap does not turn the card over in Anki's apps."""
    page = shown(phone(has_touch=True), sides["choice"].question())
    page.get_by_role("radio", name=WRONG).tap()
    page.get_by_role("radio", name=RIGHT).tap()
    assert page.locator(".tappable").count() == 4
    shown(page, sides["choice"].answer())
    assert page.locator("#quizgen-verdict").inner_text() == "✓ Right"


def test_true_and_false_keep_their_places(phone: Frame, sides: dict[str, Any]) -> None:
    """And are chosen by 1 and 2."""
    page = shown(phone(), sides["true-false"].question())
    assert rows(page) == ["True", "False"]
    page.keyboard.press("1")
    shown(page, sides["true-false"].answer())
    assert verdicts(page) == {"True": "✗ Wrong · your choice", "False": "✓ Right answer"}


@pytest.mark.parametrize("show", [shown, swapped], ids=["phone", "computer"])
def test_no_choice_leaks_to_another_card(phone: Frame, sides: dict[str, Any], show: Show) -> None:
    """A back shown alone takes nothing from the card before, and keys mean nothing there."""
    page = phone()
    shown(page, sides["choice"].question())
    press(page, WRONG)
    show(page, sides["true-false"].answer())
    page.keyboard.press("1")
    assert page.locator("#quizgen-verdict").inner_text() == ""
    assert verdicts(page) == {"False": "✓ Right answer"}
    show(page, sides["choice"].question())
    press(page, WRONG)
    alike = sides["choice"].answer().replace("To which body", "To what body")
    show(page, alike)
    assert verdicts(page) == {RIGHT: "✓ Right answer"}
    show(page, sides["cloze"].question())
    page.keyboard.press("1")
    show(page, sides["choice"].question())
    show(page, sides["choice"].answer())
    assert verdicts(page) == {RIGHT: "✓ Right answer"}


def test_without_scripts_a_card_is_a_plain_list(phone: Frame, sides: dict[str, Any]) -> None:
    """In the order of the quiz, lettered; the back marks the key and names its letter."""
    page = shown(phone(script=False), sides["choice"].question())
    assert page.locator(".options").evaluate("list => list.type") == "A"
    shown(page, sides["choice"].answer())
    assert page.locator(".options li").all_inner_texts() == list(WTO.options or ())
    assert page.locator(".answer").inner_text() == "B. World Trade Organization"
    sign = "row => getComputedStyle(row, '::after').content"
    assert page.locator(".options .key").evaluate(sign) == '" ✓"'


def test_without_storage_a_computer_still_remembers(phone: Frame, sides: dict[str, Any]) -> None:
    """And a phone shows the back as it was written."""
    page = phone()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('none'); }});"
    )
    shown(page, sides["choice"].question())
    press(page, RIGHT)
    swapped(page, sides["choice"].answer())
    assert page.locator("#quizgen-verdict").inner_text() == "✓ Right"
    shown(page, sides["choice"].answer())
    assert rows(page) == list(WTO.options or ())


def test_a_computer_hands_number_keys_over_and_takes_the_others_back(
    phone: Frame, sides: dict[str, Any]
) -> None:
    """There Anki has a use of its own for keys, except where one can type."""
    page = phone()
    page.add_init_script("window.said = []; window.pycmd = word => window.said.push(word);")
    shown(page, sides["choice"].question())
    focused = "document.activeElement.className"
    assert page.evaluate(focused) == "catcher"
    press(page, WRONG)
    press(page, RIGHT)
    assert page.evaluate("window.said") == []
    page.keyboard.press("Space")
    assert page.evaluate("window.said") == ["ans"]
    assert page.evaluate(focused) != "catcher"
    swapped(page, sides["choice"].answer())
    assert page.locator("#quizgen-verdict").inner_text() == "✓ Right"
    assert page.locator(".catcher").count() == 0
    swapped(page, sides["choice"].question())
    page.keyboard.press("e")
    assert page.evaluate(focused) != "catcher"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("Moon Jae-in", "✓ Right"),
        ("moon jae in", "✓ Right"),
        ("the Moon", "✓ Right"),
        ("Móon Jae-in.", "✓ Right"),
        ("Moon Jae", "≠ Not the same: compare the two"),
        ("Abe", "≠ Not the same: compare the two"),
        ("", ""),
    ],
)
def test_a_typed_answer_is_judged_as_a_reader_would(
    phone: Frame, sides: dict[str, Any], given: str, words: str
) -> None:
    """Anki compares letters; capitals, marks and other right answers are no fault."""
    page = shown(phone(), typing(sides["typed"], given))
    assert page.locator("#quizgen-verdict").inner_text() == words


CONTRAST = """() => {
    const channel = value => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    const light = colour => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map(part => channel(part / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = node => {
        for (; node; node = node.parentElement) {
            const colour = getComputedStyle(node).backgroundColor;
            if (!/, 0\\)$/.test(colour)) { return colour; }
        }
        return "rgb(255, 255, 255)";
    };
    const told = {};
    for (const node of document.querySelectorAll("#qa *")) {
        const own = [...node.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        if (!own || !node.offsetParent) { continue; }
        const [a, b] = [getComputedStyle(node).color, behind(node)].map(light);
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) { told[node.className || node.tagName] = ratio; }
    }
    return told;
}"""


@pytest.mark.parametrize("time", ["day", "night"])
def test_every_word_can_be_read(phone: Frame, sides: dict[str, Any], time: str) -> None:
    """With a contrast of 4.5 to 1 at least, and nothing is wider than a small phone."""
    page = phone(viewport={"width": 320, "height": 640})
    for card in sides.values():
        for html in (typing(card), typing(card, "Moon Jae")):
            shown(page, html, night=time == "night")
            if html == card.question() and rows(page):
                page.keyboard.press("1")
            assert page.evaluate(CONTRAST) == {}
            assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_long_words_do_not_widen_a_card(phone: Frame, tmp_path: Path) -> None:
    """Nor does an address without a space."""
    long = "x" * 300
    anki = Anki(tmp_path)
    anki.take(replace(QUIZ, questions=(replace(WTO, stem=long, options=(long, WTO.answer)),)))
    (card,) = anki.cards()
    for html in (card.question(), card.answer()):
        page = shown(phone(), html)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    anki.close()


def test_the_cards_are_pictured(phone: Frame, sides: dict[str, Any], tmp_path: Path) -> None:
    """Front and back of each kind by day and by night, and of a withdrawn card."""
    folder = Path(os.environ.get(SCREENS) or tmp_path)
    gone = Anki(tmp_path)
    gone.take(replace(QUIZ, questions=()), since=render(QUIZ, "anki"))
    for name, card in {**sides, "withdrawn": gone.cards()[2]}.items():
        taken = [_pictures(phone(viewport=PICTURED), card, night=night) for night in (False, True)]
        path = folder / f"anki-{name}.png"
        _beside(phone(viewport={"width": 1640, "height": 400}), [*taken[0], *taken[1]], path)
        assert path.read_bytes().startswith(b"\x89PNG")
    gone.close()


def _pictures(page: "Page", card: Any, *, night: bool) -> list[bytes]:
    """The front, with something chosen or typed, and the back."""
    shown(page, typing(card), night=night)
    given = "Moon"
    if page.locator("[role=radio]").count():
        page.keyboard.press("2")
    if page.locator("#typeans").count():
        page.locator("#typeans").fill(given)
    front = page.screenshot(full_page=True)
    shown(page, typing(card, given), night=night)
    return [front, page.screenshot(full_page=True)]


def _beside(page: "Page", pictures: list[bytes], path: Path) -> None:
    """The pictures beside each other as one."""
    coded = (base64.b64encode(picture).decode() for picture in pictures)
    images = "".join(f'<img width="390" src="data:image/png;base64,{code}">' for code in coded)
    style = "margin:0;padding:16px;display:flex;align-items:start;gap:16px;background:#8a8a8a"
    shown(page, "")
    page.set_content(f'<body style="{style}">{images}</body>', wait_until="load")
    page.screenshot(path=str(path), full_page=True)
