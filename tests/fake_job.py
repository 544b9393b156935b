"""A job without a pipeline, for batches in other processes; run as a script it dies on the way.

`python fake_job.py CORPUS DIR MOMENT` kills itself, as `kill -9` does, at the so-manieth time that
it opens, renames, cuts or reads something.
"""

import os
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from quizgen.archive import batch
from quizgen.archive.corpus import Item, files_of
from quizgen.archive.jobs import Doing
from quizgen.archive.work import Outcome, failed
from quizgen.article import Article
from quizgen.ingest import Failure

MOMENTS = frozenset({"open", "os.rename", "os.truncate", "os.remove", "os.mkdir", "fake.read"})


@dataclass(frozen=True)
class FakeJob:
    """A line for each article, at once; the process dies of a text that says "deadly"."""

    @property
    def packages(self) -> tuple[str, ...]:
        """None."""
        return ()

    def ready(self) -> Doing:
        """What does it."""
        return doing


@dataclass(frozen=True)
class OnceDeadly(FakeJob):
    """The same; the process that first reads a text that says "fate" dies, and leaves a mark."""

    mark: Path

    def ready(self) -> Doing:
        """What does it."""
        return self._doing

    def _doing(self, run: Sequence[Item]) -> list[Outcome]:
        if not self.mark.exists() and any("fate" in str(item.read()) for item in run):
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return doing(run)


@dataclass(frozen=True)
class Unready(FakeJob):
    """The same, where something is missing."""

    error: Exception

    def ready(self) -> Doing:
        """Nothing."""
        raise self.error


def doing(run: Sequence[Item]) -> list[Outcome]:
    """The outcomes of a run."""
    return [_outcome(item.read()) for item in run]


def _outcome(entry: Article | Failure) -> Outcome:
    sys.audit("fake.read")
    if isinstance(entry, Failure):
        return failed(entry)
    if "deadly" in entry.text:
        os.kill(os.getpid(), signal.SIGKILL)
    asked, refused = Counter(a=2, b=1), Counter(pronoun=1)
    return Outcome(entry.id, entry.text.upper(), "", len(entry.text.split()), asked, refused)


def plan(corpus: Path, folder: Path, **changes: Any) -> batch.Plan:
    """The plan of a batch on a corpus, three articles a shard."""
    return batch.Plan(files_of([str(corpus)]), folder, {"made": "by a test"}, size=3, **changes)


def _die_at(moment: int) -> None:
    seen = count(1)

    def hook(event: str, _: object) -> None:
        if event in MOMENTS and next(seen) == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


if __name__ == "__main__":
    planned = plan(Path(sys.argv[1]), Path(sys.argv[2]))
    _die_at(int(sys.argv[3]))
    list(batch.run(planned, FakeJob()))
