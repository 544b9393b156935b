"""A guesser who has not read the article: `python tests/guesser.py QUIZZES.jsonl` prints its marks.

Each strategy picks an option by what shows in the question itself. Where it can't tell, it takes
any of those that it can't tell apart. A strategy far above chance has found a cue.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quizgen import gazetteer
from quizgen.contract import from_json
from quizgen.distractors.alike import is_acronym
from quizgen.lint.text import kind_of, value
from quizgen.question import Question
from quizgen.quiz import Quiz
from quizgen.wording.surface import significant

Pick = Callable[[Question, Quiz], list[str]]
EVEN = 0.05  # points from chance that are no cue


def longest(question: Question, _quiz: Quiz) -> list[str]:
    """The longest options."""
    return _best({text: len(text) for text in question.options or ()})


def odd_one_out(question: Question, _quiz: Quiz) -> list[str]:
    """The only option of its kind or form, if the others are of one."""
    forms = {text: _form(text) for text in question.options or ()}
    counts = Counter(forms.values())
    odd = [text for text, form in forms.items() if counts[form] == 1]
    return odd if len(odd) == 1 and len(counts) == 2 and len(forms) > 2 else list(forms)


def _form(text: str) -> tuple[str, str, bool, int]:
    known = gazetteer.lookup(text)
    kind = known.kind if known is not None else "unknown"
    return kind_of(text), kind, is_acronym(text), min(2, len(text.split()))


def frequent_in_quiz(question: Question, quiz: Quiz) -> list[str]:
    """The options most often named in the other questions, their answers and the titles."""
    others = [q for q in quiz.questions if q.id != question.id]
    shown = "\n".join(
        [
            *(q.stem for q in others),
            *(option for q in others for option in q.options or ()),
            *(article.title for article in quiz.articles),
        ]
    )
    return _best({text: shown.count(text) for text in question.options or ()})


def frequent_in_article(question: Question, quiz: Quiz) -> list[str]:
    """The options most often named in the article, of those that it names at all.

    Who has the article and only counts: among options that it does not name, the key is alone.
    """
    text = next(a.text for a in quiz.articles if a.id == question.evidence.article)
    counts = {option: text.count(option) for option in question.options or ()}
    named = [option for option, count in counts.items() if count]
    return _best(counts) if len(named) == len(counts) else list(counts)


def shared_word(question: Question, _quiz: Quiz) -> list[str]:
    """The options with the most words of the stem."""
    stem = set(significant(question.stem))
    return _best({text: len(stem & set(significant(text))) for text in question.options or ()})


def middle_value(question: Question, _quiz: Quiz) -> list[str]:
    """The middle ones of numbers and dates, which are neither the least nor the most."""
    options = list(question.options or ())
    ordered = all(value(text) is not None for text in options)
    return options[1:-1] if ordered and len(options) > 2 else options


def place(at: int) -> Pick:
    """The option at a place, counted from the end where negative."""

    def at_place(question: Question, _quiz: Quiz) -> list[str]:
        options = list(question.options or ())
        return [options[at]] if at < len(options) else options

    return at_place


def _best(marks: dict[str, int]) -> list[str]:
    most = max(marks.values(), default=0)
    return [text for text, mark in marks.items() if mark == most]


STRATEGIES: dict[str, Pick] = {
    "longest": longest,
    "odd one out by kind": odd_one_out,
    "most frequent in the quiz": frequent_in_quiz,
    "most frequent in the article": frequent_in_article,
    "word shared with the stem": shared_word,
    "middle of numbers": middle_value,
    "first": place(0),
    "second": place(1),
    "third": place(2),
    "last": place(-1),
}


def marks(quizzes: list[Quiz]) -> Iterator[tuple[str, float, float, int]]:
    """Each strategy with its mark, that of chance, and the number of items where it told."""
    items = [(q, quiz) for quiz in quizzes for q in quiz.questions if q.type == "multiple_choice"]
    chance = sum(1 / len(q.options or (1,)) for q, _ in items) / max(1, len(items))
    for name, pick in STRATEGIES.items():
        picked = [(q, pick(q, quiz)) for q, quiz in items]
        mark = sum((q.answer in found) / len(found) for q, found in picked) / max(1, len(items))
        told = sum(len(found) < len(q.options or ()) for q, found in picked)
        yield name, mark, chance, told


def _read(path: str) -> list[Quiz]:
    rows: list[dict[str, Any]] = [json.loads(r) for r in Path(path).read_text("utf-8").splitlines()]
    return [from_json(json.dumps(row)) for row in rows if "error" not in row]


if __name__ == "__main__":
    for name, mark, chance, told in marks([quiz for path in sys.argv[1:] for quiz in _read(path)]):
        cue = "  a cue" if mark > chance + EVEN else ""
        print(f"{name:<30}{mark:6.1%}  chance {chance:.1%}  told in {told}{cue}")  # noqa: T201
