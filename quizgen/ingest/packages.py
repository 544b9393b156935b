"""Packages: Word files and books, which are zip files; their members come out within limits."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from quizgen.errors import InputError
from quizgen.ingest.limits import MAX_EXPANSION, MAX_MEMBERS, MAX_UNPACKED
from quizgen.ingest.reading import Found

SMALL = 1_000_000  # unpacked bytes for which no ratio is asked
ENCRYPTED = 0x1  # flag of a member
OTHERS = (
    ("xl/workbook.xml", "an Excel file; give the article as text or as a Word file"),
    ("ppt/presentation.xml", "a PowerPoint file; give the article as text or as a Word file"),
    ("content.xml", "an OpenDocument file; save it as .docx"),
)


class Package:
    """An opened zip file; `name` is what messages call it."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise self._damaged() from None
        self._members = {info.filename: info for info in self._file.infolist()}
        self._require_bounded()

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def read(self, member: str) -> bytes:
        """The bytes of a member. Raises InputError where it is missing or damaged."""
        info = self._members.get(member)
        if info is None:
            raise self._damaged()
        if info.flag_bits & ENCRYPTED:
            msg = f"{self.name} has a password; open it and save it without one"
            raise InputError(msg)
        try:
            with self._file.open(info) as file:
                return file.read(info.file_size)
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise self._damaged() from None
        except Exception as error:
            if type(error).__module__ not in {"zlib", "_lzma"}:
                raise
            raise self._damaged() from None

    def _require_bounded(self) -> None:
        infos = list(self._members.values())
        unpacked = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        bomb = unpacked > SMALL and unpacked > MAX_EXPANSION * max(packed, 1)
        if len(infos) > MAX_MEMBERS or unpacked > MAX_UNPACKED or bomb:
            msg = f"{self.name} unpacks to far more than an article; copy its text into a .txt file"
            raise InputError(msg)

    def _damaged(self) -> InputError:
        return InputError(f"{self.name} is damaged; open it, save it again and give that")


def read_package(data: bytes, name: str) -> Iterator[Found]:
    """The readings of a Word file or book. Raises InputError for other zip files."""
    package = Package(data, name)
    if "word/document.xml" in package:
        from quizgen.ingest.word import read_word

        yield read_word(package)
    elif "META-INF/container.xml" in package:
        from quizgen.ingest.books import read_book

        yield from read_book(package)
    else:
        what = (said for member, said in OTHERS if member in package)
        said = next(what, "a zip file; unpack it and give the files in it")
        msg = f"{name} is {said}"
        raise InputError(msg)
