"""Language: whether a text is English, judged by script and by the share of its function words."""

import re
import unicodedata
from collections import Counter
from functools import cache

from quizgen.data import rows
from quizgen.errors import InputError

SAMPLE = 20_000  # characters looked at; more changes no verdict
FEW_LETTERS = 10  # below this a text is too short to judge by its script
FOREIGN_SCRIPT = 0.5  # share of letters outside the Latin script
MANY_WORDS = 40  # from here the lack of English function words is telling by itself
WORD_SHARE = 0.12  # of running words; English news has 0.35 to 0.45, other languages under 0.08
FOREIGN_WORDS = 3  # function words of another language: fewer may be names ("Rio de la Plata")

NOT_ASCII = re.compile(r"[^\x00-\x7f]")
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
    running = Counter(WORD.findall(sample.casefold()))
    counts = {
        name: sum(running[word] for word in known & running.keys())
        for name, known in _lists().items()
    }
    english = counts.pop("English")
    best = max(counts, key=lambda name: counts[name])
    enough = max(FOREIGN_WORDS, running.total() * WORD_SHARE)
    if counts[best] >= enough and counts[best] > english:
        return best
    if running.total() >= MANY_WORDS and english < running.total() * WORD_SHARE:
        return "in another language"
    return ""


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The function words by language; a word of English counts for English alone."""
    lists = {row["language"]: frozenset(row["words"].split()) for row in rows("function_words.tsv")}
    english = lists["English"]
    return {name: known if known is english else known - english for name, known in lists.items()}


def _foreign_script(sample: str) -> bool:
    foreign = sum(char.isalpha() and not _latin(char) for char in NOT_ASCII.findall(sample))
    if foreign <= FEW_LETTERS * FOREIGN_SCRIPT:
        return False
    letters = sum(char.isalpha() for char in sample)
    return letters >= FEW_LETTERS and foreign > letters * FOREIGN_SCRIPT


def _latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")
