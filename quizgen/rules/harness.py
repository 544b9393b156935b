"""The harness: a rule is tested by its own examples and near misses.

It refuses a rule with fewer than `EXAMPLES` examples or no near miss, a question that differs by a
letter, a key that the evidence does not hold, and a question that itself gives rise to a question.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.analysis.pipeline import Analysis, Pipeline
from quizgen.analysis.report import parse_table
from quizgen.article import Article
from quizgen.facts import find
from quizgen.rules import recording
from quizgen.rules.asking import Draft, ask
from quizgen.rules.loading import Example, Rule
from quizgen.soundness import gate
from quizgen.wording.story import story_of
from quizgen.wording.surface import content_words

EXAMPLES = 1  # a teacher's own rule needs one; the built-in rules have five, which a test checks


def check_rules(rules: tuple[Rule, ...], *, pipeline: Pipeline | None = None) -> list[str]:
    """What is wrong with the rules, a text each; empty when all is well.

    With a pipeline the examples are parsed by it, else their recorded parses are used.
    """
    analyses = _parsed(rules, pipeline) if pipeline is not None else recording.read()
    return [problem for rule in rules for problem in _problems(rule, analyses)]


def _parsed(rules: tuple[Rule, ...], pipeline: Pipeline) -> dict[str, Analysis]:
    given = recording.texts(rules)
    analyses = pipeline.analyse_all(Article(text) for text in given)
    return dict(zip(given, analyses, strict=True))


def _problems(rule: Rule, analyses: dict[str, Analysis]) -> Iterator[str]:
    if len(rule.examples) < EXAMPLES:
        yield f"{rule.name}: has no example; add [[examples]] with text and questions"
    if not rule.near_misses:
        yield f"{rule.name}: has no near miss; add [[near_misses]] with a text not to be asked"
    for example in rule.examples:
        yield from _example_problems(rule, example, analyses.get(example.text))
    for text in rule.near_misses:
        analysis = analyses.get(text)
        if analysis is None:
            yield _unrecorded(rule, text)
        else:
            yield from (
                f"{rule.name}: asks about a near miss: {d.stem}"
                for d in sound(rule, _dated(analysis, rule))
            )


def _dated(analysis: Analysis, rule: Rule) -> Analysis:
    """The analysis of an example as if published on the rule's day."""
    return replace(analysis, article=replace(analysis.article, published=rule.published))


def _unrecorded(rule: Rule, text: str) -> str:
    return f"{rule.name}: no parse is recorded for {text!r}; run: quizgen rules record"


def _example_problems(rule: Rule, example: Example, analysis: Analysis | None) -> Iterator[str]:
    if analysis is None:
        yield _unrecorded(rule, example.text)
        return
    made = sound(rule, _dated(analysis, rule))
    asked = tuple((draft.stem, draft.key) for draft in made)
    if asked != example.questions:
        yield (
            f"{rule.name}: example {example.text!r}\n"
            f"  wanted {list(map(list, example.questions))}\n"
            f"  got    {list(map(list, asked))}\n{parse_table(analysis)}"
        )
    for draft in made:
        if draft.rule.type != "true_false" and not _in_evidence(draft):
            yield f"{rule.name}: the key is not in the evidence: {draft.key}"


def _in_evidence(draft: Draft) -> bool:
    """Whether the key, or another accepted answer, stands in the evidence, its words in order.

    The "that" of what somebody said may have been put before it.
    """
    said = f" {' '.join(content_words(draft.fact.sentence.span.text))} "
    texts = (draft.key, *draft.accepted, draft.key.removeprefix("that "))
    whole = any(f" {' '.join(content_words(text))} " in said for text in texts)
    rest = iter(said.split())
    return whole or all(word in rest for word in content_words(draft.key))


def sound(rule: Rule, analysis: Analysis) -> list[Draft]:
    """The sound drafts of one rule on an analysis, in the order of the text."""
    drafts = ask(find.find(analysis), (rule,), story_of(analysis))
    return [draft for draft in drafts if gate.objection(draft, analysis) is None]
