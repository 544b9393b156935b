"""Peers: what stands beside a name is as prominent and has a part in the same stories."""

import pytest

from quizgen import gazetteer, peers
from quizgen.data import table

COUNTRIES = [country["name"] for country in table("countries.json")["countries"]]


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_peers_of_a_country_are_other_countries(country: str) -> None:
    """A dozen at most, none twice, never itself."""
    found = peers.peers(country, "country")
    assert country not in found
    assert len(found) <= 12
    assert len(set(found)) == len(found)
    assert set(found) <= set(COUNTRIES)


def test_neighbours_are_the_nearest_peers() -> None:
    """Kenya's come before the rest of Africa."""
    borders = {"Ethiopia", "Somalia", "South Sudan", "Tanzania", "Uganda"}
    assert set(peers.peers("Kenya", "country")[:5]) == borders


def test_a_large_country_stands_beside_large_ones() -> None:
    """Its small neighbours would be struck out at sight."""
    assert not {"Haiti", "Cuba", "Guatemala"} & set(peers.peers("United States", "country"))
    assert "Monaco" not in peers.peers("France", "country")
    assert "Vanuatu" not in peers.peers("Papua New Guinea", "country")


def test_capitals_near_a_country_are_not_its_own() -> None:
    """They are those of its peers, in the same order."""
    near = peers.capitals_near("Japan")
    assert "Tokyo" not in near
    assert len(near) == len(peers.peers("Japan", "country"))
    assert "Seoul" in near


@pytest.mark.parametrize(
    ("name", "kind"), [("Toyota", "company"), ("Lagos", "city"), ("Texas", "state")]
)
def test_peers_are_of_the_same_kind(name: str, kind: str) -> None:
    """Few enough to choose from, and never the name itself."""
    found = peers.peers(name, kind)
    known = [gazetteer.lookup(peer) for peer in found]
    assert name not in found
    assert 2 <= len(found) <= peers.PEERS
    assert all(each is not None and each.kind == kind for each in known)


def test_a_capital_without_large_cities_at_home_stands_beside_capitals() -> None:
    """Those of the neighbours, not the largest cities of the world."""
    found = peers.peers("Niamey", "city")
    assert {"Abuja", "Bamako"} <= set(found)
    assert "Beijing" not in found


def test_a_state_stands_beside_its_neighbours() -> None:
    """Then beside theirs."""
    found = peers.peers("Massachusetts", "state")
    assert set(found[:5]) == peers.states_around("Massachusetts")
    assert "Maine" in found[5:]
    assert "Texas" not in found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Atlantis", "country"),
        ("Atlantis", "city"),
        ("Atlantis", "state"),
        ("Excalibur", "sword"),
        ("Nobel Prize", "award"),
        ("Made Up", "university"),
        ("Texas Legislature", "legislature"),
        ("Vatican City", "country"),
    ],
)
def test_no_peers_are_known_where_none_are_certain(name: str, kind: str) -> None:
    """Better no options than bad ones."""
    assert peers.peers(name, kind) == ()


def test_the_peers_of_a_product_are_of_its_field() -> None:
    """Aircraft beside aircraft."""
    found = peers.peers("Concorde", "product")
    fields = {known.field for peer in found if (known := gazetteer.lookup(peer))}
    assert fields == {"aircraft"}


def test_a_body_stands_beside_bodies_of_its_task() -> None:
    """By hand, by whatever text it is known: nuclear inspectors declare no pandemic."""
    assert peers.peers("WHO", "body") == peers.peers("World Health Organization", "body")
    assert "International Atomic Energy Agency" not in peers.peers("WHO", "body")


@pytest.mark.parametrize(
    ("one", "other", "held"),
    [
        ("United Kingdom", "Scotland", True),
        ("UK", "Scotland", True),
        ("Senate", "U.S. Congress", True),
        ("Scotland", "Wales", False),
        ("Kenya", "Uganda", False),
    ],
)
def test_a_whole_holds_its_parts(one: str, other: str, *, held: bool) -> None:
    """In either order."""
    assert peers.holds(one, other) is held
    assert peers.holds(other, one) is held


def test_places_and_bodies_have_a_country() -> None:
    """Unknown ones have none."""
    assert peers.country_of("Lagos") == "Nigeria"
    assert peers.country_of("Kenya") == "Kenya"
    assert peers.country_of("Atlantis") == ""
    assert peers.continent_of("Kenya") == "Africa"
    assert peers.continent_of("Atlantis") == ""
    assert peers.states_around("Atlantis") == frozenset()
