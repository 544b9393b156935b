"""Statements: who says, denies, asks, believes or plans what, by the structure of the sentence."""

import pytest
from parses import Word, doc_of
from recorded import analyses, analysis_of

from quizgen.analysis import statements
from quizgen.analysis.statements import Statement, attributions
from quizgen.data import rows

KINDS = set("says denies asks promises warns judges shows believes plans".split())


def found_in(opening: str) -> list[Statement]:
    """The statements of a recorded text."""
    return [each for doc in analysis_of(opening).docs for each in statements.find(doc)]


def told(statement: Statement) -> tuple[str, str, str, str]:
    """Kind, speaker, cue and the content's words, each as text."""
    parts = (statement.speaker, statement.cue, statement.content)
    speaker, cue, content = (" ".join(t.text for t in part) for part in parts)
    return statement.kind, speaker, cue, content


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "Maria Santos denied that the bridge",
            ("denies", "Maria Santos", "denied", "that the bridge in Recife was unsafe"),
        ),
        (
            "Samsung was fined in May, Kenya",
            ("says", "Kenya 's regulator", "said", "Samsung was fined in May"),
        ),
        (
            "The factory, Samsung said",
            ("says", "Samsung", "said", "The factory will open in 2026"),
        ),
        (
            "The union in Lagos accused",
            ("judges", "The union in Lagos", "accused", "Toyota of hiding the leak"),
        ),
        (
            "Poland urged the European Union",
            ("asks", "Poland", "urged", "to send more tents"),
        ),
        (
            "Anna Kowalska left the party",
            ("says", "Anna Kowalska", "adding", "that the talks had failed"),
        ),
        (
            "Toyota plans to build",
            ("plans", "Toyota", "plans", "to build a factory in Chile"),
        ),
        (
            'Seoul called the curbs "unfair',
            ("says", "Seoul", "called", "the curbs unfair and illegal"),
        ),
        (
            "The plan was condemned by",
            ("judges", "Greenpeace", "condemned", "The plan"),
        ),
        (
            "Grace Wanjiru, who told",
            ("says", "Grace Wanjiru", "told", "that the road was closed"),
        ),
        (
            "Volunteers are confident",
            ("believes", "Volunteers", "confident", "that the school in Mombasa will open"),
        ),
        (
            "Grace Wanjiru opened a school in Nakuru and said",
            ("says", "Grace Wanjiru", "said", "that it would grow"),
        ),
        (
            "Chile's mines make copper",
            ("says", "Carlos Mendoza", "says", "the price will rise"),
        ),
        (
            "The company said in a letter",
            ("says", "The company", "said", "that it would pay the drivers"),
        ),
        (
            "Toyota announced a new car",
            ("says", "Toyota", "announced", "a new car"),
        ),
        (
            "Reports stating that the dam",
            ("says", "Reports", "stating", "that the dam had burst"),
        ),
        (
            "Police: Three dead",
            ("says", "Police", ":", "Three dead in motorway crash"),
        ),
        (
            "Kenya to end ban on logging",
            ("says", "president", "says", "Kenya to end ban on logging"),
        ),
        (
            "Facebook accused of hiding",
            ("judges", "regulator", "accused", "of hiding data"),
        ),
        (
            "According to Greenpeace",
            ("says", "Greenpeace", "According to", "Shell closed a pipeline in Nigeria"),
        ),
    ],
)
def test_one_statement_with_kind_speaker_cue_and_content(
    opening: str, expected: tuple[str, str, str, str]
) -> None:
    """Whatever the order, the voice and the form of the cue."""
    (statement,) = found_in(opening)
    assert told(statement)[:3] == expected[:3]
    assert told(statement)[3].startswith(expected[3])
    assert not statement.direct
    assert not statement.negated


def test_a_noun_has_a_possessor() -> None:
    """It is Japan whose claim it is."""
    (statement,) = found_in("Japan's claim that")
    assert told(statement)[:3] == ("says", "Japan", "claim")


