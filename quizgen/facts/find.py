"""Finding: from an analysis to its sentences and all their facts."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Span, Token

from quizgen.analysis.names import Name, Names
from quizgen.analysis.paragraphs import SENTENCE_END
from quizgen.analysis.pipeline import LONGEST_SENTENCE, Analysis
from quizgen.analysis.statements import cues
from quizgen.analysis.syntax import is_finite, is_verb
from quizgen.facts import acronyms, existence, inside, modifiers, people, quotations, roles
from quizgen.facts.clauses import ClauseFinder
from quizgen.facts.fact import Argument, Clause, Fact, Sentence


def sentences(analysis: Analysis) -> Iterator[Sentence]:
    """The sentences of the prose in order; headlines and furniture give none."""
    number = 0
    for index, (paragraph, doc) in enumerate(zip(analysis.paragraphs, analysis.docs, strict=True)):
        if paragraph.kind != "body":
            continue
        for span in doc.sents:
            start = paragraph.start + span.start_char
            end = start + len(span.text.rstrip())
            yield Sentence(index, number, span, start, end, doubt(span))
            number += 1


def doubt(span: Span) -> str:
    """Why the parse of a sentence can't be trusted, or "" when it can."""
    if len(span) > LONGEST_SENTENCE:
        return f"longer than {LONGEST_SENTENCE} words"
    first = next((t for t in span if not t.is_punct and not t.is_space), None)
    if first is None or not (
        first.text[0].isupper() or first.text[0].isdigit() or first.tag_ == "$"
    ):
        return "starts in lower case: cut in two by mistake"
    if not any(is_verb(t) and is_finite(t) for t in span):
        return "no finite verb"
    if span.text.rstrip().rstrip('"').endswith("?"):
        return "a question"
    if first.ent_iob_ == "I":
        return "starts inside a name"
    if not SENTENCE_END.search(span.text.rstrip()):
        return "no end of sentence"
    return "" if is_verb(span.root) else "no verb at the root"


def find(analysis: Analysis) -> list[Fact]:
    """Every fact of the article, in text order."""
    meant = {(r.paragraph, r.token): r.name for r in analysis.references}
    found = (facts_of(sentence, analysis.names, meant) for sentence in sentences(analysis))
    return [fact for facts in found for fact in facts]


def facts_of(
    sentence: Sentence, names: Names, meant: Mapping[tuple[int, int], Name]
) -> Iterator[Fact]:
    """The facts of one sentence; none where its parse is in doubt.

    `meant` gives the names that pronouns stand for, by paragraph and token index.
    """
    if sentence.doubt:
        return
    finder = ClauseFinder(sentence, names, meant)
    clauses = list(finder.find())
    for clause in clauses:
        yield clause_fact(sentence, clause)
        tags = frozenset(_clause_tags(clause))
        yield from inside.find(sentence, clause, names, tags)
    yield from quotations.find(sentence, clauses)
    yield from roles.find(sentence, finder)
    yield from modifiers.find(sentence, finder)
    yield from people.find(sentence, finder)
    yield from existence.find(sentence, finder)
    yield from acronyms.find(sentence)
    yield from _sentence_facts(sentence, clauses)


def clause_fact(sentence: Sentence, clause: Clause) -> Fact:
    """The fact of a clause; of several arguments in one role the first counts."""
    slots: dict[str, Argument] = {"subject": clause.subject}
    for argument in clause.arguments:
        slots.setdefault(argument.role, argument)
    if clause.speaker is not None:
        slots["speaker"] = clause.speaker
    done = _doing(clause)
    if done is not None:
        slots["doing"] = done
    return Fact(
        "clause", sentence, MappingProxyType(slots), frozenset(_clause_tags(clause)), clause
    )


ANCHORS = frozenset({"purpose", "cause", "aftermath"})
"""Roles that tie an action so closely that it can be asked for: "to stop the smuggling"."""


def _doing(clause: Clause) -> Argument | None:
    """The verb and its objects, where something else in the clause says which action is meant."""
    anchors = [a for a in clause.arguments if a.role in ANCHORS]
    if len(anchors) != 1 or clause.passive or clause.verb.lemma_ == "be":
        return None
    kept = [a for a in clause.arguments if a in anchors or a.role.endswith("time")]
    outside = {t for a in kept for t in (*a.preposition, *a.whole)} | {*clause.auxiliaries}
    tokens = tuple(t for t in clause.predicate if t not in outside)
    last = max(t.i for t in tokens)
    judged = anchors[0].preposition and anchors[0].preposition[0].lower_ == "for"
    if clause.negation is not None or anchors[0].whole[0].i < last or judged:
        return None
    return Argument("doing", clause.verb, tokens, tokens, (), frozenset({"clause"}))


def _clause_tags(clause: Clause) -> Iterator[str]:
    yield "passive" if clause.passive else "active"
    yield "verb:" + clause.verb.lemma_.lower()
    if not clause.auxiliaries:
        yield "simple"
    if clause.negation is not None:
        yield "negated"
    if clause.verb.tag_ == "VBG" and not clause.auxiliaries:
        yield "participle"
    if clause.modal is not None:
        yield "modal"
    if clause.verb.lemma_ == "be":
        yield "copula"
    if clause.speaker is not None:
        yield "reported"
    if cues.of_verb(clause.verb):
        yield "attributing"
    yield "root" if clause.verb.dep_ == "ROOT" else clause.verb.dep_


def _sentence_facts(sentence: Sentence, clauses: list[Clause]) -> Iterator[Fact]:
    """The sentence as a whole, with every clean phrase that a gap or an exchange can stand for."""
    root = next((c for c in clauses if c.verb == sentence.span.root), None)
    if root is None or any(p.startswith("quotation") for p in root.problems):
        return
    seen: set[Token] = set()
    for clause in clauses:
        for argument in (clause.subject, *clause.arguments):
            if argument.head not in seen and argument.head.tag_ != "PRP":
                seen.add(argument.head)
                slots = MappingProxyType({"target": argument})
                yield Fact("sentence", sentence, slots, frozenset(_clause_tags(clause)), clause)
