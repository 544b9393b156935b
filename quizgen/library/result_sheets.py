"""Result sheets: the results of a handout as tables for spreadsheets, with headings in words."""

from collections.abc import Iterator

from quizgen.exports.sheets import Cell, Sheet
from quizgen.library.results import Results, Row
from quizgen.practice.item_analysis import Distractor, Item
from quizgen.practice.telling import given_text
from quizgen.practice.view import answer_shown

FACILITY = {"easy": "easy", "aim": "about right", "hard": "hard"}
DISCRIMINATION = {
    "excellent": "tells very well who knows the story",
    "good": "tells well who knows the story",
    "fair": "tells a little",
    "poor": "tells hardly anything",
    "check the key": "those who know more get it wrong: check the right answer",
}
QUESTION_HEADS = (
    "Question", "Right answer", "Students who answered", "Share right (0 to 1)", "How difficult",
    "Best minus weakest students (-1 to +1)", "Goes with the rest of the quiz (-1 to +1)",
    "What that means", "Wrong answers, with how many chose them",
)  # fmt: skip


def sheets(results: Results) -> tuple[Sheet, ...]:
    """Who answered what at first, each student's score, and what the questions were worth."""
    return answers(results), _scores(results), _questions(results)


def answers(results: Results) -> Sheet:
    """A line a student: for each question the first answer and its points, then their sum."""
    heads = [part for question in results.questions for part in (question.stem, "Points")]
    rows = (
        (row.name, row.version, *_answers(row, results), row.score) for row in results.rows
    )  # fmt: skip
    return Sheet("First answers", ("Student", "Version", *heads, "Right"), tuple(rows))


def _answers(row: Row, results: Results) -> Iterator[Cell]:
    for question in results.questions:
        answer = row.answers.get(question.id)
        yield given_text(question, answer.given) if answer else None
        yield answer.score if answer else None


def _scores(results: Results) -> Sheet:
    number = len(results.questions)
    heads = ("Student", "Right", "Of", "Per cent", "Answered", "Finished", "Right at a later try")
    rows = (
        (
            row.name, row.score, number, round(100 * row.score / number), len(row.answers),
            "yes" if row.finished else "no", len(row.retried),
        )
        for row in results.rows
    )  # fmt: skip
    return Sheet("Scores", heads, tuple(rows))


def _questions(results: Results) -> Sheet:
    items = zip(results.questions, results.analysis.items, strict=True)
    rows = (
        (question.stem, answer_shown(question), *_statistics(item)) for question, item in items
    )  # fmt: skip
    return Sheet("Questions", QUESTION_HEADS, tuple(rows))


def _statistics(item: Item) -> tuple[Cell, ...]:
    return (
        item.answered,
        _rounded(item.facility),
        FACILITY.get(item.facility_band or ""),
        _rounded(item.discrimination),
        _rounded(item.item_rest),
        DISCRIMINATION.get(item.discrimination_band or ""),
        "; ".join(map(_chosen, item.distractors)),
    )


def _chosen(wrong: Distractor) -> str:
    return f"{wrong.text} ({wrong.chosen})"


def _rounded(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 2)
