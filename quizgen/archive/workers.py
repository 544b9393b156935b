"""Workers: a job done on runs of items by one process or several, outcomes in the items' order.

A worker that dies costs its run a second try, alone; an article over which workers keep dying is
recorded as failed.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice

from quizgen.archive.corpus import Item
from quizgen.archive.jobs import Doing, Job
from quizgen.archive.work import Outcome, failed
from quizgen.article import Article
from quizgen.errors import InputError
from quizgen.ingest import Failure

AHEAD = 2  # runs sent for each worker, so that none waits and few are held in memory
TRIES = 2  # an article over which so many workers have died is given up

Run = Sequence[Item]


def done(runs: Iterable[Run], job: Job, workers: int) -> Iterator[list[Outcome]]:
    """The outcomes of each run, in order, whatever the number of workers.

    Raises InputError when workers die before they have read anything.
    """
    left = iter(runs)
    if workers == 1:
        yield from _by_this_process(left, job)
        return
    while True:
        with _pool(job, workers) as pool:
            lost = yield from _streamed(pool, left, workers * AHEAD)
        if not lost:
            return
        yield _redone(lost.popleft(), job)
        left = chain(lost, left)


def _by_this_process(left: Iterator[Run], job: Job) -> Iterator[list[Outcome]]:
    first = next(left, None)
    if first is not None:
        yield from map(job.ready(), chain([first], left))


def _streamed(
    pool: ProcessPoolExecutor, left: Iterator[Run], ahead: int
) -> Generator[list[Outcome], None, deque[Run]]:
    """The outcomes as they come; returns the runs that were under way when a worker died."""
    sent = deque((run, _send(pool, run)) for run in islice(left, ahead))
    while sent:
        try:
            outcomes = sent[0][1].result()
        except BrokenProcessPool:
            return deque(run for run, _ in sent)
        sent.popleft()
        yield outcomes
        sent.extend((run, _send(pool, run)) for run in islice(left, 1))
    return deque()


def _send(pool: ProcessPoolExecutor, run: Run) -> "Future[list[Outcome]]":
    try:
        return pool.submit(_do, run)
    except BrokenProcessPool as error:
        refused: Future[list[Outcome]] = Future()
        refused.set_exception(error)
        return refused


def _redone(run: Run, job: Job) -> list[Outcome]:
    """The outcomes of a run whose worker has died: of all of it in one go, else item by item."""
    if _survived([], job) is None:
        msg = "workers die before they have read anything; give fewer --workers"
        raise InputError(msg)
    outcomes = _survived(run, job)
    return [_of_one(item, job) for item in run] if outcomes is None else outcomes


def _of_one(item: Item, job: Job) -> Outcome:
    tries = (_survived([item], job) for _ in range(TRIES))
    survived = next((outcomes for outcomes in tries if outcomes is not None), None)
    if survived is not None:
        return survived[0]
    found = item.read()
    known = found.id if isinstance(found, Article | Failure) else ""
    return failed(Failure(known, "the process that worked on it died each time"))


def _survived(run: Run, job: Job) -> list[Outcome] | None:
    """The outcomes of a run in a process of its own; None when that dies."""
    with _pool(job, 1) as pool:
        try:
            return _send(pool, run).result()
        except BrokenProcessPool:
            return None


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
