"""The context line says which story a question is from, and never its answer."""

from types import SimpleNamespace
from typing import Any

import pytest

from quizgen.analysis.names import Name
from quizgen.context_line import shown_title


def shown(title: str, key: str, *, name: Name | None = None) -> str:
    """The title above a question with this key."""
    asked = SimpleNamespace(name=name, tags={"named"} if name is not None else set())
    draft: Any = SimpleNamespace(key=key, accepted=name.aliases if name else (), asked=asked)
    analysis: Any = SimpleNamespace(article=SimpleNamespace(title=title))
    return shown_title(draft, analysis)


MENDOZA = Name("Carlos Mendoza", "person", ("Mendoza",))
JAPAN = Name("Japan", "country")


@pytest.mark.parametrize(
    ("title", "name", "left"),
    [
        ("Carlos Mendoza wins chess prize in Lisbon", MENDOZA, "[…] wins chess prize in Lisbon"),
        ("Chess: Mendoza's prize pleases Lisbon", MENDOZA, "Chess: […] prize pleases Lisbon"),
        ("Japanese court frees two sailors", JAPAN, "[…] court frees two sailors"),
        ("Japan and Japanese sailors reach Lisbon port", JAPAN, "[…] sailors reach Lisbon port"),
        ("Mendoza in Lisbon", MENDOZA, ""),
        ("Ferry stranded off Recife", MENDOZA, "Ferry stranded off Recife"),
    ],
)
def test_a_name_that_is_the_key_leaves_a_gap(title: str, name: Name, left: str) -> None:
    """One for each run of its words; a title that says little else is left out."""
    assert shown(title, name.text, name=name) == left


def test_a_title_that_the_key_says_over_again_is_left_out() -> None:
    """Also where the key says much more, so that half of its words are not in the title."""
    key = "that it would close the old port of Mombasa to all foreign ships before next winter"
    assert shown("Mombasa to close port", key) == ""
    assert shown("Kenya plans new railways", key) == "Kenya plans new railways"
