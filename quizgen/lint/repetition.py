"""Repetition: keys that the rest of a quiz names more often than the wrong answers beside them.

Whoever notes which names come up again and again would choose them, without the article.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from quizgen.lint.text import distractors, flat, is_choice, value
from quizgen.question import Question
from quizgen.quiz import Quiz

OFTEN = 2  # times that the rest of the quiz names a key; one more name is no pattern


def repeated_key(quiz: Quiz) -> Iterator[tuple[str, str]]:
    """Keys that stand out among their options by what the rest of the quiz names."""
    for question in quiz.questions:
        named = _times(question, quiz)
        if _stands_out(question, named):
            times = named(question.answer)
            yield question.id, f"the right answer is named {times} times elsewhere, no wrong one is"


def spread(quiz: Quiz, instead: Callable[[Question], Question] | None = None) -> Quiz:
    """The quiz with spare wrong answers where the key would stand out, if they are named as often.

    The last questions are looked at first. Where no spare helps, a question becomes what `instead`
    makes of it; without that it stays.
    """
    for question in reversed(quiz.questions):
        named = _times(question, quiz)
        if not _stands_out(question, named):
            continue
        better = _with_named(question, named)
        if not _stands_out(better, named):
            quiz = _with(quiz, better)
        elif instead is not None:
            quiz = _with(quiz, instead(question))
    return quiz


def _times(question: Question, quiz: Quiz) -> Callable[[str], int]:
    """How often the rest of the quiz and the question's own context line name a text."""
    others = [each for each in quiz.questions if each.id != question.id]
    shown = [question.context, *(text for q in others for text in (q.stem, *(q.options or ())))]
    said = "\n".join(map(flat, shown))

    def named(text: str) -> int:
        return len(re.findall(rf"(?<!\w){re.escape(flat(text))}(?!\w)", said))

    return named


def _stands_out(question: Question, named: Callable[[str], int]) -> bool:
    wrong = distractors(question)
    if not is_choice(question) or not wrong:
        return False
    times = named(question.answer)
    return times >= OFTEN and times > max(map(named, wrong))


def _with_named(question: Question, named: Callable[[str], int]) -> Question:
    """The question with the spare that is named most in the place of its last wrong answer.

    Numbers and dates are not exchanged: they stand in an order of their own.
    """
    spare = max(question.spares, key=named, default="")
    if not spare or value(question.answer) is not None:
        return question
    last = distractors(question)[-1]
    options = tuple(spare if text == last else text for text in question.options or ())
    spares = tuple(last if text == spare else text for text in question.spares)
    return replace(question, options=options, spares=spares)


def _with(quiz: Quiz, changed: Question) -> Quiz:
    asked = tuple(changed if each.id == changed.id else each for each in quiz.questions)
    return replace(quiz, questions=asked)
