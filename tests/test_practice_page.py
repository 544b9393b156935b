"""The practice page: one file, whose texts are data and whose judge is no kinder than quizgen's."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

import pytest
from classroom import CARS
from conftest import ARTICLE, WTO, question
from dangerous import every_text, flat, quizzes
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from test_worksheets import ASKED

from quizgen.exports import practice_page, render
from quizgen.exports.print_settings import PrintSettings
from quizgen.exports.typed_keys import typed_keys
from quizgen.exports.worksheet import in_head
from quizgen.question import GAP, Question
from quizgen.quiz import Quiz


class Read(HTMLParser):
    """What an HTML parser sees of a page: its elements, and the contents of scripts and styles."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.contents: dict[str, str] = {}
        self.feed(page.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Note that what follows stands in no script or style."""
        self.elements.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        """Note what stands in the element that began last."""
        tag, attributes = self.elements[-1] if self.elements else ("", {})
        name = "quiz" if attributes.get("id") == "quiz" else tag
        self.contents[name] = self.contents.get(name, "") + data


def data_of(quiz: Quiz) -> dict[str, Any]:
    """The data that the page's script reads."""
    found: dict[str, Any] = json.loads(Read(render(quiz, "html")).contents["quiz"])
    return found


def strings(value: Any) -> set[str]:
    """All texts in a value of JSON."""
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for each in inner for text in strings(each)}


def texts_of(quiz: Quiz) -> set[str]:
    """The texts of a quiz that a student must be able to see."""
    found = {quiz.title, *(article.title for article in quiz.articles)} - {quiz.title}
    for q in quiz.questions:
        stem = q.stem.partition(GAP)[::2] if q.type == "cloze" else (q.stem,)
        found |= {*stem, *(q.options or ()), *q.items, q.explanation}
        found |= set() if in_head(quiz, q) else {q.context}
        found |= {text for pair in q.pairs for text in pair}
    return {quiz.title, *found}


def lacking(quiz: Quiz) -> list[str]:
    """The texts of a quiz that do not come back from its page."""
    told = {text.strip() for text in strings(data_of(quiz))}
    return [text for text in texts_of(quiz) if flat(text) not in told]


def test_every_dangerous_text_comes_back() -> None:
    """From the block of data, by a parser that knows nothing of quizgen."""
    assert lacking(every_text()) == []


@given(quizzes())
@hypothesis_settings(max_examples=15)
def test_any_text_comes_back(quiz: Quiz) -> None:
    """The same for any texts together."""
    assert lacking(quiz) == []


def test_no_text_becomes_part_of_the_page() -> None:
    """Whatever a quiz holds, the page has the same elements."""
    plain = [tag for tag, _ in Read(render(Quiz("q", "", (), ()), "html")).elements]
    page = render(every_text(("multiple_choice", "cloze", "matching")), "html")
    assert [tag for tag, _ in Read(page).elements] == plain
    block = re.search(rb'id="quiz">(.*?)</script>', page, re.DOTALL)
    assert block is not None
    assert not re.search(rb"[<>&]|[^\x00-\x7f]", block[1])


