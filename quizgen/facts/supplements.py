"""Supplements: the parts of a noun phrase that can be left out, and the phrase without them."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizgen.analysis.mentions import is_campus
from quizgen.analysis.syntax import (
    children,
    fence_before,
    has_brackets,
    in_brackets,
    is_verb,
    subtree,
)


def essential(token: Token, *, without: tuple[Token, ...] = ()) -> tuple[Token, ...]:
    """The phrase of a token without appositions, fenced relatives, participles and brackets."""
    left_out = {t for part in _supplements(token) for t in subtree(part)} | set(without)
    kept = [t for t in token.subtree if t not in left_out and not _bracketed(t, token)]
    end = [t for t in kept if not t.is_punct][-1:]
    if len(kept) > 1 and end and end[0].dep_ == "cc" and end[0].text.islower():
        kept = kept[: kept.index(end[0])]  # "because she speaks English but, ..."
    return tuple(kept)


def _supplements(token: Token) -> Iterator[Token]:
    """The heads of all supplements within a phrase, outermost first."""
    for part in token.children:
        if is_supplement(part):
            yield part
        else:
            yield from _supplements(part)


def is_supplement(part: Token) -> bool:
    """Whether a part of a phrase can be left out: it is fenced off, or adds to what is named."""
    if part.dep_ in {"relcl", "acl", "advcl"}:
        infinitive = any(c.tag_ == "TO" for c in children(part, "aux"))
        return (fence_before(part) and not infinitive) or _goes_on(part)
    if (
        part.dep_ == "prep"
        and part.head.tag_.startswith("NN")
        and part.i < part.head.left_edge.i + len(list(part.subtree)) <= part.head.i
    ):
        return True  # a phrase before the noun's own words: "In Kowloon, councillor Wilson Or ..."
    if _is_age(part):
        return fence_before(part)
    if part.dep_ == "appos" and part.left_edge.i and part.left_edge.nbor(-1).text == ":":
        return True
    if part.dep_ == "appos" and not is_campus(part):
        # "Michigan, Ohio, and Iowa", but not "its weight 1,150 tons and loaded with oil"
        listed = any(c.dep_ == "conj" and not is_verb(c) for c in part.children)
        return (
            not listed and fence_before(part) and part.i > part.head.i and part.ent_type_ != "DATE"
        )
    if part.dep_ == "prep":
        detached = part.head.pos_ == "PROPN" and is_date_phrase(part)
        last = part.right_edge
        closed = last.i + 1 < len(last.doc) and last.nbor(1).text == ","
        aside = part.lower_ in {"including", "like"} or closed
        return detached or (aside and fence_before(part))
    return part.dep_ in {"parataxis", "meta", "intj"}


def _goes_on(part: Token) -> bool:
    """Whether a clause read as the noun's ends its supplement: "Lima – the last to vote –"."""
    end = part.right_edge.i + 1
    before = [c for c in children(part.head, "appos") if c.right_edge.i + 1 == part.left_edge.i]
    if not before or not fence_before(before[0]) or end >= len(part.doc):
        return False
    return part.doc[end].text == before[0].left_edge.nbor(-1).text


def _is_age(part: Token) -> bool:
    """Whether a number or "aged 33" stands behind a name: "Jenny Flahaut, 33,"."""
    if part.i < part.head.i:
        return False
    years = part.dep_ == "amod" and part.lower_ in {"old", "aged"}
    number = part.like_num and part.dep_ in {"appos", "nummod", "npadvmod"}
    return years or (number and (part.ent_type_ != "DATE" or part.head.ent_type_ == "PERSON"))


def is_date_phrase(preposition: Token) -> bool:
    """Whether a preposition introduces a date ("on Thursday", "in 2019")."""
    return preposition.lower_ in {"on", "in"} and any(
        c.ent_type_ == "DATE" for c in children(preposition, "pobj")
    )


def _bracketed(token: Token, within: Token) -> bool:
    """Whether the token stands in brackets that open after the phrase's own head."""
    if not has_brackets(token.doc):
        return False
    depth = 0
    for other in within.subtree:
        depth += other.text in {"(", "["}
        if other == token:
            return depth > 0 and other != within and in_brackets(token)
        depth -= other.text in {")", "]"}
    return False
