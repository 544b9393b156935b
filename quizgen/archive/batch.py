"""The batch: a corpus worked through shard by shard, from wherever an earlier run was stopped."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.archive import cluster, corpus, shards, workers
from quizgen.archive.copies import Copies
from quizgen.archive.corpus import Item
from quizgen.archive.jobs import Job
from quizgen.archive.sieve import Sieve
from quizgen.archive.tallies import Tally, of_outcomes
from quizgen.ingest.sources import Tell, silent

if TYPE_CHECKING:
    from quizgen.archive.work import Outcome

Doer = Callable[[Iterable[Sequence[Item]], Job], Iterator[list["Outcome"]]]
"""Does a job on runs, in order."""

RUN = 16
"""Articles that are analysed in one stream. Runs begin anew with each shard, so that what stands in
one stream, and with it the last digit of every figure, is the same however often it was stopped."""
SHARD = 256  # articles in a shard unless told otherwise


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: the tally so far, and the share of the corpus's bytes, in 0..1."""

    tally: Tally
    share: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What a batch works on, where its shards go, and how: `size` articles a shard.

    `made_with` is all that results depend on beside the corpus; a folder holds results of one plan.
    """

    files: tuple[Path, ...]
    folder: Path
    made_with: Mapping[str, Any]
    form: str = "jsonl"
    size: int = SHARD

    def described(self) -> dict[str, Any]:
        """The plan as the manifest's first line tells it."""
        sizes = [corpus.size_of(path) for path in self.files]
        named = "\n".join(f"{p} {n}" for p, n in zip(self.files, sizes, strict=True))
        digest = sha256(named.encode("utf-8", "surrogateescape")).hexdigest()
        known = {"files": len(self.files), "bytes": sum(sizes), "sha256": digest}
        return {"corpus": known, "format": self.form, "shard": self.size, **self.made_with}


Keep = Callable[[Sequence["Outcome"]], object]
"""Takes the outcomes of a shard before that is written, and again where that was stopped."""


def run(
    plan: Plan,
    job: Job,
    count: int = 1,
    *,
    scheduler: str = "",
    keep: Keep | None = None,
    tell: Tell = silent,
) -> Iterator[Progress]:
    """Work through the plan; tells the progress at the start and at each step.

    The workers are so many of this machine, or those of a Dask scheduler at an address; `tell` is
    told in a line when there are none. Interrupted anywhere, the next run goes on behind the last
    whole shard and leaves the same files. Raises InputError where the folder does not fit, and
    where the workers can't go on.
    """
    by = partial(cluster.done, address=scheduler, tell=tell)
    doer = by if scheduler else partial(workers.done, workers=count)
    corpus.require_apart(plan.files, plan.folder)
    there = shards.opened(plan.folder, plan.form, plan.described())
    try:
        yield from _worked(plan, there, job, doer, keep)
        there.finish()
    finally:
        there.close()


def _worked(
    plan: Plan, there: shards.Shards, job: Job, doer: Doer, keep: Keep | None
) -> Iterator[Progress]:
    total = max(1, sum(map(corpus.size_of, plan.files)))
    left = corpus.items(plan.files)
    sieve = Sieve(Copies())
    passed = sum(item.size for item in sieve.passed(islice(left, there.tally.articles)))
    yield Progress(there.tally, min(1.0, passed / total))
    sizes: list[int] = []
    runs = sieve.sifted(_measured(_runs(left, plan.size), sizes))
    outcomes: list[Outcome] = []
    for number, part in enumerate(doer(runs, job)):
        outcomes += sieve.whole(part)
        passed += sizes[number]
        progress = Progress(there.tally + of_outcomes(outcomes), min(1.0, passed / total))
        if len(outcomes) == plan.size:
            _add(there, outcomes, keep)
            outcomes = []
        yield progress
    if outcomes:
        _add(there, outcomes, keep)


def _add(there: shards.Shards, outcomes: list["Outcome"], keep: Keep | None) -> None:
    if keep is not None:
        keep(outcomes)
    there.add(outcomes)


def _runs(left: Iterator[Item], size: int) -> Iterator[Sequence[Item]]:
    for shard in corpus.chunks(left, size):
        yield from corpus.chunks(shard, RUN)


def _measured(runs: Iterable[Sequence[Item]], sizes: list[int]) -> Iterator[Sequence[Item]]:
    """The runs, with the size of each put down as it is handed out."""
    for run_ in runs:
        sizes.append(sum(item.size for item in run_))
        yield run_
