"""The harness tells a rule author what is wrong with a rule, and recordings keep parses whole."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from recorded import analyses, text_rule
from spacy.tokens import Doc

from quizgen.rules import harness, recording
from quizgen.rules.loading import Example, Rule, load_rules

TEXT = "Kenya signed the treaty in Nairobi."
QUESTION = ("Which country signed the treaty in Nairobi?", "Kenya")


@pytest.fixture(autouse=True)
def _own_parses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The harness reads the tests' recordings."""
    own = analyses()
    monkeypatch.setattr(recording, "read", lambda: own)


def built_in(name: str) -> Rule:
    """The built-in rule of a name."""
    (rule,) = (rule for rule in load_rules() if rule.name == name)
    return rule


def subject_rule(**changes: Any) -> Rule:
    """The built-in rule for subjects with one example and one near miss of ours."""
    given = {
        "examples": (Example(TEXT, (QUESTION,)),),
        "near_misses": ("Toyota did not recall the cars in Brazil.",),
    }
    return replace(built_in("subject"), **(given | changes))


def test_a_good_rule_has_no_problems() -> None:
    """An example asked as written and a near miss left alone."""
    assert harness.check_rules((subject_rule(),)) == []


def test_a_rule_needs_an_example() -> None:
    """The message says what to add."""
    (told,) = harness.check_rules((subject_rule(examples=()),))
    assert told.startswith("subject: has no example; add [[examples]]")


def test_a_rule_needs_a_near_miss() -> None:
    """The message says what to add."""
    (told,) = harness.check_rules((subject_rule(near_misses=()),))
    assert told.startswith("subject: has no near miss; add [[near_misses]]")


@pytest.mark.parametrize(
    "questions",
    [
        (),
        (("Which country signed the treaty in nairobi?", "Kenya"),),
        (("Which country signed the treaty in Nairobi?", "kenya"),),
        (QUESTION, QUESTION),
    ],
)
def test_a_question_that_differs_is_shown_with_the_parse(questions: Any) -> None:
    """Wanted, got, and how the sentence was read."""
    (told,) = harness.check_rules((subject_rule(examples=(Example(TEXT, questions),)),))
    first, wanted, got, head, row, *_ = told.splitlines()
    assert first == f"subject: example {TEXT!r}"
    assert wanted == f"  wanted {[list(pair) for pair in questions]}"
    assert got == f"  got    {[list(QUESTION)]}"
    assert head.split() == "word lemma tag role head entity".split()
    assert row.split() == "Kenya Kenya NNP nsubj signed GPE".split()


def test_a_near_miss_that_is_asked_about_is_shown() -> None:
    """With the question that should not be."""
    (told,) = harness.check_rules((subject_rule(near_misses=(TEXT,)),))
    assert told == f"subject: asks about a near miss: {QUESTION[0]}"


def test_an_example_without_a_recording_is_named() -> None:
    """Examples and near misses alike, with the command that records them."""
    rule = subject_rule(examples=(Example("A.", ()),), near_misses=("B.",))
    assert harness.check_rules((rule,)) == [
        "subject: no parse is recorded for 'A.'; run: quizgen rules record",
        "subject: no parse is recorded for 'B.'; run: quizgen rules record",
    ]


def test_a_key_from_nowhere_is_named() -> None:
    """A key must stand in the evidence."""
    text = "Kenya rejected a contract with Uganda in May 2019."
    example = Example(text, (("What did Kenya reject in May 2019?", "Atlantis"),))
    rule = replace(built_in("object"), key="Atlantis", examples=(example,))
    rule = replace(rule, near_misses=subject_rule().near_misses)
    assert harness.check_rules((rule,)) == ["object: the key is not in the evidence: Atlantis"]


def test_a_pipeline_is_asked_instead_of_the_recordings(monkeypatch: pytest.MonkeyPatch) -> None:
    """With one given, nothing recorded is read."""
    monkeypatch.setattr(recording, "read", lambda: pytest.fail("read the recordings"))
    pipeline: Any = SimpleNamespace(
        analyse_all=lambda articles: [analyses()[article.text] for article in articles]
    )
    assert harness.check_rules((subject_rule(),), pipeline=pipeline) == []


def test_the_texts_of_rules_come_once_and_sorted() -> None:
    """Examples and near misses of all rules together."""
    rules = (
        subject_rule(examples=(Example("B."), Example("C."))),
        subject_rule(examples=(), near_misses=("A.", "B.")),
    )
    miss = subject_rule().near_misses[0]
    assert recording.texts(rules) == sorted(["A.", "B.", "C.", miss])


def shape(doc: Doc) -> Any:
    """All that a recording must keep of a doc."""
    tokens = [
        (t.text, t.whitespace_, t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_, bool(t.is_sent_start))
        for t in doc
    ]
    return tokens, [(e.start, e.end, e.label_) for e in doc.ents]


def test_a_recording_is_read_as_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words, spaces, tags, heads, labels, sentences and entities of every paragraph."""
    monkeypatch.undo()
    pipeline: Any = SimpleNamespace(
        name="fake 1",
        analyse_all=lambda articles: [analyses()[article.text] for article in articles],
    )
    path = tmp_path / "parses.jsonl"
    written = recording.record((text_rule(*analyses()),), pipeline, path)
    again = recording.read(path)
    assert path.read_text(encoding="utf-8") == written
    assert again.keys() == analyses().keys()
    for text, analysis in analyses().items():
        assert [shape(doc) for doc in again[text].docs] == [shape(doc) for doc in analysis.docs]
        assert [m.name for m in again[text].names.mentions] == [
            m.name for m in analysis.names.mentions
        ]


def test_nothing_recorded_is_nothing_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file is no error: each example then says that it has no parse."""
    monkeypatch.undo()
    assert recording.read(tmp_path / "none.jsonl") == {}
