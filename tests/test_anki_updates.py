"""Decks handed out again: what Anki updates, keeps, and is told to be withdrawn."""

import io
import os
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ARTICLE, WTO, Command, question
from dangerous import every_text

from quizgen.contract import to_json
from quizgen.errors import InputError
from quizgen.exports import anki as packages
from quizgen.exports import losses, render
from quizgen.exports.anki_earlier import earlier_of
from quizgen.quiz import Quiz

if not os.environ.get("CI"):  # CI must not pass without the real Anki
    pytest.importorskip("anki.collection")

from collections_of_anki import Anki, plain


def edited(quiz: Quiz, **changes: Any) -> Quiz:
    """The quiz with its first question changed."""
    return replace(quiz, questions=(replace(quiz.questions[0], **changes), *quiz.questions[1:]))


def shortened(quiz: Quiz, count: int = 1) -> Quiz:
    """The quiz without its first questions."""
    return replace(quiz, questions=quiz.questions[count:])


def package(quiz: Quiz, since: bytes = b"") -> bytes:
    """The quiz as a package."""
    return render(quiz, "anki", since=since)


def titles(anki: Anki) -> dict[str, Any]:
    """The first card of each note by its question."""
    return {note["Question"]: note.cards()[0] for note in anki.notes()}


def test_the_same_deck_again_changes_nothing(anki: Anki, quiz: Quiz) -> None:
    """All notes are known, also where it was made to follow the first."""
    first = package(quiz)
    assert anki.take_package(first) == {"new": 5}
    assert anki.take_package(first) == {"duplicate": 5}
    assert package(quiz, first) == first


def test_a_correction_is_counted_by_hand_or_by_the_deck_before(anki: Anki, quiz: Quiz) -> None:
    """A higher revision renews all notes; the deck handed out last, only what has changed."""
    anki.take(quiz)
    better = edited(quiz, stem="Which body was asked?")
    assert anki.take(better) == {"duplicate": 5}
    assert anki.take(better, revision=1) == {"updated": 5}
    best = edited(quiz, stem="Which body was asked first?")
    second = package(best, render(better, "anki", revision=1))
    assert anki.take_package(second) == {"updated": 1, "duplicate": 4}
    third = package(quiz, second)
    assert anki.take_package(third) == {"updated": 1, "duplicate": 4}
    assert WTO.stem in titles(anki)


def test_a_reviewed_card_keeps_its_schedule(anki: Anki, quiz: Quiz) -> None:
    """Repetitions, interval, day and ease stay while the text changes."""
    first = package(quiz)
    anki.take_package(first)
    card = anki.review(anki.cards()[0])
    anki.take_package(package(edited(quiz, stem="Which body was asked?"), first))
    again = titles(anki)["Which body was asked?"]
    kept = ("id", "reps", "ivl", "due", "factor", "queue", "type", "did")
    assert [getattr(again, name) for name in kept] == [getattr(card, name) for name in kept]
    assert again.reps == 1
    assert again.ivl > 0


def test_a_moved_card_stays_where_the_student_put_it(anki: Anki, quiz: Quiz) -> None:
    """Its text is updated all the same."""
    first = package(quiz)
    anki.take_package(first)
    own = anki.collection.decks.id("Mine")
    assert own is not None
    anki.collection.set_deck([anki.cards()[0].id], own)
    anki.take_package(package(edited(quiz, stem="Which body was asked?"), first))
    assert titles(anki)["Which body was asked?"].did == own
    assert anki.collection.note_count() == 5


def test_a_new_title_makes_no_new_deck(anki: Anki, quiz: Quiz) -> None:
    """New cards come where the others are, whatever the quiz is called by now."""
    first = package(shortened(quiz))
    anki.take_package(first)
    renamed = package(replace(quiz, title="Other"), package(replace(quiz, title="Third"), first))
    assert anki.take_package(renamed)["new"] == 1
    names = {anki.collection.decks.name(card.did) for card in anki.cards()}
    assert names == {"Export curbs"}


def test_a_new_question_is_added(anki: Anki, quiz: Quiz) -> None:
    """Without a second copy of those that are known."""
    first = package(shortened(quiz))
    anki.take_package(first)
    assert anki.take_package(package(quiz, first)) == {"new": 1, "duplicate": 4}


def test_a_removed_question_is_withdrawn_and_may_come_back(anki: Anki, quiz: Quiz) -> None:
    """Tag and banner appear, the schedule stays; revisions that a student skips lose nothing."""
    first = package(quiz)
    anki.take_package(first)
    card = anki.review(anki.cards()[0])
    second = package(shortened(quiz), first)
    third = package(shortened(quiz, 2), second)
    assert anki.take_package(third) == {"updated": 2, "duplicate": 3}
    gone = [
        anki.collection.get_note(i) for i in anki.collection.find_notes("tag:quizgen::withdrawn")
    ]
    assert {note["Question"] for note in gone} == {q.stem for q in quiz.questions[:2]}
    again = anki.collection.get_card(card.id)
    assert (again.reps, again.ivl, again.due) == (card.reps, card.ivl, card.due)
    for shown in (again.question(), again.answer()):
        assert "⚠ Withdrawn Your teacher no longer asks this question." in plain(shown)
    assert "Withdrawn" not in anki.cards()[2].question()
    assert anki.take_package(package(quiz, third)) == {"updated": 2, "duplicate": 3}
    assert not anki.collection.find_notes("tag:quizgen::withdrawn")
    assert "Withdrawn" not in plain(anki.collection.get_card(card.id).question())


