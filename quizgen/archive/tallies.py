"""Tallies: what was counted of many articles, added up, as JSON and as lines to read."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from quizgen.archive.work import Outcome

SHOWN = 12  # rows of each kind in the summary


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of some articles: `asked` questions by rule, `refused` drafts by check.

    `copies` are those that copy an earlier one.
    """

    articles: int = 0
    failed: int = 0
    words: int = 0
    asked: Mapping[str, int] = field(default_factory=dict)
    refused: Mapping[str, int] = field(default_factory=dict)
    copies: int = 0

    @property
    def questions(self) -> int:
        """The number of questions."""
        return sum(self.asked.values())

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.articles + other.articles,
            self.failed + other.failed,
            self.words + other.words,
            Counter(self.asked) + Counter(other.asked),
            Counter(self.refused) + Counter(other.refused),
            self.copies + other.copies,
        )


def of_outcomes(outcomes: Iterable[Outcome]) -> Tally:
    """The tally of some outcomes."""
    found = list(outcomes)
    asked, refused = Counter[str](), Counter[str]()
    for outcome in found:
        asked.update(outcome.asked)
        refused.update(outcome.refused)
    failures = sum(bool(outcome.error) for outcome in found)
    copies = sum(bool(outcome.copy_of) for outcome in found)
    words = sum(outcome.words for outcome in found)
    return Tally(len(found), failures, words, asked, refused, copies)


def as_dict(tally: Tally) -> dict[str, Any]:
    """The tally as JSON can hold it, the highest counts first."""
    return {
        "articles": tally.articles,
        "failed": tally.failed,
        "copies": tally.copies,
        "words": tally.words,
        "questions": tally.questions,
        "by_rule": dict(_highest(tally.asked)),
        "refused": dict(_highest(tally.refused)),
    }


def from_dict(record: Mapping[str, Any]) -> Tally:
    """The tally that JSON held; raises KeyError where a part is missing."""
    return Tally(
        record["articles"], record["failed"], record["words"], record["by_rule"], record["refused"],
        record["copies"],
    )  # fmt: skip


def to_json(tally: Tally) -> str:
    """The tally as one JSON document with a newline at the end."""
    return json.dumps(as_dict(tally), ensure_ascii=False, indent=2) + "\n"


def summary(tally: Tally) -> Iterator[str]:
    """The tally as lines: totals, questions by rule, refusals by check."""
    copies = f", {tally.copies:,} are copies of earlier ones" if tally.copies else ""
    yield (
        f"{tally.articles:,} articles, {tally.failed:,} of them failed{copies}; "
        f"{tally.words:,} words; {tally.questions:,} questions"
    )
    yield from _table("questions by rule", tally.asked)
    yield from _table("refused by check", tally.refused)


def _table(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    rows, total = _highest(counts), sum(counts.values())
    if rows:
        yield f"{title}:"
    for name, count in rows[:SHOWN]:
        yield f"  {name:<22}{count:>9,}  {100 * count / total:4.1f} %"
    if more := rows[SHOWN:]:
        yield f"  {f'{len(more)} others':<22}{sum(count for _, count in more):>9,}"


def _highest(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
