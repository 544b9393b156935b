"""Workers: a job done on runs of items by one process or several, outcomes in the items' order.

A worker that dies costs its run a second try, alone; an article over which workers keep dying is
recorded as failed. The workers are processes of this machine, each with a pipeline of its own, or
those of a cluster (`quizgen.archive.cluster`): both are a `Staff`.

spaCy's own `nlp.pipe(n_process=...)` would send whole parses from process to process, where here
only the lines of quizzes travel; it ends with an error when one of its processes dies; and what it
parses beside what depends on their number, and so would the last digit of a figure. Here each run
is one stream of one process, in a zone of memory that ends with it, whoever works on it and however
often the batch was stopped.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from quizgen.archive.corpus import Item
from quizgen.archive.jobs import Doing, Job
from quizgen.archive.work import Outcome, failed
from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.ingest import Failure
from quizgen.sweeping import rarely_swept

AHEAD = 2  # runs sent for each worker, so that none waits and few are held in memory
LARGEST_AHEAD = 64_000_000  # bytes of all of them; beyond that one run at a time
TRIES = 2  # an article over which so many workers have died is given up

Run = Sequence[Item]
Answer = Callable[[], list[Outcome]]
"""Waits for the outcomes of a run; raises Lost."""
Send = Callable[[Run], Answer]


class Lost(Exception):  # noqa: N818 - it is told, never shown
    """A worker has died, and with it what was sent."""


class Staff(Protocol):
    """Those who work on runs."""

    def ahead(self) -> int:
        """How many runs are sent before the first is waited for; it may change."""
        ...

    def crew(self, *, alone: bool = False) -> AbstractContextManager[Send]:
        """What sends runs; of what is not done when the block ends, nothing is waited for.

        `alone` says that one run is to be sent, and no other beside it.
        """
        ...


def done(runs: Iterable[Run], job: Job, workers: int) -> Iterator[list[Outcome]]:
    """The outcomes of each run, in order, whatever the number of workers on this machine.

    Raises InputError when workers die before they have read anything.
    """
    if workers == 1:
        return _by_this_process(iter(runs), job)
    return by_staff(runs, Processes(job, workers))


def _by_this_process(left: Iterator[Run], job: Job) -> Iterator[list[Outcome]]:
    first = next(left, None)
    if first is not None:
        yield from map(job.ready(), chain([first], left))


def by_staff(runs: Iterable[Run], staff: Staff) -> Iterator[list[Outcome]]:
    """The outcomes of each run, in order, whoever works on it; raises InputError as `done` does."""
    left = iter(runs)
    while True:
        with staff.crew() as send:
            lost = yield from _streamed(staff, send, left)
        if not lost:
            return
        yield _redone(lost.popleft(), staff)
        left = chain(lost, left)


def _streamed(
    staff: Staff, send: Send, left: Iterator[Run]
) -> Generator[list[Outcome], None, deque[Run]]:
    """The outcomes as they come; returns the runs that were under way when a worker died."""
    sent: deque[tuple[Run, Answer]] = deque()
    size = 0
    while True:
        while not sent or (len(sent) < staff.ahead() and size < LARGEST_AHEAD):
            run = next(left, None)
            if run is None:
                break
            sent.append((run, send(run)))
            size += _size(run)
        if not sent:
            return deque()
        try:
            outcomes = sent[0][1]()
        except Lost:
            return deque(run for run, _ in sent)
        size -= _size(sent.popleft()[0])
        yield outcomes


def _size(run: Run) -> int:
    return sum(item.size for item in run)


def _redone(run: Run, staff: Staff) -> list[Outcome]:
    """The outcomes of a run whose worker has died: of all of it in one go, else item by item."""
    if _survived([], staff) is None:
        msg = "workers die before they have read anything; give fewer, or more memory to each"
        raise InputError(msg)
    outcomes = _survived(run, staff)
    return [_of_one(item, staff) for item in run] if outcomes is None else outcomes


def _of_one(item: Item, staff: Staff) -> Outcome:
    tries = (_survived([item], staff) for _ in range(TRIES))
    survived = next((outcomes for outcomes in tries if outcomes is not None), None)
    if survived is not None:
        return survived[0]
    found = item.read()
    known = found.id if isinstance(found, Article | Failure) else ""
    return failed(Failure(known, "the process that worked on it died each time"))


def _survived(run: Run, staff: Staff) -> list[Outcome] | None:
    """The outcomes of a run that is worked on alone; None when its worker dies."""
    with staff.crew(alone=True) as send:
        try:
            return send(run)()
        except Lost:
            return None


@dataclass(frozen=True, slots=True)
class Processes:
    """So many processes of this machine."""

    job: Job
    count: int

    def ahead(self) -> int:
        """As many for each."""
        return self.count * AHEAD

    @contextmanager
    def crew(self, *, alone: bool = False) -> Iterator[Send]:
        """What sends runs to them; alone, to a process that is started for it."""
        with _pool(self.job, 1 if alone else self.count) as pool:
            yield lambda run: _sent(pool, run)


def _sent(pool: ProcessPoolExecutor, run: Run) -> Answer:
    def answer() -> list[Outcome]:
        try:
            return future.result()
        except BrokenProcessPool:
            raise Lost from None

    try:
        future = pool.submit(_do, run)
    except BrokenProcessPool:
        return _lost
    return answer


def _lost() -> list[Outcome]:
    raise Lost


@contextmanager
def _pool(job: Job, workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes for a job, ended with the block; at once where it ends by an exception."""
    before = set(multiprocessing.active_children())
    context = multiprocessing.get_context("spawn")  # a fork would copy threads' locks
    pool = ProcessPoolExecutor(workers, context, initializer=_begin, initargs=(job,))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        for process in set(multiprocessing.active_children()) - before:
            process.terminate()
        raise
    pool.shutdown()


_JOBS: list[Job] = []
_READY: list[Doing] = []
"""What a worker's process was told, and what it made of it at its first run."""


def _begin(job: Job) -> None:
    """Make this process a worker: it leaves Ctrl+C to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    rarely_swept()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _JOBS.append(job)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(run: Run) -> list[Outcome]:
    if not _READY:
        _READY.append(_JOBS[0].ready())
    return _READY[0](run)
