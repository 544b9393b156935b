"""Worker: the program of the process in which readers run, held to its memory by the system.

It is told files on standard input, a header of JSON and as many bytes as that says, and answers on
standard output with a line of JSON for each reading or failure and one when it is done. Of a file
that it reads itself, "at" tells how many bytes were read so far.
"""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from io import BufferedReader, BytesIO, FileIO
from typing import IO, TYPE_CHECKING, Any

from quizgen.errors import InputError
from quizgen.ingest.limits import MEMORY
from quizgen.ingest.readers import readings, some
from quizgen.ingest.reading import Failure

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

DONE = {"done": True}
DAMAGED = "{} is damaged in a way that can't be read ({}); save it again, or give its text"
LARGE = "{} takes more memory than an article may; give its text"


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    while header := requests.readline():
        request = json.loads(header)
        data = requests.read(request["size"]) if request["path"] is None else None
        for answer in _answers(request, data):
            answers.write(json.dumps(answer).encode() + b"\n")
            answers.flush()


def _answers(request: dict[str, Any], data: bytes | None) -> Iterator[dict[str, Any]]:
    """What is answered to a request: whatever a reader meets is told in one line."""
    name = request["name"]
    try:
        counted = Counted(request["path"]) if data is None else None
        with BytesIO(data or b"") if counted is None else BufferedReader(counted) as file:
            for found in some(readings(file, name), name):
                kind = "failure" if isinstance(found, Failure) else "reading"
                yield {kind: _plain(asdict(found)), "at": counted.count if counted else 0}
    except InputError as error:
        yield _failure(name, str(error))
    except MemoryError:
        yield _failure(name, LARGE.format(name))
    except OSError as error:
        yield _failure(name, f"{name} can't be read ({error.strerror}); check the file")
    except Exception as error:
        yield _failure(name, DAMAGED.format(name, type(error).__name__))
    yield DONE


class Counted(FileIO):
    """A file that counts the bytes that are read of it."""

    count = 0

    def readinto(self, buffer: "WriteableBuffer") -> int | None:
        """As files do."""
        size = super().readinto(buffer)
        self.count += size or 0
        return size


def _plain(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts as JSON has them, those of a failure's entry too."""
    day, entry = parts.get("published"), parts.get("entry")
    changed = {"published": day.isoformat()} if day else {}
    return parts | changed | ({"entry": _plain(entry)} if entry else {})


def _failure(name: str, error: str) -> dict[str, Any]:
    return {"failure": {"id": name, "error": error}}


def limit_memory(most: int) -> None:
    """Let this process have no more than so many bytes, where the system can see to that."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Serve the process that started this one; what libraries print goes nowhere."""
    limit_memory(int(sys.argv[1]) if len(sys.argv) > 1 else MEMORY)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
