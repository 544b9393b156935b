"""Servers that tests start for themselves: the app on a free port of this machine."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

TOP = Path(__file__).parents[1]
PATIENCE = 60  # seconds until a server on a busy machine answers


def free_port() -> int:
    """A port that nobody listens on; without one the test is skipped, and says so."""
    try:
        with socket.create_server(("127.0.0.1", 0)) as listening:
            return int(listening.getsockname()[1])
    except OSError as error:
        pytest.skip(f"no port can be bound here: {error}")


@contextmanager
def app(folder: Path, *arguments: str, kill: bool = False) -> Iterator[str]:
    """The address of the app, its library in this folder; it is ended, or killed, afterwards."""
    port = free_port()
    library = str(folder / "library.sqlite3")
    command = [sys.executable, "-m", "quizgen", "app", "--port", str(port), "--library", library]
    environment = os.environ | {"PYTHONPATH": str(TOP), "HOME": str(folder), "BROWSER": "true"}
    with (
        (folder / "server.log").open("w") as log,
        subprocess.Popen(
            [*command, *arguments], env=environment, stdout=log, stderr=log, start_new_session=True
        ) as process,
    ):
        try:
            yield _answering(f"http://127.0.0.1:{port}", folder)
        finally:
            os.killpg(process.pid, signal.SIGKILL if kill else signal.SIGTERM)


def _answering(address: str, folder: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=5):  # noqa: S310 - our own server
                return address
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the server did not start: {(folder / 'server.log').read_text('utf-8')}")
