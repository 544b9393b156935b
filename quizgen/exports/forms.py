"""Google Forms: an Apps Script that makes a form with points, run once by its owner.

A form can't be taken from a file. The quiz stands in the script as data, so that no text of it is
ever read as code. A script can't tell a form the right answer to a typed question.
"""

import json
from importlib.resources import files

from quizgen.exports import feedback
from quizgen.exports.carrying import (
    carried,
    choices,
    flaw,
    left_out,
    matched,
    one_line,
    placed,
    right_answers,
)
from quizgen.exports.evidence import article_of, safe_url
from quizgen.exports.loss import Loss
from quizgen.question import Question
from quizgen.quiz import Quiz

PLACE = "/* the quiz */"  # where the script has its data
UNSAFE = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def render(quiz: Quiz, *, revision: int = 0) -> bytes:
    """The script, with the quiz as its data."""
    data = {"title": one_line(quiz.title) or "News quiz", "questions": _questions(quiz)}
    script = files("quizgen.data").joinpath("google_form.gs").read_text("utf-8")
    return script.replace(PLACE, literal(data), 1).encode("utf-8", "replace")


def losses(quiz: Quiz) -> tuple[Loss, ...]:
    """Typed answers, which a script can't give a form to mark by."""
    what = "the form can't mark what is typed; the answer stands in its feedback"
    typed = (Loss(q.id, what) for q in carried(quiz, flaw) if q.type in {"short_answer", "cloze"})
    return (*left_out(quiz, flaw), *typed, *placed(quiz))


def literal(data: object) -> str:
    """The data as JavaScript, in which no text ends a line or a script."""
    return json.dumps(data, ensure_ascii=False, indent=2).translate(UNSAFE)


def _questions(quiz: Quiz) -> list[dict[str, object]]:
    return [
        {
            "context": one_line(question.context),
            "stem": one_line(question.stem),
            "options": [one_line(option) for option in dict.fromkeys(choices(question))],
            "answer": one_line(question.answer),
            "pairs": [[one_line(part) for part in pair] for pair in matched(question)],
            "feedback": _feedback(quiz, question),
            "link": safe_url(article_of(quiz, question)),
        }
        for question in carried(quiz, flaw)
    ]


def _feedback(quiz: Quiz, question: Question) -> str:
    told = feedback.as_text(quiz, question)
    if question.type not in {"short_answer", "cloze"}:
        return told
    return f"{' / '.join(map(one_line, right_answers(question)))}. {told}"
