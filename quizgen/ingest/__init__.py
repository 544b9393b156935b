"""Ingestion, first arrow of the way: a file, the input or a line of JSON becomes an `Article`."""

from quizgen.ingest.lines import Failure, read_lines
from quizgen.ingest.sources import read

__all__ = ["Failure", "read", "read_lines"]
