"""The guesser finds the cues that it is there to find."""

from dataclasses import replace

import guesser
from conftest import ARTICLE, WTO

from quizgen.quiz import Quiz


def mark(strategy: str, *options: str) -> float:
    """What a strategy gets on one item whose key is the first of the options."""
    item = replace(WTO, answer=options[0], options=options)
    quiz = Quiz("q", "", (ARTICLE,), (item,))
    return next(found for name, found, *_ in guesser.marks([quiz]) if name == strategy)


def test_cues_are_found() -> None:
    """By length, kind, frequency, words shared with the stem, and place."""
    assert mark("longest", "World Trade Organization", "NATO", "OPEC") == 1
    assert mark("odd one out by kind", "the WTO in Geneva", "France", "Peru", "Chile") == 1
    assert mark("odd one out by kind", "Kenya", "France", "Peru", "Chile") == 0.25
    assert mark("middle of numbers", "20", "10", "30") == 0
    assert mark("first", "Kenya", "Peru") == 1
    assert mark("word shared with the stem", "Seoul's body", "NATO", "OPEC") == 1
