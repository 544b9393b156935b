"""A parse that is read once tells the same as spaCy's own doc, span by span, token by token."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pytest

from quizgen.rules import recording

PLAIN = (
    "text lower_ lemma_ tag_ pos_ dep_ ent_type_ ent_iob_ whitespace_ i idx is_alpha is_punct "
    "is_space is_lower is_title is_upper like_num is_sent_start n_lefts"
).split()
ONE = ("head", "left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "subtree", "ancestors", "conjuncts")


@pytest.fixture(scope="module")
def parses() -> list[Any]:
    """Some of the recorded parses of the rules' examples."""
    found = (doc for analysis in recording.read().values() for doc in analysis.docs)
    return list(islice(found, 60))


def places(tokens: Iterable[Any]) -> list[int]:
    """The indices of tokens."""
    return [token.i for token in tokens]


def spot(span: Any) -> tuple[Any, ...]:
    """What tells a span from others, and what hangs together within."""
    ents = [(e.start, e.end) for e in span.ents]
    chars = (span.start_char, span.end_char)
    return span.start, span.end, *chars, span.text, span.label_, span.root.i, ents


def test_words_tell_what_tokens_tell(parses: list[Any]) -> None:
    """Every attribute and every link."""
    assert {type(parse).__name__ for parse in parses} == {"Parse"}
    for parse in parses:
        for word, token in zip(parse, parse.read, strict=True):
            assert [getattr(word, n) for n in PLAIN] == [getattr(token, n) for n in PLAIN]
            assert [getattr(word, n).i for n in ONE] == [getattr(token, n).i for n in ONE]
            found = [places(getattr(word, n)) for n in MANY]
            assert found == [places(getattr(token, n)) for n in MANY]
            assert spot(word.sent) == spot(token.sent)
            assert (str(word), len(word)) == (str(token), len(token))


def test_phrases_tell_what_spans_tell(parses: list[Any]) -> None:
    """Entities, sentences and slices, from wherever they are counted."""
    slices = (slice(1, 4), slice(-3, None), slice(None, 2), slice(3, 1), slice(2, 99))
    for parse in parses:
        doc = parse.read
        assert [spot(e) for e in parse.ents] == [spot(e) for e in doc.ents]
        assert [spot(s) for s in parse.sents] == [spot(s) for s in doc.sents]
        for each in slices:
            assert places(parse[each]) == places(doc[each])
            assert parse[each].text == doc[each].text
            assert places(parse[each]) == places(doc[each])  # known by now
            if len(doc[each]):
                assert spot(parse[each]) == spot(doc[each])
                assert places(parse[each].subtree) == places(doc[each].subtree)
                assert places(parse[each][1:]) == places(doc[each][1:])
        first = doc[0]
        found = parse.char_span(0, len(first.text))
        assert spot(found) == spot(doc.char_span(0, len(first.text)))
        assert parse.char_span(0, len(first.text) + 1, "DATE") is None or first.whitespace_ == ""


def test_the_same_is_identical_and_the_edges_are_kept(parses: list[Any]) -> None:
    """Words are compared by identity, phrases by their place and label."""
    parse, other = parses[:2]
    assert parse[0] is next(iter(parse)) is parse[-len(parse)]
    assert parse[0] < parse[1]
    assert parse[0:2] == parse[0:2] != parse[0:1]
    assert parse[0:2] != other[0:2]
    assert len({parse[0:2], parse[0:2]}) == 1
    assert parse[1].nbor(-1) is parse[0]
    with pytest.raises(IndexError):
        parse[0].nbor(-1)
    with pytest.raises(IndexError):
        parse[-1].nbor()
    with pytest.raises(IndexError):
        parse[0:2][2]
