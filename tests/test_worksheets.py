"""Worksheets: what stands on paper, arranged once for all files."""

from dataclasses import replace
from typing import Any

import pytest
from conftest import ARTICLE, WTO, evidence, question

from quizgen.errors import InputError
from quizgen.exports import losses
from quizgen.exports.answer_key import answer_key, line
from quizgen.exports.passage import number_of, passages
from quizgen.exports.print_settings import USUAL, PrintSettings
from quizgen.exports.worksheet import Version, worksheet
from quizgen.question import Evidence
from quizgen.quiz import Quiz

PAIRS = (("Seoul", "South Korea"), ("Tokyo", "Japan"), ("Lima", "Peru"), ("Oslo", "Norway"))
ITEMS = ("signed", "broken", "renewed", "forgotten")
ASKED = (
    question("ordering", answer="", items=ITEMS, stem="Put in order."),
    question("true_false", options=("True", "False"), answer="False"),
    question("matching", answer="", pairs=PAIRS, stem="Match."),
    WTO,
    question("cloze", stem="Seoul has referred the curbs to the ____."),
    question("short_answer"),
)


def on(quiz: Quiz) -> tuple[Version, ...]:
    """The versions of the worksheet of a quiz with one question of each type."""
    return worksheet(replace(quiz, questions=ASKED), USUAL).versions


def test_questions_stand_type_by_type_and_are_numbered_through(quiz: Quiz) -> None:
    """In the order of the worksheet, not of the quiz."""
    (only,) = on(quiz)
    assert [each.type for each in only.asked] == [
        "multiple_choice", "true_false", "cloze", "short_answer", "matching", "ordering",
    ]  # fmt: skip
    assert [each.number for each in only.asked] == [1, 2, 3, 4, 5, 6]
    assert only.letter == ""
    assert all(section.heading and section.instruction for section in only.sections)


def test_a_question_has_what_a_student_needs(quiz: Quiz) -> None:
    """Letters, a gap, or lines to write on."""
    (only,) = on(quiz)
    chosen, verdict, gap, typed, pairs, items = only.asked
    assert [choice.letter for choice in chosen.choices] == ["a", "b", "c", "d"]
    assert (chosen.columns, verdict.columns) == (2, 2)
    assert (gap.before, gap.gap, gap.after) == ("Seoul has referred the curbs to the ", True, ".")
    assert (gap.lines, typed.lines, chosen.lines) == (0, 1, 0)
    assert pairs.left == ("Seoul", "Tokyo", "Lima", "Oslo")
    assert tuple(c.text for c in pairs.choices) != tuple(right for _, right in PAIRS)
    assert tuple(choice.text for choice in items.choices) != ITEMS


def test_the_key_is_one_line(quiz: Quiz) -> None:
    """With the letters that a student writes on paper, in the order of the lines and boxes."""
    asked = {each.id: each for each in ASKED}
    (only,) = on(quiz)
    told = line(only, asked).split(" · ")
    assert told[:4] == ["1b", "2F", "3 World Trade Organization", "4 World Trade Organization"]
    letters = {choice.text: choice.letter for choice in only.asked[4].choices}
    assert told[4] == "5 " + "-".join(letters[right] for _, right in PAIRS)
    letters = {choice.text: choice.letter for choice in only.asked[5].choices}
    assert told[5] == "6 " + "-".join(letters[item] for item in ITEMS)


def test_a_long_answer_is_told_below_the_line(quiz: Quiz) -> None:
    """So that the line stays one."""
    long = question("short_answer", answer="word " * 30)
    told = worksheet(replace(quiz, questions=(long,)), USUAL).versions[0]
    assert line(told, {long.id: long}) == "1 (see below)"
    assert told.asked[0].lines == 4


def test_versions_differ_in_order_and_share_a_key(quiz: Quiz) -> None:
    """A keeps the quiz's order; the key tells the number and letter in each."""
    many = tuple(replace(WTO, id=f"q-{n}", stem=f"Which body ({n})?") for n in range(6))
    asked, settings = replace(quiz, questions=many), PrintSettings(versions=2)
    sheet = worksheet(asked, settings)
    first, second = sheet.versions
    assert (first.letter, second.letter) == ("A", "B")
    assert [each.id for each in first.asked] == [q.id for q in many]
    assert [each.id for each in second.asked] != [q.id for q in many]
    assert {each.id for each in second.asked} == {q.id for q in many}
    key = answer_key(asked, sheet, settings)
    assert [told.version for told in key.lines] == ["A", "B"]
    for place, answer in enumerate(key.answers, 1):
        other = next(each for each in second.asked if each.id == answer.id)
        letter = next(c.letter for c in other.choices if c.text == WTO.answer)
        assert answer.numbers == f"A{place}b B{other.number}{letter}"
    assert worksheet(asked, settings) == sheet


