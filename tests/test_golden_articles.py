"""Golden folders: what becomes of a file stands beside it, and its difference is the review.

`python tests/test_golden_articles.py` writes what the program makes of each input today.
"""

from pathlib import Path

import pytest

from quizgen.article import Article
from quizgen.ingest import Failure, read_all

GOLDEN = Path(__file__).parent / "ingest"
INPUTS = sorted(GOLDEN.glob("*/*/input.*"))
NAMES = [str(path.parent.relative_to(GOLDEN)) for path in INPUTS]


def shown(found: Article | Failure) -> str:
    """An article or a failure as golden files have it."""
    if isinstance(found, Failure):
        return f"failed: {str(found).replace(str(GOLDEN), '')}\n"
    parts = ("title", "published", "source", "byline", "url", "licence", "given_id")
    told = {part: getattr(found, part) for part in parts}
    head = "".join(f"{part}: {value}\n" for part, value in told.items() if value)
    return f"{head}\n{found.text}\n"


def told(path: Path) -> str:
    """All that a file gives."""
    return "=====\n".join(shown(found) for found in read_all([path]))


@pytest.mark.parametrize("path", INPUTS, ids=NAMES)
def test_a_file_gives_what_stands_beside_it(path: Path) -> None:
    """To the letter."""
    assert told(path) == (path.parent / "expected.txt").read_text("utf-8")


if __name__ == "__main__":
    for path in INPUTS:
        (path.parent / "expected.txt").write_text(told(path), "utf-8")
