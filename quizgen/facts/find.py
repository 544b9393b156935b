"""Finding: from an analysis to its sentences and all their facts."""

from collections.abc import Iterator
from types import MappingProxyType

from spacy.tokens import Span, Token

from quizgen.analysis.paragraphs import SENTENCE_END
from quizgen.analysis.pipeline import LONGEST_SENTENCE, Analysis
from quizgen.analysis.syntax import is_finite, is_verb
from quizgen.facts import acronyms, inside, modifiers, quotations, roles
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
    return [fact for sentence in sentences(analysis) for fact in facts_of(sentence, analysis)]


def facts_of(sentence: Sentence, analysis: Analysis) -> Iterator[Fact]:
    """The facts of one sentence; none where its parse is in doubt."""
    if sentence.doubt:
        return
    finder = ClauseFinder(sentence, analysis.names)
    clauses = list(finder.find())
    for clause in clauses:
        yield clause_fact(sentence, clause)
        tags = frozenset(_clause_tags(clause))
        yield from inside.find(sentence, clause, analysis.names, tags)
    yield from quotations.find(sentence, clauses)
    yield from roles.find(sentence, finder)
    yield from modifiers.find(sentence, finder)
    yield from acronyms.find(sentence)
    yield from _sentence_facts(sentence, clauses)


def clause_fact(sentence: Sentence, clause: Clause) -> Fact:
    """The fact of a clause; of several arguments in one role the first counts."""
    slots: dict[str, Argument] = {"subject": clause.subject}
    for argument in clause.arguments:
        slots.setdefault(argument.role, argument)
    if clause.speaker is not None:
        slots["speaker"] = clause.speaker
    return Fact(
        "clause", sentence, MappingProxyType(slots), frozenset(_clause_tags(clause)), clause
    )


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
    yield "root" if clause.verb.dep_ == "ROOT" else clause.verb.dep_


def _sentence_facts(sentence: Sentence, clauses: list[Clause]) -> Iterator[Fact]:
    """The sentence as a whole, with every clean phrase that a gap or an exchange can stand for."""
    root = next((c for c in clauses if c.verb == sentence.span.root), None)
    if root is None or any(p.startswith("quotation") for p in root.problems):
        return
    seen: set[Token] = set()
    for clause in clauses:
        for argument in (clause.subject, *clause.arguments):
            if argument.head not in seen:
                seen.add(argument.head)
                slots = MappingProxyType({"target": argument})
                yield Fact("sentence", sentence, slots, frozenset(_clause_tags(clause)), clause)
