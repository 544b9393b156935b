"""Parses read once: what spaCy's docs, spans and tokens tell, as plain values of Python.

spaCy makes a new object and a new text each time that a token, its label or its phrase is asked
for. Questions are made by asking for them hundreds of times, so `read_once` reads a doc into
objects that are asked as its own are, by the same names, and answer alike. Nothing can be changed
in them.
"""

from collections.abc import Iterator
from functools import cached_property
from sys import intern
from typing import cast, overload

from spacy.tokens import Doc, Token


def read_once(doc: Doc) -> Doc:
    """A parsed doc, read into objects that stand for it, its spans and its tokens."""
    return cast("Doc", Parse(doc))


class Word:
    """Stands for a token; there is one for each, so that the same is identical."""

    __slots__ = (
        "_conjuncts", "_subtree", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i",
        "idx", "is_alpha", "is_lower", "is_punct", "is_sent_start", "is_space", "is_title",
        "is_upper", "left_edge", "lemma_", "like_num", "lower_", "pos_", "right_edge", "tag_",
        "text", "whitespace_",
    )  # fmt: skip

    def __init__(self, token: Token, doc: "Parse") -> None:
        self.doc = doc
        self.i, self.idx, self.whitespace_ = token.i, token.idx, token.whitespace_
        self.text, self.lower_ = intern(token.text), intern(token.lower_)
        self.lemma_, self.tag_ = intern(token.lemma_), intern(token.tag_)
        self.pos_, self.dep_ = token.pos_, intern(token.dep_)
        self.ent_type_, self.ent_iob_ = intern(token.ent_type_), token.ent_iob_
        self.is_alpha, self.is_punct, self.is_space = token.is_alpha, token.is_punct, token.is_space
        self.is_lower, self.is_title, self.is_upper = token.is_lower, token.is_title, token.is_upper
        self.like_num, self.is_sent_start = token.like_num, token.is_sent_start
        self._subtree: tuple[Word, ...] = ()
        self._conjuncts: tuple[Word, ...] | None = None

    def tie(self, token: Token, words: tuple["Word", ...]) -> None:
        """Set the links to other words, once all of them are there."""
        self.head = words[token.head.i]
        self.children = tuple([words[child.i] for child in token.children])
        self.left_edge, self.right_edge = words[token.left_edge.i], words[token.right_edge.i]

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def __lt__(self, other: "Word") -> bool:
        return self.idx < other.idx

    def nbor(self, step: int = 1) -> "Word":
        """The word so many places further. Raises IndexError where there is none."""
        if self.i + step < 0:
            raise IndexError(step)
        return self.doc.words[self.i + step]

    @property
    def subtree(self) -> tuple["Word", ...]:
        """The word and all that hangs on it."""
        if not self._subtree:
            if not self.children:
                self._subtree = (self,)
            else:
                before = [word for child in self.lefts for word in child.subtree]
                after = [word for child in self.rights for word in child.subtree]
                self._subtree = (*before, self, *after)
        return self._subtree

    @property
    def lefts(self) -> list["Word"]:
        """The children before the word."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list["Word"]:
        """The children behind the word."""
        return [child for child in self.children if child.i > self.i]

    @property
    def n_lefts(self) -> int:
        """How many children stand before the word."""
        return len(self.lefts)

    @property
    def ancestors(self) -> Iterator["Word"]:
        """The heads above the word, the nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def conjuncts(self) -> tuple["Word", ...]:
        """The words coordinated with it."""
        if self._conjuncts is None:
            found = self.doc.read[self.i].conjuncts
            self._conjuncts = tuple([self.doc.words[token.i] for token in found])
        return self._conjuncts

    @property
    def sent(self) -> "Phrase":
        """The sentence that the word stands in."""
        return self.doc.sentences[self.i]