@pytest.mark.parametrize(
    ("opening", "speaker", "content"),
    [
        (
            '"The harvest was good," Grace Wanjiru said. "We',
            "Grace Wanjiru",
            "The harvest was good",
        ),
        ('"Our engineers have found the fault and', "Kenji Sato", "Our engineers have found"),
        ('"Tea is cheap", Grace Wanjiru added', "Grace Wanjiru", "Tea is cheap"),
        ("Kenji Sato told reporters:", "Kenji Sato", "The ferry is safe . It will sail on Monday"),
    ],
)
def test_direct_speech_is_taken_whole(opening: str, speaker: str, content: str) -> None:
    """Before and after the verb, over all the sentences of the quotation."""
    (statement,) = found_in(opening)
    assert statement.direct
    assert told(statement)[1] == speaker
    assert told(statement)[3].strip('" ').startswith(content)


def test_one_who_is_quoted_as_saying_is_the_speaker() -> None:
    """And the paper the one who quotes."""
    quoted, saying = found_in("The minister was quoted")
    assert told(quoted) == ("says", "the Daily Nation", "quoted", "The minister")
    assert told(saying) == ("says", "The minister", "saying", "that the dam was safe")


@pytest.mark.parametrize(
    "opening",
    [
        "The guard was arrested and told",  # who was told is not who said it
        "It is reasonable to assume",  # nobody in particular
        "Kenya is expected to lower",  # somebody expects it of Kenya
    ],
)
def test_nobody_is_made_the_speaker(opening: str) -> None:
    """Where the text names none."""
    (statement,) = found_in(opening)
    assert statement.speaker == ()


def test_words_in_quotation_marks_are_not_those_of_one_outside() -> None:
    """It is not the mayor who shows what the pupils came to show."""
    told_mayor, show = found_in('"We came to the fair')
    assert told(told_mayor)[:3] == ("says", "the pupils", "told")
    assert show.speaker == ()


def test_what_was_not_said_is_negated() -> None:
    """By "not", or because it was refused."""
    (not_said,) = found_in("Carlos Mendoza did not say")
    assert not_said.negated
    refused, said = found_in("Amina Okafor refused to say")
    assert (refused.kind, refused.negated) == ("promises", False)
    assert (said.kind, said.negated) == ("says", True)


@pytest.mark.parametrize(
    "opening",
    [
        "Kenya opened a hospital in Mombasa, although it",
        "Toyota recalled 80,000 cars",
        "Chile: Miners return",  # where it is, not who says it
        "Police: Three people died",  # a sentence, not a headline
        "The dam near Mariana was unsafe, even",  # what was told before, not "there is ..."
        "The people who fish in Lake Victoria",  # a dash parts the clause from "know"
    ],
)
def test_plain_news_holds_no_statement(opening: str) -> None:
    """The article itself says it."""
    assert found_in(opening) == []


def test_no_statement_holds_its_own_speaker() -> None:
    """In all that is recorded."""
    every = [s for a in analyses().values() for doc in a.docs for s in statements.find(doc)]
    assert len(every) > 50
    for statement in every:
        assert statement.kind in KINDS
        assert statement.content
        assert not set(statement.speaker) & set(statement.content)
        assert not set(statement.cue) & set(statement.content)


def test_the_tables_name_known_kinds_and_frames() -> None:
    """Each verb once for each kind."""
    prepositions = set("about against at for in of on to with".split())
    frames = {"clause", "noun", "infinitive", "object_infinitive", "naming"} | prepositions
    verbs = [(row["verb"], row["kind"]) for row in rows("attribution_verbs.tsv")]
    assert verbs == sorted(set(verbs))
    assert {kind for _, kind in verbs} == KINDS
    assert {f for row in rows("attribution_verbs.tsv") for f in row["takes"].split("|")} <= frames
    nouns = [row["noun"] for row in rows("attribution_nouns.tsv")]
    assert nouns == sorted(set(nouns))
    assert {row["kind"] for row in rows("attribution_nouns.tsv")} <= KINDS


def test_a_speaker_at_the_root_of_its_sentence_is_judged_too() -> None:
    """A headline's speaker may head the sentence; nothing outside the phrase is its head."""
    words = [
        Word("Officials", "NNS", "NOUN", "ROOT", 0, "official"),
        Word(":", ":", "PUNCT", "punct", 0),
    ]
    assert attributions._can_speak(tuple(doc_of(words)[:1]))
    words[0] = Word("Results", "NNS", "NOUN", "ROOT", 0, "result")
    assert not attributions._can_speak(tuple(doc_of(words)[:1]))
