"""Shape: signs in a parse that a clause was torn from others or run together with them.

Each function gives the sign that it found, or "". A sentence shown whole is not concerned: it reads
well however it was parsed.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from quizgen.analysis.pipeline import Analysis
from quizgen.analysis.syntax import child, children, fence_before, is_finite, is_mark
from quizgen.facts.fact import Clause
from quizgen.rules.asking import Draft

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def misread(draft: Draft, _: Analysis) -> str:
    """No clause with words that a sound parse would not have put together."""
    clause = draft.fact.clause
    if clause is None or draft.fact.kind == "sentence":
        return ""
    found = (sign for test in _TESTS for sign in test(draft, clause))
    return next(found, "")


def _gap(draft: Draft, _: Clause) -> Iterator[str]:
    """A verb is joined to a noun: "90 were hurt, and two each from the army and the navy"."""
    for token in (*draft.words, *draft.asked.whole):
        joined = token.dep_ == "conj" and token.head.tag_ in FINITE | {"VBN"}
        if joined and token.tag_[:2] in {"NN", "DT", "CD", "PR"}:
            yield f"a clause without its verb: {token.text}"


def _unlike_prepositions(draft: Draft, clause: Clause) -> Iterator[str]:
    """Two phrases with different prepositions joined: "for X under one name and for Y"."""
    for token in draft.words if draft.asked is not clause.subject else ():
        head = token.head
        if token.dep_ == "conj" and token.tag_ == head.tag_ == "IN" and token.lower_ != head.lower_:
            yield f"joins unlike phrases: {head.text} and {token.text}"


def _two_objects(_: Draft, clause: Clause) -> Iterator[str]:
    objects = children(clause.verb, "dobj")
    if len(objects) > 1:
        yield f"two objects: {objects[0].text} and {objects[1].text}"


def _open_fence(draft: Draft, clause: Clause) -> Iterator[str]:
    """A supplement left out from its comma on, but not up to another one."""
    kept = {*clause.subject.tokens, *clause.predicate} - {*draft.asked.whole} | {
        *draft.asked.tokens
    }
    told = sorted((t for t in kept if not is_mark(t)), key=lambda t: t.i)
    for before, after in pairwise(told):
        between = before.doc[before.i + 1 : after.i]
        if len(between) > 1 and between[0].text == "," and _runs_on(list(between[1:])):
            yield f"unclear where a supplement ends: {after.text}"


def _runs_on(tokens: list[Token]) -> bool:
    return tokens[0].lower_ == "including" and not any(map(is_mark, tokens))


def _verb_after_object(draft: Draft, clause: Clause) -> Iterator[str]:
    """Behind the object stands another verb: 'indicated a "significant change" was likely'."""
    asked = draft.asked
    for phrase in clause.arguments:
        after = _after(phrase.whole[-1])
        if after is None or phrase.role != "object":
            continue
        if after in clause.verb.ancestors and not fence_before(clause.verb):
            continue  # "the firm that bought Toyota said"
        if after.tag_ in FINITE and after != clause.verb:
            yield f"another verb right after the object: {phrase.head.text}"
    loose = _after(asked.whole[-1])
    if asked.role != "object" or loose is None or "named" in asked.tags:
        return
    if asked.head.tag_ == "NN" and asked.head.text.endswith("ing") and loose.tag_ in {"RP", "RB"}:
        yield f"part of a noun made of a verb: {loose.text}"  # "the passing away of"
    if loose.tag_ == "VBG" and loose.dep_ in {"advcl", "xcomp"} and loose in draft.words:
        yield f"what follows may belong to the object: {loose.text}"


def _after(token: Token) -> Token | None:
    """The token behind, quotation marks aside, in the same sentence."""
    rest = token.doc[token.i + 1 : token.sent.end]
    return next((t for t in rest if t.text != '"'), None)


def _subject_of_another(_: Draft, clause: Clause) -> Iterator[str]:
    """The subject was torn from a phrase before it: "stolen from Maria Santos gathered"."""
    first = clause.subject.head.left_edge
    before = first.nbor(-1) if first.i > first.sent.start else None
    if before is None or first.i > clause.verb.i:
        return
    if before.dep_ == "prep" and child(before, "pobj", "pcomp", "prep") is None:
        yield f"the subject may belong to another phrase: {before.text}"
    named = any(fence_before(c) for c in children(clause.subject.head, "appos"))
    if before.text in {"–", "—", "--"} and named:
        yield "a parenthesis between dashes as the subject"


def _measured_place(draft: Draft, clause: Clause) -> Iterator[str]:
    """A measure right before the phrase asked for belongs to it: "3,700 km off the coast"."""
    around = (a for a in clause.arguments if a is draft.asked or draft.asked.head in a.tokens)
    for phrase in around if "in_place" not in draft.template else ():
        first = phrase.preposition[0] if phrase.preposition else phrase.head
        before = first.nbor(-1) if first.i else first
        if before.text == ")":
            before = before.head  # "2,300 miles (3,700 km) off the coast"
        if before.dep_ == "npadvmod" and before.ent_type_ not in {"DATE", "TIME"}:
            yield f"a measure torn from its place: {phrase.head.text}"


def _split_key(draft: Draft, clause: Clause) -> Iterator[str]:
    """Words of the stem stand in the midst of the key."""
    tokens = draft.asked.tokens if draft.asked is not clause.subject else ()
    inside = tokens[0].doc[tokens[0].i : tokens[-1].i] if tokens else ()
    for token in inside:
        if token in draft.words and token not in draft.asked.whole and not is_mark(token):
            yield f"the answer is cut in two: {token.text}"


def _second_place(_: Draft, clause: Clause) -> Iterator[str]:
    """Two clauses that share a verb: "opens in Lima, Hamlet in Cusco"."""
    phrases = children(clause.verb, "prep")
    for one in phrases:
        noun = child(one, "pobj")
        other = any(p.i > one.i and p.lower_ == one.lower_ for p in phrases)
        if other and noun is not None and child(noun, "conj") and child(noun, "cc") is None:
            yield f"two clauses that share a verb: {noun.text}"


def _nested_cause(draft: Draft, clause: Clause) -> Iterator[str]:
    """In "were dropped while she was president due to immunity" it is the cause of the first."""
    nested = clause.verb.dep_ in {"advcl", "relcl"} and clause.verb.i > clause.verb.head.i
    if nested and draft.asked.role == "cause" and is_finite(clause.verb):
        yield "the cause may be that of another clause"


_TESTS = (
    _gap,
    _unlike_prepositions,
    _two_objects,
    _open_fence,
    _verb_after_object,
    _subject_of_another,
    _measured_place,
    _split_key,
    _second_place,
    _nested_cause,
)
