"""Folding: texts brought to the form in which typed answers are compared."""

import re
import unicodedata

from quizgen.data import words

LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "&": " and ",
    }
)
"""Letters that have no decomposition into a plain one and a mark, and the ampersand."""
WITHIN_WORDS = re.compile(r"(?<=\w)[.'’ʼ`](?=\w)|(?<=\b\w)\.")
"""Marks that join ("U.S.", "O'Neill") rather than part; a decimal point is read elsewhere."""
NO_WORD = re.compile(r"[^\w]+|_")
FOREIGN = re.compile(r"[^\x00-\x7f]+")


def folded(text: str) -> str:
    """The text without case, accents, punctuation and the article or preposition before it."""
    found = words_of(text)
    leading = words("answer_openings.txt")
    while len(found) > 1 and found[0] in leading:
        found = found[1:]
    return " ".join(found)


def words_of(text: str) -> tuple[str, ...]:
    """The words without case, accents and punctuation."""
    plain = plain_letters(text)
    return tuple(NO_WORD.sub(" ", WITHIN_WORDS.sub("", plain)).split())


def plain_letters(text: str) -> str:
    """The text in lower case, its letters without accents."""
    split = unicodedata.normalize("NFKD", text.casefold().translate(LETTERS))
    return FOREIGN.sub(_without_marks, split)


def _without_marks(found: re.Match[str]) -> str:
    return "".join(letter for letter in found[0] if not unicodedata.combining(letter))


def same(one: str, other: str) -> bool:
    """Whether two texts are equal once folded, however words are joined ("Jae-in", "Jaein")."""
    first, second = folded(one), folded(other)
    return bool(first) and first.replace(" ", "") == second.replace(" ", "")
