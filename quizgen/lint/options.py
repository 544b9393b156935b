"""Checks on the options: that one can choose, and that just one choice is right.

They follow Haladyna, Downing and Rodriguez, "A Review of Multiple-Choice Item-Writing Guidelines",
Applied Measurement in Education 15 (2002), and Moore, Nguyen, Chen and Stamper, "Assessing the
Quality of Multiple-Choice Questions Using GPT-4 and Rule-Based Methods", EC-TEL 2023.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from quizgen.data import words
from quizgen.lint.text import (
    bare,
    content,
    distractors,
    flat,
    is_choice,
    kind_of,
    listed,
    number,
    phrases,
    tokens,
    value,
)
from quizgen.question import Question

FEWEST = 2  # options
MOST = 5  # options; more are read by nobody, and three are enough (Rodriguez 2005)
FEWEST_PAIRS = 3  # with two the second follows from the first
CLOSE = 0.05  # of the key; nearer to an approximate key than this, a number is right as well
COMBINATION = re.compile(
    r"\b(?:both|neither|only) \w+ (?:and|nor) \w+$|^[A-D1-4] (?:and|or) [A-D1-4]$"
)
LONG_LIST = 80  # characters; what is longer is a sentence
RANGE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*(?:-|–|to|and)\s*(\d[\d,]*(?:\.\d+)?)")


def too_few_options(question: Question) -> str:
    """Whether there is nothing to choose from."""
    if question.type not in {"multiple_choice", "true_false"}:
        return ""
    return "there is nothing to choose from" if len(question.options or ()) < FEWEST else ""


def too_many_options(question: Question) -> str:
    """Whether there are more options than anybody weighs."""
    count = len(question.options or ())
    return f"there are {count} options; three good ones are enough" if count > MOST else ""


def key_not_among_options(question: Question) -> str:
    """Whether the right answer can't be chosen."""
    missing = question.options and question.answer not in question.options
    return f'the right answer "{question.answer}" is not among the options' if missing else ""


def duplicate_options(question: Question) -> str:
    """Whether two options say the same."""
    shown = [bare(option) for option in question.options or ()]
    twice = [option for option in question.options or () if shown.count(bare(option)) > 1]
    return f'the option "{twice[0]}" is there twice' if twice else ""


def accepted_option(question: Question) -> str:
    """Whether a wrong option is also listed as right."""
    right = {flat(answer) for answer in question.accepted}
    also = [option for option in distractors(question) if flat(option) in right]
    return f'the wrong answer "{also[0]}" is also accepted as right' if also else ""


def empty_option(question: Question) -> str:
    """Whether an option says nothing."""
    empty = any(not option.strip() for option in question.options or ())
    return "an option is empty" if empty else ""


def overlapping_options(question: Question) -> str:
    """Whether whoever is right with the key is right with another option too, or in part."""
    if not is_choice(question):
        return ""
    for other in distractors(question):
        if _overlap(question.answer, other):
            return f'"{other}" and the right answer "{question.answer}" overlap'
    return ""


def _overlap(key: str, other: str) -> bool:
    ends, others = _ends(key), _ends(other)
    if ends and others:
        return ends[0] < others[1] and others[0] < ends[1]
    first, second = kind_of(key), kind_of(other)
    dated = {first, second} <= {"date", "number"} and "date" in {first, second}
    if dated:
        one, two = set(tokens(key.lower())), set(tokens(other.lower()))
        return one < two or two < one
    return _bounds_overlap(key, other)


def _ends(text: str) -> tuple[float, float] | None:
    found = RANGE.search(text)
    if found is None or kind_of(text) != "number":
        return None
    low, high = (float(end.replace(",", "")) for end in found.groups())
    return (low, high) if low < high else None


def _bounds_overlap(key: str, other: str) -> bool:
    """Whether both are bounds on the same side: who has more than 900 has more than 400."""
    sides = ("at_least", "at_most")
    return any(phrases(s).match(key) and phrases(s).match(other) for s in sides)


def close_numbers(question: Question) -> str:
    """Whether a wrong number is as good as the key, since the key is only approximate."""
    about = set(map(str.lower, tokens(question.answer)[:1])) & listed("approximate")
    key = number(question.answer) if about else None
    if not key or not is_choice(question):
        return ""
    for other in distractors(question):
        found = number(other) if kind_of(other) == "number" else None
        if found is not None and abs(found - key) < CLOSE * abs(key):
            return f'"{other}" is also about right where the answer is "{question.answer}"'
    return ""


