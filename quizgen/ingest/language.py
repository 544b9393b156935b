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
FEW_FOREIGN = 2  # in a text without any function word of English
SHORT_SHARE = 0.2  # of its words
KANA = 0.1  # share of kana that tells Japanese, which has Chinese characters as well
AMBIGUOUS = frozenset(
    "s l d son die man hat am bin war sin con van door men den per come sale pour tout plus fin "
    "non par har art mit du sang dari sera sur est une las los el la de".split()
)
"""Words of other languages that English headlines hold, too, as words or in names."""
PARTICLES = frozenset(
    "de la del da do dos das di du des le van von der den el al los las y e".split()
)
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
    """What a text is that is clearly not English ("French", "in another language"), else ""."""
    sample = text[:SAMPLE]
    script = _foreign_script(sample)
    if script:
        return script
    running = _running(sample)
    counts = {name: sum(word in known for word in running) for name, known in _lists().items()}
    english = counts.pop("English")
    best = max(counts, key=lambda name: counts[name])
    enough = max(FOREIGN_WORDS, len(running) * WORD_SHARE)
    if counts[best] >= enough and counts[best] > english:
        return best
    telling = (set(running) & _lists()[best]) - AMBIGUOUS
    if english == 0 and len(telling) >= max(FEW_FOREIGN, len(running) * SHORT_SHARE):
        return best
    if len(running) >= MANY_WORDS and english < len(running) * WORD_SHARE:
        return "in another language"
    return ""


def _running(sample: str) -> list[str]:
    """The words in small letters, without the particles of names ("Rio de la Plata")."""
    found = WORD.findall(sample)
    kept, named = [], False
    for word in found:
        particle = named and word in PARTICLES
        named = particle or word[0].isupper()
        if not particle:
            kept.append(word.casefold())
    return kept


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The function words by language; a word of English counts for English alone."""
    lists = {row["language"]: frozenset(row["words"].split()) for row in rows("function_words.tsv")}
    english = lists["English"]
    return {name: known if known is english else known - english for name, known in lists.items()}


def _foreign_script(sample: str) -> str:
    """The language of a text most of whose letters are not Latin, else ""."""
    letters = [char for char in sample if char.isalpha()]
    foreign = [char.casefold() for char in letters if not _latin(char)]
    if len(letters) < FEW_LETTERS or len(foreign) <= len(letters) * FOREIGN_SCRIPT:
        return ""
    scripts = Counter(
        unicodedata.name(char, "").partition(" ")[0].split("-")[0] for char in foreign
    )
    used = set(foreign)
    for row in _scripts():
        share = scripts[row["script"]] / len(foreign)
        told = not row["letters"] or used & set(row["letters"])
        if share > (KANA if row["language"] == "Japanese" else FOREIGN_SCRIPT) and told:
            return row["language"]
    return "in another script"


@cache
def _scripts() -> list[dict[str, str]]:
    """The languages by script: Japanese first, then those told by letters of their own."""
    kept = rows("scripts.tsv")
    return sorted(kept, key=lambda row: (row["language"] != "Japanese", not row["letters"]))


def _latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")
