"""Checks for clues: what lets a student find the key without knowing anything of the story.

Criteria 2, 4, 7, 8, 11, 12 and 15 of Moore et al. (2023); guidelines 23, 24 and 28 of Haladyna,
Downing and Rodriguez (2002).
"""

import re
from collections import Counter
from itertools import pairwise

from quizgen.lint.text import (
    TELLING,
    content,
    distractors,
    is_choice,
    kind_of,
    listed,
    tokens,
)
from quizgen.question import Question

LONGER = 1.25  # the key against the longest distractor; from here readers notice
LONG_WORDS = 4  # a key below this length is a name or a number and gives nothing away
SPREAD = 3  # times the shortest option; below that, names differ by nature
FEW = 2  # distractors that must agree before the key stands out from them
ARTICLE_END = re.compile(r"\b(an?)\s*(?:_+|:|…|\.\.\.)?\s*\.?$", re.IGNORECASE)
FORMS = frozenset({"to", "by", "because", "that", "ing"})
MOST_WORDS = 6  # of an option; longer ones share words with anything by nature
PLURAL_ASKED = re.compile(r"^(?:in |to |from )?which (two|three|four)\b", re.IGNORECASE)


def longest_is_key(question: Question) -> str:
    """Whether the right answer stands out by its length."""
    longest = max((len(option) for option in distractors(question)), default=0)
    long = len(question.answer.split()) >= LONG_WORDS
    stands_out = longest and long and len(question.answer) > longest * LONGER
    return "the right answer is the longest, which gives it away" if stands_out else ""


def uneven_options(question: Question) -> str:
    """Whether one option says much more than another."""
    if not is_choice(question):
        return ""
    lengths = sorted((len(tokens(option)), option) for option in question.options or ())
    (least, short), (most, long) = lengths[0], lengths[-1]
    uneven = most > LONG_WORDS and most > SPREAD * least
    return f'"{long}" is much longer than "{short}"' if uneven else ""


def absolute_option(question: Question) -> str:
    """Whether an option holds a word that test-wise students strike out."""
    if absolute_in(question.answer):
        return ""
    for option in distractors(question):
        found = absolute_in(option)
        if found:
            return f'"{found}" in a wrong answer lets students rule it out'
    return ""


def absolute_in(text: str) -> str:
    """The word by which a text claims too much, or "": no name, no "all 12 members"."""
    found = tokens(text)
    if kind_of(text) in {"name", "quotation"}:
        return ""
    for word, after in pairwise([*found, ""]):
        opens = word is found[0] and after.islower()  # "All Nippon Airways" is a name
        plain = word.islower() or opens
        if plain and word.lower() in listed("absolute") and not _counts(after):
            return word
    return ""


def _counts(word: str) -> bool:
    return word[:1].isdigit() or word.lower().removesuffix("s") in listed("absolute_before")


def odd_kind_out(question: Question) -> str:
    """Whether the key alone is of its kind."""
    others = {kind_of(option) for option in distractors(question)}
    if not is_choice(question) or len(others) != 1 or len(distractors(question)) < FEW:
        return ""
    key, other = kind_of(question.answer), next(iter(others))
    clear = {"number", "date", "quotation"} & {key, other} and {key, other} != {"number", "date"}
    if key == other or not clear:
        return ""
    return f"the right answer is a {key}, all others are a {other}, which gives it away"


def mixed_options(question: Question) -> str:
    """Whether the options are of several kinds, so that some are struck out at sight."""
    if not is_choice(question) or odd_kind_out(question):
        return ""
    options = question.options or ()
    kinds = Counter(kind_of(option) for option in options)
    loose = {"name", "phrase"} if not _clearly_mixed(options) else set()
    apart = set(kinds) - loose
    if len(kinds) == 1 or not apart or kinds.keys() <= {"number", "date"}:
        return ""
    few = min(kinds, key=lambda kind: (kinds[kind], kind))
    odd = next(option for option in options if kind_of(option) == few)
    return f'"{odd}" is a {few}, others are not: options should be of one kind'


def _clearly_mixed(options: tuple[str, ...]) -> bool:
    """Whether names stand among phrases with small letters, rather than single words."""
    names = [o for o in options if kind_of(o) == "name" and len(tokens(o)) > 1]
    phrases = [o for o in options if kind_of(o) == "phrase" and o[:1].islower()]
    return bool(names and phrases)


def word_from_stem(question: Question) -> str:
    """Whether a word of the question comes back in the key alone."""
    if not is_choice(question) or not distractors(question) or _long(question.answer):
        return ""
    others = frozenset().union(*map(content, distractors(question)))
    shared = content(question.stem) & content(question.answer)
    for word in sorted(shared - others, key=lambda word: (-len(word), word)):
        if len(word) >= TELLING or word[0].isdigit():
            return f'"{word}" stands in the question and, of all answers, in the right one only'
    return ""


def convergence(question: Question) -> str:
    """Whether the key is what the wrong options have most in common."""
    options = question.options or ()
    kinds = {kind_of(option) for option in options}
    if not is_choice(question) or kinds & {"number", "date"} or len(options) <= FEW + 1:
        return ""
    if any(map(_long, options)):
        return ""
    scores = {option: _shared(option, options) for option in options}
    key = scores.get(question.answer, 0)
    if key < FEW or sorted(scores.values())[-2] >= key:
        return ""
    words = content(question.answer) & frozenset().union(*map(content, distractors(question)))
    shown = ", ".join(f'"{word}"' for word in sorted(words))
    return f"the right answer shares most words with the others ({shown}), which gives it away"


def _long(option: str) -> bool:
    return len(tokens(option)) > MOST_WORDS


def _shared(option: str, options: tuple[str, ...]) -> int:
    """How many words of other options an option repeats; words of all options tell nothing."""
    common = frozenset.intersection(*map(content, options))
    own = content(option) - common
    return sum(len(own & content(other)) for other in options if other != option)


def grammar_clue(question: Question) -> str:
    """Whether grammar alone picks the key."""
    if not is_choice(question) or len(distractors(question)) < FEW:
        return ""
    ending = ARTICLE_END.search(question.stem.rstrip())
    if ending:
        return _by_article(question, ending[1])
    asked = PLURAL_ASKED.match(question.stem)
    lists = [option for option in question.options or () if " and " in option]
    if asked and lists == [question.answer]:
        return f"the question asks for {asked[1]}, and only the right answer names as many"
    key, others = _form(question.answer), {_form(option) for option in distractors(question)}
    telling = len(others) == 1 and key not in others and (others & FORMS or key in FORMS)
    if not telling:
        return ""
    return f"the right answer starts with {_told(key)}, all others with {_told(*others)}"


def _by_article(question: Question, article: str) -> str:
    vowel = article.lower() == "an"
    fits = [o for o in question.options or () if (o[:1].lower() in "aeiou") == vowel]
    fitting = fits == [question.answer]
    return f'after "{article}", only the right answer fits' if fitting else ""


def _form(option: str) -> str:
    """The opening that a student compares: "to", "by", "because", "that", an -ing form."""
    first = (tokens(option) or [""])[0].lower()
    if kind_of(option) in {"name", "number", "date"} or first in FORMS:
        return first if first in FORMS and kind_of(option) == "phrase" else ""
    return "ing" if first.endswith("ing") and len(first) > TELLING else ""


def _told(form: str) -> str:
    return {"": "another kind of word", "ing": "an -ing form"}.get(form, f'"{form}"')
