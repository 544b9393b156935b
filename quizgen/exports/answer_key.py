"""Answer keys on paper: a line for each version ("1c 2b"), then each answer with its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.article import Article
from quizgen.exports.evidence import Marked, article_of, credit, marked, safe_url
from quizgen.exports.page import inner
from quizgen.exports.passage import Passage, closed, flat, number_of, passages
from quizgen.exports.print_settings import PrintSettings
from quizgen.exports.worksheet import Asked, Section, Version, Worksheet
from quizgen.question import Question
from quizgen.quiz import Quiz

TYPED = frozenset({"short_answer", "cloze"})
SHORT = 60  # characters of an answer that has room in the line of all answers


@dataclass(frozen=True, slots=True)
class Line:
    """The key of a version in one line."""

    version: str
    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence that tells an answer, and its number in the printed article (0: not printed)."""

    number: int
    sentence: Marked


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with what explains it.

    `numbers` are those of its question in each version, with the letter to choose ("3c", "A3c
    B5a"); `parts` are the pairs or the items of matching and ordering; `story` names the article
    where there are several.
    """

    id: str
    numbers: str
    text: str
    also: str
    parts: tuple[str, ...]
    explanation: str
    quoted: tuple[Quoted, ...]
    story: str


@dataclass(frozen=True, slots=True)
class Key:
    """The answer key of a worksheet: lines, answers in the order of its first version, sources."""

    lines: tuple[Line, ...]
    answers: tuple[Answer, ...]
    sources: tuple[str, ...]


def answer_key(quiz: Quiz, sheet: Worksheet, settings: PrintSettings) -> Key:
    """The key of a quiz's worksheet."""
    by_id = {question.id: question for question in quiz.questions}
    printed = passages(quiz, settings) if settings.numbered else ()
    lines = tuple(Line(each.letter, line(each, by_id)) for each in sheet.versions)
    answers = (
        _answer(quiz, by_id[asked.id], _numbers(sheet, by_id[asked.id]), printed)
        for asked in sheet.versions[0].asked
    )
    return Key(lines, tuple(answers), tuple(_source(article) for article in quiz.articles))


def line(version: Version, questions: dict[str, Question]) -> str:
    """The key of a version in one line: "1c 2b · 3F · 4 Seoul · 5 c-a-b"."""
    return " · ".join(_of_section(section, questions) for section in version.sections)


def _of_section(section: Section, questions: dict[str, Question]) -> str:
    short = [f"{asked.number}{_short(asked, questions[asked.id])}" for asked in section.asked]
    return (" · " if any(" " in each for each in short) else " ").join(short)


def _short(asked: Asked, question: Question) -> str:
    wanted, letters = flat(question.answer), _letters(asked)
    if question.type in {"matching", "ordering"}:
        parts = question.items or tuple(right for _, right in question.pairs)
        return " " + "-".join(letters[flat(part)] for part in parts)
    if question.type == "true_false" and len({text[:1] for text in letters}) == len(letters) > 1:
        return wanted[:1]
    if letter := _chosen(asked, question):
        return letter
    return f" {closed(wanted)}" if 0 < len(wanted) <= SHORT else " (see below)"


def _chosen(asked: Asked, question: Question) -> str:
    """The letter of the right option, "" where none is to be chosen."""
    wanted = _letters(asked).get(flat(question.answer), "")
    return wanted if question.type == "multiple_choice" else ""


def _letters(asked: Asked) -> dict[str, str]:
    return {choice.text: choice.letter for choice in reversed(asked.choices)}


def _numbers(sheet: Worksheet, question: Question) -> str:
    found = (
        f"{version.letter}{asked.number}{_chosen(asked, question)}"
        for version in sheet.versions
        for asked in version.asked
        if asked.id == question.id
    )
    return " ".join(found)


def _answer(quiz: Quiz, question: Question, numbers: str, printed: tuple[Passage, ...]) -> Answer:
    parts = tuple(" – ".join(map(flat, pair)) for pair in question.pairs)
    article = article_of(quiz, question)
    return Answer(
        question.id,
        numbers,
        "" if parts or question.items else flat(question.answer),
        "; ".join(map(flat, question.accepted)) if question.type in TYPED else "",
        parts or tuple(f"{at}. {flat(item)}" for at, item in enumerate(question.items, 1)),
        flat(question.explanation),
        tuple(_quoted(question, printed)),
        flat(article.title or article.source) if quiz.articles[1:] else "",
    )


def _quoted(question: Question, printed: tuple[Passage, ...]) -> Iterator[Quoted]:
    told = marked(question)
    before, key, after = (inner(part, flat) for part in (told.before, told.key, told.after))
    yield Quoted(number_of(question.evidence, printed), Marked(before, key, after))
    for evidence in question.further:
        yield Quoted(number_of(evidence, printed), Marked(flat(evidence.text)))


def _source(article: Article) -> str:
    told = (article.title, *credit(article), safe_url(article))
    return " · ".join(closed(flat(part)) for part in told if part)
