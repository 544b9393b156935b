"""The public names are there, load on first use, and the sample is the seed."""

from importlib.resources import files
from pathlib import Path

import pytest

import quizgen


@pytest.mark.parametrize("name", quizgen.__all__)
def test_public_names_are_there(name: str) -> None:
    """Each is what it is called."""
    found = getattr(quizgen, name)
    assert found.__name__ == name if name != "__version__" else found


def test_unknown_names_are_refused() -> None:
    """As for any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = quizgen.nothing
    assert dir(quizgen) == sorted(quizgen.__all__)


def test_the_package_is_typed_and_has_its_data() -> None:
    """py.typed, schemas, and the sample, which is the seed article."""
    package = files("quizgen")
    assert package.joinpath("py.typed").is_file()
    seed = Path(__file__).parents[1] / "seeds" / "japan-korea-export-curbs.txt"
    assert package.joinpath("data", "sample_article.txt").read_bytes() == seed.read_bytes()
