"""Carrying: questions taken over to an updated article where their fact still stands.

A question's id follows from its article, the place of its sentence and its answer, and stays while
the fact does: so a student's flashcards and results go on after the article was updated.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.fuzz import ratio

from quizgen.article import Article
from quizgen.practice.folding import words_of
from quizgen.question import Evidence, Question

ALIKE = 60.0  # per cent: how alike two wordings of one sentence are at least (Levenshtein, words)
NEGATIONS = frozenset("no not never neither nor none nobody nothing without cannot".split())
CONTRACTED = frozenset(
    "arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt wasnt werent wont "
    "wouldnt".split()
)
SENTENCE = re.compile(
    r"[^\s][^\n]*?(?:[.!?…][\"'”’)\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9]|\s*$)|(?=\s*$))", re.MULTILINE
)


def carried(question: Question, article: Article, older: str) -> Question | None:
    """The question on the updated article, with its id and words; None where it no longer holds.

    `older` is the id of the article that is replaced; sentences of other articles stay. A
    question holds where all of its sentences still stand.
    """
    found = []
    for evidence in (question.evidence, *question.further):
        moved = _moved(question, evidence, article) if evidence.article == older else evidence
        if moved is None:
            return None
        found.append(moved)
    return replace(question, evidence=found[0], further=tuple(found[1:]))


def keeping_ids(fresh: Sequence[Question], earlier: Iterable[Question]) -> tuple[Question, ...]:
    """The questions, those on facts that an earlier quiz asked about with the ids they had there.

    The same fact is what the same rule makes, with the same answer, of a sentence that still says
    all that the earlier question uses. No id is given twice.
    """
    left = list(earlier)
    taken = {question.id for question in fresh}
    kept = []
    for question in fresh:
        known = next((each for each in left if _same_fact(each, question, taken)), None)
        if known is not None:
            left.remove(known)
            taken.add(known.id)
        kept.append(question if known is None else replace(question, id=known.id))
    return tuple(kept)


def _same_fact(earlier: Question, fresh: Question, taken: set[str]) -> bool:
    if earlier.id in taken:
        return earlier.id == fresh.id
    same = earlier.rule == fresh.rule and words_of(earlier.answer) == words_of(fresh.answer)
    return same and _says(fresh.evidence.text, earlier, earlier.evidence.text)


def _moved(question: Question, evidence: Evidence, article: Article) -> Evidence | None:
    """The evidence in the updated article, None where the sentence stands there no more."""
    text = article.text
    start = text.find(evidence.text)
    if start >= 0:
        return Evidence(article.id, start, start + len(evidence.text), evidence.text)
    found = (match for match in SENTENCE.finditer(text))
    fitting = [match for match in found if _says(match[0], question, evidence.text)]
    if not fitting:
        return None
    best = max(fitting, key=lambda match: ratio(words_of(match[0]), words_of(evidence.text)))
    return Evidence(article.id, best.start(), best.end(), best[0])


def _says(sentence: str, question: Question, before: str) -> bool:
    """Whether a sentence says what the question uses of the one it was made from.

    It is a wording of the same, holds every word of it that the question or its answer uses, and
    denies neither more nor less.
    """
    now, then = words_of(sentence), words_of(before)
    if ratio(now, then) < ALIKE:
        return False
    parts = (*(part for pair in question.pairs for part in pair), *question.items)
    if any(word in NEGATIONS | CONTRACTED for word in set(now) ^ set(then)):
        return False
    used = {word for part in (question.stem, question.answer, *parts) for word in words_of(part)}
    return used & set(then) <= set(now)
