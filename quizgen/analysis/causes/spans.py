"""Spans: the stretch of text that tells a cause or an effect, as annotators mark it.

A clause without what it is linked to, without what stands around it (the report frame, a dateline,
fenced modifiers before the subject, other clauses of the sentence).
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from quizgen.analysis.syntax import (
    SUBJECTS,
    child,
    children,
    fence_before,
    is_verb,
    reports,
    subtree,
)

LINKS = frozenset({"cc", "mark", "punct", "preconj"})


def clause_of(token: Token) -> Token:
    """The verb that heads the clause of a token: up from complements and shared subjects."""
    while token.head != token and (not is_verb(token) or _continues(token)):
        token = token.head
    return token


def _continues(verb: Token) -> bool:
    """Whether a verb only goes on with the clause of its head ("agreed to stay", "hit and ran")."""
    if verb.dep_ in {"xcomp", "acomp", "attr", "oprd", "aux", "auxpass"}:
        return is_verb(verb.head)
    shared = verb.dep_ == "conj" and child(verb, *SUBJECTS, "expl") is None
    return shared and is_verb(verb.head)


def told(verb: Token, link: Token) -> Token:
    """The clause that a link belongs to: of "police said he died after ..." what was said."""
    while reports(verb):
        content = [c for c in children(verb, "ccomp") if c.i < link.i or link.i < verb.i]
        if not content:
            break
        verb = content[-1]
    return verb


def clause_span(verb: Token, without: Iterable[Token] = (), *, whole: bool = False) -> Span | None:
    """The stretch of a verb's clause around it that has none of the tokens left out.

    `whole` keeps the clauses coordinated with it and what stands before its subject.
    """
    drop = set(without)
    for part in verb.children:
        if _is_comment(part, verb) or (not whole and _is_neighbour(part, verb)):
            drop.update(subtree(part))
    return _around(verb, (t for t in subtree(verb) if t not in drop))


def clause_hull(verb: Token, without: Iterable[Token] = ()) -> Span | None:
    """From the first to the last word of all that hangs on a verb, but the tokens left out."""
    drop = set(without)
    kept = trimmed([t for t in subtree(verb) if t not in drop])
    return verb.doc[kept[0].i : kept[-1].i + 1] if kept else None


def _is_comment(part: Token, verb: Token) -> bool:
    """Whether a child of the verb comments on the clause or tells what came of it."""
    if part.dep_ in {"parataxis", "meta", "intj"}:
        return True
    return part.dep_ == "advcl" and part.i > verb.i and part.tag_ == "VBG" and fence_before(part)


def _is_neighbour(part: Token, verb: Token) -> bool:
    """Whether a child of the verb is a clause beside it or a fenced phrase before its subject."""
    subject = child(verb, *SUBJECTS, "expl")
    if part.dep_ == "conj":
        return child(part, *SUBJECTS, "expl") is not None
    if part.dep_ in {"prep", "advcl"} and subject is not None and part.i < subject.i:
        return part.right_edge.i + 1 < len(part.doc) and part.right_edge.nbor().text == ","
    return False


def phrase_span(noun: Token, without: Iterable[Token] = ()) -> Span | None:
    """The stretch of a noun's phrase around it that has none of the tokens left out."""
    drop = set(without)
    for part in noun.children:
        if part.dep_ == "relcl" and fence_before(part) and part.right_edge == noun.right_edge:
            drop.update(subtree(part))
    kept = [t for t in subtree(noun) if t not in drop]
    runs = [run for run in map(trimmed, _runs(kept)) if run]
    run = next((run for run in runs if noun in run), None)
    return _span(run) if run else None


def trimmed(tokens: list[Token]) -> list[Token]:
    """The tokens without conjunctions and marks at their ends."""
    start, end = 0, len(tokens)
    while start < end and (tokens[start].dep_ in LINKS or _blank(tokens[start])):
        start += 1
    while start < end and (tokens[end - 1].dep_ == "cc" or _blank(tokens[end - 1])):
        end -= 1
    return tokens[start:end]


def _blank(token: Token) -> bool:
    return (token.is_punct and token.text != "%") or token.is_space


def _around(verb: Token, tokens: Iterable[Token]) -> Span | None:
    runs = [run for run in map(trimmed, _runs(tokens)) if run]
    if not runs:
        return None
    run = next((run for run in runs if verb in run), None) or max(runs, key=len)
    return _span(_after_dateline(verb, run))


def _after_dateline(verb: Token, run: list[Token]) -> list[Token]:
    """The run from after the last colon before the clause's subject."""
    subject = child(verb, *SUBJECTS) or verb
    colons = [n for n, t in enumerate(run) if t.text == ":" and t.i < subject.i]
    return trimmed(run[colons[-1] + 1 :]) or run if colons else run


def _runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens:
        if run and token.i != run[-1].i + 1:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _span(run: list[Token]) -> Span:
    return run[0].doc[run[0].i : run[-1].i + 1]
