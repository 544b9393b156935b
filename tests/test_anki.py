"""The Anki package, judged by the real Anki: what it imports, shows, updates and keeps."""

import html
import os
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from conftest import ARTICLE, WTO, evidence, question
from dangerous import DANGEROUS, every_text, quizzes
from hypothesis import given, settings

from quizgen.exports.anki_notes import field
from quizgen.question import Question
from quizgen.quiz import Quiz

if not os.environ.get("CI"):  # CI must not pass without the real Anki
    pytest.importorskip("anki.collection")

from collections_of_anki import Anki, plain, side


def test_each_type_gets_its_note_type(anki: Anki, quiz: Quiz) -> None:
    """True/false is a choice of two; answers too long to type have the note type of the others."""
    assert anki.take(quiz) == {"new": 5}
    kinds = [card.note_type()["name"] for card in anki.cards()]
    assert kinds == [
        "quizgen Multiple choice",
        "quizgen Multiple choice",
        "quizgen Typed",
        "quizgen Typed",
        "quizgen Cloze",
    ]
    assert {anki.collection.decks.name(card.did) for card in anki.cards()} == {"Export curbs"}
    short, long = anki.cards()[2:4]
    assert "[[type:nc:Answer]]" in short.question()
    assert "[[type:" not in long.question() + long.answer()


def test_a_card_shows_question_and_options_then_all_that_explains_the_answer(
    anki: Anki, quiz: Quiz
) -> None:
    """The front gives nothing away; the back has the sentence with the key marked."""
    anki.take(quiz)
    card = anki.cards()[0]
    front, back = side(card.question()), side(card.answer())
    assert "Which body did Seoul refer the curbs to?" in front
    assert front.count("<li") == 4
    assert "WTO" not in front
    for part in (
        "B. World Trade Organization",
        "Also right: WTO",
        "The article says so.",
        "Japan tells officials curbs are not countermeasures 13 July 2019 Read the article",
    ):
        assert part in plain(back)
    assert "referred the curbs to the <b>World Trade Organization</b>." in back
    assert 'href="https&#58;//news.example/curbs?a=1&amp;b=2"' in back


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.example/"])
def test_only_web_pages_are_linked(anki: Anki, quiz: Quiz, url: str) -> None:
    """An article from anywhere else is named without a link."""
    unsafe = replace(ARTICLE, url=url, given_id=ARTICLE.id)
    anki.take(replace(quiz, articles=(unsafe,)))
    assert "href" not in anki.cards()[0].answer()


def test_a_cloze_hides_and_a_typed_card_asks(anki: Anki, quiz: Quiz) -> None:
    """The gap is Anki's own; a typed answer is compared."""
    anki.take(quiz)
    cloze = anki.cards()[4]
    assert plain(cloze.question()).endswith("Seoul has referred the curbs to the [...] .")
    assert "World Trade Organization" in plain(cloze.answer())


def test_notes_carry_tags(anki: Anki, quiz: Quiz) -> None:
    """By type, kind, rule, difficulty, source, date and what is asked for; never with a space."""
    anki.take(replace(quiz, questions=(WTO, question("short_answer", answer_kind='odd "kind"'))))
    first, second = (note.tags for note in anki.notes())
    assert first == [
        "date::2019-07-13",
        "difficulty::easy",
        "kind::body",
        "quizgen",
        "rule::to",
        "source::Example_News",
        "topic::World_Trade_Organization",
        "type::multiple_choice",
    ]
    assert "kind::odd_kind" in second
    assert not [tag for tag in second if tag.startswith("topic")]


def test_every_dangerous_text_is_shown_and_does_nothing(anki: Anki) -> None:
    """In each field of each note type: no tag, sound, formula, cloze or markup comes of it."""
    quiz = every_text()
    assert anki.take(quiz) == {"new": len(quiz.questions)}
    assert len(anki.cards()) == len(quiz.questions) == 6 * len(DANGEROUS)
    for card in anki.cards():
        output = card.render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        bare = side(card.question()) + side(card.answer())
        assert not re.findall(r"<script|\[latex|\[sound|\{\{|onerror|Invalid|template", bare)


