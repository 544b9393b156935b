"""The context line says which story a question is from, and never its answer."""

from types import SimpleNamespace
from typing import Any

import pytest

from quizgen.analysis.names import Name
from quizgen.context_line import shown_title


def shown(title: str, key: str, *, name: Name | None = None, verb: str = "") -> str:
    """The title above a question with this key, asked as the subject of a verb if one is given."""
    head = SimpleNamespace(lower_=key.rsplit(maxsplit=1)[-1].lower())
    tags = {"named"} if name is not None else set()
    asked = SimpleNamespace(name=name, tags=tags, role="subject", head=head)
    clause = SimpleNamespace(verb=SimpleNamespace(lower_=verb, lemma_=verb)) if verb else None
    draft: Any = SimpleNamespace(
        key=key,
        accepted=name.aliases if name else (),
        asked=asked,
        fact=SimpleNamespace(clause=clause),
    )
    analysis: Any = SimpleNamespace(article=SimpleNamespace(title=title))
    return shown_title(draft, analysis)


MENDOZA = Name("Carlos Mendoza", "person", ("Mendoza",))
JAPAN = Name("Japan", "country")
COUNCIL = Name("City Council", "council", ("Lima City Council",))
UNION = Name("Kenya Farmers Party", "party")
STATES = Name("U.S.", "country")


@pytest.mark.parametrize(
    ("title", "name", "left"),
    [
        ("Carlos Mendoza wins chess prize in Lisbon", MENDOZA, "[…] wins chess prize in Lisbon"),
        ("Chess: Mendoza's prize pleases Lisbon", MENDOZA, "Chess: […] prize pleases Lisbon"),
        ("Japanese court frees two sailors", JAPAN, "[…] court frees two sailors"),
        ("Japan and Japanese sailors reach Lisbon port", JAPAN, "[…] sailors reach Lisbon port"),
        ("Mendoza in Lisbon", MENDOZA, ""),
        ("Chess master Juan Carlos Mendoza dies", MENDOZA, "Chess master […] dies"),
        ("Chess master Carlos J. Mendoza dies", MENDOZA, "Chess master […] dies"),
        ("Lima's City Council votes for new tram", COUNCIL, "Lima's […] votes for new tram"),
        ("New tram in Lima cheers shop owners", COUNCIL, "New tram in Lima cheers shop owners"),
        ("Farmers rally in Nairobi over wheat", UNION, "[…] rally in Nairobi over wheat"),
        ("Former U.S. chess master loses title", STATES, "Former […] chess master loses title"),
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


def test_a_title_that_holds_half_of_what_the_key_says_is_left_out() -> None:
    """Whose it is counts for nothing."""
    assert shown("Toyota opens battery factory", "a battery factory of its own in Lima") == ""


def test_a_title_that_tells_what_the_thing_asked_for_did_is_left_out() -> None:
    """A ferry that "sinks" answers what sank, though the key says more of the ferry."""
    title = "Ferry sinks off Recife, killing four"
    assert shown(title, "a crowded old wooden passenger ferry", verb="sank") == title
    assert shown(title, "a crowded old wooden passenger ferry", verb="sinking") == ""
