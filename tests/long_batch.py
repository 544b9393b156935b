"""How memory and time grow over a long batch.

    python tests/long_batch.py CORPUS... [--articles 20000] [--words 150] [--workers 1] [-o CSV]
    python tests/long_batch.py CORPUS... --articles 500 --words 50,100,200,400,800 [-o CSV]

Runs `quizgen batch` over articles put together of the corpus's sentences, and tells the peak of its
memory and its time at each tenth, their growth from a tenth to the whole, and how straight time is.
With several lengths, a batch of each: how time grows with the words of an article.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
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

Row = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of a batch: articles done, seconds since the first shard, peak memory in MB.

    `words` is the mean of the words of an article.
    """

    articles: int
    seconds: float
    peak: float
    words: float = 0.0


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
    parser.add_argument("--words", default="150")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    paths = [path for each in given.corpus for path in sorted(each.glob("*.txt")) or [each]]
    articles = [found for found in read_all(paths) if isinstance(found, Article)]
    lengths = [int(words) for words in given.words.split(",")]
    if len(lengths) == 1:
        rows = _by_articles(articles, given.articles, lengths[0], given.workers)
    else:
        rows = _by_words(articles, given.articles, lengths, given.workers)
    if given.output is not None:
        with given.output.open("w", newline="") as file:
            csv.writer(file).writerows(rows)


def _by_articles(articles: list[Article], count: int, words: int, workers: int) -> list[Row]:
    """Articles, seconds and MB at each look."""
    seen: list[Look] = []
    for look in _batch(articles, count, words, workers):
        seen.append(look)
        if look.articles % (count // POINTS) == 0:
            told = f"{look.articles:7,} articles {look.seconds:7,.0f} s {look.peak:6,.0f} MB"
            print(told, flush=True)
    early = next(look for look in seen if look.articles >= count // POINTS)
    print(f"peak at the end / peak after a tenth: {seen[-1].peak / early.peak:.3f}")
    rows: list[Row] = [(look.articles, round(look.seconds, 2), round(look.peak)) for look in seen]
    _fit(rows, "article")
    return rows


def _by_words(articles: list[Article], count: int, lengths: list[int], workers: int) -> list[Row]:
    """Words and seconds of an article, and MB, for each length."""
    rows: list[Row] = []
    for words in lengths:
        *_, last = _batch(articles, count, words, workers)
        rows.append(
            (last.words, round(last.seconds / (last.articles - SHARD), 4), round(last.peak))
        )
        print("{:5.0f} words {:6.3f} s an article {:6,} MB".format(*rows[-1]), flush=True)
    _fit(rows, "word")
    return rows


def _batch(articles: list[Article], count: int, words: int, workers: int) -> Iterator[Look]:
    """What is seen of a batch of so many articles of about so many words."""
    with tempfile.TemporaryDirectory() as scratch:
        archive = Path(scratch, "invented.jsonl")
        mean = invented_archive.write(archive, articles, count, words)
        for look in looks(archive, Path(scratch, "out"), workers):
            yield replace(look, words=mean)


def _fit(rows: list[Row], of_what: str) -> None:
    """Tell the straight line of the second figures over the first, and how well it fits."""
    first, second = [row[0] for row in rows], [row[1] for row in rows]
    line = linear_regression(first, second)
    middle = sum(second) / len(second)
    off = [y - line.intercept - line.slope * x for x, y in zip(first, second, strict=True)]
    straight = 1 - sum(o * o for o in off) / sum((y - middle) ** 2 for y in second)
    furthest = max(map(abs, off)) / max(second)
    print(f"{line.slope * 1000:.3g} ms for each {of_what}, R2 {straight:.5f}")
    print(f"furthest from the line: {furthest:.1%} of the longest time")


if __name__ == "__main__":
    main()
