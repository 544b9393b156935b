"""Decks made from the library: what students may have, and what a newer deck tells them."""

from datetime import timedelta

from classroom import MINUTE, NOW, QUIZ, ids, kept_quiz
from conftest import WTO

from quizgen.app import takehome
from quizgen.exports.anki_earlier import earlier_of
from quizgen.library import Library, decks, editing, options, publishing, quizzes

DAY = timedelta(days=1)


def use(name: str) -> takehome.Use:
    """The use of a format."""
    return next(found for found in takehome.uses() if found.format == name)


def withdrawn(package: bytes) -> list[str]:
    """The questions that a package tells to be withdrawn."""
    return [note["Question"] for note in earlier_of(package).notes.values() if note.withdrawn]


def test_what_was_handed_out_or_made_a_deck_is_earlier(library: Library) -> None:
    """Each state once, the oldest first; what nobody has got is not among them."""
    quiz = kept_quiz(library)
    assert decks.earlier(library, quiz) == []
    publishing.publish(library, quiz, now=NOW)
    editing.set_state(library, quiz, [WTO.id], "rejected", now=NOW + MINUTE)
    editing.set_state(library, quiz, [WTO.id], "kept", now=NOW + 2 * MINUTE)
    for _ in range(2):
        decks.note(library, quizzes.get(library, quiz), now=NOW + 3 * MINUTE)
    editing.rename(library, quiz, "Other", now=NOW + 4 * MINUTE)
    found = decks.earlier(library, quiz)
    assert [ids(each.questions) for each in found] == [ids(QUIZ.questions)] * 2
    assert {each.title for each in found} == {QUIZ.title}
    quizzes.delete(library, quiz)
    assert options.get(library, f"decks.{quiz}") == ""


def test_a_newer_deck_withdraws_what_was_taken_out(library: Library) -> None:
    """Once a deck was made; other files note nothing."""
    quiz = kept_quiz(library)
    for name in ("json", "anki"):
        held = quizzes.get(library, quiz)
        first = takehome.deck(library, held, use(name), now=NOW)
        assert bool(decks.earlier(library, quiz)) == (name == "anki")
    assert withdrawn(first) == []
    editing.set_state(library, quiz, [WTO.id], "rejected", now=NOW + MINUTE)
    held = quizzes.get(library, quiz)
    second = takehome.deck(library, held, use("anki"), now=NOW + DAY)
    assert withdrawn(second) == [WTO.stem]
    times = [{note.time for note in earlier_of(made).notes.values()} for made in (first, second)]
    assert max(times[0]) < min(times[1])
    text = takehome.deck(library, held, use("anki-text"), now=NOW + DAY)
    assert b"Withdrawn" in text
