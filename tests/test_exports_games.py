"""Sheets for games and spreadsheets, cards and the form: nothing is cut, nothing is a formula."""

import csv
import io
import zipfile
from dataclasses import replace
from itertools import zip_longest
from typing import Any

import pytest
import reading
from conftest import WTO, question
from dangerous import DANGEROUS, UNCARRIED, every_text, flat, quizzes
from exported import asked_of
from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from quizgen.exports import losses, render
from quizgen.exports.carrying import choices, matched, right_answers
from quizgen.exports.loss import Loss
from quizgen.exports.sheets import safe
from quizgen.question import Question
from quizgen.quiz import Quiz

EVERY = every_text()


def book(content: bytes) -> list[list[Any]]:
    """The cells of a workbook's one sheet from A1 on; it holds neither formulas nor links."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        whole = "".join(packed.read(name).decode() for name in packed.namelist())
    assert not [mark for mark in ("<f>", "<f ", "<hyperlink") if mark in whole]
    read = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert read.sheet_names == ["Sheet1"]
    return list(read.get_sheet_by_name("Sheet1").to_python(skip_empty_area=False))


def table(content: bytes) -> list[list[str]]:
    """The cells of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def filled(texts: list[str], number: int) -> list[str]:
    """So many cells, the last of them empty."""
    return [text for text, _ in zip_longest(texts, range(number), fillvalue="")]


def cell(text: str) -> str:
    """The text as a cell of a workbook holds it; a space keeps what would be markup a text."""
    return f" {flat(text)}" if flat(text).startswith("<r>") else flat(text)


def options(question: Question) -> list[str]:
    """The options as cells of a workbook."""
    return [cell(option) for option in choices(question)]


def key(question: Question) -> int:
    """The number of the right answer."""
    return choices(question).index(question.answer) + 1


def require_kahoot(quiz: Quiz) -> None:
    """The sheet is Kahoot's template, with every question that fits."""
    lines = book(render(quiz, "kahoot"))
    head = lines[7]
    assert head[1:3] == ["Question - max 120 characters", "Answer 1 - max 75 characters"]
    assert head[6] == "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs"
    assert head[7] == "Correct answer(s) - choose at least one"
    for number, (asked, line) in enumerate(
        zip(asked_of(quiz, "kahoot"), lines[8:], strict=True), 1
    ):
        expected = [number, cell(asked.stem), *filled(options(asked), 4), 30, key(asked)]
        assert line == expected
        assert len(flat(asked.stem)) <= 120
        assert all(len(flat(option)) <= 75 for option in choices(asked))


def require_wayground(quiz: Quiz) -> None:
    """Each question with its sentence; typed ones with what is accepted."""
    head, *lines = book(render(quiz, "wayground"))
    assert head[:3] == ["Question Text", "Question Type", "Option 1"]
    assert head[7:] == ["Correct Answer", "Time in seconds", "Image Link", "Answer explanation"]
    for asked, line in zip(asked_of(quiz, "wayground"), lines, strict=True):
        typed = not choices(asked)
        texts = [cell(text) for text in right_answers(asked)] if typed else options(asked)
        assert line[0] == cell(" – ".join(filter(None, (flat(asked.context), flat(asked.stem)))))
        assert line[1] == ("Fill-in-the-Blank" if typed else "Multiple Choice")
        assert line[2:9] == [*filled(texts, 5), "" if typed else key(asked), 30]
        assert flat(asked.evidence.text) in line[10]
        assert flat(asked.explanation) in line[10]


def require_blooket(quiz: Quiz) -> None:
    """Eight of 26 columns, no formula."""
    title, head, *lines = table(render(quiz, "blooket"))
    assert title == filled(["Blooket\nImport Template"], 26)
    assert head[:3] == ["Question #", "Question Text", "Answer 1"]
    for number, (asked, line) in enumerate(zip(asked_of(quiz, "blooket"), lines, strict=True), 1):
        shown = filled([safe(flat(option)) for option in choices(asked)], 4)
        cells = [str(number), safe(flat(asked.stem)), *shown, "30", str(key(asked))]
        assert line == filled(cells, 26)


def require_csv(quiz: Quiz) -> None:
    """All questions, with all that explains them."""
    head, *lines = table(render(quiz, "csv"))
    for asked, line in zip(quiz.questions, lines, strict=True):
        row = dict(zip(head, line, strict=True))
        assert row["Question"] == safe(asked.stem)
        assert row["Line above"] == safe(asked.context)
        assert row["Explanation"] == safe(asked.explanation)
        assert row["Sentence"] == safe(asked.evidence.text)
        assert row["Also right"] == safe(" | ".join(asked.accepted))
        pairs = [" – ".join(pair) for pair in asked.pairs]
        assert row["Answer"] == safe(" | ".join(pairs or asked.items) or asked.answer)
        for number, option in enumerate(asked.options or (), 1):
            assert row[f"Option {number}"] == safe(option)


def require_quizlet(quiz: Quiz) -> None:
    """A line with one tab for each card."""
    lines = render(quiz, "quizlet").decode().split("\n")
    assert lines.pop() == ""
    cards = [line.split("\t") for line in lines]
    assert all(len(card) == 2 for card in cards)
    found = iter(cards)
    for asked in asked_of(quiz, "quizlet"):
        if asked.pairs:
            assert [next(found) for _ in asked.pairs] == [[*map(flat, pair)] for pair in
                                                          asked.pairs]  # fmt: skip
            continue
        front, back = next(found)
        assert front == " – ".join(filter(None, (flat(asked.context), flat(asked.stem))))
        items = [f"{place}. {flat(item)}" for place, item in enumerate(asked.items, 1)]
        assert back == ("; ".join(items) or flat(asked.answer))
    assert next(found, None) is None


