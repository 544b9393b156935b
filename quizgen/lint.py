"""Lint: what gives an answer away or confuses a class, in a finished quiz from any hand.

The checks on options follow the item-writing guidelines of Haladyna, Downing and Rodriguez,
"A Review of Multiple-Choice Item-Writing Guidelines", Applied Measurement in Education 15 (2002).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from quizgen.question import GAP, Question
from quizgen.quiz import Quiz

Severity = Literal["error", "warning"]

LONGER = 1.25  # the key against the longest distractor; from here readers notice
FEWEST = 2  # options
LONG_WORDS = 4  # a key below this length is a name or a number and gives nothing away

NEGATIVE = re.compile(r"\b(not|never|except|cannot|\w+n[’']t)\b", re.IGNORECASE)
# in capitals only before a small letter: "All Nippon Airways" is a name
ABSOLUTE = re.compile(
    r"\b(?:(?:Always|Never|All|None|Every|Only)(?= [a-z])|always|never|all|none|every|only|must)\b"
)
CATCH_ALL = re.compile(r"^(all|none|both|neither) of (the|these|those|them)\b", re.IGNORECASE)
NUMBER = re.compile(r"[^\d-]*(-?\d[\d,]*(?:\.\d+)?)\D*$")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check found: which question, how bad, and the reason in a teacher's words."""

    question: str
    check: str
    severity: Severity
    reason: str


Check = Callable[[Question], str]


def findings(quiz: Quiz) -> Iterator[Finding]:
    """The findings of all checks, question by question, then those between questions."""
    for question in quiz.questions:
        for check, severity in CHECKS.items():
            reason = check(question)
            if reason:
                yield Finding(question.id, check.__name__, severity, reason)
    yield from _misplaced(quiz)
    yield from _between(quiz.questions)


def key_in_stem(question: Question) -> str:
    """Whether the question gives its answer away."""
    if question.type == "true_false":
        return ""
    return "the question contains its own answer" if _holds(question.stem, question.answer) else ""


def no_stem(question: Question) -> str:
    """Whether nothing is asked."""
    return "" if question.stem.strip() else "the question is empty"


def no_answer(question: Question) -> str:
    """Whether there is no answer."""
    told = question.answer.strip() or question.pairs or question.items
    return "" if told else "there is no answer"


def too_few_options(question: Question) -> str:
    """Whether there is nothing to choose from."""
    if question.type not in {"multiple_choice", "true_false"}:
        return ""
    return "there is nothing to choose from" if len(question.options or ()) < FEWEST else ""


def key_not_among_options(question: Question) -> str:
    """Whether the right answer can't be chosen."""
    missing = question.options and question.answer not in question.options
    return f'the right answer "{question.answer}" is not among the options' if missing else ""


def duplicate_options(question: Question) -> str:
    """Whether two options say the same."""
    shown = [_flat(option) for option in question.options or ()]
    twice = sorted({option for option in shown if shown.count(option) > 1})
    return f'the option "{twice[0]}" is there twice' if twice else ""


def accepted_option(question: Question) -> str:
    """Whether a wrong option is also listed as right."""
    right = {_flat(answer) for answer in question.accepted}
    also = [option for option in _distractors(question) if _flat(option) in right]
    return f'the wrong answer "{also[0]}" is also accepted as right' if also else ""


def longest_is_key(question: Question) -> str:
    """Whether the right answer stands out by its length."""
    longest = max((len(option) for option in _distractors(question)), default=0)
    long = len(question.answer.split()) >= LONG_WORDS
    stands_out = longest and long and len(question.answer) > longest * LONGER
    return "the right answer is the longest, which gives it away" if stands_out else ""


def catch_all_option(question: Question) -> str:
    """Whether an option is "all of the above" or the like."""
    found = [option for option in question.options or () if CATCH_ALL.match(option.strip())]
    return f'"{found[0]}" tests guessing, not knowing' if found else ""


def absolute_option(question: Question) -> str:
    """Whether an option holds a word that test-wise students strike out."""
    for option in _distractors(question):
        found = ABSOLUTE.search(option)
        if found and not ABSOLUTE.search(question.answer):
            return f'"{found.group()}" in a wrong answer lets students rule it out'
    return ""


def negative_stem(question: Question) -> str:
    """Whether the question is asked in the negative."""
    found = NEGATIVE.search(question.stem) if question.type != "true_false" else None
    return (
        f'the question is asked with "{found.group()}", which is easily overlooked' if found else ""
    )


def unsorted_numbers(question: Question) -> str:
    """Whether numbers stand in no order."""
    numbers = [NUMBER.match(option) for option in question.options or ()]
    values = [float(found[1].replace(",", "")) for found in numbers if found]
    if len(values) < len(numbers) or values in (sorted(values), sorted(values, reverse=True)):
        return ""
    return "the options are numbers but not in order"


def stem_end(question: Question) -> str:
    """Whether a question does not end as one."""
    stem = question.stem.strip()
    if question.type in {"true_false", "matching", "ordering"} or not stem:
        return ""
    if question.type == "cloze":
        gaps = stem.count(GAP)
        return "" if gaps == 1 else f"the sentence has {gaps} gaps, not one"
    single = stem.endswith("?") and not stem.endswith("??")
    return "" if single else "the question does not end in one question mark"


CHECKS: dict[Check, Severity] = {
    no_stem: "error",
    no_answer: "error",
    key_in_stem: "error",
    too_few_options: "error",
    key_not_among_options: "error",
    duplicate_options: "error",
    accepted_option: "error",
    stem_end: "error",
    longest_is_key: "warning",
    catch_all_option: "warning",
    absolute_option: "warning",
    negative_stem: "warning",
    unsorted_numbers: "warning",
}


def _misplaced(quiz: Quiz) -> Iterator[Finding]:
    """Sentences that do not stand in the article where the quiz says they do."""
    texts = {article.id: article.text for article in quiz.articles}
    for question in quiz.questions:
        found = question.evidence
        if texts.get(found.article, "")[found.start : found.end] != found.text:
            reason = "its sentence does not stand in the article at the place given"
            yield Finding(question.id, "evidence_misplaced", "error", reason)


def _between(questions: tuple[Question, ...]) -> Iterator[Finding]:
    """What one question does to another: the same stem, or the answer of one in the other."""
    first: dict[str, str] = {}
    for question in questions:
        same = first.setdefault(_flat(question.stem), question.id)
        if same != question.id:
            yield Finding(question.id, "same_stem", "error", f"{same} asks the same")
        for other in questions:
            if other.id != question.id and _gives_away(question, other):
                reason = f'the question gives away the answer of {other.id}, "{other.answer}"'
                yield Finding(question.id, "answers_another", "warning", reason)


def _gives_away(question: Question, other: Question) -> bool:
    """Whether a stem tells the answer of a question on the same sentence.

    Names come up all over a story; only within the sentence do they answer what was asked.
    """
    if other.type == "true_false" or question.evidence != other.evidence:
        return False
    return _holds(question.stem, other.answer)


def _distractors(question: Question) -> list[str]:
    return [option for option in question.options or () if option != question.answer]


def _holds(text: str, part: str) -> bool:
    """Whether the part stands in the text as whole words."""
    wanted = _flat(part)
    return bool(wanted and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", _flat(text)))


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
