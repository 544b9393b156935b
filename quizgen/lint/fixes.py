"""Fixes: what a check finds and a machine can mend without changing what is asked or right."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quizgen.lint import form, options, repetition, stems, together
from quizgen.lint.checks import Check, check
from quizgen.lint.text import bare, listed, tokens, value
from quizgen.question import Question
from quizgen.quiz import Quiz

Fix = Callable[[Question], Question]


@dataclass(frozen=True, slots=True)
class Fixed:
    """One thing mended: in which question ("" for the quiz), for which check, and how."""

    question: str
    check: str
    told: str


def fixed(quiz: Quiz) -> tuple[Quiz, tuple[Fixed, ...]]:
    """The quiz with all that can be mended, and what was done; ids, keys and places stay.

    A fix is kept only where its check then finds nothing and no other check finds more than before.
    """
    told: list[Fixed] = []
    asked = tuple(_mended(question, told) for question in quiz.questions)
    mended = replace(quiz, questions=asked)
    spread = repetition.spread(mended)
    told += [
        Fixed(new.id, "repeated_key", QUIZ_FIXES["repeated_key"])
        for old, new in zip(mended.questions, spread.questions, strict=True)
        if old != new
    ]
    even = evened(spread)
    if even != spread:
        told.append(Fixed("", "key_position", "options are in another order"))
    return even, tuple(told)


def _mended(question: Question, told: list[Fixed]) -> Question:
    for run, (fix, words) in FIXES.items():
        if not run(question):
            continue
        better = fix(question)
        if not run(better) and _found(better) <= _found(question):
            question = better
            told.append(Fixed(question.id, run.__name__, words))
    return question


def _found(question: Question) -> set[str]:
    return {finding.check for finding in check(question)}


def evened(quiz: Quiz) -> Quiz:
    """The quiz, with its options in another order if the keys stand at one place too often."""
    return balanced(quiz) if any(together.key_position(quiz)) else quiz


def balanced(quiz: Quiz) -> Quiz:
    """The quiz with its keys spread evenly over the places, in an order that its id decides.

    Options that have an order of their own, as numbers have, keep it.
    """
    free = [q for q in quiz.questions if together.free_place(q) is not None]
    size = max((len(q.options or ()) for q in free), default=0)
    places = _places(size, len(free), quiz.id)
    moved = {q.id: _with_key_at(q, next(places)) for q in free}
    return replace(quiz, questions=tuple(moved.get(q.id, q) for q in quiz.questions))


def _places(size: int, count: int, seed: str) -> Iterator[int]:
    """Places for keys: each as often as the others, none twice in a row within a round."""
    chance = random.Random(seed)  # noqa: S311 - order, no secret
    found: list[int] = []
    while len(found) < count:
        round_ = list(range(size))
        chance.shuffle(round_)
        found += round_
    return iter(found)


def _with_key_at(question: Question, place: int) -> Question:
    wrong = [option for option in question.options or () if option != question.answer]
    at = place % (len(wrong) + 1)
    return replace(question, options=(*wrong[:at], question.answer, *wrong[at:]))


def _sorted(question: Question) -> Question:
    ranked = sorted(question.options or (), key=lambda option: value(option) or ())
    return replace(question, options=tuple(ranked))


def _without_duplicates(question: Question) -> Question:
    """Each option once; of two the key stays, else the first."""
    kept: list[str] = []
    for option in question.options or ():
        same = next((n for n, other in enumerate(kept) if bare(other) == bare(option)), None)
        if same is None:
            kept.append(option)
        elif option == question.answer:
            kept[same] = option
    return replace(question, options=tuple(kept))


def _without_empty(question: Question) -> Question:
    return replace(question, options=tuple(o for o in question.options or () if o.strip()))


def _key_as_option(question: Question) -> Question:
    """The key in the form that its option has, where only marks, capitals or spaces differ."""
    same = [o for o in question.options or () if bare(o) == bare(question.answer)]
    return replace(question, answer=same[0]) if len(same) == 1 else question


def _with_question_mark(question: Question) -> Question:
    """The stem with one question mark, where it asks."""
    stem = question.stem.strip()
    low = [word.lower() for word in tokens(stem)]
    asks = bool(low) and ({low[0]} | set(low[1:3])) & listed("question_words")
    inverted = low[:1] and low[0] in listed("auxiliaries")
    if not (asks or inverted) or question.type == "cloze":
        return question
    return replace(question, stem=re.sub(r"(?<![.\w]\w)[.]+$|[?!,;:\s]+$", "", stem) + "?")


def _capitalised(question: Question) -> Question:
    """The stem with a capital at its start; "iPhone" keeps its own."""
    stem = question.stem
    first = re.search(r"\w", stem)
    if first is None:
        return question
    at = first.start()
    return replace(question, stem=stem[:at] + stem[at].upper() + stem[at + 1 :])


def _spaced(question: Question) -> Question:
    return _each_text(question, _tidy)


def _tidy(text: str) -> str:
    text = " ".join(text.split())
    text = re.sub(r"\s+(?=[,;:?!]|\.(?!\w|\.))|(?<=\()\s|\s(?=\))", "", text)
    return re.sub(r"(?<=\w)([,;?!])(?=[A-Za-z])", r"\1 ", text)


def _without_stops(question: Question) -> Question:
    def stripped(text: str) -> str:
        return text[:-1] if options.ends_in_stop(text) else text

    return replace(_each_text(question, stripped), stem=question.stem)


def _each_text(question: Question, change: Callable[[str], str]) -> Question:
    """The question with a change made to stem, key and all options alike."""
    return replace(
        question,
        stem=change(question.stem),
        answer=change(question.answer),
        accepted=tuple(map(change, question.accepted)),
        options=None if question.options is None else tuple(map(change, question.options)),
        spares=tuple(map(change, question.spares)),
    )


def _loud(question: Question) -> Question:
    """The stem with the negation in capitals, so that it is seen."""
    found = re.search(r"\b(?:not|except|never|neither|cannot|\w+n['’]t)\b", question.stem)
    if found is None:
        return question
    loud = question.stem[: found.start()] + found[0].upper() + question.stem[found.end() :]
    return replace(question, stem=loud)


FIXES: dict[Check, tuple[Fix, str]] = {
    form.untidy_spacing: (_spaced, "spaces are set right"),
    stems.stem_end: (_with_question_mark, "the question ends in one question mark"),
    form.lower_case_start: (_capitalised, "the question starts with a capital"),
    stems.negative_stem: (_loud, "the negation stands in capitals"),
    options.option_full_stop: (_without_stops, "full stops after answers are taken away"),
    options.key_not_among_options: (_key_as_option, "the answer is written as its option is"),
    options.empty_option: (_without_empty, "empty options are taken out"),
    options.duplicate_options: (_without_duplicates, "the second of equal options is taken out"),
    options.unsorted_numbers: (_sorted, "the options are in order"),
}
"""By check, in the order in which they are applied: the fix, and what it does."""
QUIZ_FIXES = {
    "key_position": "the options are put in another order",
    "repeated_key": "a spare wrong answer that is named as often is put in",
}
