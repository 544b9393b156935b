"""Outcomes: results as tables, files and sentences; knows nothing of Streamlit."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.app.markup import element, plain
from quizgen.library.results import Results, Row
from quizgen.practice.item_analysis import Item
from quizgen.question import Question

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Openings that a spreadsheet takes for a formula."""
LONGEST = 110  # characters of a stem in a chart
GRID = "Students and their answers"
FACILITY = {"easy": "easy", "aim": "about right", "hard": "hard"}
DISCRIMINATION = {
    "excellent": "tells very well who knows the story",
    "good": "tells well who knows the story",
    "fair": "tells a little",
    "poor": "tells hardly anything",
    "check the key": "those who know more get it wrong: check the right answer",
}


def safe(text: str) -> str:
    """The text for a cell of a spreadsheet, that can't become a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def sheet(results: Results) -> bytes:
    """The students' answers as CSV: a line a student, two columns a question, the total."""
    out = io.StringIO()
    writer = csv.writer(out)
    heads = [part for q in results.questions for part in (q.stem, "Points")]
    writer.writerow([safe(text) for text in ("Student", "Version", *heads, "Right")])
    for row in results.rows:
        writer.writerow([safe(row.name), row.version, *_cells(row, results), f"{row.score:g}"])
    return out.getvalue().encode("utf-8-sig")  # spreadsheets read UTF-8 by this mark only


def _cells(row: Row, results: Results) -> Iterator[str]:
    for question in results.questions:
        answer = row.answers.get(question.id)
        yield safe(answer.given) if answer else ""
        yield f"{answer.score:g}" if answer else ""


def grid(results: Results) -> str:
    """Who got what right, as an HTML table: right, wrong, right at a later try, not reached."""
    numbers = range(1, len(results.questions) + 1)
    heads = [element("th", "Student"), *(element("th", str(n)) for n in numbers)]
    head = element("tr", "".join((*heads, element("th", "Right"))))
    body = "".join(_line(row, results.questions) for row in results.rows)
    table = element("table", element("thead", head) + element("tbody", body), "qg-grid")
    return f'<div class="qg-scroll" tabindex="0" role="region" aria-label="{GRID}">{table}</div>'


def _line(row: Row, questions: tuple[Question, ...]) -> str:
    name = element("th", plain(row.name))
    cells = "".join(_cell(row, question) for question in questions)
    return element("tr", name + cells + element("td", f"{row.score:g}", "qg-number"))


def _cell(row: Row, question: Question) -> str:
    answer = row.answers.get(question.id)
    if answer is None:
        return element("td", "–", "qg-none", "not reached")
    if answer.score >= 1:
        return element("td", "✓", "qg-yes", "right")
    told = f"wrong: {answer.given}" if answer.given else "nothing given"
    if question.id in row.retried:
        return element("td", "✗✓", "qg-no", f"{told}; right at a later try")
    return element("td", "✗", "qg-no", told)


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a question's bar: an answer and how many students gave it."""

    place: int
    question: str
    answer: str
    students: int
    right: bool


def bars(results: Results) -> tuple[Bar, ...]:
    """For each question how many were right, then the wrong answers, the most frequent first."""
    return tuple(bar for n, q in enumerate(results.questions, 1) for bar in _bars(n, q, results))


def _bars(place: int, question: Question, results: Results) -> Iterator[Bar]:
    title = f"{place}. {shortened(question.stem)}"
    given = [row.answers[question.id] for row in results.rows if question.id in row.answers]
    right = sum(answer.score >= 1 for answer in given)
    yield Bar(place, title, question.answer, right, right=True)
    wrong = Counter(answer.given or "nothing" for answer in given if answer.score < 1)
    for text, number in wrong.most_common():
        yield Bar(place, title, text, number, right=False)


def shortened(text: str) -> str:
    """The text, cut at a word where it is long."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def in_words(item: Item) -> str:
    """What the statistics of a question say, in a sentence each."""
    parts = [
        f"{round(100 * item.facility)} % right ({FACILITY[item.facility_band or 'aim']})."
        if item.facility is not None
        else "Nobody is through yet.",
    ]
    if item.discrimination_band is not None and item.item_rest is not None:
        told = DISCRIMINATION[item.discrimination_band]
        parts.append(f"{told[:1].upper()}{told[1:]} ({item.item_rest:+.2f}).")
    idle = [d.text for d in item.distractors if not d.functional]
    if idle and item.answered:
        parts.append(f"Hardly anyone chose: {', '.join(idle)}.")
    lured = [d.text for d in item.distractors if d.suspicious]
    if lured:
        parts.append(f"Drew more of the best students than of the others: {', '.join(lured)}.")
    return " ".join(parts)
