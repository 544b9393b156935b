"""Contents: what somebody is told to have said, and the "that" which it may lack."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Span, Token

from quizgen.analysis.syntax import child, is_finite, is_mark
from quizgen.facts.fact import Clause

OPENING = 4  # words of a content clause in which a relative pronoun may stand


def contents_of(clause: Clause) -> Iterator[Token]:
    """The verbs of what is said in a clause, at whatever depth."""
    kept = {*clause.predicate}
    for token in clause.predicate:
        if token.dep_ == "ccomp" and token.head in kept and token != clause.verb:
            yield token


def lacks_that(content: Token) -> bool:
    """Whether what is said follows its verb without "that", a question word or a quotation mark."""
    phrase = [t for t in content.subtree if not is_mark(t)]
    marked = child(content, "mark") is not None or any(
        t.tag_ in {"WRB", "WP", "WDT"} and t.head.dep_ != "relcl" for t in phrase[:OPENING]
    )
    subject = child(content, "nsubj", "nsubjpass", "expl")
    first = first_word(content)
    starts = subject is not None and first in subject.subtree
    told = is_finite(content) or (content.tag_ == "VB" and child(content, "aux") is None)
    if marked or not starts or not told or first.i <= content.head.i:
        return False
    return first.nbor(-1).text != '"' and first.nbor(-1).pos_ != "ADP"


def first_word(content: Token) -> Token:
    """The first word of a clause that is no punctuation."""
    return next(t for t in content.subtree if not is_mark(t))


def with_that(span: Span, swaps: Mapping[int, str]) -> dict[int, str]:
    """The texts put for a sentence's tokens, with "that" after a time before what is said.

    "told reporters on May 2, 2019 that tests will follow" cannot be misread.
    """
    found = dict(swaps)
    for token in span:
        if token.dep_ == "ccomp" and lacks_that(token):
            comma = first_word(token).nbor(-1)
            day = comma.nbor(-1) if comma.text == "," else comma
            if day.ent_type_ == "DATE" and day.i > token.head.i:
                found[day.i] = found.get(day.i, day.text) + " that"
                found |= {comma.i: ""} if comma != day else {}
    return found
