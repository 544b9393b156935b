"""The report: an analysis as the plain data of "quizgen/analysis/1", and as a table."""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.tokens import Doc, Token

from quizgen.analysis import amounts, causes, statements, times
from quizgen.analysis.names import UNSURE, Name
from quizgen.analysis.pipeline import Analysis
from quizgen.facts import find
from quizgen.facts.fact import Argument, Clause, Fact

SCHEMA = "quizgen/analysis/1"
KINDS = {
    "continent": "region",
    "state": "region",
    "province": "region",
    "department": "ministry",
    "central_bank": "agency",
    "legislature": "body",
    "police": "agency",
    "military": "body",
    "religious": "body",
    "museum": "body",
    "union": "body",
    "hospital": "facility",
    "organisation": "body",
    "nationality": "group",
    "award": "other",
}
"""Kinds that are finer than the contract's, with the contract's kind for each."""

Item = dict[str, Any]


def as_dict(analysis: Analysis) -> Item:
    """The analysis by the contract; offsets are characters of the article's text, end exclusive."""
    facts = find.find(analysis)
    clauses = [fact for fact in facts if fact.kind == "clause"]
    return {
        "schema": SCHEMA,
        "id": analysis.article.id,
        "text": analysis.article.text,
        "entities": list(_entities(analysis)),
        "times": list(_times(analysis)),
        "amounts": list(_amounts(analysis)),
        "references": list(_references(analysis)),
        "causes": list(_causes(analysis)),
        "statements": list(_statements(analysis, attributed=True)),
        "stances": list(_statements(analysis, attributed=False)),
        "clauses": [_clause(fact, analysis) for fact in clauses],
    }


def _span(analysis: Analysis, paragraph: int, start: int, end: int) -> Item:
    base = analysis.paragraphs[paragraph].start
    return {
        "start": base + start,
        "end": base + end,
        "text": analysis.article.text[base + start : base + end],
    }


def _tokens(analysis: Analysis, paragraph: int, tokens: Iterable[Token]) -> Item:
    ordered = sorted(tokens, key=lambda token: token.i)
    last = ordered[-1]
    return _span(analysis, paragraph, ordered[0].idx, last.idx + len(last.text))


def _entities(analysis: Analysis) -> Iterator[Item]:
    for mention in sorted(analysis.names.mentions, key=lambda m: (m.paragraph, m.start)):
        doc = analysis.docs[mention.paragraph]
        item = _tokens(analysis, mention.paragraph, doc[mention.start : mention.end])
        yield {
            **item,
            "kind": _kind(mention.name),
            "name": mention.name.text,
        }


def _kind(name: Name) -> str:
    """The contract's kind; a name that is only likely a person's counts as one here."""
    return "person" if name.gender == UNSURE else KINDS.get(name.kind, name.kind)


def _times(analysis: Analysis) -> Iterator[Item]:
    for number, doc in enumerate(analysis.docs):
        for time in times.find(doc, analysis.article.published):
            yield {
                **_span(analysis, number, time.start, time.end),
                "value": time.value,
                "kind": time.kind,
            }


def _amounts(analysis: Analysis) -> Iterator[Item]:
    named = amounts.name_figures(analysis.docs)
    for number, doc in enumerate(analysis.docs):
        for amount in amounts.find(doc, named):
            item = _span(analysis, number, amount.start, amount.end)
            yield {**item, "kind": amount.kind, "value": amount.value, "unit": amount.unit}


def _references(analysis: Analysis) -> Iterator[Item]:
    for reference in analysis.references:
        doc = analysis.docs[reference.paragraph]
        item = _tokens(analysis, reference.paragraph, [doc[reference.token]])
        last = reference.antecedent
        antecedent = _tokens(
            analysis, last.paragraph, analysis.docs[last.paragraph][last.start : last.end]
        )
        yield {
            **item,
            "name": reference.name.text,
            "antecedent": {k: antecedent[k] for k in ("start", "end")},
        }


def _causes(analysis: Analysis) -> Iterator[Item]:
    for number, (paragraph, doc) in enumerate(zip(analysis.paragraphs, analysis.docs, strict=True)):
        found = causes.find(doc) if paragraph.kind == "body" else ()
        for cause in found:
            yield {
                "cause": _tokens(analysis, number, cause.cause),
                "effect": _tokens(analysis, number, cause.effect),
                "signal": _tokens(analysis, number, cause.signal) if cause.signal else None,
                "kind": cause.kind,
                "positive": cause.positive,
                "certain": cause.certain,
            }


def _statements(analysis: Analysis, *, attributed: bool) -> Iterator[Item]:
    """The statements with a speaker, in text order of their cues.

    Either those that attribute a claim, or the others: wishes, plans, requests, what was not said.
    """
    for number, doc in enumerate(analysis.docs):
        for statement in statements.find(doc):
            if statement.speaker and statements.is_attribution(statement) is attributed:
                yield {
                    "speaker": _tokens(analysis, number, statement.speaker),
                    "cue": _tokens(analysis, number, statement.cue),
                    "content": _tokens(analysis, number, statement.content),
                    "direct": statement.direct,
                    "kind": statement.kind,
                    "negated": statement.negated,
                }


def _clause(fact: Fact, analysis: Analysis) -> Item:
    clause = fact.clause
    assert clause is not None
    paragraph = fact.sentence.paragraph
    group = [*(a for a in clause.auxiliaries if a.head == clause.verb), clause.verb]
    speaker = clause.speaker
    return {
        "predicate": {**_tokens(analysis, paragraph, [*group]), "lemma": clause.verb.lemma_},
        "arguments": [_argument(argument, analysis, paragraph) for argument in _arguments(clause)],
        "negated": clause.negation is not None,
        "reported_by": _tokens(analysis, paragraph, speaker.tokens)["text"] if speaker else None,
    }


def _arguments(clause: Clause) -> tuple[Argument, ...]:
    return (clause.subject, *clause.arguments)


def _argument(argument: Argument, analysis: Analysis, paragraph: int) -> Item:
    return {"role": argument.role, **_tokens(analysis, paragraph, argument.tokens)}


def parse_table(analysis: Analysis) -> str:
    """The parse of the prose as a table: word, lemma, tag, role, head, entity."""
    blocks = [
        _doc_table(doc)
        for doc, p in zip(analysis.docs, analysis.paragraphs, strict=True)
        if p.kind == "body"
    ]
    return "\n\n".join(blocks)


def _doc_table(doc: Doc) -> str:
    rows = [("word", "lemma", "tag", "role", "head", "entity")]
    rows += [
        (t.text, t.lemma_, t.tag_, t.dep_, t.head.text, t.ent_type_ or "-")
        for t in doc
        if not t.is_space
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
