"""Blooket: its sheet for import, a CSV file of 26 columns of which eight are used."""

from quizgen.exports.carrying import carried, choices, choosing, left_out, one_line
from quizgen.exports.games import SECONDS, guarded, key_number
from quizgen.exports.loss import Loss
from quizgen.exports.sheets import Cell, Sheet, as_csv
from quizgen.question import Question
from quizgen.quiz import Quiz

COLUMNS, OPTIONS = 26, 4
TITLE = "Blooket\nImport Template"
HEAD = (
    "Question #", "Question Text", "Answer 1", "Answer 2", "Answer 3\n(Optional)",
    "Answer 4\n(Optional)", "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)  # fmt: skip
_objection = choosing(OPTIONS, "Blooket")


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The questions to choose from, below the two lines that Blooket's own sheet begins with."""
    rows = [_row(place, found) for place, found in enumerate(carried(quiz, _objection), 1)]
    title = (TITLE, *[""] * (COLUMNS - 1))
    lines = (_padded(HEAD), *map(_padded, rows))
    return as_csv(Sheet("Sheet1", title, lines), marked=False)


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """Other types, and all that is no question or answer."""
    what = "explanations, sentences and the lines above are left out: Blooket takes none"
    marked = (
        Loss(question.id, "an apostrophe stands before what a spreadsheet would calculate")
        for question in carried(quiz, _objection)
        if guarded(question)
    )
    return (Loss("", what), *left_out(quiz, _objection), *marked)


def _row(place: int, question: Question) -> tuple[Cell, ...]:
    options: list[Cell] = [one_line(option) for option in choices(question)]
    options += [None] * (OPTIONS - len(options))
    return (place, one_line(question.stem), *options, SECONDS, key_number(question))


def _padded(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return (*cells, *[None] * (COLUMNS - len(cells)))
