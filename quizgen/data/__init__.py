"""Linguistic knowledge as data: word lists and gazetteers, each with its source in line one."""

import csv
import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a list file in order, without comments ("#") and blank lines."""
    rows = (row.partition("#")[0].strip() for row in _text(name).splitlines())
    return tuple(row for row in rows if row)


@cache
def words(name: str) -> frozenset[str]:
    """The entries of a list file as a set."""
    return frozenset(lines(name))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table file (.tsv: comment lines, then a line of column names)."""
    body = [row for row in _text(name).splitlines() if row and not row.startswith("#")]
    return tuple(csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def table(name: str) -> dict[str, Any]:
    """The content of a JSON data file."""
    content: dict[str, Any] = json.loads(_text(name))
    return content


@cache
def settings(name: str) -> dict[str, Any]:
    """The content of a TOML data file."""
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
