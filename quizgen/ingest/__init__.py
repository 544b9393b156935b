"""Ingestion: from a file, standard input or a line of JSON to an `Article`. First arrow of the way."""

from quizgen.ingest.lines import Failure, read_lines
from quizgen.ingest.sources import read

__all__ = ["Failure", "read", "read_lines"]
