"""The Anki package, judged by the real Anki: what it imports, shows, updates and keeps."""

import itertools
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ARTICLE, WTO, evidence, question

from quizgen.exports import render
from quizgen.exports.anki import field
from quizgen.quiz import Quiz

if not os.environ.get("CI"):  # CI must not pass without the real Anki
    pytest.importorskip("anki.collection")

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

DANGEROUS = (
    "<script>alert(1)</script> & <b>bold</b>",
    "[sound:evil.mp3] [latex]x[/latex] [$]y[/$] \\(z\\) \\[w\\]",
    "{{Question}} {{c2::more}} }} {{{",
    "12:30::time ::",
    ":colon first",
    "two\nlines",
    "tab\there \x1f unit \x00 nul",
    "quotes \"double\" 'single' and “curly”",
    "日本 émigré 🙂",
)


class Anki:
    """A fresh collection that imports packages and shows cards."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))
        self.numbers = itertools.count()

    def take(self, quiz: Quiz, *, revision: int = 0) -> dict[str, int]:
        """How many notes an import made new, updated, and so on; only what is not 0."""
        path = self.folder / f"{next(self.numbers)}.apkg"
        path.write_bytes(render(quiz, "anki", revision=revision))
        request = ImportAnkiPackageRequest(
            package_path=str(path), options=ImportAnkiPackageOptions()
        )
        log = self.collection.import_anki_package(request).log
        names = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck")
        counts = {name: len(getattr(log, name)) for name in names}
        return {name: count for name, count in counts.items() if count}

    def notes(self) -> dict[str, Any]:
        """The notes by their field "Question"."""
        found = [self.collection.get_note(id_) for id_ in self.collection.find_notes("")]
        return {note["Question"]: note for note in found}

    def cards(self) -> list[Any]:
        """All cards in the order in which they come as new."""
        found = [self.collection.get_card(id_) for id_ in self.collection.find_cards("")]
        return sorted(found, key=lambda card: card.due)


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    """Anki with an empty collection, healthy afterwards and without empty cards."""
    program = Anki(tmp_path)
    yield program
    assert program.collection.get_empty_cards().report == ""
    problems, fine = program.collection.fix_integrity()
    assert fine, problems
    program.collection.close()


def plain(text: str) -> str:
    """What a student reads of a card's side."""
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
    return " ".join(bare.split())


def test_each_type_gets_its_note_type(anki: Anki, quiz: Quiz) -> None:
    """True/false is a choice of two; long answers are not typed."""
    assert anki.take(quiz) == {"new": 5}
    kinds = [card.note_type()["name"] for card in anki.cards()]
    assert kinds == [
        "quizgen Multiple choice",
        "quizgen Multiple choice",
        "quizgen Typed",
        "quizgen Basic",
        "quizgen Cloze",
    ]
    assert {anki.collection.decks.name(card.did) for card in anki.cards()} == {"Export curbs"}


def test_a_card_shows_question_and_options_then_all_that_explains_the_answer(
    anki: Anki, quiz: Quiz
) -> None:
    """The front gives nothing away; the back has the sentence with the key marked."""
    anki.take(quiz)
    card = anki.cards()[0]
    front, back = card.question(), card.answer()
    assert "Which body did Seoul refer the curbs to?" in front
    assert front.count("<li") == 4
    assert "WTO" not in front
    for part in (
        "B. World Trade Organization",
        "Also right: WTO",
        "The article says so.",
        "Japan tells officials curbs are not countermeasures · 13 July 2019 · Read the article",
    ):
        assert part in plain(back)
    assert "referred the curbs to the <b>World Trade Organization</b>." in back
    assert 'href="https&#58;//news.example/curbs?a=1&amp;b=2"' in back


def test_a_cloze_hides_and_a_typed_card_asks(anki: Anki, quiz: Quiz) -> None:
    """The gap is Anki's own; a typed answer is compared."""
    anki.take(quiz)
    typed, _, cloze = anki.cards()[2:]
    assert plain(cloze.question()).endswith("Seoul has referred the curbs to the [...] .")
    assert "World Trade Organization" in plain(cloze.answer())
    assert "[[type:nc:Answer]]" in typed.question()


def test_notes_carry_tags(anki: Anki, quiz: Quiz) -> None:
    """By type, kind, rule and difficulty."""
    anki.take(replace(quiz, questions=(replace(WTO, answer_kind='odd "kind"'),)))
    (note,) = anki.notes().values()
    assert note.tags == [
        "difficulty::easy",
        "kind::odd_kind_",
        "quizgen",
        "rule::to",
        "type::multiple_choice",
    ]


@pytest.mark.parametrize("text", DANGEROUS)
def test_dangerous_text_is_shown_and_does_nothing(anki: Anki, quiz: Quiz, text: str) -> None:
    """In each field of each note type: no tag, sound, formula, cloze or markup comes of it."""
    article = replace(ARTICLE, title=text, text=text + ARTICLE.text, source=text)
    hostile: dict[str, Any] = {
        "context": text, "answer": text, "accepted": (text,), "explanation": text, "rule": text,
        "evidence": evidence(article, text),
    }  # fmt: skip
    asked = (
        replace(WTO, stem=text, options=("x", text), **hostile),
        question("short_answer", stem=text, **hostile),
        question("cloze", stem=f"{text}____{text}", **hostile),
    )
    assert anki.take(replace(quiz, title=text, articles=(article,), questions=asked)) == {"new": 3}
    assert len(anki.cards()) == 3
    for card in anki.cards():
        output = card.render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags
        assert "<script" not in card.answer()
        assert "[latex]" not in card.answer()
        expected = anki.collection.media.strip_av_tags(field(text))
        assert expected in card.answer()


def test_a_correction_updates_cards_and_keeps_progress(anki: Anki, quiz: Quiz) -> None:
    """The same again changes nothing; a higher revision changes the text only."""
    assert anki.take(quiz) == {"new": 5}
    assert anki.take(quiz) == {"duplicate": 5}
    anki.collection.decks.select(anki.cards()[0].did)
    card = anki.collection.sched.getCard()
    assert card is not None
    card.start_timer()
    anki.collection.sched.answerCard(card, 4)
    better = replace(
        quiz, questions=(replace(WTO, stem="Which body was asked?"), *quiz.questions[1:])
    )
    assert anki.take(better, revision=1)["updated"] == 5
    assert "Which body was asked?" in anki.notes()
    again = anki.collection.get_card(card.id)
    assert (again.reps, again.ivl) == (card.reps, card.ivl)
    assert again.reps == 1


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
    asked = (
        question("matching", answer="", pairs=(("Seoul", "South Korea"), ("Tokyo", "Japan"))),
        question("ordering", answer="", items=("signed", "broken")),
    )
    assert anki.take(replace(quiz, questions=asked)) == {"new": 2}
    matching, ordering = anki.cards()
    assert "Seoul – South Korea" in plain(matching.answer())
    assert plain(ordering.question()).endswith("broken signed")
