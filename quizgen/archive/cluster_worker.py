"""The side of a cluster's worker: it is told a job by a plugin, and makes it ready at first use.

What arrives is unpacked only after the versions are found to be the same as where it was packed.
"""

import pickle
from collections.abc import Mapping
from threading import Lock

from distributed import WorkerPlugin, get_worker

from quizgen.archive import versions
from quizgen.archive.jobs import Doing
from quizgen.archive.work import Outcome
from quizgen.errors import QuizgenError

_ALONE = Lock()
_READY: dict[str, Doing] = {}
"""What does the job told last, by the job's hash; a pipeline takes 0.5 GB, so there is but one."""


class Telling(WorkerPlugin):
    """A job as bytes, handed to each worker once, to those that come later too."""

    def __init__(self, name: str, job: bytes) -> None:
        self.name, self.job = name, job


def do(telling: str, job: str, needed: Mapping[str, str], run: bytes) -> list[Outcome] | str:
    """The outcomes of a run of items, or in one line why this worker can't work on it.

    `telling` names the plugin that has the job, `job` is the job's hash, `needed` tells the
    versions of what its results depend on. A process does one run at a time, whatever its threads.
    """
    worker = get_worker()
    if what := versions.differing(needed):
        return f"the worker at {worker.address} has {what}; install the same there as here"
    with _ALONE:
        try:
            doing = _ready(worker.plugins[telling], job)
        except QuizgenError as error:
            return f"the worker at {worker.address} can't begin: {error}"
        return doing(pickle.loads(run))  # noqa: S301 - by Dask it would be unpickled too


def _ready(telling: WorkerPlugin, job: str) -> Doing:
    assert isinstance(telling, Telling)
    if job not in _READY:
        _READY.clear()
        _READY[job] = pickle.loads(telling.job).ready()  # noqa: S301 - the same
    return _READY[job]
