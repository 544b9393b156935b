"""Finding wrong answers of the key's kind, first in the article, then in what is known.

Nothing that could also be right, nothing that is struck out at sight, no key that stands out. With
fewer than two such answers the question is asked without options.
"""

import re
from collections.abc import Iterable
from hashlib import sha256
from itertools import combinations

from quizgen import gazetteer, makers, peers
from quizgen.analysis.pipeline import Analysis
from quizgen.distractors import dates, named, numbers, roles
from quizgen.distractors.alike import NAMED_EITHER_WAY, is_acronym
from quizgen.facts.fact import Fact
from quizgen.lint import LONGER
from quizgen.news import NOTHING, AtHand
from quizgen.rules.asking import Draft
from quizgen.wording.surface import content_words

WANTED = 3
SPARES = 3
FEWEST = 2  # with fewer the question is asked without options
LONG_NAME = 4  # words; from here on a key longer than all others stands out
SMALL_OPENINGS = ("the ", "a ", "an ", "only ", "just ")


def distractors(
    draft: Draft,
    analysis: Analysis,
    seed: int,
    facts: Iterable[Fact] = (),
    at_hand: AtHand = NOTHING,
) -> tuple[str, ...]:
    """Wrong answers, best first, at most `WANTED + SPARES`; empty when fewer than `FEWEST` fit.

    `facts` are those of the article, for keys that say what somebody is; `at_hand` the names of
    other news.
    """
    found = _distinct(_found(draft, analysis, seed, facts, at_hand))[: WANTED + SPARES]
    found = _apart(draft.key, found)
    enough = len(found) >= FEWEST and not _stands_out(draft, found[:WANTED])
    return tuple(found) if enough else ()


def _found(
    draft: Draft, analysis: Analysis, seed: int, facts: Iterable[Fact], at_hand: AtHand
) -> Iterable[str]:
    shift = sha256(f"{seed}/{draft.stem}".encode()).digest()[0]
    if draft.kind in numbers.AMOUNT_KINDS:
        return numbers.wrong(draft, analysis, shift)
    if draft.kind == "date":
        return dates.wrong(draft, analysis, shift)
    if draft.kind == "role" and "role" in draft.fact.slots:
        return roles.wrong(draft, facts, analysis, seed)
    if draft.asked.name is not None and "named" in draft.asked.tags and _is_plain(draft):
        return named.wrong(draft, analysis, seed, at_hand)
    return ()


def _is_plain(draft: Draft) -> bool:
    """Whether the key is a name alone: no list, nothing before it."""
    return not draft.key.startswith(SMALL_OPENINGS) and ", " not in draft.key


def _distinct(texts: Iterable[str]) -> list[str]:
    """The texts, none of which says the same as one before or is a part of it."""
    kept: list[str] = []
    for text in texts:
        if not any(_same(text, other) or peers.holds(text, other) for other in kept):
            kept.append(text)
    return kept


def _apart(key: str, found: list[str]) -> list[str]:
    """The texts, with three first of which not only two share a word with the key.

    What most options have in common would give the key away.
    """
    for chosen in combinations(found, WANTED):
        if not _converges(key, chosen):
            return [*chosen, *(text for text in found if text not in chosen)]
    return found[:FEWEST] if len(found) >= WANTED else found


def _converges(key: str, wrong: tuple[str, ...]) -> bool:
    """Whether a word of the key is in several of the wrong answers, and not in all."""
    others = [set(content_words(text)) for text in wrong]
    shared = (sum(word in other for other in others) for word in content_words(key))
    return any(FEWEST <= count < len(wrong) for count in shared)


def _same(one: str, other: str) -> bool:
    """Whether two texts say one thing: the same words, or all words of a name and more.

    Numbers alone make a difference: "May 2019" is not "2 May 2019".
    """
    known = gazetteer.lookup(one)
    if known is not None and known == gazetteer.lookup(other):
        return True  # "Washington", "Washington D.C."
    first, second = ({w.removesuffix("s") for w in content_words(t)} for t in (one, other))
    less, more = sorted((first, second), key=len)
    if any(word.isdigit() for word in first | second):
        return first == second
    telling = len(less) > 1 or any(re.search(r"\d", word) for word in less)
    return first == second or (telling and less <= more)


def _stands_out(draft: Draft, wrong: list[str]) -> bool:
    """Whether the key shows itself: by its form, its length, or a word that the stem has too."""
    if draft.asked.name is None or "named" not in draft.asked.tags:
        return False
    short = draft.kind not in NAMED_EITHER_WAY or _has_long_form(draft)
    forms = [is_acronym(text) and short for text in wrong]
    longest = max(len(text) for text in wrong)
    long = len(draft.key.split()) >= LONG_NAME and len(draft.key) > LONGER * longest
    formed = (is_acronym(draft.key) and short) in forms
    return not formed or long or _echoes(draft, wrong) or _is_of_other_maker(draft.key, wrong)


def _is_of_other_maker(key: str, wrong: list[str]) -> bool:
    """Whether the key is one maker's and all others are another's, as far as it is known."""
    own, others = makers.maker_of().get(key, ""), {makers.maker_of().get(t, "") for t in wrong}
    return len(others) == 1 and others != {""} and own not in others


def _has_long_form(draft: Draft) -> bool:
    """Whether the key is an acronym for a name that the article gives in full, too."""
    return any(" " in text and not text.isupper() for text in draft.accepted)


def _echoes(draft: Draft, wrong: list[str]) -> bool:
    """Whether the stem shares a word with the key alone, or with all others and not the key."""
    said = content_words(draft.stem.replace("-", " "))
    stem = {w for w in said if len(w) > 2}  # noqa: PLR2004 - "of"
    own, *others = (_words_of(text) for text in (draft.key, *wrong))
    told, elsewhere = stem & own, stem.intersection(*others) - own
    return bool(elsewhere) or (bool(told) and not any(told & other for other in others))


def _words_of(text: str) -> set[str]:
    """The words of a name; of an acronym also those of the long name that is known."""
    known = gazetteer.lookup(text) if is_acronym(text) else None
    return set(content_words(text if known is None else f"{text} {known.name}"))
