"""The process in which readers run, so that no file can hang, exhaust or end the program."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any, Self

from quizgen.ingest.limits import MEMORY, SECONDS
from quizgen.ingest.reading import Failure, Found, Reading

LOST = "{} can't be read: its reader gave up; save it in another form, or give its text"
SLOW = "{} takes longer than {:g} seconds to read; save it in another form, or give its text"


class ReaderProcess:
    """A process that reads files one after the other.

    It is started on first use, stopped when it takes longer than `seconds` for an article, and
    started anew for the next file. `at` is how many bytes of the file it had read, when it gave
    the last answer; 0 for bytes that it was given.
    """

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None
        self.at = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def read(self, file: Path | bytes, name: str) -> Iterator[Found]:
        """What a file holds, or a failure; a file given by its path the process reads itself."""
        process = self._started()
        done, late = False, _Alarm(process, self._seconds)
        self.at = 0
        try:
            with late:
                sent = _send(process, file, name)
            while sent:
                with late:
                    answer = _answer(process)
                if answer is None or "done" in answer:
                    done = answer is not None
                    break
                self.at = answer.pop("at", 0)
                yield _found(answer)
            if not done:
                said = SLOW.format(name, self._seconds) if late.rang else LOST.format(name)
                yield Failure(name, said)
        finally:
            late.stop()
            if not done:
                self.stop()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.stop()
            command = [sys.executable, "-P", "-m", "quizgen.ingest.worker", str(self._memory)]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


class _Alarm:
    """Kills a process that is waited for longer than it may take."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self._process, self._seconds, self.rang = process, seconds, False
        self._timer: Timer | None = None

    def __enter__(self) -> None:
        self._timer = Timer(self._seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Watch no longer."""
        if self._timer is not None:
            self._timer.cancel()

    def _ring(self) -> None:
        self.rang = True
        self._process.kill()


def _send(process: "subprocess.Popen[bytes]", file: Path | bytes, name: str) -> bool:
    """Whether the process took the request."""
    path = str(file.absolute()) if isinstance(file, Path) else None
    data = b"" if isinstance(file, Path) else file
    header = json.dumps({"name": name, "path": path, "size": len(data)}).encode()
    assert process.stdin is not None
    try:
        process.stdin.write(header + b"\n" + data)
        process.stdin.flush()
    except OSError:
        return False
    return True


def _answer(process: "subprocess.Popen[bytes]") -> dict[str, Any] | None:
    """The next answer, None when the process has ended."""
    assert process.stdout is not None
    line = process.stdout.readline()
    return json.loads(line) if line.endswith(b"\n") else None


def _found(answer: dict[str, Any]) -> Found:
    if "failure" not in answer:
        return _reading(answer["reading"])
    parts = answer["failure"]
    entry = parts.get("entry")
    return Failure(**parts | {"entry": _reading(entry) if entry else None})


def _reading(parts: dict[str, Any]) -> Reading:
    day = parts["published"]
    return Reading(**parts | {"published": date.fromisoformat(day) if day else None})