def test_the_key_explains(quiz: Quiz) -> None:
    """The sentence with the answer in it, other answers of typed questions, and the source."""
    asked = replace(quiz, questions=ASKED)
    key = answer_key(asked, worksheet(asked, USUAL), USUAL)
    first, typed, pairs = key.answers[0], key.answers[3], key.answers[4]
    assert first.quoted[0].sentence.key == "World Trade Organization"
    assert (first.also, typed.also) == ("", "WTO")
    assert pairs.parts[0] == "Seoul – South Korea"
    assert key.sources[0].endswith(
        "13 July 2019 · Example News · https://news.example/curbs?a=1&b=2"
    )


def test_sentences_are_numbered_through_all_articles(quiz: Quiz) -> None:
    """The title that opens a text is not printed twice; a quoted sentence is never parted."""
    other = replace(ARTICLE, text="One of two. Mr. B. Lee left. Three.", title="", url="")
    quoted = Evidence(other.id, 0, 11 + 17, "One of two. Mr. B. Lee left.")
    asked = (WTO, replace(WTO, id="q-2", evidence=quoted))
    both = replace(quiz, articles=(ARTICLE, other), questions=asked)
    printed = passages(both, PrintSettings(with_text=True))
    told = [[(s.number, s.text) for p in each.paragraphs for s in p] for each in printed]
    assert [number for number, _ in told[0]] == [1, 2]
    assert told[0][0][1] == "Seoul has referred the curbs to the World Trade Organization."
    assert told[1] == [(3, "One of two. Mr. B. Lee left."), (4, "Three.")]
    assert number_of(WTO.evidence, printed) == 1
    assert number_of(quoted, printed) == 3
    assert number_of(replace(quoted, article="none"), printed) == 0


def test_of_a_text_without_a_licence_only_what_is_quoted_is_printed(quiz: Quiz) -> None:
    """With a sign where others are left out; a licence, or the teacher's word, brings it all."""
    asked = replace(quiz, questions=(WTO, replace(WTO, id="q-2")))
    other = replace(WTO, id="q-3", evidence=evidence(ARTICLE, "It sold 12 million"))

    def told(quiz: Quiz, settings: PrintSettings = USUAL) -> list[str]:
        printed = passages(quiz, settings)
        return [s.text for each in printed for p in each.paragraphs for s in p]

    first, second = told(asked, PrintSettings(with_text=True))
    assert told(asked) == [first]
    assert told(replace(asked, questions=(other,))) == [f"[…] {second}"]
    free = replace(ARTICLE, licence="CC BY 4.0")
    assert told(replace(asked, articles=(free,))) == [first, second]


def test_a_text_that_is_left_out_is_told(quiz: Quiz) -> None:
    """Only where it would have been printed, with the licence that stands against it."""
    kept = replace(quiz, articles=(replace(ARTICLE, licence="All rights reserved"),))
    for name in ("docx", "html"):
        (loss,) = losses(kept, name, settings=PrintSettings(article=True))
        assert "only the quoted sentences of “Japan tells" in loss.what
        assert "All rights reserved" in loss.what
        for settings in (USUAL, PrintSettings(article=True, with_text=True)):
            assert not losses(kept, name, settings=settings)


def test_a_licence_stands_with_the_article_and_in_the_key(quiz: Quiz) -> None:
    """With its source, author and address."""
    free = replace(ARTICLE, licence="CC BY 4.0", byline="Ana Lim")
    sheet = worksheet(replace(quiz, articles=(free,)), USUAL)
    assert sheet.stories[0].about == "13 July 2019 · Example News · Ana Lim · CC BY 4.0"
    (source,) = answer_key(replace(quiz, articles=(free,)), sheet, USUAL).sources
    assert source.endswith(f"Example News · Ana Lim · CC BY 4.0 · {ARTICLE.url}")


def test_a_line_above_is_not_said_again(quiz: Quiz) -> None:
    """Neither what the head of the sheet says, nor what stood above the question before."""
    said = "Japan tells officials curbs are not countermeasures, 13 July 2019"
    asked = tuple(
        replace(WTO, id=f"q-{n}", context=context)
        for n, context in enumerate((said, "Lima, May 2019", "Lima, May 2019", "", "Oslo"))
    )
    told = worksheet(replace(quiz, questions=asked), USUAL).versions[0].asked
    assert [each.context for each in told] == ["", "Lima, May 2019", "", "", "Oslo"]
    several = replace(quiz, questions=asked, articles=(ARTICLE, replace(ARTICLE, given_id="a-2")))
    assert worksheet(several, USUAL).versions[0].asked[0].context == said


@pytest.mark.parametrize("chosen", [{"versions": 0}, {"versions": 9}, {"part": "x"}, {"paper": ""}])
def test_other_settings_are_refused(chosen: dict[str, Any]) -> None:
    """With what can be given instead."""
    with pytest.raises(InputError, match=r"give 1 to 8|use one of: "):
        replace(USUAL, **chosen)
