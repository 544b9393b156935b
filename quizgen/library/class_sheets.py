"""Class sheets: the results of a term as tables for spreadsheets."""

from collections.abc import Iterator

from quizgen.exports.sheets import Cell, Sheet
from quizgen.library import result_sheets
from quizgen.library.class_results import ClassResults, Fact, Standing
from quizgen.practice.view import answer_shown

MISSED_HEADS = (
    "Sentence", "Question", "Right answer", "Students who had it wrong",
    "Students who answered", "Wrong answers given most often", "Article", "Published",
)  # fmt: skip


def sheets(found: ClassResults) -> tuple[Sheet, ...]:
    """The students' progress, the facts most missed, and the first answers of each handout."""
    return progress(found), _missed(found), *_handouts(found)


def progress(found: ClassResults) -> Sheet:
    """A line a student: points in each quiz, all together, and flashcards."""
    titles = (f"{r.publication.title} (of {len(r.questions)})" for r in found.results)
    heads = ("Student", *titles, "Right", "Of", "Per cent", "Flashcards", "Learnt")
    rows = (tuple(_line(standing, found)) for standing in found.standings)
    return Sheet("Progress", heads, tuple(rows))


def _line(standing: Standing, found: ClassResults) -> Iterator[Cell]:
    yield standing.name
    yield from (standing.scores.get(each.publication.id) for each in found.results)
    yield from (standing.right, standing.asked)
    yield None if standing.share is None else round(100 * standing.share)
    yield from (standing.cards, standing.learnt)


def _missed(found: ClassResults) -> Sheet:
    return Sheet("Most missed", MISSED_HEADS, tuple(map(_fact, found.facts)))


def _fact(fact: Fact) -> tuple[Cell, ...]:
    return (
        fact.question.evidence.text,
        fact.question.stem,
        answer_shown(fact.question),
        fact.missed.missed,
        fact.missed.answered,
        "; ".join(f"{text} ({number})" for text, number in fact.missed.lures),
        fact.article.title,
        fact.article.published.isoformat() if fact.article.published else None,
    )


def _handouts(found: ClassResults) -> Iterator[Sheet]:
    for number, each in enumerate(found.results, 1):
        answers = result_sheets.answers(each)
        yield Sheet(f"{number} {each.publication.title}", answers.head, answers.rows)
