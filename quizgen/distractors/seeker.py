"""The seeker: the wrong answers of the drafts of one article, sought once for each draft."""

from collections.abc import Sequence

from quizgen.analysis.pipeline import Analysis
from quizgen.distractors.finding import distractors
from quizgen.facts.fact import Fact
from quizgen.news import NOTHING, AtHand
from quizgen.rules.asking import Draft


class Seeker:
    """Knows the article, its facts and the names of other news; `seed` turns what is equal."""

    def __init__(
        self,
        analysis: Analysis,
        seed: int = 0,
        facts: Sequence[Fact] = (),
        at_hand: AtHand = NOTHING,
    ) -> None:
        self.analysis = analysis
        self.seed = seed
        self._facts = facts
        self._at_hand = at_hand
        self._found: dict[int, tuple[Draft, tuple[str, ...]]] = {}

    def wrong(self, draft: Draft) -> tuple[str, ...]:
        """The wrong answers, best first; empty when too few fit."""
        known = self._found.get(id(draft))
        if known is None:
            found = distractors(draft, self.analysis, self.seed, self._facts, self._at_hand)
            known = self._found[id(draft)] = (draft, found)
        return known[1]