def combined_options(question: Question) -> str:
    """Whether options are combinations of each other, a puzzle on top of the question."""
    options = question.options or ()
    named = [option for option in options if COMBINATION.search(option.strip())]
    if named:
        return f'"{named[0]}" combines other options, which makes a puzzle of the question'
    lists = [parts for parts in map(_parts, options) if len(parts) > 1]
    singles = {bare(option) for option in options}
    made_of = [parts for parts in lists if len(singles & set(parts)) > 1]
    if made_of or (len(lists) >= FEWEST_PAIRS and _shuffled(lists)):
        return "the options are combinations of the same things, which makes a puzzle of them"
    return ""


def _shuffled(lists: list[tuple[str, ...]]) -> bool:
    """Whether all parts come twice, one of them at several places.

    Long names made alike ("Food and Agriculture Office") keep their parts in place.
    """
    uses = Counter(part for parts in lists for part in parts)
    places = Counter(part for part, _ in {(p, at) for parts in lists for at, p in enumerate(parts)})
    return min(uses.values()) > 1 and max(places.values()) > 1


def _parts(option: str) -> tuple[str, ...]:
    """What a list of names or things is made of; a long name with "and" in it is no list."""
    if len(option) > LONG_LIST or re.search(r"\d|\b(?:of|for|on|in)\b", option):
        return ()
    parts = re.split(r",\s+(?:and\s+)?|;|\band\b|&", option)
    return tuple(bare(part) for part in parts if part)


def reordered_options(question: Question) -> str:
    """Whether two options are the same words in another order."""
    for one, two in combinations(question.options or (), 2):
        same = content(one) == content(two) and len(content(one)) > 1
        if same and bare(one) != bare(two) and kind_of(one) not in {"number", "date"}:
            return f'"{one}" and "{two}" are the same words in another order'
    return ""


def catch_all_option(question: Question) -> str:
    """Whether an option is "all of the above" or the like."""
    catch_all = phrases("catch_all")
    found = [option for option in question.options or () if catch_all.match(option.strip())]
    return f'"{found[0]}" tests guessing, not knowing' if found else ""


def vanished_order(options: Sequence[str]) -> bool:
    """Whether all options are numbers or dates, and stand in no order."""
    values = [value(option) for option in options]
    known = [found for found in values if found is not None]
    mixed = len({kind_of(option) for option in options}) > 1
    if len(known) < len(values) or mixed or len(known) < FEWEST:
        return False
    return known not in (sorted(known), sorted(known, reverse=True))


def unsorted_numbers(question: Question) -> str:
    """Whether numbers or dates stand in no order."""
    if not is_choice(question) or not vanished_order(question.options or ()):
        return ""
    dates = kind_of(question.answer) == "date"
    return f"the options are {'dates' if dates else 'numbers'} but not in order"


def true_false_key(question: Question) -> str:
    """Whether the answer to a true/false item is neither."""
    wrong = question.type == "true_false" and flat(question.answer) not in {"true", "false"}
    return f'the answer is "{question.answer}", not True or False' if wrong else ""


def option_full_stop(question: Question) -> str:
    """Whether some options end in a full stop and others don't, or a short answer does."""
    texts = question.options or (question.answer,)
    stopped = [text for text in texts if ends_in_stop(text)]
    if not stopped or (len(stopped) == len(texts) and question.options):
        return ""
    return f'"{stopped[0]}" ends in a full stop' + (", others don't" if question.options else "")


def ends_in_stop(text: str) -> bool:
    """Whether a full stop ends the text that does not belong to its last word."""
    last = (text.split() or [""])[-1].lower()
    if not last.endswith(".") or last.endswith(".."):
        return False
    return not (last in words("abbreviations.txt") or re.fullmatch(r"(?:\w\.)+", last))


def too_few_pairs(question: Question) -> str:
    """Whether there is too little to match or to put in order."""
    parts = {"matching": question.pairs, "ordering": question.items}.get(question.type)
    if parts is None or len(parts) >= FEWEST_PAIRS:
        return ""
    return f"there are {len(parts)} to {_doing(question)}; the last one follows from the others"


def ambiguous_pairs(question: Question) -> str:
    """Whether something to match or to order is there twice."""
    sides = (*zip(*question.pairs, strict=True), question.items)
    for side in sides:
        shown = [flat(part) for part in side]
        twice = [part for part in side if shown.count(flat(part)) > 1]
        if twice:
            return f'"{twice[0]}" is there twice, so one can {_doing(question)} in several ways'
    return ""


def _doing(question: Question) -> str:
    return "match" if question.type == "matching" else "put in order"
