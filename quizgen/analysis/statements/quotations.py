"""Quotations: which stretch in quotation marks a verb of saying belongs to."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from quizgen.analysis.syntax import SUBJECTS, child, is_mark, is_verb

Tokens = tuple[Token, ...]
OPENERS = frozenset({",", ":", "--", "-", "–", "—", "that"})
TAIL = 25  # tokens that the words "Lee said in Lima." may go on
SHORTEST = 3  # tokens of a quotation that is somebody's sentence


def beside(verb: Token, fits: Callable[[int, int], bool]) -> Tokens:
    """The first fitting quotation of the paragraph, over all its sentences.

    Nothing for a verb that stands in a quotation itself.
    """
    pairs = of(verb.doc)
    if any(opened < verb.i < closed for opened, closed in pairs):
        return ()
    found = next((pair for pair in pairs if fits(*pair)), None)
    return tuple(verb.doc[found[0] : found[1] + 1]) if found is not None else ()


def follows(verb: Token, opened: int, closed: int) -> bool:
    """Whether a quoted sentence opens after the verb: 'said in Lima: "..."'."""
    doc = verb.doc
    between = doc[verb.i + 1 : opened]
    parted = any(is_verb(t) or t.text == ";" for t in between)
    if opened <= verb.i or opened > verb.sent.end or parted:
        return False
    led = opened == verb.i + 1 or doc[opened - 1].lower_ in OPENERS
    return led and _is_sentence(doc, opened, closed)


def precedes(verb: Token, opened: int, closed: int) -> bool:
    """Whether a quoted sentence closes right before the words "Lee said"."""
    subject = child(verb, *SUBJECTS)
    start = min(verb.i, subject.left_edge.i) if subject is not None else verb.i
    between = verb.doc[closed + 1 : start]
    near = closed < start and all(is_mark(t) or t.pos_ in {"ADV", "CCONJ"} for t in between)
    return near and _ends(verb.doc, closed) and _is_sentence(verb.doc, opened, closed)


def _ends(doc: Doc, closed: int) -> bool:
    after = doc[closed + 1].text if closed + 1 < len(doc) else ""
    return doc[closed - 1].text in {",", ".", "?", "!", "…", "...", "--", "-"} or after == ","


def _is_sentence(doc: Doc, opened: int, closed: int) -> bool:
    inside = doc[opened + 1 : closed]
    return len(inside) >= SHORTEST and any(is_verb(t) for t in inside)


def goes_on(cue: Token, opened: int) -> bool:
    """Whether a quotation opens right behind the sentence in which another was ascribed."""
    between = cue.doc[cue.i + 1 : opened]
    ended = bool(between) and between[-1].text == "."
    return ended and sum(t.text == "." for t in between) == 1 and len(between) <= TAIL


@lru_cache(maxsize=64)  # the paragraphs of the article being worked on
def of(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The opening and closing marks of each quotation; one left open runs to the end."""
    return tuple(_pairs(doc))


def _pairs(doc: Doc) -> Iterator[tuple[int, int]]:
    marks = [t.i for t in doc if t.text == '"']
    if len(marks) % 2:
        marks.append(len(doc) - 1)
    yield from zip(marks[::2], marks[1::2], strict=True)
