"""Headlines: those in capitals only are written as the body writes their words."""

import re
from collections import Counter

from quizgen.data import words

WORD = re.compile(r"[^\W\d_](?:[\w.'’]*[^\W_])?")
FEWEST = 3  # words: "NATO" or "US GDP" may be right as they are
FEWEST_LETTERS = 12
SMALL = frozenset(
    "a an the and but or nor for of in on at to by as from with into onto over than via vs after "
    "amid off up per".split()
)
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


def spoken_headline(title: str, body: str) -> str:
    """A headline in capitals only as one in title case, names as the body writes them.

    Any other headline stays as it is.
    """
    given = WORD.findall(title)
    letters = sum(map(len, given))
    if title != title.upper() or len(given) < FEWEST or letters < FEWEST_LETTERS:
        return title
    written = _written(body)
    opening = True

    def cased(match: re.Match[str]) -> str:
        nonlocal opening
        word, first = match[0], opening
        opening = False
        return _cased(word, written, opening=first or _after_colon(title, match.start()))

    return WORD.sub(cased, title)


def _after_colon(title: str, start: int) -> bool:
    return title[:start].rstrip(" \"'“‘").endswith((":", "?", "!", "–", "—"))


def _cased(word: str, written: dict[str, str], *, opening: bool) -> str:
    """One word: as the body writes it where that has capitals, else with one at its head."""
    stem = POSSESSIVE.sub("", word)
    ending = word[len(stem) :].lower()
    known = written.get(stem.casefold(), "")
    small = stem.casefold()
    if small in SMALL and not opening:
        return small + ending
    if known and known != known.lower():
        return known + ending
    if not known and _initials(stem):
        return stem + ending
    return small[:1].upper() + small[1:] + ending


def _initials(word: str) -> bool:
    """Whether letters with full stops between them, as in "U.S"."""
    return re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", word) is not None or word in words("acronyms.txt")


def _written(body: str) -> dict[str, str]:
    """How the body mostly writes each word, apart from sentences' first words and from capitals."""
    counts: dict[str, Counter[str]] = {}
    for match in WORD.finditer(body):
        word = POSSESSIVE.sub("", match[0])
        weight = 1 if _opens(body, match.start()) else 100
        counts.setdefault(word.casefold(), Counter())[word] += weight
    return {word: _usual(found) for word, found in counts.items()}


def _usual(found: Counter[str]) -> str:
    return max(found, key=lambda form: (found[form], form))


def _opens(body: str, start: int) -> bool:
    """Whether the word at this place opens a sentence or a quotation."""
    before = body[max(0, start - 4) : start].rstrip(" ")
    return not before or before[-1] in ".!?\n\"“‘'(:"
