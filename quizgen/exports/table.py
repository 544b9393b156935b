"""The quiz as a table for spreadsheets: one question a line, with all that explains it."""

from quizgen.exports.evidence import article_of, date_line
from quizgen.exports.sheets import Cell, Sheet, as_csv
from quizgen.question import Question
from quizgen.quiz import Quiz

HEAD = (
    "Number", "Type", "Line above", "Question", "Answer", "Also right", "Explanation", "Sentence",
    "Article", "Date", "Source", "Address", "Difficulty", "Written by", "Licence",
)  # fmt: skip
BETWEEN = " | "  # what parts several texts in one cell


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The table as CSV, with as many columns of options as the longest question needs."""
    shown = [_shown(question) for question in quiz.questions]
    most = max(map(len, shown), default=0)
    head = (*HEAD, *(f"Option {number}" for number in range(1, most + 1)))
    rows = (
        (*_cells(quiz, question, place), *options, *[None] * (most - len(options)))
        for place, (question, options) in enumerate(zip(quiz.questions, shown, strict=True), 1)
    )
    return as_csv(Sheet("Quiz", head, tuple(rows)))


def _cells(quiz: Quiz, question: Question, place: int) -> tuple[Cell, ...]:
    article = article_of(quiz, question)
    sentences = [evidence.text for evidence in (question.evidence, *question.further)]
    return (
        place, question.type.replace("_", " "), question.context, question.stem, _answer(question),
        BETWEEN.join(question.accepted), question.explanation, BETWEEN.join(sentences),
        article.title, date_line(article), article.source, article.url, question.difficulty,
        article.byline, article.licence,
    )  # fmt: skip


def _answer(question: Question) -> str:
    pairs = [" – ".join(pair) for pair in question.pairs]
    return BETWEEN.join(pairs or question.items) or question.answer


def _shown(question: Question) -> tuple[str, ...]:
    """What there is to choose from or to put together, in the order shown."""
    left = tuple(pair[0] for pair in question.pairs)
    right = tuple(sorted(pair[1] for pair in question.pairs))
    return question.options or (*left, *right, *sorted(question.items))
