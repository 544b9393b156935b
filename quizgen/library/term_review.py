"""Term review: one quiz of what a class was asked in a term and should be asked again."""

from collections.abc import Iterator
from datetime import datetime

from quizgen.archive import review
from quizgen.library import quizzes
from quizgen.library.class_results import ClassResults
from quizgen.library.library import Library
from quizgen.quiz import Quiz


def quiz_of_term(
    library: Library, found: ClassResults, title: str, *, count: int, now: datetime
) -> str:
    """The id of a new quiz of at most `count` of the questions handed out to the class, all kept.

    What students missed at first goes before what they knew, where enough of them answered. Raises
    InputError when nothing is worth asking again.
    """
    missed = review.shares(_answers(found))
    with library.work():
        weeks = list(_handed_out(library, found))
        made = review.review(weeks, count=count, day=now.date(), missed=missed, title=title)
        return quizzes.add(library, made, now=now, state="kept", invented=found.class_.invented)


def _handed_out(library: Library, found: ClassResults) -> Iterator[Quiz]:
    """The quizzes as they were handed out, the articles of each as far as questions stand on them.

    A quiz handed out twice is one.
    """
    for id_, revision in dict.fromkeys(
        (r.publication.quiz, r.publication.revision) for r in found.results
    ):
        yield quizzes.get(library, id_, revision).quiz()


def _answers(found: ClassResults) -> Iterator[tuple[str, bool]]:
    """Each question that a student met, and whether the first answer to it was right."""
    met: dict[tuple[str, str], bool] = {}
    for each in found.results:
        for row in each.rows:
            for question, answer in row.answers.items():
                met.setdefault((row.student, question), answer.score >= 1)
    yield from ((question, right) for (_, question), right in met.items())