SHEETS = [require_kahoot, require_wayground, require_blooket, require_csv, require_quizlet]


@pytest.mark.parametrize("require", SHEETS)
def test_every_dangerous_text_comes_back(require: Any) -> None:
    """In every field of every question that the format says it carries."""
    require(EVERY)


@settings(max_examples=20)
@given(quizzes())
def test_every_text_comes_back(quiz: Quiz) -> None:
    """Whatever stands in it."""
    for require in SHEETS:
        require(quiz)


@pytest.mark.parametrize(
    "form", ["kahoot", "wayground", "blooket", "csv", "quizlet", "forms", "aiken", "gift"]
)
def test_the_same_quiz_gives_the_same_bytes(form: str) -> None:
    """Also when it is made anew."""
    assert render(EVERY, form) == render(every_text(), form)


@pytest.mark.parametrize("text", UNCARRIED)
@pytest.mark.parametrize("form", ["kahoot", "wayground", "blooket", "csv", "quizlet", "forms"])
def test_characters_that_no_file_takes_break_nothing(quiz: Quiz, text: str, form: str) -> None:
    """They come back as something else."""
    asked = replace(WTO, stem=text, answer=text, options=(text, "b"))
    assert render(replace(quiz, questions=(asked,), title=text), form)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"stem": "x" * 121}, "the question has 121 characters, Kahoot takes 120"),
        ({"options": (WTO.answer, "x" * 76)}, "an answer has 76 characters, Kahoot takes 75"),
        ({"options": (WTO.answer, *"abcd")}, "it has 5 options, Kahoot takes 4"),
        ({"stem": "x" * 120, "options": (WTO.answer, "x" * 75)}, ""),
    ],
)
def test_what_does_not_fit_kahoot_is_left_out_and_told(
    quiz: Quiz, changes: dict[str, Any], reason: str
) -> None:
    """To the character."""
    asked = replace(quiz, questions=(replace(WTO, **changes),))
    told = [loss for loss in losses(asked, "kahoot") if loss.whole]
    assert told == ([Loss("q-wto", f"left out: {reason}", whole=True)] if reason else [])
    assert len(book(render(asked, "kahoot"))) == 8 + (not reason)


def test_what_does_not_fit_wayground_is_told(quiz: Quiz) -> None:
    """More accepted answers than columns, an explanation longer than a cell, other types."""
    asked = (
        question("short_answer", accepted=tuple("abcde")),
        question("multiple_choice", options=WTO.options, explanation="x" * 33_000),
        question("ordering", items=("a", "b")),
        question("multiple_choice", id="q-six", options=(WTO.answer, *"abcde")),
    )
    assert set(losses(replace(quiz, questions=asked), "wayground")) == {
        Loss("q-short_answer", "only 5 of its right answers are kept"),
        Loss("q-multiple_choice", "its explanation is left out: it is too long for a cell"),
        Loss("q-ordering", "left out: Wayground's sheet takes no matching and no ordering", True),
        Loss("q-six", "left out: it has 6 options, Wayground takes 5", True),
    }


def test_blooket_tells_where_an_apostrophe_stands(quiz: Quiz) -> None:
    """Before what a spreadsheet would calculate."""
    asked = replace(WTO, options=("=1+1", WTO.answer))
    told = losses(replace(quiz, questions=(asked,)), "blooket")
    what = "an apostrophe stands before what a spreadsheet would calculate"
    assert told[-1] == Loss("q-wto", what)


def told_of(found: dict[str, Any]) -> list[Any]:
    """What a form's item asks, offers and marks as right."""
    offered = found.get("setChoices", [])
    right = [choice["value"] for choice in offered if choice["right"]]
    return [found["setTitle"], [choice["value"] for choice in offered], right]


def test_the_form_gets_every_dangerous_text_back() -> None:
    """The script runs as it is; a typed answer stands in the feedback, and that is told."""
    script = render(EVERY, "forms")
    assert b"</script>" not in script
    made = reading.form(script)
    assert made["title"] == EVERY.title
    found = iter(made["items"])
    for asked in asked_of(EVERY, "forms"):
        first = next(found)
        assert first["setTitle"] == flat(asked.stem)
        assert first["setHelpText"] == flat(asked.context)
        if pairs := [(flat(left), flat(right)) for left, right in matched(asked)]:
            offered = sorted({right for _, right in pairs}, key=_utf16)
            for left, right in pairs:
                assert told_of(next(found)) == [left, offered, [right]]
        elif choices(asked):
            shown = [flat(option) for option in choices(asked)]
            assert told_of(first) == [flat(asked.stem), shown, [flat(asked.answer)]]
            assert flat(asked.evidence.text) in first["setFeedbackForIncorrect"]["text"]
        else:
            assert first["setGeneralFeedback"]["text"].startswith(f"{flat(asked.answer)} / ")
    assert next(found, None) is None


def _utf16(text: str) -> bytes:
    """The order in which JavaScript sorts."""
    return text.encode("utf-16-be")


def test_the_form_is_valid_javascript(tmp_path: Any) -> None:
    """By Node.js."""
    (tmp_path / "form.js").write_bytes(render(EVERY, "forms"))
    reading.node("--check", str(tmp_path / "form.js"))
    what = "the form can't mark what is typed; the answer stands in its feedback"
    typed = [loss for loss in losses(EVERY, "forms") if loss.what == what]
    assert len(typed) == 2 * len(DANGEROUS)
