"""Hostile files: each is read or refused in one line, within its time, whatever it is made of."""

import re
import time
from itertools import islice

from hostile_files import handmade, hostile

from quizgen.article import Article
from quizgen.ingest import Failure
from quizgen.ingest.process import ReaderProcess
from quizgen.ingest.sources import entries_of

SEED = 7
MUTATIONS = 4  # of each golden input
AT_LEAST = 200
LIMIT = 1.5  # seconds for one article
SLACK = 10.0  # seconds more before a file counts as hanging: the machine may be busy
STEERING = re.compile("[\x00-\x08\x0e-\x1b\x7f\x9b\u202a-\u202e]")  # of terminals and readers
LONGEST = 400  # characters of what is said


def test_no_hostile_file_does_harm() -> None:
    """None crashes the program, hangs or shows a traceback; all is told in one line each."""
    files = list(hostile(SEED, mutations=MUTATIONS))
    assert len(files) >= AT_LEAST
    with ReaderProcess(seconds=LIMIT) as process:
        for name, data in files:
            began = time.monotonic()
            found = list(islice(entries_of(data, name, process), 50))
            assert time.monotonic() - began < LIMIT * len(found) + SLACK, name
            assert found, name
            for each in found:
                _check(each, name)


def _check(found: Article | Failure, name: str) -> None:
    """An article has text; a failure says one line, and nothing of how the program is made."""
    if isinstance(found, Article):
        assert found.text.strip(), name
        assert not STEERING.search(found.text + found.title + found.byline + found.source), name
        return
    told = str(found)
    assert told.isprintable(), name
    assert 0 < len(told) <= LONGEST, name
    assert not any(word in told for word in ("Traceback", "XML_PARSE", 'File "')), told


def test_nothing_outside_a_file_is_read() -> None:
    """Entities that name other files stay empty."""
    files = dict(handmade())
    with ReaderProcess() as process:
        for name in (
            "outside.xml",
            "parameter.xml",
            "frames.html",
            "absolute.zip",
            "outside.docx",
            "linked.docx",
            "up.docx",
        ):
            for found in entries_of(files[name], name, process):
                told = found.text if isinstance(found, Article) else str(found)
                assert "root:" not in told
