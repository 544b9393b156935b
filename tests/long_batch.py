"""How memory and time grow over a long batch.

    python tests/long_batch.py CORPUS... [--articles 20000] [--words 150] [--workers 1] [-o CSV]

Runs `quizgen batch` over articles put together of the corpus's sentences, and tells the peak of its
memory and its time at each tenth, their growth from a tenth to the whole, and how straight time is.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression
from time import monotonic, sleep

import invented_archive

from quizgen.archive.shards import MANIFEST
from quizgen.article import Article
from quizgen.ingest import read_all

SHARD = 100  # articles; the batch is looked at when one has been written
EVERY = 0.1  # seconds between looks
POINTS = 10


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a batch: articles done, seconds since the first shard, peak memory in MB."""

    articles: int
    seconds: float
    peak: float


def peak_of(process: int) -> float:
    """The most memory that a process has held so far, in MB; of Linux."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0  # it has ended


def looks(archive: Path, folder: Path, workers: int) -> Iterator[Look]:
    """Run the batch, and look at it whenever a shard has come."""
    command = [sys.executable, "-m", "quizgen", "batch", str(archive), "-o", str(folder)]
    command += ["--shard", str(SHARD), "--workers", str(workers), "--quiet"]
    process = subprocess.Popen(command)
    began, shards = 0.0, 0
    while process.poll() is None:
        done = _shards(folder)
        if done > shards:
            began = began or monotonic()
            shards = done
            yield Look(shards * SHARD, monotonic() - began, _peak_of_all(process.pid))
        sleep(EVERY)
    if process.returncode > 1:
        sys.exit(f"the batch ended with {process.returncode}")


def _shards(folder: Path) -> int:
    manifest = folder / MANIFEST
    if not manifest.exists():
        return 0
    return max(0, manifest.read_bytes().count(b"\n") - 1)


def _peak_of_all(process: int) -> float:
    """The peak of a process or of the greediest process that it has started."""
    started = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    peaks = [0.0]
    for each in (str(process), *started):
        try:
            peaks.append(peak_of(int(each)))
        except OSError:  # it has ended meanwhile
            continue
    return max(peaks)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=150)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    paths = [path for each in given.corpus for path in sorted(each.glob("*.txt")) or [each]]
    articles = [found for found in read_all(paths) if isinstance(found, Article)]
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch, "invented.jsonl")
        invented_archive.write(archive, articles, given.articles, given.words)
        seen: list[Look] = []
        for look in looks(archive, Path(scratch, "out"), given.workers):
            seen.append(look)
            if look.articles % (given.articles // POINTS) == 0:
                print(
                    f"{look.articles:7,} articles {look.seconds:7,.0f} s {look.peak:6,.0f} MB",
                    flush=True,
                )
    if given.output is not None:
        with given.output.open("w", newline="") as file:
            csv.writer(file).writerows(
                (s.articles, round(s.seconds, 2), round(s.peak)) for s in seen
            )
    _judge(seen, given.articles)


def _judge(seen: list[Look], count: int) -> None:
    early = next(look for look in seen if look.articles >= count // POINTS)
    print(f"peak at the end / peak after a tenth: {seen[-1].peak / early.peak:.3f}")
    done, seconds = [look.articles for look in seen], [look.seconds for look in seen]
    line = linear_regression(done, seconds)
    middle = sum(seconds) / len(seconds)
    off = [s - line.intercept - line.slope * d for d, s in zip(done, seconds, strict=True)]
    straight = 1 - sum(o * o for o in off) / sum((s - middle) ** 2 for s in seconds)
    print(f"time = {line.slope * 1000:.1f} s for 1,000 articles, R2 {straight:.5f}")
    print(f"furthest from the line: {max(map(abs, off)):.0f} s of {seconds[-1]:,.0f} s")


if __name__ == "__main__":
    main()
