"""Limits: how much of anything a reader takes before it refuses."""

from quizgen.article import MAX_CHARACTERS
from quizgen.errors import InputError

MAX_TEXT = 4 * MAX_CHARACTERS + 4  # bytes; no encoding takes more for the longest text and its mark
MAX_DOCUMENT = 20_000_000  # bytes of a page, PDF, Word file, mail; pictures make most of it
MAX_LINE = 5_000_000  # bytes of a line of JSON: the longest text, with its escapes
MAX_PAGES = 60  # of a PDF: a long magazine article has 20
MAX_PARAGRAPHS = 5_000  # of an article: a newspaper page has 60
MAX_MEMBERS = 2_000  # files within a Word file or book
MAX_UNPACKED = 100_000_000  # bytes of all of them
MAX_EXPANSION = 100  # unpacked bytes for one packed; Word files reach 20
MAX_PARTS = 200  # texts of a mail; digests have some thirty
MAX_NESTING = 20  # parts within parts of a mail
MAX_CHAPTERS = 500  # of a book, and entries of a feed
SECONDS = 20.0  # for one article; the slowest page of the measured ones took 0.4
MEMORY = 2_000_000_000  # bytes of addresses; the readers themselves hold 700 MB of them


def require_size(size: int, name: str, *, most: int = MAX_DOCUMENT) -> None:
    """Raise InputError for a file of more bytes than its kind may have."""
    if size > most:
        msg = (
            f"{name} is too large ({size:,} bytes; at most {most:,}); give the file of one "
            "article, or its text alone"
        )
        raise InputError(msg)


def require_paragraphs(text: str, name: str) -> None:
    """Raise InputError for a text of more paragraphs than an article has."""
    if text.count("\n\n") >= MAX_PARAGRAPHS:
        msg = f"{name} has more than {MAX_PARAGRAPHS:,} paragraphs; give one article"
        raise InputError(msg)