def test_withdrawn_cards_come_last_to_who_begins_anew(anki: Anki, quiz: Quiz) -> None:
    """A deck can't know who has an older one."""
    anki.take_package(package(shortened(quiz), package(quiz)))
    assert "Withdrawn" in anki.cards()[-1].question()


def test_a_question_of_another_type_is_a_new_note_beside_the_withdrawn(
    anki: Anki, quiz: Quiz
) -> None:
    """Anki never changes a note's type; the way back brings the first note back."""
    first = package(quiz)
    anki.take_package(first)
    typed = edited(quiz, type="short_answer", options=None)
    second = package(typed, first)
    assert anki.take_package(second) == {"new": 1, "updated": 1, "duplicate": 4}
    withdrawn = [note for note in anki.notes() if note["Spare2"]]
    assert [note.note_type()["name"] for note in withdrawn] == ["quizgen Multiple choice"]
    assert anki.take_package(package(quiz, second)) == {"updated": 2, "duplicate": 4}
    withdrawn = [note for note in anki.notes() if note["Spare2"]]
    assert [note.note_type()["name"] for note in withdrawn] == ["quizgen Typed"]


def test_an_answer_that_grows_stays_one_note(anki: Anki, quiz: Quiz) -> None:
    """It is no longer typed, but the same card."""
    asked = question("short_answer", answer="WTO", accepted=())
    anki.take(replace(quiz, questions=(asked,)))
    longer = replace(asked, answer="the World Trade Organization in Geneva")
    assert anki.take(replace(quiz, questions=(longer,)), revision=1) == {"updated": 1}
    assert "[[type:" not in anki.cards()[0].question()


def test_a_newer_style_reaches_old_decks(anki: Anki, quiz: Quiz) -> None:
    """Note types are replaced in place, not added beside."""
    anki.take(quiz)
    before = {entry.id for entry in anki.collection.models.all_names_and_ids()}
    anki.take(edited(quiz, stem="Other?"), revision=1)
    assert {entry.id for entry in anki.collection.models.all_names_and_ids()} == before


