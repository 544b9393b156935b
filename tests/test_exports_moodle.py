"""Moodle XML, GIFT and Aiken: read by others, and by the rules of Moodle's own readers."""

import re
from dataclasses import replace
from io import StringIO
from typing import Any

import lxml.etree
import moodle_xml_parser.parser
import pygiftparser.parser
import pytest
import reading
from conftest import WTO, question
from dangerous import KINDS, UNCARRIED, every_text, flat, quizzes
from exported import asked_of, stem
from hypothesis import given, settings

from quizgen.exports import losses, render
from quizgen.exports.carrying import carried, choices, flaw, matched, right_answers
from quizgen.exports.loss import Loss
from quizgen.question import Question
from quizgen.quiz import Quiz

TYPES = {"category", "multichoice", "truefalse", "shortanswer", "matching"}


def in_moodle(quiz: Quiz) -> list[lxml.etree._Element]:
    """The questions of the Moodle XML, without the category."""
    content = render(quiz, "moodle")
    assert content.startswith(b"<?xml ")
    found = lxml.etree.fromstring(content).findall("question")
    assert found[0].get("type") == "category"
    return list(found[1:])


def answers(found: lxml.etree._Element) -> list[tuple[str, str]]:
    """The answers of a question in Moodle XML, each with its part of the points."""
    return [(each.findtext("text") or "", each.get("fraction") or "") for each in
            found.findall("answer")]  # fmt: skip


def require_same(question: Question, found: lxml.etree._Element) -> None:
    """The question in Moodle XML is what it was, by Moodle's rules for its type."""
    assert found.findtext("name/text")
    assert reading.paragraphs(found.findtext("questiontext/text") or "") == stem(question)
    assert found.findtext("idnumber") == question.id
    kind = found.get("type")
    if question.type in {"matching", "ordering"}:
        pairs = [
            (reading.text(part.findtext("text") or ""), part.findtext("answer/text"))
            for part in found.findall("subquestion")
        ]
        assert pairs == [(flat(left), flat(right)) for left, right in matched(question)]
    elif kind == "truefalse":
        expected = [(text.lower(), "100" if text == question.answer else "0") for text in
                    ("True", "False")]  # fmt: skip
        assert answers(found) == expected
    elif kind == "multichoice":
        expected = [(flat(o), "100" if o == question.answer else "0") for o in choices(question)]
        assert [(reading.text(text), points) for text, points in answers(found)] == expected
    else:
        texts = [re.sub(r"\\\*", "*", text) for text, _ in answers(found)]
        assert texts == [flat(answer) for answer in right_answers(question)]
        assert not [text for text, _ in answers(found) if re.search(r"(?<!\\)\*", text)]


@settings(max_examples=30)
@given(quizzes())
def test_moodle_gets_every_text_back(quiz: Quiz) -> None:
    """Of all types, whatever stands in them."""
    found = in_moodle(quiz)
    assert {each.get("type") for each in found} <= TYPES
    for asked, each in zip(asked_of(quiz, "moodle"), found, strict=True):
        require_same(asked, each)


def test_moodle_gets_every_dangerous_text_back() -> None:
    """In every field; ids are given once, and the same quiz gives the same bytes."""
    quiz = every_text()
    found = in_moodle(quiz)
    for asked, each in zip(carried(quiz, flaw), found, strict=True):
        require_same(asked, each)
        shown = reading.paragraphs(each.findtext("generalfeedback/text") or "")
        assert flat(asked.explanation) in shown
        assert flat(asked.evidence.text) in shown
    ids = [each.findtext("idnumber") for each in found]
    assert len(set(ids)) == len(ids)
    assert render(quiz, "moodle") == render(every_text(), "moodle")


def test_another_program_reads_the_moodle_file(quiz: Quiz) -> None:
    """With options, points and feedback."""
    (found,) = moodle_xml_parser.parser.parse_bytes(render(quiz, "moodle"))["multichoice"]
    assert [option.answer for option in found.options] == list(WTO.options or ())
    assert [option.score_fraction for option in found.options] == [0, 100, 0, 0]
    assert (found.single, found.shuffle_answers, found.default_grade) == (True, True, 1)
    assert "<strong>World Trade Organization</strong>" in str(found.general_feedback)


