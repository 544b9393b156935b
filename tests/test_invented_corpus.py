"""A corpus of invented people and places, whose facts are known: what should be asked, is asked."""

from collections.abc import Iterator

import pytest
from faker import Faker

from quizgen.analysis.pipeline import Pipeline, load
from quizgen.article import Article
from quizgen.quiz import Settings, candidates
from quizgen.rules.loading import load_rules

LOCALES = ("en_US", "de_DE", "fr_FR", "es_ES", "pl_PL", "it_IT")
COUNTRIES = ("Kenya", "Vietnam", "Poland", "Chile", "Canada", "Egypt")
TITLE = "Minister resigns after dispute over new railway line and dam"
ENOUGH = 0.85  # of the known facts; the parser misreads a rare invented name

pytestmark = pytest.mark.model


def corpus() -> Iterator[tuple[str, str, str]]:
    """Sentences with one fact each: text, the stem that asks for it, the key."""
    Faker.seed(7)
    for locale, country in zip(LOCALES, COUNTRIES, strict=True):
        fake = Faker(locale)
        person = f"{fake.first_name_female()} {fake.last_name()}"
        other = f"{fake.first_name_male()} {fake.last_name()}"
        yield (
            f"{person} opened a clinic in {country} on March 4, 2021.",
            f"Who opened a clinic in {country} on March 4, 2021?",
            person,
        )
        yield (
            f"{country} has sent 40 engineers to the World Bank.",
            f"How many engineers has {country} sent to the World Bank?",
            "40",
        )
        yield (
            f"The dam was designed by {other} in 2014.",
            "Who designed the dam in 2014?",
            other,
        )


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The default model."""
    return load()


def test_known_facts_are_asked(pipeline: Pipeline) -> None:
    """Nearly every invented fact is asked in the words and with the key that were foreseen."""
    found, wanted = 0, list(corpus())
    texts = (Article(text, TITLE) for text, _, _ in wanted)
    for analysis, (_, stem, key) in zip(pipeline.analyse_all(texts), wanted, strict=True):
        made = candidates(analysis, load_rules(), Settings(count=None)).questions
        found += (stem, key) in {(q.stem, q.answer) for q in made}
    assert found >= ENOUGH * len(wanted)
