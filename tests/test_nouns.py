"""Nouns: the class noun that asks for a name."""

import pytest
from parses import VOCAB
from recorded import analysis_of, drafts_of
from spacy.tokens import Doc

from quizgen.analysis.names import Name
from quizgen.data import rows
from quizgen.facts.fact import Argument
from quizgen.wording import kinds, nouns


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        (Name("Kenya Airways", "company"), "airline"),
        (Name("Toyota", "company"), "company"),
        (Name("Zyxwv", "company", told="brewery"), "brewery"),
        (Name("Hong Kong", "country"), "territory"),
        (Name("Kenya", "country"), "country"),
        (Name("District of Columbia", "state"), "district"),
        (Name("Vatican City", "country"), None),
        (Name("Jet Propulsion Laboratory", "agency"), "laboratory"),
        (Name("USAF", "military"), "air force"),
        (Name("Kenyan Navy", "military"), "navy"),
        (Name("Marine Corps", "military"), None),
        (Name("Azores", "place"), "archipelago"),
        (Name("Lake Victoria", "place"), "lake"),
        (Name("Senate", "legislature"), "chamber"),
        (Name("House", "organisation"), "chamber"),
        (Name("Earth", "place"), None),
        (Name("New York Times", "media"), "newspaper"),
        (Name("Reuters", "media"), "news agency"),
        (Name("iPhone 3GS", "product"), "phone"),
        (Name("Lima Film Festival", "event"), "film festival"),
        (Name("White House", "facility"), None),
        (Name("Zyxwv", "other"), None),
    ],
)
def test_the_noun_that_tells_most_asks(name: Name, noun: str | None) -> None:
    """What the article calls it, what is known, its own word, its kind; or none."""
    assert nouns.of(name) == noun


@pytest.mark.parametrize(
    ("name", "preposition", "noun"),
    [
        (Name("Twitter", "company"), "on", "platform"),
        (Name("Twitter", "company"), "in", "company"),
        (Name("Zyxwv", "place"), "in", "place"),
        (Name("Zyxwv", "place"), "on", None),
        (Name("Zyxwv Beach", "place"), "on", "beach"),
        (Name("Zyxwv Beach", "place"), "in", None),  # a town called after it
    ],
)
def test_a_preposition_chooses_the_noun(name: Name, preposition: str, noun: str | None) -> None:
    """One posts on a platform, and lives in no beach."""
    assert nouns.of(name, preposition) == noun


@pytest.mark.parametrize(
    ("said", "name", "role", "noun"),
    [
        ("iPhone", "iPhone", "object", "phone"),
        ("iPhones", "iPhone", "object", "phones"),
        ("A330s", "A330s", "object", "aircraft"),
        ("iPhones", "iPhone", "subject", None),
    ],
)
def test_products_are_asked_for_in_their_number(
    said: str, name: str, role: str, noun: str | None
) -> None:
    """As subjects not at all: the verb would not agree."""
    (token,) = Doc(VOCAB, words=[said])
    tags = frozenset({"named", "product"})
    phrase = Argument(role, token, (token,), (token,), (), tags, Name(name, "product"))
    assert kinds.noun(phrase) == noun


def test_an_article_tells_the_noun() -> None:
    """The newspaper X is asked for as one."""
    found = analysis_of("The newspaper Larkspur").names.called("Larkspur")
    assert found is not None
    assert found.told == "newspaper"


def test_a_noun_is_not_asked_after_itself() -> None:
    """No "aircraft like which aircraft"."""
    stems = [d.stem for d in drafts_of(analysis_of("Kenya chose aircraft like"))]
    assert not any("which aircraft" in stem for stem in stems)


@pytest.mark.parametrize(
    ("word", "plural"),
    [("city", "cities"), ("church", "churches"), ("company", "companies"), ("day", "days")],
)
def test_plurals_of_nouns(word: str, plural: str) -> None:
    """For lists: "which two companies"."""
    assert kinds.plural(word) == plural


def test_relations_of_question_nouns_are_known() -> None:
    """A typing error would hide a row."""
    relations = {row["relation"] for row in rows("question_nouns.tsv")}
    assert relations == {"name", "on", "field", "head", "kind"}
