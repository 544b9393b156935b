"""Anki packages: notes whose ids outlast edits, so that an update changes cards in place.

Facts about Anki's importer that shape this module (tried against Anki 26.9): a note is matched by
its guid and updated only when its modification time is later; decks are matched by name, and a card
that is there stays in its deck; a note type with another list of fields is imported as a second one
and its notes are not updated; nor is a note whose type has changed; what is missing stays.
"""

import itertools
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from hashlib import sha256

import genanki

from quizgen.errors import InputError
from quizgen.exports.anki_decks import deck_name, deck_of
from quizgen.exports.anki_earlier import Earlier, earlier_of
from quizgen.exports.anki_notes import Note, field, kind_of, notes, too_long
from quizgen.exports.evidence import noon
from quizgen.exports.loss import Loss
from quizgen.exports.notetypes import notetype
from quizgen.exports.packing import zipped
from quizgen.quiz import Quiz

OTHER_QUIZ = "the deck handed out before is that of another quiz; give the last one of this quiz"


def render(quiz: Quiz, *, revision: int = 0, since: bytes = b"") -> bytes:
    """The quiz as an .apkg package.

    The notes' time is noon of the latest publication day plus `revision` seconds: independent of
    the clock, and later for each correction handed out. With `since`, the package handed out last,
    nobody need count: what has changed is later than all in it, and the questions that are gone are
    carried on as withdrawn. Raises InputError where `since` is no package of quizgen.
    """
    made = placed(quiz, revision, since)
    collection = _database(_decks(quiz, made), [note for note, _ in made])
    return zipped([("collection.anki2", collection), ("media", b"{}")])


def package_of(quizzes: Iterable[Quiz], since: bytes = b"") -> bytes:
    """The last of the packages that these quizzes make one after the other, the oldest first."""
    for quiz in quizzes:
        since = render(quiz, since=since)
    return since


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """What Anki shows but can't check: pairs, orders, long answers, and gaps that are none."""
    told = {
        "matching": "shown as a card to think through: Anki can't check pairs",
        "ordering": "shown as a card to think through: Anki can't check an order",
        "cloze": "shown as question and answer: there is no gap in it",
    }
    long = "not to be typed: on a phone the answer is too long for it"
    kinds = [(question, kind_of(question)) for question in quiz.questions]
    found = [(asked.id, told.get(asked.type, "")) for asked, kind in kinds if kind == "basic"]
    found += [(asked.id, long) for asked, kind in kinds if kind == "typed" and too_long(asked)]
    return tuple(Loss(id_, what) for id_, what in found if what)


def timestamp(quiz: Quiz, revision: int) -> int:
    """Seconds since 1970 that stand on every note of this revision of the quiz."""
    return int(noon(quiz).timestamp()) + revision


def placed(quiz: Quiz, revision: int, since: bytes) -> list[tuple[Note, str]]:
    """The notes of a quiz, each with its deck's name; withdrawn ones stay in the quiz's own deck.

    That deck keeps the name it was first handed out under: by it Anki knows it again. Raises
    InputError where `since` is the deck of another quiz, all of which would be withdrawn.
    """
    earlier = earlier_of(since)
    made = notes(quiz, earlier.notes, time=timestamp(quiz, revision))
    _require_same(quiz, earlier, made)
    own = earlier.deck or deck_name(quiz.title)
    names = [deck_of(quiz, question, own) for question in quiz.questions]
    names += [own] * (len(made) - len(names))
    return list(zip(made, names, strict=True))


def _require_same(quiz: Quiz, earlier: Earlier, made: Sequence[Note]) -> None:
    """Raise InputError where the deck before is of another quiz, by ids and by questions."""
    same = any(_number(quiz, name) == id_ for name, id_ in earlier.decks.items())
    known = [note for note in made if note.guid in earlier.notes]
    if known and not same and all(note.withdrawn for note in known):
        raise InputError(OTHER_QUIZ)


def _decks(quiz: Quiz, made: Iterable[tuple[Note, str]]) -> list[genanki.Deck]:
    """The decks with their notes; new cards come in the quiz's order."""
    decks: dict[str, genanki.Deck] = {}
    for place, (note, name) in enumerate(made, 1):
        if name not in decks:
            decks[name] = genanki.Deck(_number(quiz, name), name, _described(quiz))
        decks[name].add_note(_written(note, due=place))
    return list(decks.values())


def _written(note: Note, *, due: int) -> genanki.Note:
    return genanki.Note(
        model=notetype(note.kind),
        fields=list(note.fields),
        tags=list(note.tags),
        guid=note.guid,
        due=due,
    )


def _described(quiz: Quiz) -> str:
    return field(f"{len(quiz.questions)} questions, made by quizgen")


def _number(quiz: Quiz, name: str) -> int:
    """A stable deck id in the range that Anki itself uses."""
    basis = f"{quiz.id}\x1f{name}"
    return (1 << 30) + int(sha256(basis.encode("utf-8", "replace")).hexdigest()[:7], 16)


def _database(decks: Sequence[genanki.Deck], made: Sequence[Note]) -> bytes:
    """Anki's collection, built in memory: genanki's own writer leaves a file behind."""
    when = max((note.time for note in made), default=0)
    with closing(sqlite3.connect(":memory:")) as connection:
        package = genanki.Package(list(decks))
        package.write_to_db(connection.cursor(), float(when), itertools.count(when * 1000))
        times = [(note.time, note.guid) for note in made]
        connection.execute("create index guids on notes (guid)")
        connection.executemany("update notes set mod = ? where guid = ?", times)
        connection.execute("drop index guids")
        connection.commit()
        return connection.serialize()