def text_of(shown: str) -> str:
    """The text of a field as a browser shows it, line breaks kept."""
    return html.unescape(re.sub(r"<[^>]+>", "", shown.replace("<br>", "\n")))


def told(note: Any, wanted: Question) -> list[tuple[str, str]]:
    """What fields say and what the question says, beside each other."""
    gap = "" if wanted.type != "cloze" else wanted.answer
    stem = wanted.stem.replace("____", f"{{{{c1::{gap}}}}}", 1)
    pairs = [
        (note["Question"], stem if gap else wanted.stem),
        (note["Context"], wanted.context),
        (note["Explanation"], wanted.explanation),
        (note["SourceSentence"], wanted.evidence.text),
    ]
    if wanted.type == "multiple_choice":
        pairs.append((note["Options"], "".join(wanted.options or ())))
    return [*pairs, (note["Answer"], wanted.answer)] if wanted.answer else pairs


def test_dangerous_texts_come_back_as_they_were(anki: Anki) -> None:
    """Every text in every field, out of Anki's own database; Anki composes accents (NFC)."""
    import unicodedata

    quiz = every_text()
    anki.take(quiz)
    by_id = {note.guid: note for note in anki.notes()}
    import genanki

    for wanted in quiz.questions:
        note = by_id[genanki.guid_for("quizgen", wanted.id)]
        for shown, text in told(note, wanted):
            assert text_of(shown) == unicodedata.normalize("NFC", text.replace("\r", ""))


@given(quizzes())
@settings(max_examples=8)
def test_any_quiz_is_imported_whole(tmp_path_factory: pytest.TempPathFactory, made: Quiz) -> None:
    """One note and one card a question, the collection healthy."""
    anki = Anki(tmp_path_factory.mktemp("anki"))
    assert anki.take(made) == {"new": 6}
    assert len(anki.cards()) == 6
    anki.close()


def test_control_characters_and_half_characters_break_nothing(anki: Anki, quiz: Quiz) -> None:
    """They have no place in a field; nobody writes them on purpose."""
    text = "a\x00b\x1fc\ud800d\x07"
    hostile: dict[str, Any] = {"stem": text, "context": text, "answer_kind": text}
    article = replace(ARTICLE, title=text, source=text, given_id=ARTICLE.id)
    asked = (replace(WTO, **hostile), question("short_answer", answer="\x00", **hostile))
    assert anki.take(replace(quiz, title=text, articles=(article,), questions=asked)) == {"new": 2}
    assert {note["Question"] for note in anki.notes()} == {"abc\ufffdd"}


def test_a_question_without_text_is_a_card_still(anki: Anki, quiz: Quiz) -> None:
    """Anki makes no card whose front is empty."""
    blank: dict[str, Any] = {"context": "", "stem": ""}
    asked = (replace(WTO, **blank), question("short_answer", answer="", **blank))
    assert anki.take(replace(quiz, questions=asked)) == {"new": 2}
    assert len(anki.cards()) == 2


def test_two_quizzes_of_one_day_live_side_by_side(anki: Anki, quiz: Quiz) -> None:
    """Their notes have the same time but not the same ids."""
    other = replace(
        quiz, id="quiz-2", title="Other", questions=(replace(WTO, id="q-2", stem="Other?"),)
    )
    assert anki.take(quiz) == {"new": 5}
    assert anki.take(other) == {"new": 1}
    assert len(anki.cards()) == 6


def test_cards_come_in_the_order_of_the_quiz(anki: Anki, quiz: Quiz) -> None:
    """The first question is the first new card."""
    anki.take(quiz)
    assert [card.due for card in anki.cards()] == [1, 2, 3, 4, 5]


