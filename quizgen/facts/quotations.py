"""Quotations: whole sentences in somebody's own words, with the one who said them."""

from collections.abc import Iterator
from types import MappingProxyType

from spacy.tokens import Token

from quizgen.analysis.syntax import in_quotes, is_verb, reports
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
        told = reports(clause.verb) and clause.speaker is None
        plain = clause.negation is None and clause.modal is None and not in_quotes(clause.verb)
        tokens = _without_gap(_quoted(clause)) if told and plain else ()
        if SHORTEST <= len(tokens) <= LONGEST and any(map(is_verb, tokens)) and not _vague(tokens):
            content = Argument("content", tokens[-1], tokens, tokens, (), frozenset(_tags(tokens)))
            slots = MappingProxyType({"speaker": clause.subject, "content": content})
            yield Fact("statement", sentence, slots, frozenset({"direct"}))


def _without_gap(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The quotation without "[...]" at its end."""
    texts = [t.text for t in tokens]
    if not texts or texts[-1] != "]" or "[" not in texts:
        return tokens
    return tokens[: len(texts) - 1 - texts[::-1].index("[")]


def _tags(tokens: tuple[Token, ...]) -> Iterator[str]:
    yield "quoted"
    if any(t.lower_ in {"i", "me", "my"} for t in tokens):
        yield "first_person"


def _vague(tokens: tuple[Token, ...]) -> bool:
    """Whether a quotation opens with a pronoun, or a short one hangs on one, or words are left out.

    "I was strongly against it"; "He was an excellent politician and the helmsman of ...".
    """
    loose = any(t.lower_ in LOOSE for t in tokens)
    cut = any(t.text.startswith("[") for t in tokens) or _called_to(tokens)
    loose = loose and len(tokens) < LONG_ENOUGH
    few = len([t for t in tokens if t.pos_ in {"NOUN", "PROPN"}]) < TELLING
    return cut or few or _opens_loosely(tokens) or loose or any(map(_points, tokens))


def _points(token: Token) -> bool:
    """Whether a word points at what only those present could see: "will be used here"."""
    alone = token.lower_ in {"this", "these"} and token.dep_ not in {"det", "predet"}
    return alone or token.lower_ == "here"


def _called_to(tokens: tuple[Token, ...]) -> bool:
    """Whether the quotation opens by calling somebody: "Anna, I wanted to win"."""
    return tokens[0].pos_ == "PROPN" and tokens[1].text == "," and tokens[2].pos_ in {"PRON", "DET"}


def _opens_loosely(tokens: tuple[Token, ...]) -> bool:
    """Whether the first word points out of the quotation; not in "it is clear that ..."."""
    empty = tokens[0].lower_ == "it" and (tokens[1].tag_ == "MD" or tokens[2].tag_ in {"JJ", "IN"})
    loose = tokens[0].lower_ in LOOSE and tokens[0].dep_ != "mark" and not empty
    return loose or tokens[0].lower_ in words("openings.txt")


def _quoted(clause: Clause) -> tuple[Token, ...]:
    """The words of the sentence's only quotation, when it opens and closes in the sentence."""
    sent = clause.verb.sent
    marks = [t.i for t in sent if t.text == '"']
    if len(marks) not in {1, 2} or in_quotes(sent.doc[marks[0]]):
        return ()  # no quotation, more than one, or one that began in an earlier sentence
    inside = sent.doc[marks[0] + 1 : marks[1] if len(marks) > 1 else sent.end]
    return tuple(t for t in inside if t.i != clause.verb.i)
