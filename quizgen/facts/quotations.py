"""Quotations: whole sentences in somebody's own words, with the one who said them."""

from collections.abc import Iterator
from types import MappingProxyType

from spacy.tokens import Token

from quizgen.analysis.syntax import in_quotes, is_verb
from quizgen.data import words
from quizgen.facts.clauses import ClauseFinder
from quizgen.facts.fact import Argument, Clause, Fact, Sentence

SHORTEST, LONGEST = 5, 25  # words of a quotation that a question can hold


def find(sentence: Sentence, finder: ClauseFinder, clauses: list[Clause]) -> Iterator[Fact]:
    """One fact for each quoted sentence with its speaker, in the slots `speaker` and `content`."""
    for clause in clauses:
        told = clause.verb.lemma_ in words("reporting_verbs.txt") and clause.speaker is None
        plain = clause.negation is None and clause.modal is None and not in_quotes(clause.verb)
        tokens = _quoted(clause) if told and plain else ()
        if SHORTEST <= len(tokens) <= LONGEST and any(is_verb(t) for t in tokens):
            content = Argument("content", tokens[-1], tokens, tokens, (), frozenset({"quoted"}))
            slots = MappingProxyType({"speaker": clause.subject, "content": content})
            yield Fact("statement", sentence, slots, frozenset({"direct"}))
    del finder


def _quoted(clause: Clause) -> tuple[Token, ...]:
    """The words of the sentence's only quotation, when it opens and closes in the sentence."""
    sent = clause.verb.sent
    marks = [t.i for t in sent if t.text == '"']
    if len(marks) not in {1, 2} or in_quotes(sent.doc[marks[0]]):
        return ()  # no quotation, more than one, or one that began in an earlier sentence
    inside = sent.doc[marks[0] + 1 : marks[1] if len(marks) > 1 else sent.end]
    return tuple(t for t in inside if t.i != clause.verb.i)
