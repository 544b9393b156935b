"""Worth: what a question is worth to a news desk that prints a few of a week's questions.

Readers of a news quiz are asked what happened, and who did it: of 7,777 items that CNN, The Week
and USA Today printed (RealTimeQA, Kasai et al. 2023), 64 % ask for "which" or "what" with a noun,
and bare who, when and where together open 9 %. The figures here were set on 17 weeks of
2019 and 2020, read question by question.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from quizgen.analysis.times.calendar import MONTHS
from quizgen.article import Article
from quizgen.data import words
from quizgen.lint.text import content, kind_of
from quizgen.question import Question
from quizgen.ranking.choosing import ONCE
from quizgen.wording.surface import root_of, significant

BONUS: Mapping[str, float] = {"multiple_choice": 0.15, "cloze": -0.3, "true_false": -0.2}
"""News quizzes are printed with options: 99 % of the 7,777."""
MAIN = 0.3  # what a question on the story's main event is better than one on a detail
IN_LEAD = 0.6  # of it, what the lead sentence tells; the rest, what the title tells
BESIDE_LEAD = 0.4  # the share of that for the other sentences of the first paragraph
EARLY = 0.1  # what the first sentence of an article is better than the last
SMALL = ONCE | {"calling_name", "calling", "age", "what_is", "identity", "ranking", "existence"}
"""Rules whose questions are sound but small, and tell of no event."""
SMALLNESS = 0.4
FIGURES: Mapping[str, float] = {"date": 0.45, "bound_date": 0.45, "age": 0.2, "duration": 0.15}
"""What questions on days, ages and lengths of time cost, by rule: small facts, dull to ask."""
QUOTED = 0.15  # what a question on who said something costs; what was done goes before it
BACKGROUND = 0.3  # what a question costs that names a year before the article's, or tells a life
BEFORE = 0.1  # what it costs if only its sentence names such a year
NAMELESS = 0.2  # what it costs if the stem names nothing
SHORT = 0.1  # what it costs if the stem is too short to tell much
POOR = 0.5
"""Below it a question is left out of a quiz of so many: better fewer than dull ones."""
FEW = 7  # words; one in ten printed stems has fewer than 11
PAPER = 0.5  # what it costs to ask about the paper that tells the news
ABOVE = 0.3  # what it costs that the title above tells half of a key that is no name
START = 6  # letters by which words of one root are known: "president", "presidential"
PART = 0.2  # what a person's key costs that is less than the name the article gives
TITLE = 30  # characters that a line below the title has at least, to be no caption
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
SENTENCE = re.compile(r"[.!?][\"”’)]*\s")
NAME = re.compile(r"(?<=[ (\"“‘'-])\d*[A-Z][\w.]*")


def worth(question: Question, article: Article) -> float:
    """What a question is worth: its score, and what speaks for it and against it; mostly 0..1.5."""
    small = question.rule in SMALL
    found = question.score + BONUS.get(question.type, 0.0)
    found += EARLY * (1 - question.evidence.start / max(1, len(article.text)))
    found += 0.0 if small or is_figure(question) else MAIN * main(question, article)
    found -= SMALLNESS * small + FIGURES.get(question.rule, 0.0)
    found -= QUOTED * (question.rule == "quote_speaker")
    found -= BACKGROUND if is_old(question, article) else BEFORE * _told_of_old(question, article)
    found -= NAMELESS * (not names_something(question.stem))
    found -= SHORT * (len(question.stem.split()) < FEW)
    found -= ABOVE * _told_above(question)
    found -= PAPER * _names_paper(question, article)
    return found - PART * is_part(question, article)


def _names_paper(question: Question, article: Article) -> bool:
    """Whether stem or key name the paper that the article is from: how it got its news is none."""
    return bool(article.source) and article.source in f"{question.stem} {question.answer}"


def _told_above(question: Question) -> bool:
    """Whether the line above tells half of a key in words, as "What did he end?" his campaign."""
    if kind_of(question.answer) != "phrase" or question.type == "true_false":
        return False
    key = {word[:START] for word in content(question.answer)}
    shown = {word[:START] for word in content(question.context)}
    return bool(key) and len(key & shown) * 2 >= len(key)


def is_figure(question: Question) -> bool:
    """Whether a question asks for a day, an age or a length of time."""
    return question.rule in FIGURES or question.answer_kind == "date"


def main(question: Question, article: Article) -> float:
    """How far a question is on what the story is about, in 0..1: what lead and title tell."""
    start, stop, end = _lead(article.text, article.title)
    place = question.evidence.start
    lead = 1.0 if start <= place < stop else BESIDE_LEAD if start <= place < end else 0.0
    title = _roots(article.title)
    shared = len(title & (_roots(question.stem) | _roots(question.answer))) / max(1, len(title))
    return IN_LEAD * lead + (1 - IN_LEAD) * shared


def lead_paragraph(article: Article) -> str:
    """The first paragraph below the title."""
    start, _, end = _lead(article.text, article.title)
    return article.text[start:end]


@lru_cache(maxsize=1024)
def _lead(text: str, title: str) -> tuple[int, int, int]:
    """Where the first paragraph below the title begins, and where its first sentence and it end."""
    place = 0
    for line in text.splitlines(keepends=True):
        told = line.strip()
        if len(told) >= TITLE and told != title.strip():
            sentence = SENTENCE.search(line)
            stop = place + (sentence.end() if sentence else len(line))
            return place, stop, place + len(line)
        place += len(line)
    return 0, len(text), len(text)


@lru_cache(maxsize=8192)
def _roots(text: str) -> frozenset[str]:
    return frozenset(map(root_of, significant(text)))


def is_old(question: Question, article: Article) -> bool:
    """Whether a question tells of years before the news, or of somebody's life."""
    text = f"{question.stem} {question.answer}"
    return _names_old_year(text, article) or bool(_words(question.stem) & words("life_words.txt"))


def names_something(stem: str) -> bool:
    """Whether a stem names anything but a month."""
    return any(word not in MONTHS for word in NAME.findall(stem))


def _told_of_old(question: Question, article: Article) -> bool:
    return _names_old_year(question.evidence.text, article)


def _names_old_year(text: str, article: Article) -> bool:
    day = article.published
    return day is not None and any(int(year) < day.year for year in YEAR.findall(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", text))


def is_part(question: Question, article: Article) -> bool:
    """Whether the key is one name of a person whom the article calls by more ("Hamza")."""
    key = question.answer
    if question.answer_kind != "person" or not key[:1].isupper() or " " in key:
        return False
    name = re.escape(key)
    more = rf"[A-Z][\w'’.-]+ (?:[a-z]{{2,3}} )?{name}\b|\b{name} (?:[a-z]{{2,3}} )?[A-Z]\w"
    return re.search(more, article.text) is not None
