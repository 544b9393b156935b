"""The nodes of a Dask cluster on this machine, each a process that ends with the one it serves.

    python cluster_nodes.py scheduler
    python cluster_nodes.py worker ADDRESS [VERSION]

tells its address in a line on standard output as soon as it can be reached. A worker may claim to
have another version of quizgen.
"""

import asyncio
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

from distributed import Scheduler, Worker

import quizgen

OWN: dict[str, Any] = {"host": "127.0.0.1", "port": 0, "dashboard_address": "127.0.0.1:0"}

ENVIRONMENT = {
    "PYTHONPATH": f"{Path(quizgen.__file__).parents[1]}{os.pathsep}{Path(__file__).parent}",
    "DASK_LOGGING__DISTRIBUTED": "critical",
    # how long a result is asked of a worker that has just died; 30 seconds as Dask comes
    "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "8s",
}


@contextmanager
def node(*arguments: str) -> Iterator[tuple[Popen[bytes], str]]:
    """A node's process, and its address once it can be reached."""
    with nodes(arguments) as (only,):
        yield only


@contextmanager
def nodes(*each: Sequence[str]) -> Iterator[list[tuple[Popen[bytes], str]]]:
    """Several, started at once."""
    environment = os.environ | ENVIRONMENT
    processes: list[Popen[bytes]] = []
    try:
        for arguments in each:
            command = [sys.executable, __file__, *arguments]
            processes.append(Popen(command, stdin=PIPE, stdout=PIPE, env=environment))
        yield [(process, _address(process)) for process in processes]
    finally:
        for process in processes:
            process.kill()
            process.communicate()


def _address(process: Popen[bytes]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().decode().strip()


async def _serve(served: Scheduler | Worker) -> None:
    async with served:
        sys.stdout.write(f"{served.address}\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)


def _worker(address: str, version: str = quizgen.__version__) -> Worker:
    quizgen.__version__ = version
    return Worker(address, nthreads=1, **OWN)


async def _main() -> None:
    kind, *arguments = sys.argv[1:]
    await _serve(Scheduler(**OWN) if kind == "scheduler" else _worker(*arguments))


if __name__ == "__main__":
    asyncio.run(_main())
