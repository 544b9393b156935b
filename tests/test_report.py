"""The report: an analysis as plain data, every span of which points at its own text."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest
from recorded import analyses, analysis_of

from quizgen.analysis.report import as_dict, parse_table
from quizgen.data import table


def spans(item: Any) -> Iterator[dict[str, Any]]:
    """Every part of a report that has a place in the text."""
    if isinstance(item, dict):
        if {"start", "end", "text"} <= item.keys():
            yield item
        for value in item.values():
            yield from spans(value)
    elif isinstance(item, list):
        for value in item:
            yield from spans(value)


@pytest.fixture(scope="module")
def reports() -> list[dict[str, Any]]:
    """The reports of all recorded texts."""
    return [as_dict(analysis) for analysis in analyses().values()]


def test_every_span_points_at_its_text(reports: list[dict[str, Any]]) -> None:
    """Characters of the article, end exclusive."""
    seen = 0
    for report in reports:
        for span in spans(report):
            assert report["text"][span["start"] : span["end"]] == span["text"]
            assert 0 <= span["start"] < span["end"] <= len(report["text"])
            seen += 1
    assert seen > 500


def test_offsets_hold_in_an_article_with_curly_quotes() -> None:
    """The text is the article's own, not the parser's."""
    analysis = analysis_of("Carlos Mendoza said,")
    curly = analysis.article.text.replace('"The', "“The").replace('contract."', "contract.”")
    report = as_dict(replace(analysis, article=replace(analysis.article, text=curly)))
    assert "“" in report["text"]
    for span in spans(report):
        assert curly[span["start"] : span["end"]] == span["text"]


def test_reports_follow_the_shipped_schema(reports: list[dict[str, Any]]) -> None:
    """Which is a valid JSON schema itself."""
    schema = table("analysis.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for report in reports:
        assert not list(validator.iter_errors(json.loads(json.dumps(report))))


def test_the_schema_refuses_another_shape(reports: list[dict[str, Any]]) -> None:
    """A part left out is seen."""
    validator = jsonschema.Draft202012Validator(table("analysis.schema.json"))
    for key in ("text", "entities", "clauses"):
        broken = {name: value for name, value in reports[0].items() if name != key}
        assert list(validator.iter_errors(broken))


def report_of(opening: str, **given: Any) -> dict[str, Any]:
    """The report of a recorded text."""
    return as_dict(analysis_of(opening, **given))


def test_causes_have_effect_and_signal() -> None:
    """Each as it stands in the text."""
    (cause,) = report_of("Toyota recalled 80,000 cars")["causes"]
    assert cause["cause"]["text"] == "faulty airbags"
    assert cause["effect"]["text"].startswith("Toyota recalled 80,000 cars")
    assert cause["signal"]["text"] == "because of"


def test_statements_have_speaker_cue_and_content() -> None:
    """Reported and direct speech, and what stands under "according to"."""
    (reported,) = report_of("Carlos Mendoza claimed that")["statements"]
    assert reported["speaker"]["text"] == "Carlos Mendoza"
    assert reported["cue"]["text"] == "claimed"
    assert reported["content"]["text"].endswith("had hidden the leak")
    assert reported["direct"] is False
    (direct,) = report_of("Carlos Mendoza said,")["statements"]
    assert direct["direct"] is True
    (according,) = report_of("According to Greenpeace")["statements"]
    assert according["speaker"]["text"] == "Greenpeace"
    assert according["cue"]["text"] == "According to"
    assert (reported["kind"], reported["negated"]) == ("says", False)
    assert report_of("Kenya is expected to lower")["statements"] == []


@pytest.mark.parametrize(
    "opening",
    [
        "Poland urged the European Union",  # a request
        "Toyota plans to build",  # a plan
        "Carlos Mendoza did not say",  # what was not said
        "The union in Lagos accused",  # a reproach
        "The figures from Lima confirm",  # a thing shows, nobody claims
    ],
)
def test_what_claims_nothing_is_a_stance(opening: str) -> None:
    """Only what somebody says or holds to be so is attributed to them."""
    report = report_of(opening)
    assert report["statements"] == []
    assert len(report["stances"]) == 1


@pytest.mark.parametrize(
    "opening",
    [
        "Toyota announced a new car",
        "Seoul called the curbs",
        "Samsung expects sales",
        "Grace Wanjiru warned of",
    ],
)
def test_what_stands_for_a_clause_is_attributed(opening: str) -> None:
    """A noun phrase that is announced, a name that is given, an expectation, a danger."""
    report = report_of(opening)
    assert report["stances"] == []
    assert len(report["statements"]) == 1


def test_clauses_have_predicate_and_arguments() -> None:
    """With polarity and the one who is reported to have said it."""
    (clause,) = report_of("Kenya rejected a contract")["clauses"]
    assert clause["predicate"]["text"] == "rejected"
    assert clause["predicate"]["lemma"] == "reject"
    roles = {argument["role"]: argument["text"] for argument in clause["arguments"]}
    assert roles["subject"] == "Kenya"
    assert roles["object"] == "a contract with Uganda"
    assert clause["negated"] is False
    assert clause["reported_by"] is None
    (negated,) = report_of("Toyota did not recall")["clauses"]
    assert negated["negated"] is True
    told = report_of("Anna Kowalska said that Kenya")["clauses"]
    assert {clause["reported_by"] for clause in told} == {None, "Anna Kowalska"}


def test_times_and_amounts_have_values() -> None:
    """ISO dates, numbers and units."""
    report = report_of("Toyota opened a battery factory")
    times = [(time["text"], time["value"], time["kind"]) for time in report["times"]]
    assert ("March 4, 2021", "2021-03-04", "date") in times
    amounts = [(a["text"], a["kind"], a["value"], a["unit"]) for a in report["amounts"]]
    assert ("$3 million", "money", 3e6, "USD") in amounts
    assert ("12 percent", "percent", 12, "%") in amounts


def test_a_bare_sum_has_its_currency() -> None:
    """In "$38 per barrel" the sign tells the unit."""
    (amount,) = report_of("In 2015, the price of Brent oil")["amounts"]
    assert (amount["text"], amount["unit"]) == ("$38", "USD")


def test_relative_times_have_values_when_the_day_is_known() -> None:
    """And none without it."""
    opening = "Seoul referred the dispute to the World Trade Organization last"
    (unknown,) = report_of(opening)["times"]
    (known,) = report_of(opening, published=date(2019, 7, 13))["times"]
    assert (unknown["value"], known["value"]) == ("", "2019-06")


def test_entities_have_kind_and_canonical_name() -> None:
    """In the order of the text, with the contract's coarser kinds."""
    entities = report_of("The Ministry of Economy")["entities"]
    assert {entity["name"] for entity in entities} == {"Ministry of Economy, Trade and Industry"}
    assert {entity["kind"] for entity in entities} == {"ministry"}
    starts = [entity["start"] for entity in report_of("Toyota opened a battery")["entities"]]
    assert len(starts) > 10
    assert starts == sorted(starts)


def test_references_point_back() -> None:
    """From the pronoun to where its person was named."""
    report = report_of("Maria Santos opened a school")
    (reference,) = report["references"]
    assert (reference["text"], reference["name"]) == ("She", "Maria Santos")
    back = reference["antecedent"]
    assert report["text"][back["start"] : back["end"]] == "Maria Santos"


def test_the_parse_table_has_a_row_for_each_word() -> None:
    """Prose alone, with a headline of columns."""
    analysis = analysis_of("Kenya signed the treaty in Nairobi.")
    rows = parse_table(analysis).splitlines()
    assert rows[0].split() == ["word", "lemma", "tag", "role", "head", "entity"]
    assert [row.split()[0] for row in rows[1:]] == [t.text for t in analysis.docs[0]]
    assert rows[1].split() == ["Kenya", "Kenya", "NNP", "nsubj", "signed", "GPE"]
