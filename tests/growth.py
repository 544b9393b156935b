"""The picture of docs/scale.md: how time and memory grow.

    python tests/growth.py BY_ARTICLES.csv [BY_WORDS.csv] OUT.svg

The tables are those that `tests/long_batch.py` writes. The extra `dev` holds what draws.
"""

import csv
import sys
from pathlib import Path
from typing import Any

import altair as alt

SIZE = {"width": 300, "height": 220}


def rows_of(path: str, *names: str) -> alt.InlineData:
    """The rows of a table, their columns named."""
    with Path(path).open(newline="") as file:
        rows = csv.reader(file)
        return alt.InlineData([dict(zip(names, map(float, row), strict=True)) for row in rows])


def panel(rows: alt.InlineData, across: str, up: str, *, line: bool) -> Any:
    """Points of two columns from 0 on, with the straight line through them where asked for."""
    base = alt.Chart(rows).encode(
        alt.X(f"{across}:Q", title=across, scale=alt.Scale(domainMin=0)),
        alt.Y(f"{up}:Q", title=up, scale=alt.Scale(domainMin=0)),
    )
    points = base.mark_point(filled=True, size=24)
    drawn = base.transform_regression(across, up).mark_line(opacity=0.5) if line else None
    return (points + drawn if drawn is not None else points).properties(**SIZE)


def main() -> None:
    """Draw."""
    by_articles, *by_words, out = sys.argv[1:]
    long = rows_of(by_articles, "articles", "seconds", "MB at most")
    panels = [
        panel(long, "articles", "seconds", line=True),
        panel(long, "articles", "MB at most", line=False),
    ]
    for table in by_words:
        lengths = rows_of(table, "words of an article", "seconds for an article", "MB")
        panels.append(panel(lengths, "words of an article", "seconds for an article", line=True))
    drawn = alt.hconcat(*panels)
    drawn.configure(background="white").save(out)


if __name__ == "__main__":
    main()
