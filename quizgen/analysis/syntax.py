"""Questions about a parse that every later stage asks: verb groups, phrases, quotation marks.

The labels are ClearNLP's, as in spaCy's English pipelines (nsubj, dobj, attr, oprd, pobj ...).
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from spacy.tokens import Doc, Token

from quizgen.data import words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_mark(token: Token) -> bool:
    """Whether a token is mere punctuation; "%", "#" and "&" are words."""
    return token.is_punct and token.text not in {"%", "#", "&"}


def subtree(token: Token) -> tuple[Token, ...]:
    """The token and all that hangs on it, in text order."""
    return tuple(token.subtree)


def children(token: Token, *deps: str) -> list[Token]:
    """The token's children with one of the labels, in text order."""
    return [child for child in token.children if child.dep_ in deps]


def child(token: Token, *deps: str) -> Token | None:
    """The token's first child with one of the labels."""
    for each in token.children:
        if each.dep_ in deps:
            return each
    return None


def is_verb(token: Token) -> bool:
    """Whether the token is tagged as a verb or auxiliary form."""
    return token.tag_[:2] in {"VB", "MD"}


def is_finite(verb: Token) -> bool:
    """Whether the verb carries tense itself or has an auxiliary that does."""
    if verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(aux.tag_ in {"VBD", "VBZ", "VBP", "MD"} for aux in children(verb, "aux", "auxpass"))


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject; None for a shared one."""
    return child(verb, "nsubj", "nsubjpass")


def shared_subject(verb: Token) -> Token | None:
    """The verb's own subject, or that of the verb it is coordinated with."""
    own = subject_of(verb)
    if own is not None or verb.dep_ != "conj" or child(verb, "expl") is not None:
        return own
    return shared_subject(verb.head) if is_verb(verb.head) else None


def quoted(tokens: Iterable[Token]) -> bool:
    """Whether every token stands between quotation marks."""
    return all(in_quotes(token) for token in tokens)


def in_quotes(token: Token) -> bool:
    """Whether a quotation is open at the token (marks counted from the paragraph's start)."""
    return _marks_before(token.doc)[token.i] % 2 == 1


@lru_cache(maxsize=64)  # the paragraphs of the article being worked on
def _marks_before(doc: Doc) -> tuple[int, ...]:
    """For each token the number of quotation marks before it."""
    return (0, *accumulate(int(t.text == '"') for t in doc))


def in_brackets(token: Token) -> bool:
    """Whether a bracket opened in the sentence is open at the token, and closed after it.

    In "[a]n excellent cook" the tokeniser leaves the closing bracket within a word.
    """
    depths = _open_brackets(token.doc)
    if not depths:
        return False
    sentence = token.sent
    opened = depths[token.i] > depths[sentence.start]
    return opened and any(t.text in {")", "]"} for t in token.doc[token.i : sentence.end])


def has_brackets(doc: Doc) -> bool:
    """Whether a paragraph holds any bracket."""
    return bool(_open_brackets(doc))


@lru_cache(maxsize=64)
def _open_brackets(doc: Doc) -> tuple[int, ...]:
    """For each token the number of brackets open before it; nothing where there are none."""
    steps = [(t.text in {"(", "["}) - (t.text in {")", "]"}) for t in doc]
    return (0, *accumulate(steps)) if any(steps) else ()


def fence_before(token: Token) -> bool:
    """Whether a comma, dash or bracket stands right before the token's phrase."""
    first = token.left_edge
    if first.i == 0 or first.is_sent_start:
        return False
    before = first.nbor(-1)
    if before.text == "-":  # "co-founder": a hyphen, not a dash
        return before.i > 0 and bool(before.nbor(-1).whitespace_)
    return before.text in {",", "--", "–", "—", "(", ";", ":"}


def noun_chain(token: Token) -> Iterator[Token]:
    """The token and the nouns coordinated with it, in text order."""
    yield token
    for other in children(token, "conj"):
        yield from noun_chain(other)


def reports(verb: Token) -> bool:
    """Whether a verb reports what somebody says, holds or found, so that it can be told of them."""
    return verb.lemma_ in words("reporting_verbs.txt")
