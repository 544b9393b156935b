"""What cleaning takes out of a folder of articles: each kind with its count, to see if it is prose.

    python tests/removals.py FOLDER [--show]

Reads its .txt files as `quizgen generate` does; "--show" prints every line that is taken out whole,
below the name of its file. Run over articles that are clean, all of it should be no prose.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quizgen.ingest.cleaning import received
from quizgen.ingest.decoding import decode
from quizgen.ingest.reading import Reading
from quizgen.ingest.removals import Removal


def removals(folder: Path) -> Iterator[tuple[str, tuple[Removal, ...]]]:
    """The name of each article's file and what is taken out of it."""
    for path in sorted(folder.glob("*.txt")):
        yield path.name, received(Reading(decode(path.read_bytes(), path.name)), path.name).removals


def report(folder: Path, *, show: bool) -> Iterator[str]:
    """The lines of the report: what was taken out if `show`, then the counts."""
    found = list(removals(folder))
    for name, taken in found:
        if show and taken:
            yield name
            yield from (f"    {each.what}: {' '.join(each.text.split())}" for each in taken)
    changed = sum(bool(taken) for _, taken in found)
    yield f"{len(found)} articles, {changed} of them changed"
    counts = Counter(removal.what for _, taken in found for removal in taken)
    yield from (f"{count:6} {what}" for what, count in counts.most_common())


if __name__ == "__main__":
    folders = [word for word in sys.argv[1:] if not word.startswith("-")]
    for line in report(Path(folders[0]), show="--show" in sys.argv):
        sys.stdout.write(line + "\n")
