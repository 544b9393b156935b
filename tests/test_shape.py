"""Shape and grammar: torn clauses and slips are refused with their reason, sound ones pass."""

from dataclasses import replace
from datetime import date

import pytest
from recorded import analysis_of, draft_of, drafts_of

from quizgen.soundness.checks import CHECKS
from quizgen.wording.surface import sentence_text

DAY = date(2019, 6, 1)


def reason(check: str, opening: str, rule: str) -> str:
    """What a check says of a rule's draft on a recorded text."""
    analysis = analysis_of(opening, published=DAY)
    return CHECKS[check](draft_of(analysis, rule), analysis)


@pytest.mark.parametrize(
    ("opening", "rule", "sign"),
    [
        (
            "Maria Santos claimed 90",
            "statement_speaker",
            "a clause without its verb",
        ),
        ("Maria Santos, who sang", "for", "joins unlike phrases"),
        ("Maria Santos wrote several novels, inc", "subject", "where a supplement ends"),
        ("Shopkeepers in Lima", "object", "may belong to the object: following"),
        ("On 21 June – the new", "date", "a parenthesis between dashes"),
        ("Hamlet will open", "inside", "two clauses that share a verb"),
        ("The charges against", "cause", "that of another clause"),
        ("Easter Island", "inside", "a measure torn from its place"),
        ("Toyota calculates", "object", "two objects"),
        ("Kenya grieves", "object", "part of a noun made of a verb"),
        ("Samsung sold phones", "subject", "another verb right after the object"),
        ("Nairobi Police, which", "object", "another verb right after the object"),
    ],
)
def test_torn_clauses_are_refused(opening: str, rule: str, sign: str) -> None:
    """Words that a sound parse would not have put together."""
    assert sign in reason("misread", opening, rule)


@pytest.mark.parametrize(
    ("opening", "rule"),
    [
        ("Maria Santos claimed 90", "count"),
        ("Maria Santos, who sang", "subject"),
        ("Shopkeepers in Lima", "inside"),
        ("Easter Island", "passive_subject"),
        ("Kenya grieves", "subject"),
    ],
)
def test_sound_questions_on_the_same_sentences_pass(opening: str, rule: str) -> None:
    """The sign must concern what is asked."""
    assert reason("misread", opening, rule) == ""


@pytest.mark.parametrize(
    ("check", "opening", "rule", "slip"),
    [
        ("agreement", "Workers at the factory was", "passive_subject", "don't agree: Workers"),
        ("agreement", "Irish airline in Cork", "date", "without its article: airline"),
        ("unfinished", "Kenya and Uganda will see 1,600", "list", "in step with another"),
        ("unfinished", "The virus in Peru", "place", "a number of nothing"),
        ("unfinished", "The virus infected tens of thousands in", "object", "a number of nothing"),
        ("unfinished", "Toyota has opened a factory in Lima on", "subject", "a perfect tense"),
        ("unfinished", "Carlos Mendoza was flown", "cause", 'a deed after "because of"'),
        ("unfinished", "Samsung is creating", "object", "compares with something left out"),
        ("unfinished", "The flats in Lima", "date", "a year in the past"),
        ("unfinished", "Formerly Kenya Air", "subject", "a former name"),
        ("displaced_only", "Chile only appointed", "subject", 'the place of "only"'),
        ("nested_object", "NASA pays for Russian", "object_name", "a subject of its own"),
        ("unfinished", "Maria Santos, the mayor of Recife, died", "bound_date", "somebody dead"),
        ("slip", "Peru faces its worst", "object", "torn from its time: century"),
        ("slip", "In May 2019, Toyota announced opening", "date", "a verb of saying: opening"),
        ("slip", "Kenya labelled the plan", "object", "what something is called"),
        ("slip", "Samsung collected data", "object", "read as an adjective: contacted"),
        ("slip", "Chile has lodged objections", "object", "an aim may belong to the answer: for"),
        ("slip", "Banks cut", "object", "past or present can't be told: cut"),
        ("slip", "Anna Kowalska won a seat in Gdynia, and", "becoming", "for what is over"),
        ("slip", "The award went to Carlos", "inside", "a supplement without its comma: who"),
        ("slip", "Chile signed a letter of intent", "object", "may belong to the answer: on"),
        ("slip", "Police in Lima said that at least 20", "passive_subject", "a number of people"),
    ],
)
def test_slips_are_refused(check: str, opening: str, rule: str, slip: str) -> None:
    """What a reader of the question would have to mend."""
    assert slip in reason(check, opening, rule)


