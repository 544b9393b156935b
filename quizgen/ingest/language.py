"""Language: whether a text is English, judged by script and by the share of its function words."""

import re
import unicodedata
from functools import cache

from quizgen.data import rows
from quizgen.errors import InputError

SAMPLE = 20_000  # characters looked at; more changes no verdict
FEW_LETTERS = 10  # below this a text is too short to judge by its script
FOREIGN_SCRIPT = 0.5  # share of letters outside the Latin script
MANY_WORDS = 40  # from here the lack of English function words is telling by itself
WORD_SHARE = 0.12  # of running words; English news has 0.35 to 0.45, other languages under 0.08
FOREIGN_WORDS = 3  # function words of another language: fewer may be names ("Rio de la Plata")

WORD = re.compile(r"[^\W\d_]+")


def require_english(text: str, name: str) -> None:
    """Raise InputError when the text is clearly not English; short or mixed texts pass."""
    other = foreign_language(text)
    if other:
        msg = f"{name} seems to be {other}; quizgen asks questions on English text only"
        raise InputError(msg)


def foreign_language(text: str) -> str:
    """What a text is that is clearly not English ("French", "in another script"), else ""."""
    sample = text[:SAMPLE]
    if _foreign_script(sample):
        return "in another script"
    running = [word.casefold() for word in WORD.findall(sample)]
    counts = {name: sum(word in known for word in running) for name, known in _lists().items()}
    english = counts.pop("English")
    best = max(counts, key=lambda name: counts[name])
    enough = max(FOREIGN_WORDS, len(running) * WORD_SHARE)
    if counts[best] >= enough and counts[best] > english:
        return best
    if len(running) >= MANY_WORDS and english < len(running) * WORD_SHARE:
        return "in another language"
    return ""


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The function words by language; a word of English counts for English alone."""
    lists = {row["language"]: frozenset(row["words"].split()) for row in rows("function_words.tsv")}
    english = lists["English"]
    return {name: known if known is english else known - english for name, known in lists.items()}


def _foreign_script(sample: str) -> bool:
    letters = [char for char in sample if char.isalpha()]
    foreign = sum(not _latin(char) for char in letters)
    return len(letters) >= FEW_LETTERS and foreign > len(letters) * FOREIGN_SCRIPT


def _latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")
