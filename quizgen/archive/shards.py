"""Shards: the results of a batch in files written whole, and the manifest that lists them.

The manifest is JSON Lines: first what the batch is, then a row for each shard, added when the shard
is there. Whatever else lies in the folder after a kill is a draft, to be written again.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from quizgen.archive import parquet, tallies
from quizgen.archive.tallies import Tally
from quizgen.archive.work import Outcome
from quizgen.errors import InputError
from quizgen.exports.files import write_atomically

MANIFEST = "manifest.jsonl"
STATISTICS = "statistics.json"
BATCH_SCHEMA = "quizgen/batch/1"


@dataclass(frozen=True, slots=True)
class Shard:
    """A row of the manifest: a file, its size and hash, and the tally of its articles."""

    file: str
    size: int
    digest: str
    tally: Tally


def _json_lines(outcomes: Sequence[Outcome]) -> bytes:
    return "".join(outcome.line + "\n" for outcome in outcomes).encode()


FORMS: Mapping[str, Callable[[Sequence[Outcome]], bytes]] = {
    "jsonl": _json_lines,
    "parquet": parquet.written,
}
"""What writes a shard, by the ending of its file."""


class Shards:
    """The shards of a batch in a folder, those that an earlier run has left among them.

    Made by `opened`; one process at a time. `tally` is that of all shards there.
    """

    def __init__(self, folder: Path, form: str, manifest: BinaryIO, there: list[Shard]) -> None:
        self._folder, self._form, self._manifest = folder, form, manifest
        self._count = len(there)
        self.tally = sum((shard.tally for shard in there), Tally())

    def add(self, outcomes: Sequence[Outcome]) -> None:
        """Write the next shard, then its row."""
        name = f"part-{self._count:05}.{self._form}"
        content = FORMS[self._form](outcomes)
        write_atomically(self._folder / name, content)
        tally = tallies.of_outcomes(outcomes)
        self._append(_row(Shard(name, len(content), sha256(content).hexdigest(), tally)))
        self._count, self.tally = self._count + 1, self.tally + tally

    def finish(self) -> None:
        """Write the statistics; where they stand, the batch is done."""
        write_atomically(self._folder / STATISTICS, tallies.to_json(self.tally).encode())

    def close(self) -> None:
        """Let another process write to the folder."""
        self._manifest.close()

    def _append(self, row: bytes) -> None:
        self._manifest.write(row)
        self._manifest.flush()
        os.fsync(self._manifest.fileno())


def opened(folder: Path, form: str, batch: Mapping[str, Any]) -> Shards:
    """The shards of a batch, a new one or one that was stopped, with the drafts cleared away.

    Raises InputError when the folder holds another batch or files that are of none, and when
    another process is writing to it.
    """
    _require_fit(folder)
    head = _line({"schema": BATCH_SCHEMA, **batch})
    manifest = (folder / MANIFEST).open("a+b")
    try:
        _lock(manifest, folder)
        there = _resumed(manifest, head, folder)
        _clear(folder, {shard.file for shard in there})
    except BaseException:
        manifest.close()
        raise
    return Shards(folder, form, manifest, there)


def _require_fit(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
        foreign = not (folder / MANIFEST).exists() and any(folder.iterdir())
    except OSError as error:
        msg = f"{folder} can't be written to ({error.strerror}); give a new folder"
        raise InputError(msg) from None
    if foreign:
        msg = f"{folder} holds other files; give a new folder"
        raise InputError(msg)


def _lock(manifest: BinaryIO, folder: Path) -> None:
    """Keep other processes out until the manifest is closed, where the system can."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(manifest, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            msg = f"another batch is writing to {folder}; wait for it, or give another folder"
            raise InputError(msg) from None


def _resumed(manifest: BinaryIO, head: bytes, folder: Path) -> list[Shard]:
    """The shards that stand whole, with the manifest cut off behind them."""
    manifest.seek(0)
    first = manifest.readline()
    if first.endswith(b"\n") and first != head:
        msg = f"{folder} holds the batch of another corpus or other settings; give a new folder"
        raise InputError(msg)
    if first != head:  # new, or killed within its first line
        manifest.truncate(0)
        manifest.write(head)
    there, end = [], len(head)
    for line in manifest if first == head else ():
        shard = _shard(line, folder)
        if shard is None:
            break
        there.append(shard)
        end += len(line)
    manifest.truncate(end)
    manifest.flush()
    return there


def _shard(line: bytes, folder: Path) -> Shard | None:
    """The shard of a row; None for a row torn by a kill, and where the file is not as told."""
    with suppress(ValueError, KeyError, TypeError, OSError):
        row = json.loads(line)
        whole = (folder / row["file"]).stat().st_size == row["bytes"] and line.endswith(b"\n")
        found = Shard(row["file"], row["bytes"], row["sha256"], tallies.from_dict(row))
        return found if whole else None
    return None


def _clear(folder: Path, kept: set[str]) -> None:
    """Delete the drafts and whatever no row of the manifest tells of."""
    for path in folder.iterdir():
        name = path.name.removeprefix(".")
        if name.startswith(("part-", STATISTICS)) and path.name not in {*kept, STATISTICS}:
            path.unlink()


def _row(shard: Shard) -> bytes:
    told = {"file": shard.file, "bytes": shard.size, "sha256": shard.digest}
    return _line(told | tallies.as_dict(shard.tally))


def _line(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False) + "\n").encode()
