"""Archives of any size for measuring: articles put together of the sentences of real ones.

No two share more than single sentences, and each has names that no other has, as new articles do.
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from quizgen.article import Article

FIRST_DAY = date(2001, 1, 1)
A_DAY = 40  # articles
SYLLABLES = "ba do ka li mo na pe ri sha tu ve zo".split()
OF_SENTENCE = re.compile(r"(?<=[.!?]) +(?=[A-Z])")
A_PARAGRAPH = 3  # sentences
SHORTEST = 6  # words of a sentence


def write(path: Path, articles: Sequence[Article], count: int, words: int) -> float:
    """Write JSON Lines of so many articles of about so many words; the mean of their words.

    The same at each call.
    """
    written = 0
    with path.open("w", encoding="utf-8") as file:
        for record in _records(articles, count, words):
            written += len(record["text"].split())
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return written / count


def _records(articles: Sequence[Article], count: int, words: int) -> Iterator[dict[str, str]]:
    sentences = list(_sentences(articles))
    for number in range(count):
        chance = Random(number)  # noqa: S311 - no secret
        drawn = [_about_nobody(chance)]
        while sum(len(sentence.split()) for sentence in drawn) < words:
            drawn.append(chance.choice(sentences))
        starts = range(0, len(drawn), A_PARAGRAPH)
        yield {
            "id": f"invented-{number:07}",
            "title": chance.choice(articles).title,
            "text": "\n\n".join(" ".join(drawn[at : at + A_PARAGRAPH]) for at in starts),
            "published": (FIRST_DAY + timedelta(number // A_DAY)).isoformat(),
        }


def _sentences(articles: Sequence[Article]) -> Iterator[str]:
    for article in articles:
        for paragraph in article.text.split("\n"):
            yield from (
                sentence
                for sentence in OF_SENTENCE.split(paragraph)
                if len(sentence.split()) >= SHORTEST
            )


def _about_nobody(chance: Random) -> str:
    first, last, place = ("".join(chance.choices(SYLLABLES, k=4)).title() for _ in range(3))
    return f"{first} {last}, the mayor of {place}, opened a bridge over the {last} on Friday."
