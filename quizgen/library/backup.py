"""Backup and restore: the whole library in one file, as SQLite or as JSON."""

from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from quizgen.errors import InputError
from quizgen.exports.files import write_atomically
from quizgen.library import copying, exchange
from quizgen.library.library import Library

SQLITE = b"SQLite format 3\0"  # the first bytes of every such file


def backup(library: Library, path: Path) -> None:
    """Write the library to a file, whole or not at all, while others may go on using it.

    A copy of the SQLite file; JSON for a name that ends in ".json", and from PostgreSQL. Passcode
    hashes are in it: it is to be kept like the library itself. Raises ExportError where it can't
    be written.
    """
    as_json = path.suffix == ".json" or library.engine.dialect.name != "sqlite"
    content = exchange.exported(library, private=True).encode() if as_json else _copy(library)
    write_atomically(path, content)
    path.chmod(0o600)


def _copy(library: Library) -> bytes:
    """The bytes of a copy at one moment."""
    with TemporaryDirectory() as folder:
        target = Path(folder) / "copy.sqlite3"
        copying.copy(Path(str(library.url.database)), target)
        return target.read_bytes()


def restore(library: Library, path: Path, *, replace: bool = False, merge: bool = False) -> int:
    """How many rows were brought back from a backup of either kind.

    A library that is not empty is left alone unless it is to be replaced (all that it holds goes)
    or merged (what it holds stays, what it lacks is added). Raises InputError then, and for what
    is no backup; nothing is changed in either case.
    """
    text = _document(path)
    with library.work() as session:
        if not (replace or merge or exchange.is_empty(session)):
            msg = (
                "the library is not empty; --replace puts the backup in its place, --merge adds it"
            )
            raise InputError(msg)
        if replace:
            exchange.clear(session)
        return exchange.imported(library, text)


def _document(path: Path) -> str:
    """The backup as JSON."""
    try:
        with path.open("rb") as file:
            if file.read(len(SQLITE)) == SQLITE:
                return _from_sqlite(path)
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        msg = f"{path} is no backup of quizgen; give a file that `quizgen backup` wrote"
    except OSError as error:
        msg = f"{path} can't be read ({error.strerror}); give a file that `quizgen backup` wrote"
    raise InputError(msg)


def _from_sqlite(path: Path) -> str:
    """The content of an SQLite backup; a copy is opened, so that an older one can be migrated."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite3"
        copyfile(path, copy)
        opened = Library.open(str(copy))
        try:
            return exchange.exported(opened, private=True)
        finally:
            opened.close()