def test_moodle_keeps_tags_and_where_the_sentence_stands(quiz: Quiz) -> None:
    """The field of a cloze question stands in the place of the gap."""
    found = in_moodle(quiz)
    assert [tag.text for tag in found[0].findall("tags/tag/text")] == ["quizgen", "easy", "body"]
    feedback = found[0].findtext("generalfeedback/text") or ""
    assert "The article says so." in feedback
    assert '<a href="https://news.example/curbs?a=1&amp;b=2">' in feedback
    assert "13 July 2019" in feedback
    assert " the _____." in (found[-1].findtext("questiontext/text") or "")
    assert losses(quiz, "moodle") == ()


def test_order_is_asked_by_places(quiz: Quiz) -> None:
    """Which is told, and does not show the order."""
    ordering = question("ordering", items=("signed", "broken", "ended"))
    asked = replace(quiz, questions=(ordering,))
    (found,) = in_moodle(asked)
    texts = [part.findtext("answer/text") for part in found.findall("subquestion")]
    assert texts == ["2", "3", "1"]
    (told,) = losses(asked, "moodle")
    assert told == Loss("q-ordering", "put in order by choosing the place of each item")


@pytest.mark.parametrize(
    ("flawed", "reason"),
    [
        (question("multiple_choice", options=("A", "B")), "its answer is none of its options"),
        (question("multiple_choice"), "its answer is none of its options"),
        (question("true_false", answer="Perhaps"), "its answer is none of its options"),
        (question("matching", pairs=(("a", "b"),)), "it has too few parts"),
        (question("short_answer", answer=" "), "it has no answer"),
        (question("cloze", stem=" "), "it has no text"),
    ],
)
def test_questions_that_nobody_could_mark_are_left_out(
    quiz: Quiz, flawed: Question, reason: str
) -> None:
    """Told by every format that marks answers, and missing in none of them silently."""
    asked = replace(quiz, questions=(flawed,))
    for form in ("moodle", "gift", "aiken", "canvas", "blackboard", "kahoot", "wayground",
                 "blooket", "quizlet", "forms"):  # fmt: skip
        (told,) = [loss for loss in losses(asked, form) if loss.whole]
        assert told.question == flawed.id
        assert told.what.startswith("left out: ")
        assert b"Which body did Seoul" not in render(asked, form)
    assert losses(asked, "moodle")[0].what == f"left out: {reason}"


@pytest.mark.parametrize("text", UNCARRIED)
@pytest.mark.parametrize("form", ["moodle", "gift", "aiken", "quizlet"])
def test_characters_that_no_file_takes_are_replaced(quiz: Quiz, text: str, form: str) -> None:
    """Nothing breaks on them."""
    asked = replace(WTO, stem=text, answer=text, options=(text, "b"), context=text, id=text)
    content = render(replace(quiz, questions=(asked,), title=text), form).decode()
    assert content
    assert text not in content


MARKS = re.compile(r"&&(\d+);")  # gift-pegjs leaves its own marks in the right side of a pair


def in_gift(found: dict[str, Any]) -> list[str]:
    """The answers of a question as gift-pegjs reads them."""
    if found["type"] == "Matching":
        return [
            part
            for pair in found["matchPairs"]
            for part in (
                reading.text(pair["subquestion"]["text"]),
                MARKS.sub(lambda mark: chr(int(mark[1])), pair["subanswer"]),
            )
        ]
    if found["type"] == "TF":
        return [str(found["isTrue"])]
    if found["type"] == "Short":
        assert all(each["weight"] == 100 for each in found["choices"])
        return [re.sub(r"\\\*", "*", each["text"]["text"]) for each in found["choices"]]
    right = [each["isCorrect"] for each in found["choices"]]
    assert right.count(True) == 1
    return [str(right.index(True)), *(reading.text(each["text"]["text"]) for each in
                                      found["choices"])]  # fmt: skip


def expected_in_gift(question: Question) -> list[str]:
    """What the same answers are in the quiz."""
    if question.type in {"matching", "ordering"}:
        return [flat(part) for pair in matched(question) for part in pair]
    if question.type == "true_false":
        return [question.answer]
    if question.type == "multiple_choice":
        key = choices(question).index(question.answer)
        return [str(key), *(flat(option) for option in choices(question))]
    return [flat(answer) for answer in right_answers(question) if "->" not in answer]


