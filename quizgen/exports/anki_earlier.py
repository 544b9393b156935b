"""What was handed out before: the notes of an earlier Anki package, which a newer one updates."""

import io
import sqlite3
import zipfile
import zlib
from contextlib import closing

from quizgen.errors import InputError
from quizgen.exports.anki_notes import Note
from quizgen.exports.notetypes import fields, kinds

MOST_BYTES = 200_000_000  # 5,000 notes take 10 MB
NO_PACKAGE = "this is no Anki package of quizgen; give the one that was handed out last"


def notes_of(package: bytes) -> dict[str, Note]:
    """The notes of a package by their guids, in its order; none of no package (b"").

    Raises InputError for a file that quizgen has not written.
    """
    if not package:
        return {}
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(_collection(package))
            rows = connection.execute("select mid, guid, flds, tags, mod from notes order by id")
            read = [_note(*row) for row in rows]
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, zlib.error, sqlite3.Error) as error:
        raise InputError(NO_PACKAGE) from error
    return {note.guid: note for note in read}


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
