"""The built-in rules keep what they promise: examples, near misses, catalogue, kinds."""

from functools import cache
from pathlib import Path

import pytest

from quizgen.analysis.pipeline import load
from quizgen.article import Article
from quizgen.facts import find
from quizgen.rules import recording
from quizgen.rules.asking import ask
from quizgen.rules.catalogue import page
from quizgen.rules.harness import check_rules, sound
from quizgen.rules.loading import LARGEST, Rule, load_rules
from quizgen.soundness import gate
from quizgen.wording.story import story_of
from quizgen.wording.surface import content_words

RULES = load_rules()
KINDS = """
subject object to from with against on for at in over into by about passive_agent passive_subject
calling naming place date duration amount count percentage change cause purpose statement_speaker
statement_content role post acronym occasion comparison ranking list quotation cloze true_false
""".split()
recorded = cache(recording.read)
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_the_rules_ask_exactly_what_their_examples_say() -> None:
    """On the recorded parses no example differs by a letter and no near miss is asked about."""
    assert check_rules(RULES) == []


def test_there_are_forty_kinds_of_question() -> None:
    """At least forty rules, those that the project set out with among them."""
    assert len(RULES) >= 40
    assert set(KINDS) <= {rule.name for rule in RULES}


@every_rule
def test_a_rule_shows_what_it_asks_and_what_not(rule: Rule) -> None:
    """Five examples of differing text, and one near miss that is none of them."""
    shown = {example.text for example in rule.examples}
    assert len(shown) >= 5
    assert len(rule.near_misses) >= 1
    assert not shown & set(rule.near_misses)


@every_rule
def test_a_rule_tells_itself_in_one_sentence(rule: Rule) -> None:
    """What it asks, with a full stop, in a file that is a page of text."""
    assert rule.about.endswith(".")
    assert "\n" not in rule.about
    assert len(rule.source.encode()) <= LARGEST <= 65_536


@every_rule
def test_the_recordings_hold_every_example(rule: Rule) -> None:
    """No example or near miss needs the model."""
    assert set(recording.texts((rule,))) <= set(recorded())


@every_rule
def test_no_example_tells_its_answer(rule: Rule) -> None:
    """The key's words do not stand in order in the stem."""
    for example in rule.examples:
        for stem, key in example.questions if rule.type != "true_false" else ():
            said = f" {' '.join(content_words(stem))} "
            assert f" {' '.join(content_words(key))} " not in said


@every_rule
def test_examples_look_like_their_type(rule: Rule) -> None:
    """Questions end in a question mark, clozes hold one gap, statements are true or false."""
    for example in rule.examples:
        for stem, key in example.questions:
            assert stem.endswith("?") == (rule.type == "short_answer")
            assert stem.count("____") == (rule.type == "cloze")
            assert (key in {"True", "False"}) == (rule.type == "true_false")


def test_the_recordings_hold_nothing_else() -> None:
    """A recording whose example is gone is gone too."""
    assert sorted(recorded()) == recording.texts(RULES)


def test_the_catalogue_is_up_to_date() -> None:
    """docs/rules.md is what `quizgen rules docs` writes."""
    written = Path(__file__).parents[1] / "docs" / "rules.md"
    assert written.read_text(encoding="utf-8") == page(RULES)


def test_the_catalogue_shows_every_rule() -> None:
    """Each with a heading, its near misses and its questions."""
    shown = page(RULES)
    for rule in RULES:
        assert f"## {rule.name}\n" in shown
        assert all(f"> {text}\n" in shown for text in rule.near_misses)
        assert all(f"**{key}**" in shown for e in rule.examples for _, key in e.questions)


def test_true_and_false_statements_both_occur() -> None:
    """The exchange leaves about half of all statements as they are."""
    (rule,) = (rule for rule in RULES if rule.name == "true_false")
    verdicts = {draft.key for analysis in recorded().values() for draft in sound(rule, analysis)}
    assert verdicts == {"True", "False"}


@pytest.mark.model
def test_questions_give_rise_to_no_questions() -> None:
    """Each question of the examples, read as an article, is asked nothing about."""
    stems = sorted(
        {
            stem
            for rule in RULES
            if rule.type == "short_answer"
            for example in rule.examples
            for stem, _ in example.questions
        }
    )
    assert len(stems) > 200
    for analysis in load().analyse_all(Article(stem) for stem in stems):
        drafts = ask(find.find(analysis), RULES, story_of(analysis))
        assert not [d.stem for d in drafts if gate.objection(d, analysis) is None]
