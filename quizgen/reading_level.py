"""Reading level: the school grades (of the United States) for which a text is written.

Three published formulas, each from two simple counts; they differ by a grade or two, so what is
told is the range that they span. On a single sentence it is a rough guide.

- Flesch-Kincaid: Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas
  for Navy Enlisted Personnel", Naval Technical Training Command, 1975.
- Coleman-Liau: Coleman and Liau, "A Computer Readability Formula Designed for Machine Scoring",
  Journal of Applied Psychology 60 (1975).
- Automated Readability Index: Smith and Senter, "Automated Readability Index",
  AMRL-TR-66-220, 1967.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.data import rows, words

if TYPE_CHECKING:
    from quizgen.quiz import Quiz

LOWEST, HIGHEST = 1, 16  # grades told; 13 to 16 are college years, and nothing is written beyond
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:]*\w*")
SENTENCE_END = re.compile(r"(\S+?)[.!?]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9]|\s*$)|\n\s*\n")
VOWELS = re.compile(r"[aeiouy]+")
SPLIT = re.compile(
    r"(?<![cgstxln])i(?=a(?!ge)|o)|(?<![cgstx])i(?=u[ms]|en[ct]|ety|a$)|(?<=[^qg])u(?=[ao](?!u))|"
    r"(?<=[cs])i(?=a(?:t|$))|(?<!g)e(?=o(?![uw]))|y(?=i)|(?<=[aeo])(?=ing$)|(?<=[aeo])(?=yer|yor)"
)
"""Neighbouring vowels that are spoken apart: "radio", "Syria", "theory", "saying"."""
SILENT = re.compile(r"(?:[^aeiouyl]|(?<=[aeiouy])l|[aeiouy]l?l)(?:e|es|ed)$")
SPOKEN = re.compile(r"(?:[sxz]|[cg]|ch|sh)es$|[td]ed$|[^aeiouyl]le[sd]?$")
INNER_E = re.compile(
    r"(?<=[aeiouy][bcdfgklmnprstvz])e(?=(?:ly|ment|ments|ful|less|ness|some|work|like|time)$)"
)


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The grades by the three formulas, unrounded, as they come."""

    flesch_kincaid: float
    coleman_liau: float
    ari: float

    @property
    def low(self) -> int:
        """The lowest grade of the three, within `LOWEST` to `HIGHEST`."""
        return _grade(min(self.flesch_kincaid, self.coleman_liau, self.ari))

    @property
    def high(self) -> int:
        """The highest grade of the three, within `LOWEST` to `HIGHEST`."""
        return _grade(max(self.flesch_kincaid, self.coleman_liau, self.ari))

    @property
    def middle(self) -> float:
        """The grade of the formula between the two others."""
        return sorted((self.flesch_kincaid, self.coleman_liau, self.ari))[1]

    def __str__(self) -> str:
        """Like "grades 7 to 9"."""
        if self.low == self.high:
            return f"grade {self.low}"
        return f"grades {self.low} to {self.high}"


def _grade(value: float) -> int:
    return max(LOWEST, min(HIGHEST, round(value)))


@lru_cache(maxsize=1024)
def reading_level(text: str) -> ReadingLevel | None:
    """The reading level of a text; None without a word."""
    found = [match.group() for match in WORD.finditer(text)]
    if not found:
        return None
    count = len(found)
    length = count / sentences(text)
    letters = sum(letter.isalnum() for word in found for letter in word) / count
    sounds = sum(map(syllables, found)) / count
    return ReadingLevel(
        round(0.39 * length + 11.8 * sounds - 15.59, 2),
        round(5.88 * letters - 29.6 / length - 15.8, 2),
        round(4.71 * letters + 0.5 * length - 21.43, 2),
    )


def level_of_articles(quiz: "Quiz") -> ReadingLevel | None:
    """The reading level of the articles of a quiz, read as one text."""
    return reading_level("\n\n".join(article.text for article in quiz.articles))


def level_of_questions(quiz: "Quiz") -> ReadingLevel | None:
    """The reading level of the stems of a quiz, read as one text."""
    return reading_level("\n\n".join(question.stem for question in quiz.questions))


def sentences(text: str) -> int:
    """How many sentences a text has, at least one; a paragraph ends one, an initial does not."""
    blocks = [block for block in re.split(r"\n\s*\n", text) if WORD.search(block)]
    return max(1, sum(1 + len(sentence_ends(block.strip())) for block in blocks))


def sentence_ends(text: str) -> tuple[int, ...]:
    """The places within a text at which a sentence has ended; its own end is none of them."""
    inner = (m for m in SENTENCE_END.finditer(text) if m.end() < len(text))
    return tuple(match.end() for match in inner if not _abbreviated(match[1] or ""))


def _abbreviated(word: str) -> bool:
    bare = word.lstrip("(\"“'‘")
    return len(bare) == 1 or bare.lower() + "." in words("abbreviations.txt") or "." in bare[:-1]


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """How many syllables a word has, at least one; an acronym or number has one a character."""
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    plain = re.sub(r"['’]s?$|['’]", "", word)
    if any(letter.isdigit() for letter in plain) or (plain.isupper() and len(plain) > 1):
        return min(len(plain), 4)  # "2019" is read as twenty nineteen
    low = plain.lower()
    known = _known().get(low) or _known().get(low.removesuffix("s"))
    return known or max(1, _by_rule(low))


@lru_cache(maxsize=1)
def _known() -> dict[str, int]:
    return {row["word"]: int(row["syllables"]) for row in rows("syllables.tsv")}


def _by_rule(low: str) -> int:
    """Groups of vowels, some split, without a silent e."""
    body = INNER_E.sub("", low)
    count = len(VOWELS.findall(body)) + len(SPLIT.findall(body))
    silent = SILENT.search(body) and not SPOKEN.search(body)
    return count - bool(silent)
