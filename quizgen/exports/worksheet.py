"""Worksheets: a quiz arranged for paper, before it becomes a Word file or a PDF.

All texts stand on one line each; lengths of lines and places on the page are left to the writers.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.article import Article
from quizgen.data import rows
from quizgen.exports.evidence import article_of, credit, date_line
from quizgen.exports.passage import Sentence, closed, flat, passages
from quizgen.exports.print_settings import PrintSettings
from quizgen.practice.order import LETTERS, Order, arranged, shuffled
from quizgen.question import GAP, Question
from quizgen.quiz import Quiz

SHORT, SHORT_LARGE = 34, 14  # characters of an option that has room in half a line
LINE = 45  # characters of an answer that has room on one line to write on
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Lettered:
    """What a student chooses from, with its letter: "a", "b", ... "z", "aa", ..."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on a worksheet.

    A `gap` stands between `before` and `after`, else `after` is "". `choices` are the options, or
    what is to be matched with each of `left`, or to be put in order. `lines` are those to write on.
    """

    id: str
    number: int
    type: str
    context: str
    before: str
    after: str = ""
    gap: bool = False
    choices: tuple[Lettered, ...] = ()
    left: tuple[str, ...] = ()
    columns: int = 1
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one type, with what a student is told to do."""

    heading: str
    instruction: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the worksheet: its letter ("" where there is one version only)."""

    letter: str
    sections: tuple[Section, ...]

    @property
    def asked(self) -> tuple[Asked, ...]:
        """All its questions, in order."""
        return tuple(each for section in self.sections for each in section.asked)


@dataclass(frozen=True, slots=True)
class Story:
    """An article as the head of a worksheet names it, with its text where that is printed.

    `title` is "" where it is that of the worksheet; `about` tells day, source, author and licence.
    """

    title: str
    about: str
    paragraphs: tuple[tuple[Sentence, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A quiz for paper: `total` questions about the stories, in one or more versions."""

    title: str
    total: int
    stories: tuple[Story, ...]
    versions: tuple[Version, ...]


def worksheet(quiz: Quiz, settings: PrintSettings) -> Worksheet:
    """The quiz arranged for paper; equal quizzes and settings give equal worksheets."""
    letters = LETTERS[: settings.versions] if settings.versions > 1 else ("",)
    versions = tuple(Version(at, _sections(quiz, at, settings)) for at in letters)
    return Worksheet(flat(quiz.title) or "News quiz", len(quiz.questions), _stories(quiz, settings),
                     versions)  # fmt: skip


def lettered(texts: Iterable[str]) -> tuple[Lettered, ...]:
    """The texts with their letters."""
    return tuple(Lettered(_letter(place), flat(text)) for place, text in enumerate(texts))


def _letter(place: int) -> str:
    return chr(ord("a") + place % 26) * (place // 26 + 1)


def _stories(quiz: Quiz, settings: PrintSettings) -> tuple[Story, ...]:
    printed = passages(quiz, settings) if settings.with_article else ()
    texts = {passage.article: passage.paragraphs for passage in printed}
    return tuple(
        Story(
            "" if flat(article.title) == flat(quiz.title) else flat(article.title),
            _about(article),
            texts.get(article.id, ()),
        )
        for article in quiz.articles
    )


def _about(article: Article) -> str:
    return " · ".join(closed(flat(part)) for part in credit(article))


def _sections(quiz: Quiz, version: str, settings: PrintSettings) -> tuple[Section, ...]:
    seed = f"{quiz.id}/{quiz.seed}/{version}"
    own_order = version not in {"", LETTERS[0]}
    ordered = arranged(quiz.questions, Order(seed, questions=own_order, options=own_order))
    found, number = [], 1
    for words in rows("worksheet_words.tsv"):
        chosen = [question for question in ordered if question.type == words["type"]]
        contexts = _contexts(quiz, chosen)
        asked = tuple(
            _asked(question, number + place, contexts[place], seed, settings)
            for place, question in enumerate(chosen)
        )
        number += len(asked)
        if asked:
            found.append(Section(words["heading"], words["instruction"], asked))
    return tuple(found)


def _asked(
    question: Question, number: int, context: str, seed: str, settings: PrintSettings
) -> Asked:
    stem, cloze = question.stem, question.type == "cloze"
    before, gap, after = stem.partition(GAP) if cloze else (stem, "", "")
    choices = lettered(_choices(question, f"{seed}/{question.id}"))
    short = SHORT_LARGE if settings.large else SHORT
    written = not (choices or gap)
    return Asked(
        question.id,
        number,
        question.type,
        context,
        _kept(before),
        _kept(after),
        gap=bool(gap),
        choices=choices,
        left=tuple(flat(left) for left, _ in question.pairs),
        columns=2 if all(len(choice.text) <= short for choice in choices) else 1,
        lines=min(MOST_LINES, 1 + len(question.answer) // LINE) if written else 0,
    )


def _choices(question: Question, seed: str) -> tuple[str, ...]:
    if question.type == "matching":
        return _jumbled(tuple(right for _, right in question.pairs), seed)
    if question.type == "ordering":
        return _jumbled(question.items, seed)
    return question.options or ()


def _jumbled(items: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """The items in another order than they have, where there is one."""
    drawn = (shuffled(sorted(items), f"{seed}/{turn}") for turn in range(9))
    return next((order for order in drawn if order != items), tuple(sorted(items)))


def _kept(text: str) -> str:
    """The text on one line, with a space kept at either end, beside a gap."""
    start = " " if text[:1].isspace() else ""
    return f"{start}{flat(text)}{' ' if text.strip() and text[-1:].isspace() else ''}"


def _contexts(quiz: Quiz, questions: list[Question]) -> list[str]:
    """The line above each question: "" where the head of the sheet or the one before tells it."""
    found: list[str] = []
    last = ""
    for question in questions:
        told = "" if in_head(quiz, question) else flat(question.context)
        found.append("" if told == last else told)
        last = told or last
    return found


def in_head(quiz: Quiz, question: Question) -> bool:
    """Whether a quiz of one article says in its head all that stands above a question."""
    article = article_of(quiz, question)
    head = {*article.title.split(), *date_line(article).split()}
    told = {word.strip(",[…]") for word in question.context.split()}
    return not quiz.articles[1:] and told <= {word.strip(",") for word in head} | {""}
