"""Ingestion, first arrow of the way: whatever holds news becomes an `Article`, or says why not.

`kinds` tells by its content what a file is, `readers` names the reader of each kind, each gives
`Reading`s, and `cleaning` makes articles of them. All but plain text is read in a process of its
own (`process`, `worker`), within `limits`.
"""

from quizgen.ingest.lines import read_lines
from quizgen.ingest.reading import Failure
from quizgen.ingest.sources import read, read_all, read_data

__all__ = ["Failure", "read", "read_all", "read_data", "read_lines"]