def test_matching_and_ordering_are_basic(anki: Anki, quiz: Quiz) -> None:
    """Jumbled in front, in order behind."""
    items = ("arrived", "broken", "signed")
    asked = (
        question("matching", answer="", pairs=(("Seoul", "South Korea"), ("Tokyo", "Japan"))),
        question("ordering", answer="", items=items),
    )
    assert anki.take(replace(quiz, questions=asked)) == {"new": 2}
    matching, ordering = anki.cards()
    assert "Seoul – South Korea" in plain(matching.answer())
    assert "go with Japan South Korea" in plain(matching.question())
    shown = re.findall(r"<li>(\w+)</li>", ordering.question())
    assert sorted(shown) == list(items) != shown
    assert re.findall(r"<li>(\w+)</li>", ordering.answer()) == list(items)


def several(quiz: Quiz, *days: date | None) -> Quiz:
    """The quiz on one article for each day, with a question on each and one on the last two."""
    articles = tuple(
        replace(ARTICLE, published=day, title=f"Story: {n}", given_id=f"a-{n}")
        for n, day in enumerate(days)
    )
    asked = [
        replace(WTO, id=f"q-{a.id}", evidence=replace(WTO.evidence, article=a.id)) for a in articles
    ]
    both = question(
        "matching", answer="", pairs=(("a", "b"), ("c", "d")), evidence=asked[-1].evidence,
        further=(asked[-2].evidence,),
    )  # fmt: skip
    return replace(quiz, articles=articles, questions=(*asked, both))


def test_each_article_has_a_deck_within_the_quizs_own(anki: Anki, quiz: Quiz) -> None:
    """In the order of their days; what spans several is in the deck above."""
    anki.take(several(quiz, date(2019, 7, 12), date(2019, 7, 11), None))
    decks = [anki.collection.decks.name(card.did) for card in anki.cards()]
    assert decks == [
        "Export curbs::2019-07-12 Story: 0",
        "Export curbs::2019-07-11 Story: 1",
        "Export curbs::Story: 2",
        "Export curbs",
    ]
    back = anki.cards()[-1].answer()
    assert "<cite>Story&#58; 1, 11 July 2019, Example News</cite>" in back


def test_over_several_weeks_each_week_has_a_deck(anki: Anki, quiz: Quiz) -> None:
    """Named by its Monday; what spans two weeks is in the deck above."""
    anki.take(several(quiz, date(2019, 7, 12), date(2019, 7, 14), date(2019, 7, 15)))
    decks = [anki.collection.decks.name(card.did) for card in anki.cards()]
    assert decks == [
        "Export curbs::Week of 2019-07-08",
        "Export curbs::Week of 2019-07-08",
        "Export curbs::Week of 2019-07-15",
        "Export curbs",
    ]


def test_titles_make_no_deck_within_a_deck(anki: Anki, quiz: Quiz) -> None:
    """Nor is a deck without a name made."""
    for title, deck in (
        ("a::b:", "a:b"),
        (":: ", "News quiz"),
        ("2019", "Quiz 2019"),
        ("x" * 200, "x" * 100),
    ):
        anki.take(replace(quiz, title=title, questions=(replace(WTO, id=title),)))
        assert deck in {each.name for each in anki.collection.decks.all_names_and_ids()}


def test_five_thousand_notes_are_imported(anki: Anki, quiz: Quiz) -> None:
    """A year of news for a school."""
    many = tuple(replace(WTO, id=f"q-{n}", stem=f"Question {n}?") for n in range(5000))
    assert anki.take(replace(quiz, questions=many)) == {"new": 5000}
    assert anki.collection.card_count() == 5000


def test_the_evidence_of_a_quiz_with_a_licence_names_it(anki: Anki, quiz: Quiz) -> None:
    """Beside the article's title, date, source and author."""
    free = replace(ARTICLE, licence="CC BY 4.0", byline="Ana Lim")
    anki.take(replace(quiz, articles=(free,)))
    told = "Read the article Example News · Ana Lim · CC BY 4.0"
    assert told in plain(anki.cards()[0].answer())


def test_fields_show_what_they_are_given(quiz: Quiz) -> None:
    """The evidence too, where the key does not stand in it."""
    odd = replace(WTO, answer="x", accepted=(), evidence=evidence(ARTICLE, "It sold 12 million"))
    assert field(odd.evidence.text) == "It sold 12 million"
