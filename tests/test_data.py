"""The shipped gazetteer is consistent: unique, sorted, sourced, and of known kinds only."""

from collections import Counter
from importlib.resources import files
from typing import Any

import pytest

from quizgen.data import lines, rows, table
from quizgen.gazetteer import ORGANISATIONS, PLACES

TABLES = {
    "cities.tsv": ("name",),
    "given_names.tsv": ("name",),
    "org_heads.tsv": ("head", "position"),
    "class_nouns.tsv": ("noun",),
    "known_people.tsv": ("name",),
    "name_evidence.tsv": ("word", "relation", "kind"),
    "organisations.tsv": ("name",),
    "products.tsv": ("name",),
    "question_nouns.tsv": ("relation", "word"),
    "titles.tsv": ("title",),
    "amount_words.tsv": ("word",),
    "bounding_words.tsv": ("phrase",),
    "circles.tsv": ("kind", "circle"),
    "callings.tsv": ("noun",),
    "continent_words.tsv": ("word",),
    "famous_people.tsv": ("name",),
    "name_stock.tsv": ("culture",),
    "natural_limits.tsv": ("noun", "beside", "most"),
    "parts.tsv": ("name",),
    "peers.tsv": ("name",),
    "public_figures.tsv": ("name",),
    "recurring_events.tsv": ("word",),
    "scripts.tsv": ("script", "language"),
    "sector_words.tsv": ("word",),
    "state_neighbours.tsv": ("name",),
    "state_parts.tsv": ("word",),
    "syllables.tsv": ("word",),
    "telling_words.tsv": ("word",),
}
LISTS = (
    "acronyms.txt",
    "amount_fillers.txt",
    "answer_openings.txt",
    "abbreviations.txt",
    "awards.txt",
    "coming_words.txt",
    "kin_nouns.txt",
    "landlocked.txt",
    "life_words.txt",
    "moving_verbs.txt",
    "open_licences.txt",
    "passing_people.txt",
    "seeming_verbs.txt",
    "group_nouns.txt",
    "lasting_verbs.txt",
    "person_nouns.txt",
    "running_words.txt",
    "surnames_east_asian.txt",
    "top_posts.txt",
    "works.txt",
)
REGION_KINDS = frozenset(
    [
        "former state",
        *"continent region state province ocean sea river lake mountain island desert".split(),
    ]
)
# The name is a country or part of one as well as its city; "Victoria" is a capital and a state.
SHARED = frozenset("Djibouti Gibraltar Luxembourg Macau Monaco Singapore Victoria".split()) | {
    "Hong Kong",
    "São Tomé",
    "Vatican City",
}


def countries() -> list[dict[str, Any]]:
    """Return the countries of the gazetteer."""
    return list(table("countries.json")["countries"])


def regions() -> list[dict[str, Any]]:
    """Return the regions of the gazetteer."""
    return list(table("regions.json")["regions"])


def texts(entry: dict[str, Any]) -> list[str]:
    """Return the name and the aliases of a country or region."""
    return [entry["name"], *entry["aliases"]]


@pytest.mark.parametrize("name", [*TABLES, *LISTS])
def test_text_files_open_with_their_source(name: str) -> None:
    """The first line is a comment that gives date and licence."""
    first = files("quizgen.data").joinpath(name).read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert "2026" in first
    assert "MIT" in first


@pytest.mark.parametrize("name", ["countries.json", "regions.json"])
def test_json_files_open_with_their_source(name: str) -> None:
    """JSON files name their source under a key that comes first."""
    assert next(iter(table(name))) == "_source"


@pytest.mark.parametrize(("name", "key"), TABLES.items())
def test_tables_are_sorted_and_unique(name: str, key: tuple[str, ...]) -> None:
    """Rows stand in the order of their key and no key comes twice."""
    keys = [tuple(row[column] for column in key) for row in rows(name)]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_complete(name: str) -> None:
    """Every row has exactly the columns of the header and no outer white space."""
    for row in rows(name):
        assert None not in row, row
        assert all(cell is not None and cell == cell.strip() for cell in row.values()), row


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_and_unique(name: str) -> None:
    """Entries stand in order and come once."""
    assert list(lines(name)) == sorted(set(lines(name)))


