"""Typed keys: what a page without quizgen needs to judge typed answers as quizgen would.

Every text that such a page takes for right is one that quizgen's own judge takes for right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from rapidfuzz.distance import OSA

from quizgen import gazetteer
from quizgen.practice import days, names
from quizgen.practice.figures import figure
from quizgen.practice.folding import folded, words_of
from quizgen.practice.judging import judge
from quizgen.practice.slips import LONG_ENOUGH
from quizgen.question import Question

UNIT = re.compile(r"[$€£¥₹₩%]|[^\W\d_]+")
COMMON_UNITS = "dollars euros pounds yen yuan won rupees percent".split()
MOST_WORDS = 60  # words of a key within which slips are looked for


@dataclass(frozen=True, slots=True)
class Amount:
    """The amount that a key tells, and the words and signs that may stand around it."""

    value: float
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedKeys:
    """What is right when it is typed; all texts are folded.

    `keys` are right as they are, `spelt` also with one slip in a longer word, unless that makes one
    of `others`.
    """

    keys: tuple[str, ...]
    spelt: tuple[str, ...]
    others: tuple[str, ...]
    amount: Amount | None


def typed_keys(question: Question, text: str) -> TypedKeys:
    """The keys of a typed question on an article with this text."""
    told = (question.answer, *question.accepted)
    right = (form for form in (*told, *_forms(question)) if judge(question, form, text=text).counts)
    keys = tuple(sorted(set(filter(None, map(folded, right)))))
    surnames = names.surnames(question.answer) if question.answer_kind == "person" else ()
    wanted = {*map(folded, told), *surnames}
    spelt = tuple(key for key in keys if key in wanted and len(key.split()) <= MOST_WORDS)
    others = {other for key in spelt for other in _near(key, _confusable(question, text))}
    return TypedKeys(keys, spelt, tuple(sorted(others - _words(spelt))), _amount(question, text))


def _words(texts: tuple[str, ...]) -> set[str]:
    return {word for text in texts for word in text.split()}


def _forms(question: Question) -> Iterator[str]:
    """Other forms of an answer, some of which may not be right."""
    if question.answer_kind == "person":
        yield from names.surnames(question.answer)
    for answer in (question.answer, *question.accepted):
        known = names.known(answer)
        yield from gazetteer.other_names(known) if known else ()
        for day in days.read(answer):
            yield from _written(day)


def _written(day: days.Day) -> Iterator[str]:
    month = days.MONTHS[day.month - 1] if day.month else ""
    ordinals = {f"{day.day}{end}" for end in ("", "st", "nd", "rd", "th")} if day.day else {""}
    years = {"", str(day.year or "")}
    for name, number, year in product((month, month[: days.SHORTEST]), ordinals, years):
        yield from (f"{number} {name} {year}", f"{name} {number} {year}")
    yield from (f"{day.year}-{day.month:02}-{day.day:02}", day.weekday)
    for one, other in ((day.month, day.day), (day.day, day.month)):
        yield from (f"{one}/{other}/{day.year}", f"{one:02}/{other:02}/{day.year}")


def _amount(question: Question, text: str) -> Amount | None:
    """The key's amount, if it tells one and its figure alone is right."""
    wanted = figure(question.answer)
    if wanted is None or not judge(question, f"{wanted.value:.15g}", text=text).counts:
        return None
    around = UNIT.findall(f"{question.answer} {question.stem}".lower())
    fine = (
        unit
        for unit in dict.fromkeys([*around, *COMMON_UNITS])
        if _fits(question, wanted.value, unit, text)
    )
    return Amount(wanted.value, tuple(fine))


def _fits(question: Question, value: float, unit: str, text: str) -> bool:
    shown = f"{unit}{value:.15g}" if unit in "$€£¥₹₩" else f"{value:.15g} {unit}"
    return judge(question, shown, text=text).counts


def _confusable(question: Question, text: str) -> frozenset[str]:
    """Folded texts that are something else: options, names and words of article and stem."""
    others = (*(question.options or ()), *question.spares)
    found = {folded(other) for other in others} | names.names_in(text) | _known()
    for source in (text, question.stem, *others):
        found |= set(words_of(source))
    return frozenset(found)


def _near(key: str, others: frozenset[str]) -> Iterator[str]:
    """Those of the others that one slip would make of the key or of one of its longer words."""
    for part in {key, key.replace(" ", ""), *key.split()}:
        if len(part) >= LONG_ENOUGH:
            for other in others:
                if OSA.distance(part, other, score_cutoff=1) == 1:
                    yield other


@cache
def _known() -> frozenset[str]:
    """The names that the gazetteer knows, folded."""
    every = (text for known in gazetteer.all_known() for text in gazetteer.other_names(known))
    return frozenset(map(folded, every))