class Phrase:
    """Stands for a span: the words of a doc from `start` up to `end`, and its label, if any."""

    __slots__ = ("_root", "_text", "doc", "end", "label_", "start")

    def __init__(self, doc: "Parse", start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label
        self._root: Word | None = None
        self._text: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Phrase) and self._place() == other._place()

    def __hash__(self) -> int:
        return hash(self._place())

    def _place(self) -> tuple[int, int, int, str]:
        return id(self.doc), self.start, self.end, self.label_

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Word]:
        return iter(self.doc.words[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> "Phrase": ...
    def __getitem__(self, place: int | slice) -> "Word | Phrase":
        if isinstance(place, slice):
            start, end = _bounds(place, len(self))
            return Phrase(self.doc, self.start + start, self.start + end)
        at = self.end + place if place < 0 else self.start + place
        if not self.start <= at < self.end:
            raise IndexError(place)
        return self.doc.words[at]

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def start_char(self) -> int:
        """Where the phrase begins in the doc's text."""
        words = self.doc.words
        return words[self.start].idx if self.start < len(words) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where the phrase ends in the doc's text."""
        if self.end == self.start:
            return self.start_char
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The phrase as it is written."""
        if self._text is None:
            self._text = self.doc.text[self.start_char : self.end_char]
        return self._text

    @property
    def root(self) -> Word:
        """The word on which the others hang."""
        if self._root is None:
            self._root = self._found_root()
        return self._root

    def _found_root(self) -> Word:
        top = next((word for word in self if word.head is word), None)
        if top is not None:
            return top
        tied = [word for word in self if not self.start <= word.head.i < self.end]
        if len(tied) == 1:
            return tied[0]
        return self.doc.words[self.doc.read[self.start : self.end].root.i]

    @property
    def sent(self) -> "Phrase":
        """The sentence that the phrase begins in."""
        return self.doc.sentences[self.start]

    @property
    def ents(self) -> tuple["Phrase", ...]:
        """The entities within."""
        return tuple(e for e in self.doc.ents if self.start <= e.start and e.end <= self.end)

    @property
    def subtree(self) -> tuple[Word, ...]:
        """The words within and all that hangs on them."""
        span = self.doc.read[self.start : self.end]
        return tuple(self.doc.words[token.i] for token in span.subtree)


class Parse:
    """Stands for a doc; `read` is the doc itself."""

    def __init__(self, doc: Doc) -> None:
        self.read = doc
        self.text = doc.text
        self._phrases: dict[tuple[int | None, int | None], Phrase] = {}
        tokens = list(doc)
        self.words = tuple([Word(token, self) for token in tokens])
        for word, token in zip(self.words, tokens, strict=True):
            word.tie(token, self.words)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, place: int) -> Word: ...
    @overload
    def __getitem__(self, place: slice) -> Phrase: ...
    def __getitem__(self, place: int | slice) -> Word | Phrase:
        if isinstance(place, int):
            return self.words[place]
        asked = place.start, place.stop
        known = self._phrases.get(asked)
        if known is None:
            bounds = _bounds(place, len(self.words))
            known = self._phrases.setdefault(bounds, Phrase(self, *bounds))
            self._phrases[asked] = known
        return known

    @cached_property
    def ents(self) -> tuple[Phrase, ...]:
        """The entities in the order of the text."""
        return tuple(Phrase(self, e.start, e.end, e.label_) for e in self.read.ents)

    @cached_property
    def sents(self) -> tuple[Phrase, ...]:
        """The sentences."""
        starts = [word.i for word in self.words if word.is_sent_start or not word.i]
        ends = [*starts[1:], len(self.words)]
        return tuple(Phrase(self, *place) for place in zip(starts, ends, strict=True) if self.words)

    @cached_property
    def sentences(self) -> tuple[Phrase, ...]:
        """For each word its sentence."""
        return tuple(sentence for sentence in self.sents for _ in sentence)

    def char_span(
        self, start: int, end: int, label: str = "", *, alignment_mode: str = "strict"
    ) -> Phrase | None:
        """The phrase of so many characters; None where words are cut, if not by the mode."""
        span = self.read.char_span(start, end, label, alignment_mode=alignment_mode)
        return None if span is None else Phrase(self, span.start, span.end, span.label_)


def _bounds(place: slice, length: int) -> tuple[int, int]:
    start, end, _ = place.indices(length)
    return start, max(start, end)