@pytest.mark.parametrize(
    ("check", "opening", "rule"),
    [
        ("unfinished", "The virus infected tens of thousands of people", "object"),
        ("unfinished", "Samsung is creating", "subject"),
        ("nested_object", "NASA pays for Russian", "subject"),
        ("slip", "Peru faces its worst", "subject"),
        ("slip", "Anna Kowalska won a seat in Gdynia, and", "object"),
        ("slip", "Chile signed a letter of intent", "subject"),
        ("slip", "Police in Lima said that at least 20", "count"),
    ],
)
def test_what_has_no_slip_passes(check: str, opening: str, rule: str) -> None:
    """Numbers of something, and slips outside the question."""
    assert reason(check, opening, rule) == ""


@pytest.mark.parametrize(
    ("opening", "stems"),
    [
        ("Jenna Miller, 29", {"In which city does Jenna Miller live with her parents?"}),
        ("Almost 60 years after", {"Which company opened a factory in Lima?"}),
        (
            "From March 15 to 17",
            {"From March 15 to 17, 2019, Nairobi played host to dentists from which country?"},
        ),
        ("Richard Miller died", {"In which city did Richard Miller die on 22 August 1985?"}),
        ("Toyota sent two engineers", {"Which company sent two engineers to Lima?"}),
        ("Workers in Peru have dug", {"Who has dug for silver since Roman times?"}),
        ("Hosni Miller died", {"Who died aged 91 in a hospital in Lima?"}),
        ("Toyota is sharing", {"Which company is sharing the costs with Boeing?"}),
        (
            "Chile recommended the troops",
            {"Which country recommended that the troops in Peru leave in May?"},
        ),
        (
            "Rest in Lima helped",
            {"Rest in which city helped farmers from Chile recover from the flood in Peru?"},
        ),
        ("Samsung have opened", {"Which company has opened its first shop in Lima?"}),
        ("Spikes rarely hurt", {"Who did spikes rarely hurt?"}),
        ("The farmers of Peru agreed", {"What did all three villages sell in May 2019?"}),
        ("Soldiers in Lima freed", {"Who did al-Santos thank?"}),
        ("In late April", {"In which month did a bridge in Lima collapse?"}),
        (
            "Maria Santos went to the bank",
            {"Who went to the bank to get her factory started in Lima?"},
        ),
        (
            "The Samsung Galaxy is claimed",
            {"Which phone is claimed to be the first phone of glass in Peru?"},
        ),
        (
            "There were at least 20 deaths",
            {"How many deaths caused by floods in Peru were there on May 31, 2019?"},
        ),
        (
            "Prime minister Peter Hoffmann of Austria",
            {"Who became prime minister and party leader in May 2018?"},
        ),
        ("Mr Justice Mendoza", {"Who freed two farmers in Lima?"}),
        ("Kenya sold a couple", {"What did Kenya sell to Peru in May 2019?"}),
        (
            "Carlos Mendoza told reporters yesterday",
            {
                "Who told reporters on May 31, 2019 that tests would be done in Lima?",
                "Carlos Mendoza told reporters on May 31, 2019 that tests will be done in ____.",
            },
        ),
    ],
)
def test_supplements_leave_a_whole_question(opening: str, stems: set[str]) -> None:
    """Ages, lists after a colon, measures of time and descriptions go; the ends of times stay."""
    found = {draft.stem for draft in drafts_of(analysis_of(opening, published=DAY))}
    assert stems <= found


@pytest.mark.parametrize(
    ("opening", "never"),
    [
        ("The debate in Lima", "was planned"),
        ("Kenya bought ships from", "people in which country who"),
    ],
)
def test_no_question_hangs_a_clause_on_the_wrong_name(opening: str, never: str) -> None:
    """A debate is planned, not Carlos Mendoza."""
    drafts = drafts_of(analysis_of(opening, published=DAY))
    assert not [d.stem for d in drafts if d.rule.type == "short_answer" and never in d.stem]


def test_a_relative_clause_behind_to_do_has_lost_its_noun() -> None:
    """As in "vow to do that lets people swim"."""
    analysis = analysis_of("Samsung has been trying to leave")
    draft = draft_of(analysis, "intention")
    torn = replace(draft, stem="What has Samsung been trying to do that lets people swim?")
    assert CHECKS["slip"](torn, analysis) == "a relative clause without its noun"
    assert CHECKS["slip"](draft, analysis) == ""


def test_a_sentence_shown_whole_keeps_its_first_capital() -> None:
    """Though its first word is small elsewhere in the article."""
    analysis = analysis_of("Spikes rarely hurt")
    span = list(analysis.docs[0].sents)[0]  # noqa: RUF015 - a tuple here, an iterator to the types
    assert sentence_text(span, {0: "spikes"}) == "Spikes rarely hurt the farmers of Peru."


def test_a_time_of_the_verb_above_is_no_part_of_a_deed() -> None:
    """What somebody "has been trying since December" is the deed alone."""
    draft = draft_of(analysis_of("Samsung has been trying to leave"), "intention")
    assert draft.key == "leave the market of Peru"
