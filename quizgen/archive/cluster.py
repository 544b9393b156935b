"""A Dask cluster as the staff of a batch: runs are sent to its scheduler, outcomes come in order.

The corpus is read here, and articles are sent, not the names of files. A worker is told the job
once, and makes it ready at its first run (`cluster_worker`). Dask's protocol runs whatever code it
is sent, so a cluster must be reached only by who is trusted; no port is opened here.
"""

import asyncio
import pickle
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from quizgen.archive import versions, workers
from quizgen.archive.corpus import held
from quizgen.archive.jobs import Job
from quizgen.archive.work import Outcome
from quizgen.archive.workers import AHEAD, Answer, Lost, Run, Send
from quizgen.errors import InputError
from quizgen.ingest.sources import Tell

if TYPE_CHECKING:
    from distributed import Client, Future

    from quizgen.archive.cluster_worker import Telling

CONNECTING = 10  # seconds in which a scheduler must answer
LOOKING = 2  # seconds after which it is looked whether there are workers still
PATIENCE = 150  # looks in a row that find no worker, until the batch is given up: 5 minutes
RETRIES = 2  # of a run that an error ended; how often its worker may die, the scheduler says


def done(runs: Iterable[Run], job: Job, address: str, tell: Tell) -> Iterator[list[Outcome]]:
    """The outcomes of each run, in order, by the workers of the scheduler at an address.

    While there are no workers it waits for some, and tells it. Raises InputError, one line that
    says what to do, where no scheduler answers or it is lost, where there are no workers for
    minutes, and where a worker has other versions than this process.
    """
    with _client(address) as client, _told(client, job) as told:
        yield from workers.by_staff(runs, Cluster(client, address, told, tell))


def require() -> None:
    """Raise InputError where Dask is not installed."""
    if find_spec("distributed") is None:
        msg = "--scheduler needs Dask; pip install 'quizgen-news[cluster]'"
        raise InputError(msg)


@contextmanager
def _client(address: str) -> "Iterator[Client]":
    from distributed import Client

    try:
        asyncio.run(_greet(address))
    except Exception as error:
        cause = " ".join(str(error).split())[:200]
        msg = f"no scheduler answers at {address} ({cause}); start one: dask scheduler"
        raise InputError(msg) from None
    client = Client(address, timeout=CONNECTING, set_as_default=False)
    try:
        yield client
    finally:
        client.close()


async def _greet(address: str) -> None:
    """Raise what there is to raise, by a server of another kind too, before a client is made.

    A client that can't be made would try to close for 20 seconds.
    """
    from distributed.comm.core import connect
    from distributed.security import Security

    known = Security().get_connection_args("client")
    comm = await connect(address, timeout=CONNECTING, **known)
    await comm.close()


@contextmanager
def _told(client: "Client", job: Job) -> Iterator[tuple[Any, ...]]:
    """What `cluster_worker.do` takes before a run, after all workers were told the job."""
    from quizgen.archive.cluster_worker import Telling

    content = pickle.dumps(job)
    plugin = Telling(f"quizgen-{client.id}", content)
    needed = versions.installed(("quizgen", "Python", *job.packages))
    try:
        _tell(client, plugin)
        yield plugin.name, sha256(content).hexdigest(), needed
    finally:
        with suppress(Exception):  # of workers that never took it, of a scheduler that is gone
            client.unregister_worker_plugin(plugin.name)


def _tell(client: "Client", plugin: "Telling") -> None:
    try:
        client.register_plugin(plugin)
    except Exception as error:  # in the wrapping of whatever a worker raised
        raise _other_program(error) from None


def _other_program(error: Exception) -> InputError:
    """What is raised for an error of who has no quizgen, or one that lacks what is called."""
    cause = " ".join(str(error).split())[:200]
    return InputError(
        f"the scheduler or a worker has another quizgen or none ({cause}); install the same there"
    )


class Cluster:
    """The workers of a scheduler; `told` is what they are told before each run."""

    def __init__(self, client: "Client", address: str, told: tuple[Any, ...], tell: Tell) -> None:
        self._client, self._address, self._told, self._tell = client, address, told, tell
        self._looks = 0

    def ahead(self) -> int:
        """As many for each thread that there is now."""
        return AHEAD * max(1, self._threads())

    @contextmanager
    def crew(self, *, alone: bool = False) -> Iterator[Send]:  # noqa: ARG002 - those before it have left
        """What sends runs to them; what is under way at the end of the block is cancelled."""
        from quizgen.archive.cluster_worker import do

        under_way: set[Future[Any]] = set()

        def send(run: Run) -> Answer:
            content = pickle.dumps([held(item) for item in run])
            future = self._client.submit(do, *self._told, content, pure=False, retries=RETRIES)
            under_way.add(future)
            return lambda: answer(future)

        def answer(future: "Future[Any]") -> list[Outcome]:
            outcomes = self._answer(future)
            under_way.discard(future)
            return outcomes

        try:
            yield send
        finally:
            with suppress(OSError):  # of a scheduler that is gone
                self._client.cancel(list(under_way), force=True)

    def _answer(self, future: "Future[Any]") -> list[Outcome]:
        from concurrent.futures import CancelledError

        from distributed import KilledWorker

        try:
            while not self._is_done(future):
                self._look()
            found: list[Outcome] | str = future.result()
        except KilledWorker:
            raise Lost from None
        except (RuntimeError, ImportError, AttributeError) as error:
            raise _other_program(error) from None
        except (CancelledError, OSError):
            msg = f"the scheduler at {self._address} is gone; start it, and give the same command"
            raise InputError(msg) from None
        if isinstance(found, str):
            raise InputError(found)
        return found

    def _is_done(self, future: "Future[Any]") -> bool:
        """Whether it is done, after a while at most."""
        try:
            future.exception(timeout=LOOKING)
        except TimeoutError:
            return bool(future.done())
        return True

    def _look(self) -> None:
        """Raise InputError where there have been no workers for too long."""
        self._looks = 0 if self._threads() else self._looks + 1
        if self._looks == 1:
            self._tell(f"{self._address} has no workers; waiting for some")
        if self._looks > PATIENCE:
            start = f"start some, and give the same command: dask worker {self._address}"
            msg = f"{self._address} has had no workers for too long; {start}"
            raise InputError(msg)

    def _threads(self) -> int:
        return sum(self._client.nthreads().values())