def test_gift_gets_every_dangerous_text_back() -> None:
    """By its grammar; the right side of a pair without that reader's own marks."""
    quiz = every_text()
    category, *found = reading.gift(render(quiz, "gift"))
    assert category["type"] == "Category"
    for asked, each in zip(asked_of(quiz, "gift"), found, strict=True):
        assert reading.paragraphs(each["stem"]["text"]) == stem(asked)
        assert in_gift(each) == expected_in_gift(asked)
        assert (each["id"], each["tags"]) == (asked.id, ["quizgen", "medium"])
        shown = reading.paragraphs(each["globalFeedback"]["text"])
        assert flat(asked.explanation) in shown
        assert flat(asked.evidence.text) in shown


@settings(max_examples=30)
@given(quizzes())
def test_gift_is_read_by_a_second_program(quiz: Quiz) -> None:
    """As many questions, each valid and with its category."""
    found = pygiftparser.parser.parseFile(StringIO(render(quiz, "gift").decode(), newline="\n"))
    asked = asked_of(quiz, "gift")
    assert len(found) == len(asked)
    assert all(each.valid and each.title for each in found)


def test_gift_leaves_out_what_would_make_pairs(quiz: Quiz) -> None:
    """A typed answer with the arrow of a pair."""
    arrow = question("short_answer", answer="a -> b")
    other = question("cloze", accepted=("x -> y", "[html]z"))
    told = losses(replace(quiz, questions=(arrow, other)), "gift")
    assert told == (
        Loss("q-short_answer", "left out: GIFT takes no “->” in a typed answer", whole=True),
        Loss("q-cloze", "an accepted answer with “->” in it is left out"),
    )
    content = render(replace(quiz, questions=(arrow, other)), "gift").decode()
    assert "x ->" not in content
    assert "=%100%[plain][html]z" in content


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\x85"])
def test_lines_of_a_text_end_no_question(quiz: Quiz, end: str) -> None:
    """Whatever ends them, in a format in which a blank line does."""
    asked = replace(WTO, stem=f"a{end}{end}b", options=(f"c{end}{end}d", WTO.answer))
    content = render(replace(quiz, questions=(asked,)), "gift").decode()
    assert "<p>a<br><br>b</p>{" in content
    assert "[html]c<br><br>d\n" in content
    assert [len(part) > 1 for part in content.split("\n\n")] == [True, True]


def in_aiken(content: str) -> list[tuple[str, list[str], str]]:
    """The questions of an Aiken file by the rules of Moodle's reader: text, options, letter."""
    found: list[tuple[str, list[str], str]] = []
    text, options = "", list[str]()
    for line in (line.strip() for line in content.split("\n")):
        if len(line) < 2:
            continue
        if option := re.match(r"[A-Z][).]\s?", line):
            options.append(line[option.end() :])
        elif key := re.match(r"ANSWER: *([A-Z])", line):
            found.append((text, options, key[1]))
            text, options = "", []
        else:
            assert not text, "two lines of one question"
            text = line
    return found


@settings(max_examples=30)
@given(quizzes(KINDS[:2]))
def test_aiken_gets_every_text_back(quiz: Quiz) -> None:
    """Of questions to choose from."""
    found = in_aiken(render(quiz, "aiken").decode())
    for asked, (text, options, letter) in zip(asked_of(quiz, "aiken"), found, strict=True):
        assert text == " – ".join(stem(asked))
        assert options == [flat(option) for option in choices(asked)]
        assert choices(asked)["ABC".index(letter)] == asked.answer


def test_aiken_tells_what_it_leaves_out() -> None:
    """Other types, and questions that it would take for something else; nothing is lost untold."""
    quiz = every_text(KINDS[:3])
    found = in_aiken(render(quiz, "aiken").decode())
    assert len(found) == len(asked_of(quiz, "aiken"))
    reasons = {loss.what for loss in losses(quiz, "aiken")}
    assert reasons == {
        "explanations and sentences are left out: Aiken takes none",
        "left out: Aiken takes only questions to choose an answer from",
        "left out: Aiken would not read its first words as a question",
    }
