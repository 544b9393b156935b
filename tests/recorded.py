"""Recorded parses of the tests' own sentences; `python tests/recorded.py` records them anew."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from quizgen.analysis.pipeline import Analysis, load
from quizgen.facts import find
from quizgen.rules import recording
from quizgen.rules.asking import Draft, ask
from quizgen.rules.loading import Rule, load_rules
from quizgen.wording.story import story_of

PATH = Path(__file__).with_suffix(".jsonl")


@cache
def analyses() -> dict[str, Analysis]:
    """Every recorded analysis by its text."""
    return recording.read(PATH)


def analysis_of(opening: str, *, title: str = "", published: date | None = None) -> Analysis:
    """The recorded analysis of the only text that opens so, with a title and a day if given."""
    (found,) = (each for text, each in analyses().items() if text.startswith(opening))
    return replace(found, article=replace(found.article, title=title, published=published))


def drafts_of(analysis: Analysis) -> list[Draft]:
    """Every draft of the built-in rules on an analysis, sound or not."""
    return list(ask(find.find(analysis), load_rules(), story_of(analysis)))


def draft_of(analysis: Analysis, rule: str) -> Draft:
    """The first draft that a rule makes on an analysis."""
    return next(draft for draft in drafts_of(analysis) if draft.rule.name == rule)


def text_rule(*texts: str) -> Rule:
    """A rule that only holds texts to be parsed."""
    return Rule("texts", "Holds texts.", "clause", ("subject",), (), (), near_misses=texts)


if __name__ == "__main__":
    recording.record((text_rule(*analyses()),), load(), PATH)