def test_only_its_own_script_and_style_may_run(quiz: Quiz) -> None:
    """The policy names both by their hashes and lets nothing be fetched or sent."""
    read = Read(render(quiz, "html"))
    policy = next(a["content"] for _, a in read.elements if "http-equiv" in a) or ""
    for name in ("script", "style"):
        digest = b64encode(sha256(read.contents[name].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not [a for _, a in read.elements if {"src", "href", "style", "onclick"} & set(a)]
    assert "innerHTML" not in read.contents["script"]


def test_equal_quizzes_give_equal_bytes(quiz: Quiz) -> None:
    """With the title of the page and the language of the article."""
    page = render(replace(quiz, title="A < B"), "html")
    assert page == render(replace(quiz, title="A < B"), "html")
    assert b"<title>A &lt; B</title>" in page
    assert b'<html lang="en">' in page
    other = replace(quiz, articles=(replace(ARTICLE, language='x" onload="'),))
    assert b'<html lang="en">' in render(other, "html")


def test_the_article_is_there_where_it_is_wanted(quiz: Quiz) -> None:
    """Usually only its title, day and address; whole where the teacher may hand it out."""
    sentence = "It sold 12 million cars, 30 per cent more than in 2018."
    asked = replace(quiz, questions=(WTO,))
    assert sentence.encode() not in render(asked, "html")
    wanted = PrintSettings(article=True)
    assert sentence.encode() not in practice_page.render(asked, settings=wanted)
    assert sentence.encode() in practice_page.render(
        asked, settings=replace(wanted, with_text=True)
    )
    assert data_of(asked)["stories"][0]["url"] == ARTICLE.url


def test_each_type_is_asked_in_its_way(quiz: Quiz) -> None:
    """Choices keep their order, what is matched or ordered does not; the key explains."""
    asked = {each["kind"]: each for each in data_of(replace(quiz, questions=ASKED))["questions"]}
    assert set(asked) == {"choice", "typed", "matching", "ordering"}
    assert asked["choice"]["choices"] == list(WTO.options or ())
    for kind in ("matching", "ordering"):
        assert sorted(asked[kind]["choices"]) == sorted(asked[kind]["parts"])
        assert asked[kind]["choices"] != asked[kind]["parts"]
    assert asked["choice"]["quoted"][0]["key"] == "World Trade Organization"
    unchosen = replace(quiz, questions=(replace(WTO, options=None),))
    assert data_of(unchosen)["questions"][0]["kind"] == "typed"


@pytest.mark.parametrize(
    ("asked", "keys", "not_keys"),
    [
        (question("short_answer"), ("world trade organization", "wto"), ("world bank",)),
        (
            question("short_answer", answer="Moon Jae-in", answer_kind="person", accepted=()),
            ("moon jae in", "moon"),
            ("jae in",),
        ),
        (
            question("short_answer", answer="13 July 2019", answer_kind="date", accepted=()),
            ("13 july 2019", "july 13", "2019 07 13", "jul 13 2019"),
            ("july 2019", "13", "july"),
        ),
    ],
)
def test_keys_are_what_quizgen_takes_for_right(
    asked: Question, keys: tuple[str, ...], not_keys: tuple[str, ...]
) -> None:
    """In the forms that people write."""
    found = typed_keys(asked, ARTICLE.text)
    assert set(keys) <= set(found.keys)
    assert not set(not_keys) & set(found.keys)


def test_a_surname_of_two_people_is_no_key() -> None:
    """As in the app."""
    asked = question("short_answer", answer="George Bush", answer_kind="person", accepted=())
    assert "bush" in typed_keys(asked, "George Bush spoke.").keys
    assert "bush" not in typed_keys(asked, "George Bush spoke. Laura Bush left.").keys


def test_an_amount_has_the_units_that_may_be_typed() -> None:
    """Those of the key and of the stem."""
    found = typed_keys(CARS, ARTICLE.text).amount
    assert found is not None
    assert found.value == 12_000_000
    assert "cars" in found.units
    dollars = typed_keys(replace(CARS, answer="$12 million", stem="How much?"), "").amount
    assert dollars is not None
    assert "$" in dollars.units
    assert typed_keys(question("short_answer"), "").amount is None


def test_what_one_slip_would_make_of_a_key_is_known() -> None:
    """Other options, words of the article, and names that the gazetteer knows."""
    asked = question("short_answer", answer="Gambia", accepted=(), spares=("Gambea",))
    assert {"zambia", "gambea"} <= set(typed_keys(asked, "").others)
    assert "gambias" in typed_keys(asked, "The gambias left.").others
    assert "gambia" not in typed_keys(asked, "Gambia won.").others
