"""The sieve: copies are taken out of runs before these are worked on, and told in their places."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizgen.archive.copies import Copies
from quizgen.archive.corpus import Item, held
from quizgen.archive.work import Outcome, copied
from quizgen.article import Article

Run = Sequence[Item]


class Sieve:
    """Sifts the runs of one corpus, in its order; what it tells follows from the corpus alone.

    It reads each article, in this process, and hands it on as read.
    """

    def __init__(self, copies: Copies) -> None:
        self._copies = copies
        self._told: deque[Mapping[int, Outcome]] = deque()

    def passed(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items that an earlier run of the batch has worked on, seen as they pass."""
        for item in items:
            self._outcome(held(item))
            yield item

    def sifted(self, runs: Iterable[Run]) -> Iterator[Run]:
        """The runs without their copies."""
        for run in runs:
            read = list(map(held, run))
            found = enumerate(map(self._outcome, read))
            told = {place: outcome for place, outcome in found if outcome is not None}
            self._told.append(told)
            yield [item for place, item in enumerate(read) if place not in told]

    def whole(self, outcomes: Iterable[Outcome]) -> list[Outcome]:
        """The outcomes of the next sifted run, with those of its copies in their places."""
        told, done = self._told.popleft(), list(outcomes)
        others = iter(done)
        return [told.get(place) or next(others) for place in range(len(told) + len(done))]

    def _outcome(self, item: Item) -> Outcome | None:
        """What is told of a copy; None for what is to be worked on."""
        found = item.read()
        original = self._copies.seen(found) if isinstance(found, Article) else ""
        return copied(found.id, original) if original else None
