"""What was handed out before: an earlier Anki package, which a newer one updates."""

import io
import json
import sqlite3
import zipfile
import zlib
from contextlib import closing
from dataclasses import dataclass, field

from quizgen.errors import InputError
from quizgen.exports.anki_notes import Note
from quizgen.exports.notetypes import fields, kinds

MOST_BYTES = 200_000_000  # 5,000 notes take 10 MB
NO_PACKAGE = "this is no Anki package of quizgen; give the one that was handed out last"
BROKEN = (
    zipfile.BadZipFile, zlib.error, sqlite3.Error, OSError, EOFError, NotImplementedError,
    RuntimeError, LookupError, TypeError, ValueError, AttributeError,
)  # fmt: skip
"""What Python raises of files that are no package, or one of another program."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The notes of a package by their guids, in its order, and its decks' ids by their names."""

    notes: dict[str, Note] = field(default_factory=dict)
    decks: dict[str, int] = field(default_factory=dict)

    @property
    def deck(self) -> str:
        """The name of the quiz's own deck, that of the first level; "" where there is none."""
        return next(iter(self.decks), "").partition("::")[0]


def earlier_of(package: bytes) -> Earlier:
    """What a package holds; nothing where there is none (b"").

    Raises InputError for a file that quizgen has not written.
    """
    if not package:
        return Earlier()
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(_collection(package))
            rows = connection.execute("select mid, guid, flds, tags, mod from notes order by id")
            notes = [_note(*row) for row in rows]
            (decks,) = connection.execute("select decks from col").fetchone()
            return Earlier({note.guid: note for note in notes}, _decks(json.loads(decks)))
    except BROKEN as error:
        raise InputError(NO_PACKAGE) from error


def _collection(package: bytes) -> bytes:
    """The database in the package, of no more than `MOST_BYTES`."""
    with (
        zipfile.ZipFile(io.BytesIO(package)) as archive,
        archive.open("collection.anki2") as file,
    ):
        content = file.read(MOST_BYTES + 1)
    if not 0 < len(content) <= MOST_BYTES:
        raise InputError(NO_PACKAGE)
    return content


def _note(model: object, guid: object, flds: object, tags: object, mod: object) -> Note:
    """The note of a row. Raises InputError where it has another type or other fields than ours."""
    filled = tuple(str(flds).split("\x1f"))
    kind = kinds().get(model) if isinstance(model, int) else None
    if kind is None or len(filled) != len(fields()) or not isinstance(mod, int):
        raise InputError(NO_PACKAGE)
    return Note(kind, str(guid), filled, tuple(sorted(str(tags).split())), mod)


def _decks(decks: dict[str, dict[str, str]]) -> dict[str, int]:
    """The ids of all decks but Anki's default one, "1"."""
    return {deck["name"]: int(id_) for id_, deck in decks.items() if id_ != "1"}