def test_what_is_no_deck_of_ours_is_refused(quiz: Quiz) -> None:
    """A broken file, another zip, a foreign note type, an empty database."""
    whole = package(quiz)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        database = archive.read("collection.anki2")
    for name, content in (
        ("other.txt", b"x"),
        ("collection.anki2", b""),
        ("collection.anki2", b"no database at all" * 99),
        ("collection.anki2", database.replace(b"CREATE TABLE notes", b"CREATE TABLE nodes")),
    ):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(name, content)
        with pytest.raises(InputError, match="no Anki package of quizgen"):
            earlier_of(packed.getvalue())
    for broken in (b"PK", whole[: len(whole) // 2], b"{}"):
        with pytest.raises(InputError, match="no Anki package of quizgen"):
            earlier_of(broken)


def test_the_deck_of_another_quiz_is_refused(quiz: Quiz) -> None:
    """All its cards would be withdrawn; one question in common is enough."""
    first = package(quiz)
    other = replace(quiz, id="quiz-2", questions=(replace(WTO, id="q-other"),))
    with pytest.raises(InputError, match="that of another quiz"):
        package(other, first)
    assert package(replace(other, questions=(*other.questions, WTO)), first)
    assert package(replace(other, id=quiz.id), first)


def test_notes_of_another_type_are_refused(quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    """As from a deck that somebody else made."""
    whole = package(quiz)
    monkeypatch.setattr("quizgen.exports.anki_earlier.kinds", dict)
    with pytest.raises(InputError, match="no Anki package of quizgen"):
        earlier_of(whole)


def test_the_command_takes_the_deck_or_the_quizzes_handed_out(
    anki: Anki, quizgen: Command, quiz: Quiz, tmp_path: Path
) -> None:
    """Both ways the same notes are updated and withdrawn, and the bytes are the same again."""
    states = [quiz, edited(quiz, stem="Which body was asked?"), shortened(quiz)]
    files = [tmp_path / f"{n}.json" for n in range(3)]
    for path, state in zip(files, states, strict=True):
        path.write_text(to_json(state), encoding="utf-8")
    decks = [tmp_path / f"{n}.apkg" for n in range(4)]
    quizgen("export", files[0], "-o", decks[0])
    quizgen("export", files[1], "-o", decks[1], "--since", decks[0])
    quizgen("export", files[2], "-o", decks[2], "--since", decks[1])
    quizgen("export", files[2], "-o", decks[3], "--since", files[0], "--since", files[1])
    assert decks[2].read_bytes() == decks[3].read_bytes()
    assert anki.take_package(decks[0].read_bytes()) == {"new": 5}
    assert anki.take_package(decks[1].read_bytes()) == {"updated": 1, "duplicate": 4}
    assert anki.take_package(decks[2].read_bytes()) == {"updated": 1, "duplicate": 4}
    assert len(anki.collection.find_notes("tag:quizgen::withdrawn")) == 1


def test_the_command_refuses_other_files(quizgen: Command, quiz: Quiz, tmp_path: Path) -> None:
    """Before anything is written."""
    path, out = tmp_path / "quiz.json", tmp_path / "out.apkg"
    path.write_text(to_json(quiz), encoding="utf-8")
    (tmp_path / "zip").write_bytes(b"PK no zip")
    for since, words in (("zip", "no Anki package of quizgen"), ("none", "can't be read")):
        result = quizgen("export", path, "-o", out, "--since", tmp_path / since)
        assert result.status == 2
        assert words in result.complaint
    assert not out.exists()


def test_text_is_imported_updated_and_withdrawn(anki: Anki, quiz: Quiz) -> None:
    """Into Anki's own note types, by guid, without a second copy."""
    asked = (*quiz.questions, question("ordering", answer="", items=("a", "b")))
    whole = replace(quiz, questions=asked)
    assert anki.take_text(render(whole, "anki-text")) == {"new": 6}
    assert anki.take_text(render(whole, "anki-text")) == {"duplicate": 6}
    better = edited(whole, stem='Which body was asked?\n\t"Or"?')
    assert anki.take_text(render(better, "anki-text")) == {"updated": 1, "duplicate": 5}
    kinds = [card.note_type()["name"] for card in anki.cards()]
    assert sorted(kinds) == ["Basic"] * 5 + ["Cloze"]
    assert {anki.collection.decks.name(card.did) for card in anki.cards()} == {"Export curbs"}
    first = anki.notes()[0]
    assert "B. World Trade Organization" in plain(anki.cards()[0].answer())
    assert "source::Example_News" in first.tags
    anki.take_text(render(shortened(whole), "anki-text", since=package(whole)))
    (gone,) = anki.collection.find_notes("tag:quizgen::withdrawn")
    assert "Withdrawn" in anki.collection.get_note(gone)["Front"]


def test_dangerous_text_comes_through_as_text(anki: Anki) -> None:
    """One note a question, also where two ask alike; nothing of it is a column or a heading."""
    made = every_text()
    assert anki.take_text(render(made, "anki-text")) == {"new": len(made.questions)}
    alike = replace(made, id="quiz-2", questions=(replace(made.questions[0], id="q-other"),))
    assert anki.take_text(render(alike, "anki-text")) == {"new": 1}
    assert len(anki.cards()) == len(made.questions) + 1
    for card in anki.cards():
        output = card.render_output()
        assert not output.question_av_tags
        assert "<script" not in output.question_text + output.answer_text
        assert card.did == anki.cards()[0].did


def test_text_and_package_make_no_second_copy(anki: Anki, quiz: Quiz) -> None:
    """What is there as a note of one type is not added as another."""
    anki.take(quiz)
    assert anki.take_text(render(quiz, "anki-text")) == {"conflicting": 5}
    assert anki.collection.note_count() == 5


def test_what_anki_can_not_check_is_told(quiz: Quiz) -> None:
    """Pairs, orders and a gap that is none; of text, that nothing is picked."""
    asked = (
        question("matching", answer="", pairs=(("a", "b"), ("c", "d"))),
        question("ordering", answer="", items=("a", "b")),
        question("cloze", stem="No gap."),
        WTO,
    )
    told = losses(replace(quiz, questions=asked), "anki")
    assert [loss.question for loss in told] == ["q-matching", "q-ordering", "q-cloze"]
    assert [loss.question for loss in losses(quiz, "anki")] == ["q-long"]
    assert not any(loss.whole for loss in losses(quiz, "anki-text"))
    assert losses(replace(quiz, questions=()), "anki-text") == ()


def test_a_quiz_without_questions_is_a_deck_without_cards(anki: Anki, quiz: Quiz) -> None:
    """Or one of withdrawn cards."""
    empty = replace(quiz, questions=())
    assert anki.take(empty) == {}
    assert anki.take(empty, since=package(quiz)) == {"new": 5}


def test_a_package_chain_ends_where_its_quizzes_end(quiz: Quiz) -> None:
    """An article that is later, undated ones are, moves all times on."""
    later = replace(ARTICLE, published=None, given_id=ARTICLE.id)
    chain = packages.package_of([quiz, replace(quiz, articles=(later,))])
    times = {note.time for note in earlier_of(chain).notes.values()}
    assert max(times) > packages.timestamp(quiz, 0)
    assert packages.package_of([]) == b""
