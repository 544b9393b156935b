"""Every page in a browser, in both widths, in light and dark: it fits, it can be read and touched.

axe-core looks at each; what a page of Streamlit without anything of ours has too is not counted.
Pages are listed in `browsing.PLACES`.
"""

from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
import servers
from browsing import PLACES, Open, Term, picture, settle

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.model]

LOOKS = [("1280", "light"), ("390", "light"), ("1280", "dark")]
GRAVE = {"serious", "critical"}
THUMB = 44  # pixels that a thumb needs
TRIVIAL = """
import streamlit as st
st.title("Trivial")
st.write("A page without anything of ours.")
st.text_input("Name")
st.text_area("Text")
st.selectbox("One of", ["a", "b"])
st.segmented_control("Way", ["a", "b"], default="a")
st.checkbox("Yes")
st.expander("More").write("inside")
st.button("Go", type="primary")
"""
SMALL = """thumb => {
  const held = 'label, [data-testid=stTextInputRootElement], [data-testid=stDateInput],'
    + '[data-testid=stNumberInputContainer], [data-testid=stSelectbox], [data-testid=stSlider],'
    + '[data-testid=stMultiSelect], [data-testid=stTimeInput]';
  const parts = 'button, a[href], input, textarea, summary, select';
  return [...document.querySelectorAll(`[data-testid=stMain] :is(${parts})`)].filter(each => {
    const box = (each.closest(held) ?? each).getBoundingClientRect();
    const help = each.closest('[data-testid=stTooltipIcon], .qz-source, .qg-article');
    return box.width > 1 && box.height < thumb - .5 && !help && each.checkVisibility();
  }).map(each => each.outerHTML.slice(0, 200));
}"""
"""The controls lower than a thumb needs, but for signs of help and links within a text."""


@pytest.fixture(scope="module")
def trivial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a trivial app."""
    folder = tmp_path_factory.mktemp("trivial")
    script = folder / "trivial.py"
    script.write_text(TRIVIAL, "utf-8")
    with servers.streamlit(script, folder) as address:
        yield address


def faults(page: "Page") -> dict[tuple[str, str], str]:
    """What axe-core finds of grave faults: the rule and the kind of element, with its HTML."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return {
        (fault["id"], node["html"].partition(" ")[0]): f"{node['html']} {node['failureSummary']}"
        for fault in found["violations"]
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    }


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_every_page_is_sound(
    term: Term, trivial: str, opened: Open, width: str, scheme: str
) -> None:
    """No error, nothing to scroll sideways, no grave fault, nothing too small for a thumb."""
    plain = opened(trivial, width, scheme)
    plain.get_by_role("button", name="Go").wait_for()
    settle(plain)
    usual = faults(plain)
    wrong: dict[str, object] = {}
    with servers.app(term.folder) as app:
        page = opened(app, width, scheme)
        for name, place in PLACES.items():
            page.goto(f"{app}/{place.address.format(**term.names)}")
            page.get_by_role("heading", level=1).first.wait_for()
            settle(page)
            place.do(page)
            settle(page)
            picture(page, name if scheme == "light" else f"{name}-dark")
            wrong[name] = list(_wrong(page, usual, width))
    assert not {name: told for name, told in wrong.items() if told}


def _wrong(page: "Page", usual: dict[tuple[str, str], str], width: str) -> Iterator[object]:
    if page.get_by_test_id("stException").count():
        yield "an error"
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        yield "it must be scrolled sideways"
    yield from (told for kind, told in faults(page).items() if kind not in usual)
    if width == "390":
        yield from page.evaluate(SMALL, THUMB)


def test_axe_finds_what_is_wrong(opened: Open, trivial: str) -> None:
    """A picture without words and a pale text: the check can fail."""
    page = opened(trivial)
    page.get_by_role("button", name="Go").wait_for()
    page.evaluate(
        "document.querySelector('[data-testid=stMarkdown] p').insertAdjacentHTML('afterend',"
        '\'<img src="data:,"><p style="color:#ccc;background:#fff">pale</p>\')'
    )
    assert {("image-alt", "<img"), ("color-contrast", "<p")} <= set(faults(page))
