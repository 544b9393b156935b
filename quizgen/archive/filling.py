"""Filling: what the articles of an archive name, put into a news bank some hundred at a time.

Killed at any point, the same archive goes on: an article is known by the digest of its text, its
description and the model, and passed over.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from quizgen.archive import corpus, workers
from quizgen.archive.corpus import Item
from quizgen.archive.naming import NamingJob, digest
from quizgen.archive.work import Outcome
from quizgen.article import Article
from quizgen.ingest import Failure
from quizgen.library import news_bank
from quizgen.library.library import Library
from quizgen.library.news_bank import Entry
from quizgen.news import NewsArticle, names_of

AT_ONCE = 256  # articles put in by one transaction
RUN = 16  # articles analysed in one stream


def keep(library: Library, outcomes: Iterable[Outcome]) -> int:
    """How many articles of these outcomes were put into a library's bank, in one transaction."""
    return news_bank.put(library, [entry_of(each) for each in outcomes if each.names])


def entry_of(outcome: Outcome) -> Entry:
    """What the names of an outcome put into a bank."""
    record = json.loads(outcome.names)
    day = date.fromisoformat(record["day"]) if record["day"] else None
    return Entry(NewsArticle(outcome.id, day, names_of(record["names"])), record["digest"])


def filled(
    library: Library, items: Iterable[Item], job: NamingJob, count: int = 1
) -> Iterator[Sequence[Outcome]]:
    """Put in what articles name, by so many workers; tells the outcomes of what is now in.

    Articles that are there as they are given are passed over and not told.
    """
    new = _new(library, items, job.model)
    done = workers.done(corpus.chunks(new, RUN), job, count)
    found: list[Outcome] = []
    for outcomes in done:
        found += outcomes
        if len(found) >= AT_ONCE:
            keep(library, found)
            yield found
            found = []
    keep(library, found)
    yield found


def _new(library: Library, items: Iterable[Item], model: str) -> Iterator[Item]:
    """The items that the bank does not know as they are; failures among them."""
    for chunk in corpus.chunks(iter(items), AT_ONCE):
        read = [(item.read(), item.size) for item in chunk]
        there = news_bank.known(library, [each.id for each, _ in read if isinstance(each, Article)])
        for each, size in read:
            if isinstance(each, Failure) or there.get(each.id) != digest(each, model):
                yield Item(partial(_as_it_is, each), size)


def _as_it_is(entry: Article | Failure) -> Article | Failure:
    return entry
