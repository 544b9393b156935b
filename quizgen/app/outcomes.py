"""Outcomes: results as tables and sentences; knows nothing of Streamlit."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.app.markup import element, plain
from quizgen.library.class_results import ClassResults, Standing
from quizgen.library.result_sheets import DISCRIMINATION, FACILITY
from quizgen.library.results import Results, Row
from quizgen.practice.item_analysis import Item
from quizgen.practice.judging import PLACED
from quizgen.practice.telling import given_text, in_short
from quizgen.question import Question

LONGEST = 110  # characters of a stem in a chart
GRID = "Students and their answers"
PROGRESS = "Students and their quizzes"


def grid(results: Results) -> str:
    """Who got what right, as an HTML table: right, wrong, right at a later try, not reached."""
    numbers = range(1, len(results.questions) + 1)
    heads = [element("th", "Student"), *(element("th", str(n)) for n in numbers)]
    head = element("tr", "".join((*heads, element("th", "Right"))))
    body = "".join(_line(row, results.questions) for row in results.rows)
    table = element("table", element("thead", head) + element("tbody", body), "qg-grid")
    return _pushed(table, GRID)


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
    told = f"wrong: {given_text(question, answer.given)}" if answer.given else "nothing given"
    if question.id in row.retried:
        return element("td", "✗✓", "qg-no", f"{told}; right at a later try")
    return element("td", "✗", "qg-no", told)


def term_grid(found: ClassResults) -> str:
    """How far everyone has come, as an HTML table: per cent by quiz, all, flashcards learnt."""
    numbers = (str(number) for number in range(1, len(found.results) + 1))
    heads = ("Student", *numbers, "All", "Cards learnt")
    head = element("tr", "".join(element("th", plain(text)) for text in heads))
    body = "".join(_term_line(standing, found.results) for standing in found.standings)
    table = element("table", element("thead", head) + element("tbody", body), "qg-grid")
    return _pushed(table, PROGRESS)


def _pushed(table: str, name: str) -> str:
    """A table in a region that can be pushed sideways, by keyboard too."""
    return f'<div class="qg-scroll" tabindex="0" role="region" aria-label="{name}">{table}</div>'


def _term_line(standing: Standing, results: Sequence[Results]) -> str:
    scores = [(standing.scores.get(each.publication.id), len(each.questions)) for each in results]
    cells = [_per_cent(None if score is None else score / number) for score, number in scores]
    learnt = f"{standing.learnt} of {standing.cards}" if standing.cards else "–"
    told = element("td", _strong(standing.share), "qg-number") + element("td", learnt)
    return element("tr", element("th", plain(standing.name)) + "".join(cells) + told)


def _per_cent(share: float | None) -> str:
    if share is None:
        return element("td", "–", "qg-none", "not taken")
    return element("td", f"{round(100 * share)} %", "qg-number")


def _strong(share: float | None) -> str:
    return "–" if share is None else element("strong", f"{round(100 * share)} %")


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
    key = question.answer if question.type not in PLACED else "all in their place"
    yield Bar(place, title, key, right, right=True)
    wrong = Counter(in_short(question, answer.given) for answer in given if answer.score < 1)
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
