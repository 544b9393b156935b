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
def app(folder: Path, *arguments: str, port: int = 0, kill: bool = False) -> Iterator[str]:
    """The address of the app, its library in this folder; it is ended, or killed, afterwards."""
    library = str(folder / "library.sqlite3")
    command = ["quizgen", "app", *arguments, "--library", library]
    with _started(command, "--port", folder, port=port, kill=kill) as address:
        yield address


@contextmanager
def streamlit(script: Path, folder: Path) -> Iterator[str]:
    """The address of a script that Streamlit serves without anything of ours."""
    quiet = [
        "--server.headless=true",
        "--browser.gatherUsageStats=false",
        "--server.address=127.0.0.1",
    ]
    with _started(["streamlit", "run", str(script), *quiet], "--server.port", folder) as address:
        yield address


@contextmanager
def _started(
    command: list[str], flag: str, folder: Path, *, port: int = 0, kill: bool = False
) -> Iterator[str]:
    """The address of what a module of Python's serves, which takes its port by a flag."""
    port = port or free_port()
    environment = os.environ | {"PYTHONPATH": str(TOP), "HOME": str(folder), "BROWSER": "true"}
    whole = [sys.executable, "-m", *command, flag, str(port)]
    with (
        (folder / "server.log").open("w") as log,
        subprocess.Popen(
            whole, env=environment, cwd=folder, stdout=log, stderr=log, start_new_session=True
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
