"""`quizgen explain` shows a rule author the whole way of a sentence."""

from dataclasses import dataclass
from typing import Any

import pytest
from conftest import WTO, Command, FakePipeline

from quizgen.quiz import Candidates, Refusal


@dataclass(frozen=True)
class FakeFact:
    """A fact with its words."""

    kind: str = "clause"

    def describe(self) -> str:
        """What it says."""
        return "called: subject=Seoul"


@pytest.fixture(autouse=True)
def staged(monkeypatch: pytest.MonkeyPatch) -> None:
    """One fact, one question, one refusal."""

    def candidates(*_: Any) -> Candidates:
        refusal = Refusal(lambda: WTO, "pronoun", '"it" is not resolved')
        return Candidates((FakeFact(),), (WTO,), (refusal,))  # type: ignore[arg-type]

    module = "quizgen.cli.explaining"
    monkeypatch.setattr(f"{module}.load", lambda _: FakePipeline())
    monkeypatch.setattr(f"{module}.load_rules", lambda _: ())
    monkeypatch.setattr(f"{module}.parse_table", lambda _: "Seoul nsubj\ncalled ROOT")
    monkeypatch.setattr(f"{module}.candidates", candidates)


def test_the_four_parts(quizgen: Command) -> None:
    """Parse, facts, questions with their scores, refusals with their reasons."""
    result = quizgen("explain", "Seoul called it.", "--date", "2019-07-13")
    assert result.status == 0
    assert result.out == (
        "Parse\n  Seoul nsubj\n  called ROOT\n\n"
        "Facts\n  clause       called: subject=Seoul\n\n"
        "Questions\n  to: Which body did Seoul refer the curbs to?\n"
        "      = World Trade Organization   score 0.75 salience +0.50, rule +0.25\n\n"
        "Refused\n  to: Which body did Seoul refer the curbs to? = World Trade Organization\n"
        '      pronoun: "it" is not resolved\n'
    )
