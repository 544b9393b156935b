"""Quotations: whole sentences in somebody's own words, with the one who said them."""

from collections.abc import Iterator
from types import MappingProxyType

from spacy.tokens import Token

from quizgen.analysis.syntax import in_quotes, is_verb
from quizgen.data import words
from quizgen.facts.fact import Argument, Clause, Fact, Sentence

LOOSE = frozenset(
    {"it", "this", "that", "these", "those", "they", "them", "he", "she", "him", "her"}
)
TELLING = 2  # nouns of a quotation that says what it is about
LONG_ENOUGH = 12  # words of a quotation that tells its own story
SHORTEST, LONGEST = 6, 25  # words of a quotation that a question can hold


def find(sentence: Sentence, clauses: list[Clause]) -> Iterator[Fact]:
    """One fact for each quoted sentence with its speaker, in the slots `speaker` and `content`."""
    for clause in clauses:
        told = clause.verb.lemma_ in words("reporting_verbs.txt") and clause.speaker is None
        plain = clause.negation is None and clause.modal is None and not in_quotes(clause.verb)
        tokens = _quoted(clause) if told and plain else ()
        if SHORTEST <= len(tokens) <= LONGEST and any(map(is_verb, tokens)) and not _vague(tokens):
            content = Argument("content", tokens[-1], tokens, tokens, (), frozenset(_tags(tokens)))
            slots = MappingProxyType({"speaker": clause.subject, "content": content})
            yield Fact("statement", sentence, slots, frozenset({"direct"}))


def _tags(tokens: tuple[Token, ...]) -> Iterator[str]:
    yield "quoted"
    if any(t.lower_ in {"i", "me", "my"} for t in tokens):
        yield "first_person"


def _vague(tokens: tuple[Token, ...]) -> bool:
    """Whether a short quotation hangs on a pronoun: "I was strongly against it"."""
    loose = any(t.lower_ in LOOSE for t in tokens)
    nouns = [t for t in tokens if t.pos_ in {"NOUN", "PROPN"}]
    return (loose and len(tokens) < LONG_ENOUGH) or loose_start(tokens) or len(nouns) < TELLING


def loose_start(tokens: tuple[Token, ...]) -> bool:
    """Whether a quotation goes on from another sentence: "That's more than enough to ..."."""
    first = next((t for t in tokens if not t.is_punct), tokens[0])
    return first.lower_ in LOOSE | words("openings.txt") or any(t.text == "[" for t in tokens)


def _quoted(clause: Clause) -> tuple[Token, ...]:
    """The words of the sentence's only quotation, when it opens and closes in the sentence."""
    sent = clause.verb.sent
    marks = [t.i for t in sent if t.text == '"']
    if len(marks) not in {1, 2} or in_quotes(sent.doc[marks[0]]):
        return ()  # no quotation, more than one, or one that began in an earlier sentence
    inside = sent.doc[marks[0] + 1 : marks[1] if len(marks) > 1 else sent.end]
    return tuple(t for t in inside if t.i != clause.verb.i)