def test_json_entries_are_sorted_and_unique() -> None:
    """Countries and regions stand in the order of their names and come once."""
    for entries in (countries(), regions()):
        names = [str(entry["name"]) for entry in entries]
        assert names == sorted(set(names))


def test_every_capital_is_a_city() -> None:
    """The capital of every country is in the table of cities."""
    cities = {row["name"] for row in rows("cities.tsv")}
    assert {str(country["capital"]) for country in countries()} <= cities


def test_neighbours_are_symmetric() -> None:
    """If one country borders another, the other borders the one."""
    borders = {country["code"]: country["neighbours"] for country in countries()}
    for code, others in borders.items():
        assert all(code in borders[other] for other in others), code


def test_neighbouring_states_are_symmetric_and_known() -> None:
    """If one state borders another, the other borders the one."""
    borders = {row["name"]: row["neighbours"].split("|") for row in rows("state_neighbours.tsv")}
    states = {region["name"] for region in regions() if region["kind"] in {"state", "province"}}
    assert set(borders) <= states
    for name, others in borders.items():
        assert all(name in borders[other] for other in others), name


def test_no_name_is_its_own_peer() -> None:
    """Nor does a peer come twice."""
    for row in rows("peers.tsv"):
        others = row["peers"].split("|")
        assert row["name"] not in others
        assert len(set(others)) == len(others)


def test_the_peers_of_a_country_are_countries() -> None:
    """By their canonical names."""
    names = {str(country["name"]) for country in countries()}
    for row in rows("peers.tsv"):
        if row["name"] in names and row["peers"]:
            assert set(row["peers"].split("|")) <= names


def test_walks_of_life_are_those_of_the_callings() -> None:
    """A well-known person's as well."""
    walks = {row["walk"] for row in rows("callings.tsv")}
    assert {row["walk"] for row in rows("famous_people.tsv")} <= walks


def test_codes_are_known() -> None:
    """Every country code of the tables is one of countries.json."""
    codes = {str(country["code"]) for country in countries()} | {""}
    for name in ("cities.tsv", "organisations.tsv"):
        assert {row["country"] for row in rows(name)} <= codes
    assert {str(region["country"] or "") for region in regions()} <= codes
    assert {str(country.get("part_of", "")) for country in countries()} <= codes


def test_kinds_are_known() -> None:
    """Kinds are those that the gazetteer types by."""
    assert {row["kind"] for row in rows("organisations.tsv")} <= ORGANISATIONS
    assert {str(region["kind"]) for region in regions()} <= REGION_KINDS
    heads = {row["kind"] for row in rows("org_heads.tsv")}
    assert heads <= ORGANISATIONS | PLACES | {"law", "event", "award"}
    assert {row["position"] for row in rows("org_heads.tsv")} == {"first", "last", "any", "of"}


def test_no_text_names_two_things() -> None:
    """A name or alias belongs to one country, region, city or organisation."""
    found = Counter(text for country in countries() for text in texts(country))
    found.update(text for region in regions() for text in texts(region))
    for name in ("cities.tsv", "organisations.tsv", "products.tsv"):
        for row in rows(name):
            found.update({row["name"], row.get("acronym", ""), *row["aliases"].split("|")} - {""})
    assert {text for text, times in found.items() if times > 1} <= SHARED


def test_demonyms_and_seats_name_one_country() -> None:
    """No demonym and no seat of government points to two countries."""
    for key in ("demonyms", "seats"):
        found = Counter(text for country in countries() for text in country[key])
        assert max(found.values()) == 1, found.most_common(2)


def test_no_noun_is_a_person_and_a_body() -> None:
    """A common noun is asked for by "who" or by "which", not both."""
    assert not set(lines("person_nouns.txt")) & set(lines("group_nouns.txt"))
